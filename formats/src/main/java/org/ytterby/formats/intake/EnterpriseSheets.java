package org.ytterby.formats.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.environment.Clause;
import org.ytterby.core.environment.Confidence;
import org.ytterby.core.environment.Evidence;
import org.ytterby.core.plan.allocation.Applicant;
import org.ytterby.core.plan.allocation.Applicant.Means;
import org.ytterby.core.plan.allocation.Applicant.PastYear;
import org.ytterby.core.plan.allocation.Consequence;
import org.ytterby.core.plan.allocation.PlanStage;
import org.ytterby.formats.Wording;

/// Reads what enterprises are, can do, made and can prove, and what earlier conduct means for them.
final class EnterpriseSheets {
    private final WorkbookFiles files;
    private final Problems problems;
    private final PolicySheets policy;
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, Enterprise> enterprises = new LinkedHashMap<>();
    private final Map<PlanStage, Map<String, Means>> means = new EnumMap<>(PlanStage.class);
    private final Map<Key, List<PastYear>> history = new HashMap<>();
    private final Map<String, List<Figure>> figures = new HashMap<>();
    private final List<Conduct> conduct = new ArrayList<>();

    private record Enterprise(String name, String nameEn, String group, Set<String> kinds) {}

    /// An enterprise at a stage; without a stage at all of them.
    private record Key(String enterprise, @Nullable PlanStage stage) {
        boolean covers(PlanStage of) {
            return stage == null || stage == of;
        }
    }

    private record Figure(Key key, String indicator, Evidence evidence) {}

    private record Conduct(Key key, Consequence consequence) {}

    EnterpriseSheets(WorkbookFiles files, Problems problems, PolicySheets policy) {
        this.files = files;
        this.problems = problems;
        this.policy = policy;
    }

    void read() {
        readEnterprises();
        readApplications();
        readHistory();
        readIndicators();
        readConsequences();
    }

    /// Position of each enterprise id.
    Map<String, Integer> ids() {
        return ids;
    }

    /// Group of an enterprise; empty for none.
    String group(String enterprise) {
        Enterprise found = enterprises.get(enterprise);
        return found == null ? "" : found.group();
    }

    /// Whoever applies at a stage.
    List<Applicant> applicants(PlanStage stage) {
        List<Applicant> applicants = new ArrayList<>();
        means.getOrDefault(stage, Map.of())
                .forEach((id, can) -> {
                    Enterprise e = Optional.ofNullable(enterprises.get(id)).orElseThrow();
                    applicants.add(
                            new Applicant(
                                    id,
                                    e.name,
                                    e.nameEn,
                                    e.group,
                                    e.kinds,
                                    can,
                                    history.getOrDefault(new Key(id, stage), List.of()),
                                    evidence(id, stage)));
                });
        return applicants;
    }

    /// Figures of an enterprise; those of the stage come before those of all stages.
    private Map<String, Evidence> evidence(String id, PlanStage stage) {
        Map<String, Evidence> found = new HashMap<>();
        for (Figure figure : figures.getOrDefault(id, List.of())) {
            if (figure.key.stage == stage) {
                found.put(figure.indicator, figure.evidence);
            } else if (figure.key.stage == null) {
                found.putIfAbsent(figure.indicator, figure.evidence);
            }
        }
        return found;
    }

    Map<String, List<Consequence>> consequences(PlanStage stage, Set<String> applicants) {
        Map<String, List<Consequence>> found = new HashMap<>();
        for (Conduct c : conduct) {
            if (c.key.covers(stage) && applicants.contains(c.key.enterprise)) {
                found.computeIfAbsent(c.key.enterprise, _ -> new ArrayList<>()).add(c.consequence);
            }
        }
        return found;
    }

    private void readEnterprises() {
        Table table = new Table("enterprises", files, problems);
        int enterprise = table.field("enterprise");
        int group = table.field("group");
        table.forEach(row -> {
            String id = row.text(enterprise);
            Ids.checkNew(row, enterprise, ids);
            if (id.matches("[0-9A-Z]{18}") && !CreditCode.isValid(id)) {
                row.bad(
                        enterprise,
                        new Wording(
                                "the check digit of this unified social credit code is wrong",
                                "统一社会信用代码校验位错误"));
            }
            if (policy.groups().containsKey(id)) {
                row.bad(enterprise, new Wording("a group has this id", "该编号已用于集团"));
            }
            row.reference(group, policy.groups(), "groups");
            if (row.isGood()) {
                ids.put(id, ids.size());
                enterprises.put(
                        id,
                        new Enterprise(
                                row.text(table.field("name")),
                                row.text(table.field("name_en")),
                                row.isAbsent(group) ? "" : row.text(group),
                                PolicySheets.words(row.text(table.field("kinds")))));
            }
        });
    }

