package org.ytterby.server.desk.planning;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.ytterby.core.ledger.PenaltyClause;
import org.ytterby.core.ledger.Registry;
import org.ytterby.core.ledger.entry.Penalty;
import org.ytterby.server.analysis.AnalysisIndex;
import org.ytterby.server.desk.Basis;
import org.ytterby.server.desk.PageController;
import org.ytterby.server.desk.RewardView;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.ReadNote;
import org.ytterby.server.identity.Right;
import org.ytterby.server.planning.Draft;
import org.ytterby.server.planning.Drafts;
import org.ytterby.server.planning.Responsibility;
import org.ytterby.server.planning.Responsibility.Duty;
import org.ytterby.server.planning.Responsibility.Grounds;
import org.ytterby.server.planning.Workbench;
import org.ytterby.server.web.Language;

/// The responsibility ledger: what enterprises and their groups answer for, and what that would do
/// to the next plan.
@PageController
class ResponsibilityPages {
    private static final int DRAFTS = 20;
    private static final String NOBODY = "–";

    private final Responsibility responsibility;
    private final Drafts drafts;
    private final Workbench workbench;
    private final AnalysisIndex index;

    ResponsibilityPages(
            Responsibility responsibility,
            Drafts drafts,
            Workbench workbench,
            AnalysisIndex index) {
        this.responsibility = responsibility;
        this.drafts = drafts;
        this.workbench = workbench;
        this.index = index;
    }

    /// One thing that an enterprise answers for.
    ///
    /// @param fine that the penalty comes to now
    /// @param range that the dated penalty table gives; empty where it gives none
    /// @param tryOut where its effect on the next plan is tried; absent where it has none
    /// @param hasFallenAway whether nothing is left of it after an appeal
    public record Row(
            Heading head,
            String when,
            String clause,
            String fine,
            String range,
            String reason,
            @Nullable String tryOut,
            boolean hasFallenAway) {}

    /// Whom something is about, and what it is.
    ///
    /// @param what code of the step
    /// @param state code of how far the appeal against a penalty is; empty for all else
    public record Heading(
            String party,
            String name,
            String group,
            String caseName,
            String rule,
            String what,
            String state) {}

    /// Sums of a group.
    public record GroupRow(String group, int confirmed, int penalties, String fines) {}

    @Allowed(Right.SEE_DRAFTS)
    @GetMapping("/planning/responsibility")
    String show(Model model, Caller caller, Language language) {
        Registry registry = index.newest().reconciliation().ledger().registry();
        Map<String, Integer> positions = new TreeMap<>();
        for (int p = 0; p < registry.parties().size(); p++) {
            positions.put(registry.party(p).id(), p);
        }
        Map<String, String> trials = trials();
        List<Row> rows = new ArrayList<>();
        Map<String, List<Duty>> byGroup = new TreeMap<>();
        for (Duty duty : responsibility.all()) {
            String group = group(registry, positions.get(duty.party()), duty, language);
            byGroup.computeIfAbsent(group, _ -> new ArrayList<>()).add(duty);
            rows.add(
                    row(
                            duty,
                            group,
                            name(registry, positions, duty.party(), language),
                            trials,
                            language));
        }
        ReadNote.rows(rows.size());
        model.addAttribute("rows", rows);
        model.addAttribute(
                "groups",
                byGroup.entrySet().stream()
                        .map(e -> groupRow(e.getKey(), e.getValue(), language))
                        .toList());
        model.addAttribute(
                "rewards",
                responsibility.rewards().stream()
                        .map(a ->
                                RewardView.of(
                                        a,
                                        name(registry, positions, a.reward().party(), language),
                                        language))
                        .toList());
        model.addAttribute("maySeeCases", Right.SEE_CASES.isOf(caller));
        return "plan-responsibility";
    }

    private static String name(
            Registry registry, Map<String, Integer> positions, String party, Language language) {
        Integer at = positions.get(party);
        return at == null ? party : language.name(registry.party(at));
    }

    private static String group(
            Registry registry, @Nullable Integer party, Duty duty, Language language) {
        int group = party == null ? Registry.NONE : registry.groupOf(party, duty.atMicros());
        return group == Registry.NONE ? NOBODY : language.name(registry.party(group));
    }

    /// Where a consequence can be tried on the newest draft that an enterprise applies in, by its
    /// id.
    private Map<String, String> trials() {
        Map<String, String> trials = new TreeMap<>();
        Draft newest =
                drafts.list(DRAFTS).stream()
                        .filter(draft -> draft.errors() == 0)
                        .findFirst()
                        .orElse(null);
        if (newest != null) {
            workbench
                    .input(newest)
                    .requests()
                    .forEach(request ->
                            request.applicants()
                                    .forEach(a ->
                                            trials.putIfAbsent(
                                                    a.id(),
                                                    "/planning/drafts/%d/what-if?stage=%s&punished=%s"
                                                            .formatted(
                                                                    newest.id(),
                                                                    request.policy().stage().code(),
                                                                    encoded(a.id())))));
        }
        return trials;
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    private static Row row(
            Duty duty, String group, String name, Map<String, String> trials, Language language) {
        PenaltyClause law = duty.says().law();
        Penalty penalty = duty.penalty();
        return new Row(
                new Heading(
                        duty.party(),
                        name,
                        group,
                        duty.name(),
                        duty.rule(),
                        duty.what(),
                        penalty != null && duty.isPenalty() ? penalty.state().code() : ""),
                language.date(duty.atMicros()),
                clause(duty.says(), language),
                penalty == null || !duty.isPenalty() ? NOBODY : language.yuan(penalty.fineYuan()),
                law == null ? "" : Basis.range(law, language),
                duty.says().reason(),
                duty.hasFallenAway() ? null : trials.get(duty.party()),
                duty.hasFallenAway());
    }

    private static String clause(Grounds says, Language language) {
        PenaltyClause law = says.law();
        if (law == null) {
            return says.clause();
        }
        String title = language.pick(law.law().en(), law.law().zh());
        return law.confidence().equals("primary")
                ? title
                : title + language.pick(" (as the press reported it)", "（据媒体转载）");
    }

    /// What fell away on appeal does not count.
    private static GroupRow groupRow(String group, List<Duty> duties, Language language) {
        int confirmed = 0;
        int penalties = 0;
        long fines = 0;
        for (Duty duty : duties) {
            boolean stands = !duty.hasFallenAway();
            confirmed += stands && duty.what().equals("confirmed") ? 1 : 0;
            penalties += stands && duty.isPenalty() ? 1 : 0;
            fines += duty.fineYuan();
        }
        return new GroupRow(group, confirmed, penalties, language.yuan(fines));
    }
}
