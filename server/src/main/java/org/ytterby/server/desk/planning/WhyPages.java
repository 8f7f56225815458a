package org.ytterby.server.desk.planning;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.ytterby.core.environment.Evidence;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.plan.allocation.Allocation;
import org.ytterby.core.plan.allocation.PlanStage;
import org.ytterby.core.plan.allocation.Score;
import org.ytterby.core.supervision.Conduct;
import org.ytterby.reports.plan.PlanSheets;
import org.ytterby.reports.plan.PlanWords;
import org.ytterby.server.analysis.View;
import org.ytterby.server.desk.PageController;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.ReadNote;
import org.ytterby.server.identity.Right;
import org.ytterby.server.planning.ConfirmedFindings;
import org.ytterby.server.planning.Draft;
import org.ytterby.server.planning.Workbench;
import org.ytterby.server.planning.Workbench.Worked;
import org.ytterby.server.web.Language;

/// Why the plan of an enterprise is as it is, and what would move it up.
@PageController
@RequestMapping("/planning/drafts/{id}")
class WhyPages {
    private static final String CONFIRMED = "confirmed_findings";

    private final Workbench workbench;
    private final DraftFinder finder;
    private final ConfirmedFindings findings;
    private final WhyPaper paper;

    WhyPages(Workbench workbench, DraftFinder finder, ConfirmedFindings findings, WhyPaper paper) {
        this.workbench = workbench;
        this.finder = finder;
        this.findings = findings;
        this.paper = paper;
    }

    /// A figure as it was declared and as the ledger tells it.
    ///
    /// @param from what the ledger computed it from
    public record Compared(
            String indicator, String declared, String computed, String difference, String from) {}

    /// @param party id of the enterprise
    @Allowed(Right.SEE_DRAFTS)
    @GetMapping("/why")
    String why(
            Model model,
            View view,
            Caller caller,
            Language language,
            @PathVariable String id,
            @RequestParam String stage,
            @RequestParam String party) {
        Draft draft = finder.right(id, language);
        Allocation plan = DraftFinder.plan(workbench.worked(draft), stage, language);
        Allocation.Row row = row(plan, party, language);
        ReadNote.about(party);
        PlanStage at = plan.request().policy().stage();
        boolean zh = language == Language.ZH;
        model.addAttribute("draft", DraftPages.Row.of(draft, language));
        model.addAttribute("name", TrialView.name(row.applicant(), language));
        model.addAttribute("stage", at.code());
        model.addAttribute("party", party);
        model.addAttribute("first", PlanSheets.section(at, plan, party, zh));
        model.addAttribute("second", PlanSheets.section(at, plan, party, !zh));
        model.addAttribute("compared", compared(view.ledger(), plan, row));
        model.addAttribute("year", plan.request().policy().year() - 1);
        model.addAttribute("isKnown", position(view.ledger(), party) >= 0);
        return "plan-why";
    }

    private static Allocation.Row row(Allocation plan, String party, Language language) {
        return plan.rows().stream()
                .filter(r -> r.applicant().id().equals(party))
                .findFirst()
                .orElseThrow(() ->
                        DraftFinder.missing(
                                language.pick("Nobody of that id applied: ", "没有该申报企业：") + party));
    }

    /// The sheet as a file: what was published of the draft, or what it would be now.
    ///
    /// @param in code of the language; that of the page if empty
    @Allowed(Right.SEE_DRAFTS)
    @GetMapping("/why.pdf")
    ResponseEntity<byte[]> paper(
            View view,
            Caller caller,
            Language language,
            @PathVariable String id,
            @RequestParam String stage,
            @RequestParam String party,
            @RequestParam(defaultValue = "") String in) {
        Draft draft = finder.right(id, language);
        Allocation plan = DraftFinder.plan(workbench.worked(draft), stage, language);
        Allocation.Row row = row(plan, party, language);
        ReadNote.about(party);
        return paper.ofDraft(
                draft,
                new WhyPaper.Asked(
                        plan.request().policy().stage(),
                        plan.request().policy().year(),
                        row.applicant().id(),
                        Language.parse(in).orElse(language)),
                plan,
                view.position());
    }

