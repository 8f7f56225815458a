package org.ytterby.server.desk.environment;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.ytterby.core.environment.Condition;
import org.ytterby.core.environment.EnvironmentLaw;
import org.ytterby.core.environment.Indicator;
import org.ytterby.core.environment.MonthlyReturn;
import org.ytterby.core.ledger.Problem;
import org.ytterby.formats.intake.PackageRows;
import org.ytterby.server.web.Language;

/// A month's environmental return as somebody types it: one field for each indicator. What is in
/// force already stands in its field, and only what differs from it is handed in.
///
/// @param lines by medium
/// @param document behind all figures; may be empty
public record ReportForm(List<Line> lines, String document) {
    static final String TABLE = "environmental_returns";
    private static final String FIELD = "value.";

    /// One indicator.
    ///
    /// @param before figure of the month before; `–` where there is none
    /// @param declared figure in force; empty where there is none
    /// @param bounds of the limits that bind it
    /// @param problems what is wrong with what was typed
    public record Line(
            String code,
            String name,
            String unit,
            String medium,
            String before,
            String declared,
            List<String> bounds,
            String typed,
            List<String> problems) {
        /// Whether it is to be handed in.
        public boolean isChanged() {
            return !typed.isEmpty() && !typed.equals(declared);
        }
    }

    /// What is asked of whom.
    ///
    /// @param limits that bind the facility in the month
    record Asked(
            String facility,
            YearMonth month,
            SortedMap<YearMonth, MonthlyReturn> returns,
            List<Condition> limits) {}

    /// A form to begin with.
    static ReportForm begun(EnvironmentLaw law, Asked asked, Language language) {
        return of(law, asked, null, language);
    }

    /// What was typed into the fields `value.INDICATOR`, judged by its form.
    static ReportForm typed(
            EnvironmentLaw law,
            Asked asked,
            MultiValueMap<String, String> fields,
            Language language) {
        ReportForm form = of(law, asked, fields, language);
        List<Line> changed = form.changed();
        Map<String, List<String>> problems = new HashMap<>();
        for (Problem problem : PackageRows.problems(TABLE, form.rows(asked, ""))) {
            if (problem.weight() == Problem.Weight.ERROR) {
                problems.computeIfAbsent(
                                changed.get(problem.row() - 1).code(), _ -> new ArrayList<>())
                        .add(language.pick(problem.problem(), problem.problemZh()));
            }
        }
        return new ReportForm(
                form.lines.stream()
                        .map(line ->
                                new Line(
                                        line.code,
                                        line.name,
                                        line.unit,
                                        line.medium,
                                        line.before,
                                        line.declared,
                                        line.bounds,
                                        line.typed,
                                        problems.getOrDefault(line.code, List.of())))
                        .toList(),
                form.document);
    }

    private static ReportForm of(
            EnvironmentLaw law,
            Asked asked,
            @Nullable MultiValueMap<String, String> fields,
            Language language) {
        Amounts amounts = new Amounts(law, language);
        List<Line> lines = new ArrayList<>();
        for (Indicator indicator : law.indicators()) {
            String code = indicator.code();
            String declared = plain(figure(asked, asked.month, code));
            Double before = figure(asked, asked.month.minusMonths(1), code);
            lines.add(
                    new Line(
                            code,
                            amounts.name(code),
                            indicator.unit().equals("share")
                                    ? language.pick("share of 1", "比值（0～1）")
                                    : amounts.unit(code),
                            indicator.medium(),
                            before == null ? "–" : plain(before),
                            declared,
                            asked.limits.stream()
                                    .filter(l -> l.indicator().equals(code))
                                    .map(l -> Amounts.bound(l, language))
                                    .toList(),
                            fields == null ? declared : text(fields, FIELD + code),
                            List.of()));
        }
        List<String> media = lines.stream().map(Line::medium).distinct().toList();
        lines.sort(Comparator.comparingInt(line -> media.indexOf(line.medium)));
        return new ReportForm(lines, fields == null ? "" : text(fields, "document"));
    }

    private static String text(MultiValueMap<String, String> fields, String name) {
        String typed = fields.getFirst(name);
        return typed == null ? "" : typed.strip();
    }

    private static @Nullable Double figure(Asked asked, YearMonth month, String code) {
        MonthlyReturn of = asked.returns.get(month);
        return of == null ? null : of.figures().get(code);
    }

    /// As it can be typed again.
    private static String plain(@Nullable Double value) {
        return value == null
                ? ""
                : new BigDecimal(value.toString()).stripTrailingZeros().toPlainString();
    }

    /// Lines to be handed in.
    public List<Line> changed() {
        return lines.stream().filter(Line::isChanged).toList();
    }

    /// Whether something is to be handed in and nothing is wrong with it.
    boolean isOfGoodForm() {
        return !changed().isEmpty() && lines.stream().allMatch(line -> line.problems.isEmpty());
    }

    /// What is to be handed in, as rows of the ledger.
    ///
    /// @param entered instant of entering; left out where empty
    List<SortedMap<String, String>> rows(Asked asked, String entered) {
        List<SortedMap<String, String>> rows = new ArrayList<>();
        for (Line line : changed()) {
            SortedMap<String, String> cells = new TreeMap<>();
            cells.put("facility", asked.facility);
            cells.put("month", asked.month.toString());
            cells.put("indicator", line.code);
            cells.put("value", line.typed);
            if (!entered.isEmpty()) {
                cells.put("entered", entered);
            }
            if (!document.isEmpty()) {
                cells.put("document", document);
            }
            rows.add(cells);
        }
        return rows;
    }
}
