package org.ytterby.server.desk.supervision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ytterby.core.balance.PeriodBalance;
import org.ytterby.core.ledger.Span;
import org.ytterby.core.material.Element;
import org.ytterby.core.supervision.Say;
import org.ytterby.server.web.Language;

/// Standardised differences of one facility, element by period.
///
/// @param periods first day of each
/// @param outside how many cells lie beyond ±1.96
/// @param cells how many there are
public record HeatMap(List<String> periods, List<Row> rows, int outside, int cells) {
    private static final double FAR = 4;

    /// An element.
    ///
    /// @param name in the reader's language
    public record Row(String element, String name, List<Cell> cells) {}

    /// An element in a period.
    ///
    /// @param tone `gain-far`, `gain`, `even`, `loss`, `loss-far` or `none`
    public record Cell(String value, String tone) {}

    /// @param balances of one facility
    static HeatMap of(List<PeriodBalance> balances, Language language) {
        List<Span> periods =
                balances.stream()
                        .map(PeriodBalance::period)
                        .distinct()
                        .sorted(Comparator.comparingLong(Span::fromMicros))
                        .toList();
        Map<Element, Map<Span, PeriodBalance>> byElement = new LinkedHashMap<>();
        Element.ALL.forEach(e -> byElement.put(e, new LinkedHashMap<>()));
        balances.forEach(b ->
                byElement
                        .computeIfAbsent(b.element(), _ -> new LinkedHashMap<>())
                        .put(b.period(), b));
        List<Row> rows = new ArrayList<>();
        int outside = 0;
        int cells = 0;
        for (Map.Entry<Element, Map<Span, PeriodBalance>> entry : byElement.entrySet()) {
            if (entry.getValue().isEmpty()) {
                continue;
            }
            List<Cell> row = new ArrayList<>();
            for (Span period : periods) {
                PeriodBalance b = entry.getValue().get(period);
                double value = b == null ? Double.NaN : b.statistics().sitmuf();
                row.add(new Cell(language.fixed(value), tone(value)));
                cells += Double.isFinite(value) ? 1 : 0;
                outside += Math.abs(value) > ControlChart.LIMIT ? 1 : 0;
            }
            Element e = entry.getKey();
            rows.add(new Row(e.name(), language.pick(e.name(), e.chinese() + " " + e.name()), row));
        }
        return new HeatMap(
                periods.stream().map(p -> language.say(Say.days(p))).toList(),
                rows,
                outside,
                cells);
    }

    private static String tone(double value) {
        if (Double.isNaN(value)) {
            return "none";
        }
        String side = value > 0 ? "loss" : "gain";
        if (Math.abs(value) > FAR) {
            return side + "-far";
        }
        return Math.abs(value) > ControlChart.LIMIT ? side : "even";
    }
}
