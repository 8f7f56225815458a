package org.ytterby.server.desk.supervision;

import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.ytterby.core.supervision.Reconciliation;
import org.ytterby.core.supervision.Severity;
import org.ytterby.server.analysis.View;
import org.ytterby.server.desk.PageController;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;
import org.ytterby.server.web.Language;

/// The supervisor's morning: how much is in doubt, and what to look at first.
@PageController
class OverviewPages {
    private static final int FIRST = 10;

    @Allowed(Right.SEE_FINDINGS)
    @GetMapping("/supervision")
    String overview(Model model, View view, Caller caller, Language language) {
        Reconciliation answer = view.now().reconciliation();
        List<FindingView.Ranked> findings = FindingLists.of(view, _ -> true);
        model.addAttribute("total", findings.size());
        model.addAttribute("high", count(findings, Severity.HIGH));
        model.addAttribute("medium", count(findings, Severity.MEDIUM));
        model.addAttribute("low", count(findings, Severity.LOW));
        model.addAttribute(
                "first",
                FindingView.of(findings.subList(0, Math.min(FIRST, findings.size())), language));
        model.addAttribute("doubt", Doubt.of(findings, language));
        model.addAttribute("plans", PlanBar.of(answer, view.scope(), language));
        model.addAttribute("silent", Silence.of(answer.ledger(), view.scope(), language));
        model.addAttribute("map", FacilityMap.of(view, findings));
        model.addAttribute("mayTry", Right.WORK_ON_CASES.isOf(caller));
        return "overview";
    }

    private static long count(List<FindingView.Ranked> findings, Severity severity) {
        return findings.stream().filter(f -> f.finding().severity() == severity).count();
    }
}
