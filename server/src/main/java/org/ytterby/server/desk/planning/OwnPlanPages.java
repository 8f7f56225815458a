package org.ytterby.server.desk.planning;

import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.ytterby.reports.plan.PlanWords;
import org.ytterby.server.desk.PageController;
import org.ytterby.server.desk.RewardView;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;
import org.ytterby.server.planning.OwnPlan;
import org.ytterby.server.planning.Publications;
import org.ytterby.server.supervision.Rewards;
import org.ytterby.server.web.Language;

/// What an enterprise was granted, and why: its own amounts and nobody else's.
@PageController
class OwnPlanPages {
    private final Publications publications;
    private final Rewards rewards;

    OwnPlanPages(Publications publications, Rewards rewards) {
        this.publications = publications;
        this.rewards = rewards;
    }

    /// An own plan.
    public record Row(
            long draft, String stage, String stageName, int year, String tonnes, String issued) {}

    @Allowed(Right.SEE_OWN_PLAN)
    @GetMapping("/planning/own")
    String list(Model model, Caller caller, Language language) {
        model.addAttribute(
                "rows", publications.own(caller).stream().map(p -> row(p, language)).toList());
        model.addAttribute(
                "rewards",
                rewards.of(caller.organisation()).stream()
                        .map(a -> RewardView.of(a, a.reward().party(), language))
                        .toList());
        return "plan-own";
    }

    private static Row row(OwnPlan plan, Language language) {
        return new Row(
                plan.draft(),
                plan.stage(),
                language.say(PlanWords.of(DraftFinder.stage(plan.stage(), language))),
                plan.year(),
                Figures.tonnes(plan.tonnes()),
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
        List<OwnPlan> own = publications.own(caller);
        OwnPlan plan =
                own.stream()
                        .filter(p ->
                                Long.toString(p.draft()).equals(draft) && p.stage().equals(stage))
                        .findFirst()
                        .orElseThrow(() ->
                                DraftFinder.missing(
                                        language.pick(
                                                "Your organisation has no such plan.",
                                                "贵单位没有该计划。")));
        boolean zh = language == Language.ZH;
        model.addAttribute("row", row(plan, language));
        model.addAttribute("first", zh ? plan.why().zh() : plan.why().en());
        model.addAttribute("second", zh ? plan.why().en() : plan.why().zh());
        return "plan-own-why";
    }
}
