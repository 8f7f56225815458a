package org.ytterby.formats.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ytterby.core.environment.Clause;
import org.ytterby.core.environment.Comparison;
import org.ytterby.core.environment.Condition;
import org.ytterby.core.environment.Confidence;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Span;
import org.ytterby.core.plan.allocation.Band;
import org.ytterby.core.plan.allocation.Gate;
import org.ytterby.core.plan.allocation.PlanStage;
import org.ytterby.core.plan.allocation.Policy;
import org.ytterby.core.plan.allocation.Request;
import org.ytterby.core.plan.allocation.ScoreLine;
import org.ytterby.formats.Wording;

/// Reads what those who plan have decided: policy, groups and their bands, lines of the score,
/// gates.
final class PolicySheets {
    private final WorkbookFiles files;
    private final Problems problems;
    private final Map<PlanStage, Policy> policies = new EnumMap<>(PlanStage.class);
    private final Set<PlanStage> named = EnumSet.noneOf(PlanStage.class);
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Map<String, Integer> groupIds = new HashMap<>();
    private final Map<PlanStage, Map<String, Limits>> limits = new EnumMap<>(PlanStage.class);
    private final Map<PlanStage, List<ScoreLine>> lines = new EnumMap<>(PlanStage.class);
    private final List<Gate> gates = new ArrayList<>();

    private record Group(String parent, String name, String nameEn, int row) {}

    private record Limits(long minT, long maxT, double shareMax) {}

    PolicySheets(WorkbookFiles files, Problems problems) {
        this.files = files;
        this.problems = problems;
    }

    void read() {
        readPolicies();
        readGroups();
        readBands();
        readLines();
        readGates();
    }

    Map<PlanStage, Policy> policies() {
        return policies;
    }

    /// Whether a row of the policy names a stage, be the row good or not.
    boolean isNamed(PlanStage stage) {
        return named.contains(stage);
    }

    Policy policy(PlanStage stage) {
        return Optional.ofNullable(policies.get(stage)).orElseThrow();
    }

    /// Position of each group id.
    Map<String, Integer> groups() {
        return groupIds;
    }

    /// Parent of a group; empty at the top, and where a group is not known.
    String parent(String group) {
        Group found = groups.get(group);
        return found == null ? "" : found.parent();
    }

    List<Gate> gates() {
        return gates;
    }

    List<ScoreLine> lines(PlanStage stage) {
        return lines.getOrDefault(stage, List.of());
    }

    /// Every group with its bounds at a stage.
    List<Band> bands(PlanStage stage) {
        List<Band> bands = new ArrayList<>();
        Map<String, Limits> of = limits.getOrDefault(stage, Map.of());
        groups.forEach((id, g) -> {
            Limits l = of.getOrDefault(id, new Limits(0, Band.NO_MAX, 1));
            bands.add(new Band(id, g.parent, g.name, g.nameEn, l.minT, l.maxT, l.shareMax));
        });
        return bands;
    }

    private void readPolicies() {
        Table table = new Table("policy", files, problems);
        int stage = table.field("stage");
        int reserve = table.field("reserve_t");
        int life = table.field("life_years_min");
        table.forEach(row -> {
            int s = row.word(stage);
            int year = row.whole(table.field("year"), 0);
            long day = row.day(table.field("day"), false, 0);
            int total = row.whole(table.field("total_t"), 0);
            int held = row.whole(reserve, 0);
            double beta = row.number(table.field("beta"), 0);
            double down = row.number(table.field("delta_down"), 1);
            double up = row.number(table.field("delta_up"), Double.POSITIVE_INFINITY);
            double years = row.number(life, 1);
            double use = row.number(table.field("utilisation"), Double.NaN);
            int onGap = row.word(table.field("when_infeasible"));
            if (held > total) {
                row.bad(
                        reserve,
                        new Wording(
                                "the reserve is above the total of " + total + " t",
                                "预留超过总量 " + total + " 吨"));
            }
            PlanStage of = s < 0 ? null : PlanStage.values()[s];
            if (of != null && of.isMining() && row.isAbsent(life)) {
                row.bad(life, new Wording("a value is required for mining", "开采环节必填"));
            }
            if (of != null && policies.containsKey(of)) {
                Ids.reject(row, stage);
            }
            if (of != null) {
                named.add(of);
            }
            if (row.isGood() && of != null) {
                Policy.Tuning tuning = new Policy.Tuning(beta, down, up, years, use);
                Policy.OnGap gap = Policy.OnGap.values()[Math.max(0, onGap)];
                policies.put(of, new Policy(of, year, day, total, held, tuning, gap));
            }
        });
    }

