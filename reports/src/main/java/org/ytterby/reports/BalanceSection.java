package org.ytterby.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.ytterby.core.balance.PageThreshold;
import org.ytterby.core.balance.PeriodBalance;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.Span;
import org.ytterby.core.supervision.Reconciliation;
import tools.jackson.core.JsonGenerator;

/// The material balances of each facility: periods, rows of element × period, and the largest
/// records behind each period.
///
/// Booked masses are whole mg; a row is `[element, period, opening, additions, removals, closing,
/// sigmaKg, sitmuf, cumulativeMg, cumulativeSigmaKg, pageLoss, pageGain]`.
final class BalanceSection {
    /// Probability that Page's test of one facility and element cries wolf, both sides together.
    static final double PAGE_FALSE_ALARMS = 0.05;

    private final Ledger ledger;
    private final Map<Integer, Double> thresholds = new HashMap<>();
    private final Map<Integer, List<PeriodBalance>> byFacility = new LinkedHashMap<>();

    BalanceSection(Reconciliation reconciliation) {
        ledger = reconciliation.ledger();
        for (PeriodBalance b : reconciliation.balances()) {
            byFacility.computeIfAbsent(b.facility(), _ -> new ArrayList<>()).add(b);
        }
    }

    void write(JsonGenerator out) {
        out.writeName("balances");
        out.writeStartArray();
        byFacility.forEach((facility, rows) -> facility(out, facility, rows));
        out.writeEndArray();
    }

    private void facility(JsonGenerator out, int facility, List<PeriodBalance> rows) {
        TreeSet<Span> set =
                new TreeSet<>(
                        Comparator.comparingLong(Span::fromMicros)
                                .thenComparingLong(Span::untilMicros));
        rows.forEach(b -> set.add(b.period()));
        List<Span> periods = List.copyOf(set);
        out.writeStartObject();
        out.writeNumberProperty("facility", facility);
        out.writeName("periods");
        out.writeStartArray();
        periods.forEach(p -> period(out, p));
        out.writeEndArray();
        out.writeNumberProperty("pageThreshold", threshold(periods.size()));
        out.writeName("rows");
        out.writeStartArray();
        rows.forEach(b -> row(out, b, periods.indexOf(b.period())));
        out.writeEndArray();
        new PeriodEvidence(ledger, facility).write(out, periods);
        out.writeEndObject();
    }

    private double threshold(int periods) {
        return thresholds.computeIfAbsent(periods, n -> PageThreshold.of(n, PAGE_FALSE_ALARMS / 2));
    }

    private static void period(JsonGenerator out, Span period) {
        out.writeStartArray();
        ReportJson.time(out, period.fromMicros());
        ReportJson.time(out, period.untilMicros());
        out.writeEndArray();
    }

    private static void row(JsonGenerator out, PeriodBalance b, int period) {
        PeriodBalance.Statistics s = b.statistics();
        out.writeStartArray();
        out.writeNumber(b.element().ordinal());
        out.writeNumber(period);
        out.writeNumber(b.openingMg());
        out.writeNumber(b.additionsMg());
        out.writeNumber(b.removalsMg());
        out.writeNumber(b.closingMg());
        ReportJson.number(out, s.sigmaKg());
        ReportJson.number(out, s.sitmuf());
        out.writeNumber(s.cumulativeMg());
        ReportJson.number(out, s.cumulativeSigmaKg());
        ReportJson.number(out, s.pageLoss());
        ReportJson.number(out, s.pageGain());
        out.writeEndArray();
    }
}