    private List<Compared> compared(Ledger ledger, Allocation plan, Allocation.Row row) {
        int year = plan.request().policy().year() - 1;
        int party = position(ledger, row.applicant().id());
        List<Compared> compared = new ArrayList<>();
        if (party >= 0) {
            Conduct.of(ledger, party, year)
                    .forEach((indicator, share) ->
                            compared.add(
                                    compared(
                                            indicator,
                                            row.applicant().evidence().get(indicator),
                                            share.value(),
                                            Figures.tonnes(share.part())
                                                    + " / "
                                                    + Figures.tonnes(share.of()))));
        }
        int confirmed = findings.of(row.applicant().id(), year);
        compared.add(
                compared(
                        CONFIRMED,
                        row.applicant().evidence().get(CONFIRMED),
                        confirmed,
                        Integer.toString(confirmed)));
        return compared;
    }

    private static Compared compared(
            String indicator, @Nullable Evidence declared, double computed, String from) {
        return new Compared(
                indicator,
                declared == null ? "–" : Figures.plain(declared.value()),
                Figures.plain(computed),
                declared == null ? "–" : Figures.plain(computed - declared.value()),
                from);
    }

    private static int position(Ledger ledger, String party) {
        for (int p = 0; p < ledger.registry().parties().size(); p++) {
            if (ledger.registry().party(p).id().equals(party)) {
                return p;
            }
        }
        return -1;
    }

    /// A stage and its enterprises, best first.
    public record Ranking(String code, String name, boolean isTold, List<Ranked> rows) {}

    /// An enterprise in the ranking.
    ///
    /// @param best line on which a point is worth most, with what it adds; empty where none does
    public record Ranked(
            int rank,
            String id,
            String name,
            String score,
            String plan,
            String best,
            List<Point> points) {}

    /// What one more point on a line adds.
    public record Point(String line, String reached, String gain) {}

    @Allowed(Right.SEE_DRAFTS)
    @GetMapping("/ranking")
    String ranking(Model model, Caller caller, Language language, @PathVariable String id) {
        Draft draft = finder.right(id, language);
        Worked worked = workbench.worked(draft);
        List<Ranking> rankings = new ArrayList<>();
        for (PlanStage stage : PlanStage.values()) {
            worked.plan(stage).ifPresent(plan -> rankings.add(ranking(stage, plan, language)));
        }
        model.addAttribute("draft", DraftPages.Row.of(draft, language));
        model.addAttribute("rankings", rankings);
        return "plan-ranking";
    }

    private static Ranking ranking(PlanStage stage, Allocation plan, Language language) {
        List<Allocation.Row> rows = plan.ranked();
        List<Ranked> ranked = new ArrayList<>();
        for (Allocation.Row row : rows) {
            ranked.add(ranked(ranked.size() + 1, row, language));
        }
        return new Ranking(
                stage.code(),
                language.say(PlanWords.of(stage)),
                rows.stream().anyMatch(r -> !r.points().isEmpty()),
                ranked);
    }

    private static Ranked ranked(int rank, Allocation.Row row, Language language) {
        List<Point> points = new ArrayList<>();
        String best = "";
        double most = 0;
        for (int j = 0; j < row.points().size(); j++) {
            Score.Line line = row.grounds().score().lines().get(j);
            String name = language.pick(line.of().en(), line.of().zh());
            double gain = row.points().get(j);
            points.add(new Point(name, language.percent(line.ratio()), Figures.gain(gain)));
            if (gain > most) {
                most = gain;
                best =
                        language.pick("%s: %s t a point", "%s：每提高一个百分点 %s 吨")
                                .formatted(name, Figures.gain(gain));
            }
        }
        return new Ranked(
                rank,
                row.applicant().id(),
                TrialView.name(row.applicant(), language),
                Figures.score(row.grounds().score().total()),
                Figures.tonnes(row.tonnes()),
                best,
                points);
    }
}