    private void readGroups() {
        Table table = new Table("groups", files, problems);
        int group = table.field("group");
        int parent = table.field("parent");
        table.forEach(row -> {
            Ids.checkNew(row, group, groupIds);
            if (row.isGood()) {
                groupIds.put(row.text(group), groupIds.size());
                groups.put(
                        row.text(group),
                        new Group(
                                row.text(parent).strip(),
                                row.text(table.field("name")),
                                row.text(table.field("name_en")),
                                row.number()));
            }
        });
        String file = files.called("groups");
        Set<String> broken = new HashSet<>();
        groups.forEach((id, g) -> {
            String up = g.parent;
            for (int steps = 0; !up.isEmpty() && !broken.contains(id); steps++) {
                Group next = groups.get(up);
                if (next == null || steps > groups.size()) {
                    broken.add(id);
                    problems.error(file, g.row, "parent", g.parent, wrongParent(next == null));
                } else {
                    up = next.parent;
                }
            }
        });
    }

    private static Wording wrongParent(boolean isUnknown) {
        return isUnknown
                ? new Wording(
                        "no group above it: every parent needs a row of its own",
                        "上级集团不存在：每个上级须有自己的一行")
                : new Wording("groups contain each other in a circle", "集团上下级形成循环");
    }

    private void readBands() {
        Table table = new Table("bands", files, problems);
        int stage = table.field("stage");
        int group = table.field("group");
        int max = table.field("max_t");
        table.forEach(row -> {
            int s = row.word(stage);
            row.reference(group, groupIds, "groups");
            int least = row.whole(table.field("min_t"), 0);
            int most = row.whole(max, (int) Band.NO_MAX);
            double share = row.number(table.field("share_max"), 1);
            if (most < least) {
                row.bad(
                        max,
                        new Wording("the most is below the least of " + least, "上限低于下限 " + least));
            }
            if (row.isGood()) {
                Map<String, Limits> of =
                        limits.computeIfAbsent(PlanStage.values()[s], _ -> new HashMap<>());
                if (of.putIfAbsent(row.text(group), new Limits(least, most, share)) != null) {
                    Ids.reject(row, group);
                }
            }
        });
    }

