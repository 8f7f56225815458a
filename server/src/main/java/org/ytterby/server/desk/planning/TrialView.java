package org.ytterby.server.desk.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ytterby.core.plan.allocation.Allocation;
import org.ytterby.core.plan.allocation.Applicant;
import org.ytterby.core.plan.allocation.Policy;
import org.ytterby.core.plan.allocation.Request;
import org.ytterby.core.plan.allocation.ScoreLine;
import org.ytterby.core.supervision.Text;
import org.ytterby.reports.plan.PlanWords;
import org.ytterby.server.web.Language;

/// A stage as it is, the form in which things are tried on it, and what moved.
///
/// @param fields of the policy
/// @param weights of the lines
public record TrialView(
        List<Field> fields, List<Field> weights, List<Choice> applicants, List<Choice> lines) {
    /// A field of the form.
    ///
    /// @param now what stands in the draft
    /// @param given what was written
    /// @param error empty where nothing is wrong
    public record Field(String name, String label, String now, String given, String error) {}

    /// A choice in a list.
    public record Choice(String value, String label) {}

    /// An enterprise before and after.
    ///
    /// @param change of the plan
    /// @param moved whether its plan changes
    public record Moved(
            String id,
            String name,
            String scoreBefore,
            String scoreAfter,
            String before,
            String after,
            String change,
            boolean moved,
            String held) {}

    static TrialView of(
            Request request,
            SortedMap<String, String> given,
            SortedMap<String, Text> errors,
            Language language) {
        Policy policy = request.policy();
        List<Field> fields = new ArrayList<>();
        SortedMap<String, String> now = new TreeMap<>();
        now.put("total", Figures.tonnes(policy.totalT()));
        now.put("reserve", Figures.tonnes(policy.reserveT()));
        now.put("beta", Figures.plain(policy.tuning().beta()));
        now.put("down", Figures.plain(policy.tuning().deltaDown()));
        now.put("up", Figures.plain(policy.tuning().deltaUp()));
        for (String name : List.of("total", "reserve", "beta", "down", "up")) {
            fields.add(field(name, name, now.getOrDefault(name, ""), given, errors, language));
        }
        List<Field> weights = new ArrayList<>();
        List<Choice> lines = new ArrayList<>();
        for (ScoreLine line : request.lines()) {
            String label = language.pick(line.en(), line.zh());
            weights.add(
                    field(
                            "w." + line.indicator(),
                            label,
                            Figures.plain(line.weight()),
                            given,
                            errors,
                            language));
            lines.add(new Choice(line.indicator(), label));
        }
        return new TrialView(
                fields,
                weights,
                request.applicants().stream()
                        .map(a -> new Choice(a.id(), name(a, language)))
                        .toList(),
                lines);
    }

    private static Field field(
            String name,
            String label,
            String now,
            SortedMap<String, String> given,
            SortedMap<String, Text> errors,
            Language language) {
        Text error = errors.get(name);
        return new Field(
                name,
                label,
                now,
                given.getOrDefault(name, ""),
                error == null ? "" : language.say(error));
    }

    static String name(Applicant a, Language language) {
        return language == Language.ZH || a.nameEn().isBlank() ? a.name() : a.nameEn();
    }

    /// What moved, the largest change first.
    static List<Moved> moved(Allocation before, Allocation after, Language language) {
        List<Allocation.Row> rows = new ArrayList<>(after.rows());
        rows.sort(
                Comparator.comparingLong((Allocation.Row row) ->
                                -Math.abs(row.tonnes() - before.row(row.applicant().id()).tonnes()))
                        .thenComparing(row -> -row.tonnes()));
        List<Moved> moved = new ArrayList<>();
        for (Allocation.Row row : rows) {
            Allocation.Row was = before.row(row.applicant().id());
            moved.add(
                    new Moved(
                            row.applicant().id(),
                            name(row.applicant(), language),
                            Figures.score(was.grounds().score().total()),
                            Figures.score(row.grounds().score().total()),
                            Figures.tonnes(was.tonnes()),
                            Figures.tonnes(row.tonnes()),
                            Figures.change(row.tonnes() - was.tonnes()),
                            row.tonnes() != was.tonnes(),
                            language.say(PlanWords.of(row.binding()))));
        }
        return List.copyOf(moved);
    }
}
