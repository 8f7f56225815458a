package org.ytterby.server.desk.planning;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.ytterby.core.material.Mass;
import org.ytterby.reports.plan.PlanWords;
import org.ytterby.server.desk.PageController;
import org.ytterby.server.desk.RewardView;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;
import org.ytterby.server.ledger.PlanGrants;
import org.ytterby.server.planning.OwnPlan;
import org.ytterby.server.planning.Publications;
import org.ytterby.server.supervision.Rewards;
import org.ytterby.server.web.Language;

/// What an enterprise was granted, and why: its own amounts and nobody else's.
@PageController
class OwnPlanPages {
    private final Publications publications;
    private final PlanGrants grants;
    private final Rewards rewards;
    private final WhyPaper paper;

    OwnPlanPages(Publications publications, PlanGrants grants, Rewards rewards, WhyPaper paper) {
        this.grants = grants;
        this.publications = publications;
        this.rewards = rewards;
        this.paper = paper;
    }

    /// An own plan.
    ///
    /// @param tonnes as it was published
    /// @param now as the ledger has it after what altered it; `–` where it has none
    /// @param isAltered whether the two differ
    public record Row(
            long draft,
            String stage,
            String stageName,
            int year,
            String tonnes,
            String now,
            boolean isAltered,
            String issued) {}

    @Allowed(Right.SEE_OWN_PLAN)
    @GetMapping("/planning/own")
    String list(Model model, Caller caller, Language language) {
        model.addAttribute(
                "rows",
                publications.own(caller).stream()
                        .map(p -> row(p, granted(caller), language))
                        .toList());
        model.addAttribute(
                "rewards",
                rewards.of(caller.organisation()).stream()
                        .map(a -> RewardView.of(a, a.reward().party(), language))
                        .toList());
        return "plan-own";
    }

    /// What the ledger grants to the caller's organisation now, kg by plan.
    private Map<String, Long> granted(Caller caller) {
        return grants.balancesOf(List.of(caller.organisation())).stream()
                .collect(Collectors.toMap(PlanGrants.Balance::plan, PlanGrants.Balance::grantedKg));
    }

    private static Row row(OwnPlan plan, Map<String, Long> granted, Language language) {
        Long kg = granted.get(plan.plan());
        return new Row(
                plan.draft(),
                plan.stage(),
                language.say(PlanWords.of(DraftFinder.stage(plan.stage(), language))),
                plan.year(),
                Figures.tonnes(plan.tonnes()),
                kg == null ? "–" : Figures.tonnes(kg / Mass.KG_PER_T),
                kg != null && kg != Math.round(plan.tonnes() * Mass.KG_PER_T),
                plan.issuedOn().toString());
    }

    @Allowed(Right.SEE_OWN_PLAN)
    @GetMapping("/planning/own/{draft}/{stage}")
    String why(
            Model model,
            Caller caller,
            Language language,
            @PathVariable String draft,
            @PathVariable String stage) {
        OwnPlan plan = plan(caller, language, draft, stage);
        boolean zh = language == Language.ZH;
        model.addAttribute("row", row(plan, granted(caller), language));
        model.addAttribute("first", zh ? plan.why().zh() : plan.why().en());
        model.addAttribute("second", zh ? plan.why().en() : plan.why().zh());
        return "plan-own-why";
    }

    /// The sheet as a file.
    ///
    /// @param in code of the language; that of the page if empty
    @Allowed(Right.SEE_OWN_PLAN)
    @GetMapping("/planning/own/{draft}/{stage}/why.pdf")
    ResponseEntity<byte[]> paper(
            Caller caller,
            Language language,
            @PathVariable String draft,
            @PathVariable String stage,
            @RequestParam(defaultValue = "") String in) {
        OwnPlan plan = plan(caller, language, draft, stage);
        return paper.ofPublished(
                plan,
                new WhyPaper.Asked(
                        DraftFinder.stage(stage, language),
                        plan.year(),
                        caller.organisation(),
                        Language.parse(in).orElse(language)));
    }

    private OwnPlan plan(Caller caller, Language language, String draft, String stage) {
        return publications.own(caller).stream()
                .filter(p -> Long.toString(p.draft()).equals(draft) && p.stage().equals(stage))
                .findFirst()
                .orElseThrow(() ->
                        DraftFinder.missing(
                                language.pick("Your organisation has no such plan.", "贵单位没有该计划。")));
    }
}