    private void readLines() {
        Map<PlanStage, Integer> firstRows = new EnumMap<>(PlanStage.class);
        Set<PlanStage> spoiled = EnumSet.noneOf(PlanStage.class);
        Map<PlanStage, Set<String>> seen = new EnumMap<>(PlanStage.class);
        Table table = new Table("lines", files, problems);
        int stage = table.field("stage");
        int indicator = table.field("indicator");
        int fixed = table.field("fixed_on");
        table.forEach(row -> {
            int s = row.word(stage);
            double weight = row.number(table.field("weight"), 0);
            int direction = row.word(table.field("direction"));
            double benchmark = row.number(table.field("benchmark"), 1);
            long fixedOn = row.day(fixed, false, 0);
            PlanStage of = s < 0 ? null : PlanStage.values()[s];
            Policy policy = of == null ? null : policies.get(of);
            if (policy != null && fixedOn >= policy.dayMicros()) {
                row.bad(
                        fixed,
                        new Wording(
                                "a benchmark must be fixed before the day of the policy",
                                "基准须在基准日之前确定"));
            }
            if (of != null
                    && !seen.computeIfAbsent(of, _ -> new HashSet<>())
                            .add(row.text(indicator).strip())) {
                Ids.reject(row, indicator);
            }
            if (!row.isGood() && of != null) {
                spoiled.add(of);
            }
            if (row.isGood() && of != null) {
                firstRows.putIfAbsent(of, row.number());
                lines.computeIfAbsent(of, _ -> new ArrayList<>())
                        .add(
                                new ScoreLine(
                                        row.text(indicator).strip(),
                                        row.text(table.field("name_en")),
                                        row.text(table.field("name")),
                                        weight,
                                        new ScoreLine.Benchmark(
                                                ScoreLine.Direction.values()[direction],
                                                benchmark,
                                                row.text(table.field("unit")),
                                                fixedOn,
                                                row.text(table.field("source")))));
            }
        });
        firstRows.keySet().removeAll(spoiled);
        firstRows.forEach(this::checkWeights);
    }

    private void checkWeights(PlanStage stage, int row) {
        double sum = lines(stage).stream().mapToDouble(ScoreLine::weight).sum();
        if (Math.abs(sum - 1) > Request.WEIGHT_TOLERANCE) {
            problems.error(
                    files.called("lines"),
                    row,
                    "weight",
                    Double.toString(sum),
                    new Wording(
                            "the weights of " + stage.code() + " must sum to 1",
                            stage.code() + " 各项权重合计须为 1"));
        }
    }

    private void readGates() {
        Map<String, Integer> ids = new HashMap<>();
        Table table = new Table("gates", files, problems);
        int gate = table.field("gate");
        table.forEach(row -> {
            Ids.checkNew(row, gate, ids);
            Set<PlanStage> stages = stages(row, table.field("stages"));
            int comparison = row.word(table.field("comparison"));
            double bound = row.number(table.field("bound"), 0);
            int confidence = row.word(table.field("confidence"));
            Span span = span(row, table);
            if (row.isGood()) {
                ids.put(row.text(gate), ids.size());
                gates.add(
                        new Gate(
                                stages,
                                new Condition(
                                        row.text(gate),
                                        row.text(table.field("indicator")).strip(),
                                        Comparison.values()[comparison],
                                        bound,
                                        row.text(table.field("unit")),
                                        words(row.text(table.field("kinds"))),
                                        span,
                                        new Clause(
                                                row.text(table.field("clause_en")),
                                                row.text(table.field("clause")),
                                                row.text(table.field("source")),
                                                Confidence.values()[confidence]))));
            }
        });
    }

    /// Whole days from `from` to `until`, open where empty.
    static Span span(Row row, Table table) {
        int until = table.field("until");
        long first = row.day(table.field("from"), false, LedgerTime.BEGINNING);
        long end = row.day(until, true, LedgerTime.END);
        if (end <= first) {
            row.bad(until, new Wording("it ends before it begins", "截止日早于起始日"));
        }
        return new Span(first, end);
    }

    private static Set<PlanStage> stages(Row row, int field) {
        Set<PlanStage> stages = new HashSet<>();
        for (String word : words(row.text(field))) {
            PlanStage found = null;
            for (PlanStage stage : PlanStage.values()) {
                found = stage.code().equals(word) ? stage : found;
            }
            if (found == null) {
                row.bad(
                        field,
                        new Wording(
                                "no such stage: write rock_mining, ionic_mining, separation, with blanks between them",
                                "没有这个环节：请填 rock_mining、ionic_mining、separation，以空格分隔"));
            } else {
                stages.add(found);
            }
        }
        return stages.isEmpty() ? Set.of(PlanStage.values()) : stages;
    }

    /// Words with blanks or commas between them.
    static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        for (String word : text.strip().split("[\\s,，、;；]+", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }
}