    private void readApplications() {
        Table table = new Table("applications", files, problems);
        int stage = table.field("stage");
        int enterprise = table.field("enterprise");
        int design = table.field("design_t");
        int ground = table.field("ground_t");
        table.forEach(row -> {
            int s = row.word(stage);
            row.reference(enterprise, ids, "enterprises");
            Means can =
                    new Means(
                            row.number(table.field("licensed_t"), Double.NaN),
                            row.number(design, Double.NaN),
                            row.number(ground, Double.NaN),
                            row.number(table.field("applied_t"), Double.NaN),
                            row.number(table.field("verified_t"), Double.NaN),
                            row.number(table.field("feed_t"), Double.NaN));
            for (int field : new int[] {design, ground}) {
                if (s >= 0 && PlanStage.values()[s].isMining() && row.isAbsent(field)) {
                    row.bad(field, new Wording("a value is required for mining", "开采环节必填"));
                }
            }
            if (row.isGood()) {
                PlanStage of = PlanStage.values()[s];
                Map<String, Means> at = means.computeIfAbsent(of, _ -> new LinkedHashMap<>());
                if (at.putIfAbsent(row.text(enterprise), can) != null) {
                    Ids.reject(row, enterprise);
                } else if (!policy.isNamed(of)) {
                    problems.note(
                            files.called("applications"),
                            row.number(),
                            "stage",
                            new Wording(
                                    "no policy for this stage; the row is not used",
                                    "该环节没有政策参数，本行未采用"));
                }
            }
        });
    }

    private void readHistory() {
        Set<String> seen = new HashSet<>();
        Table table = new Table("history", files, problems);
        int stage = table.field("stage");
        int enterprise = table.field("enterprise");
        int year = table.field("year");
        table.forEach(row -> {
            int s = row.word(stage);
            row.reference(enterprise, ids, "enterprises");
            int of = row.whole(year, 0);
            double output = row.number(table.field("output_t"), Double.NaN);
            boolean verified = row.word(table.field("verified")) == 0;
            int quota = row.whole(table.field("quota_t"), 0);
            if (!row.isGood()) {
                return;
            }
            PlanStage at = PlanStage.values()[s];
            if (policy.policies().containsKey(at) && of >= policy.policy(at).year()) {
                int planned = policy.policy(at).year();
                row.bad(
                        year,
                        new Wording(
                                "must be a year before the plan of " + planned,
                                "须早于计划年度 " + planned));
            } else if (!seen.add(s + " " + of + " " + row.text(enterprise))) {
                Ids.reject(row, year);
            } else {
                history.computeIfAbsent(new Key(row.text(enterprise), at), _ -> new ArrayList<>())
                        .add(new PastYear(of, output, verified, quota));
            }
        });
    }

    private void readIndicators() {
        Set<String> seen = new HashSet<>();
        Table table = new Table("indicators", files, problems);
        int enterprise = table.field("enterprise");
        int indicator = table.field("indicator");
        table.forEach(row -> {
            row.reference(enterprise, ids, "enterprises");
            int s = row.word(table.field("stage"));
            double value = row.number(table.field("value"), 0);
            boolean verified = row.word(table.field("verified")) == 0;
            Evidence evidence =
                    new Evidence(
                            value,
                            verified,
                            PolicySheets.span(row, table),
                            row.text(table.field("evidence")));
            String name = row.text(indicator).strip();
            if (row.isGood() && !seen.add(s + " " + name + "\n" + row.text(enterprise))) {
                Ids.reject(row, indicator);
            }
            if (row.isGood()) {
                Key key = new Key(row.text(enterprise), s < 0 ? null : PlanStage.values()[s]);
                figures.computeIfAbsent(key.enterprise, _ -> new ArrayList<>())
                        .add(new Figure(key, name, evidence));
            }
        });
    }

    private void readConsequences() {
        Table table = new Table("consequences", files, problems);
        int enterprise = table.field("enterprise");
        int share = table.field("share");
        table.forEach(row -> {
            row.reference(enterprise, ids, "enterprises");
            int s = row.word(table.field("stage"));
            int kind = row.word(table.field("kind"));
            double of = row.number(share, 0);
            boolean needsShare =
                    kind >= 0 && Consequence.Kind.values()[kind] != Consequence.Kind.EXCLUSION;
            if (needsShare && row.isAbsent(share)) {
                row.bad(share, new Wording("a share is required, 0.1 for 10 %", "须填比例，10% 填 0.1"));
            }
            if (row.isGood()) {
                Clause reason =
                        new Clause(
                                row.text(table.field("reason_en")),
                                row.text(table.field("reason")),
                                row.text(table.field("clause")),
                                Confidence.SET);
                conduct.add(
                        new Conduct(
                                new Key(row.text(enterprise), s < 0 ? null : PlanStage.values()[s]),
                                new Consequence(Consequence.Kind.values()[kind], of, reason)));
            }
        });
    }
}
