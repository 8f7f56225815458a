package org.ytterby.server.desk.planning;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.ytterby.core.ledger.Printable;
import org.ytterby.core.plan.allocation.Allocation;
import org.ytterby.core.plan.allocation.PlanStage;
import org.ytterby.core.plan.allocation.Request;
import org.ytterby.reports.plan.PlanWords;
import org.ytterby.server.analysis.View;
import org.ytterby.server.desk.PageController;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;
import org.ytterby.server.planning.Draft;
import org.ytterby.server.planning.Drafts;
import org.ytterby.server.planning.TrialForm;
import org.ytterby.server.planning.Workbench;
import org.ytterby.server.planning.Workbench.Worked;
import org.ytterby.server.web.Language;

/// What-if: something is tried on a draft, and the page tells what moves. Nothing of it is kept
/// unless somebody keeps it as a draft of its own, and even that binds nobody.
@PageController
@RequestMapping("/planning/drafts/{id}/what-if")
class TrialPages {
    private static final int TITLE_MAX = 120;

    private final Drafts drafts;
    private final Workbench workbench;
    private final DraftFinder finder;

    TrialPages(Drafts drafts, Workbench workbench, DraftFinder finder) {
        this.drafts = drafts;
        this.workbench = workbench;
        this.finder = finder;
    }

    /// @param stage code of the stage; empty for the first
    /// @param asked fields of the form: shareable, as all filters are
    @Allowed(Right.SEE_DRAFTS)
    @GetMapping
    ModelAndView tryOut(
            View view,
            Caller caller,
            Language language,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String stage,
            @RequestParam Map<String, String> asked) {
        return page(view, caller, language, finder.right(id, language), stage, asked);
    }

    private ModelAndView page(
            View view,
            Caller caller,
            Language language,
            Draft draft,
            String stage,
            Map<String, String> asked) {
        Worked worked = workbench.worked(draft);
        Request request = request(worked, stage, language);
        TrialForm.Read read = TrialForm.read(request, asked);
        ModelAndView page = new ModelAndView("plan-what-if");
        page.addObject("titleError", "");
        page.addObject("draft", DraftPages.Row.of(draft, language));
        page.addObject("mayPlan", Right.PLAN.isOf(caller));
        page.addObject("stage", request.policy().stage().code());
        page.addObject("stageName", language.say(PlanWords.of(request.policy().stage())));
        page.addObject(
                "stages",
                worked.requests().stream()
                        .map(r ->
                                new TrialView.Choice(
                                        r.policy().stage().code(),
                                        language.say(PlanWords.of(r.policy().stage()))))
                        .toList());
        page.addObject("form", TrialView.of(request, read.given(), read.errors(), language));
        page.addObject("given", read.given());
        page.addObject("asked", asked);
        page.addObject("errors", errors(read, language));
        page.addObject("isEmpty", read.isEmpty());
        Request tried = read.tried();
        if (tried == null) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        if (!read.isEmpty()) {
            show(page, worked, worked.with(tried), new Asked(view, language, tried));
        }
        return page;
    }

    private record Asked(View view, Language language, Request tried) {}

    private static void show(ModelAndView page, Worked before, Worked after, Asked asked) {
        PlanStage stage = asked.tried.policy().stage();
        page.addObject("outcome", OutcomeView.of(after, asked.view.ledger(), asked.language));
        Allocation then = after.plan(stage).orElse(null);
        if (then == null) {
            return;
        }
        Allocation now = before.plan(stage).orElse(null);
        page.addObject("now", now == null ? null : totals(now, asked.language));
        page.addObject("then", totals(then, asked.language));
        page.addObject(
                "moved", now == null ? List.of() : TrialView.moved(now, then, asked.language));
    }

    private static StageView.Totals totals(Allocation plan, Language language) {
        return StageView.of(plan, Map.of(), language).totals();
    }

    private static Request request(Worked worked, String stage, Language language) {
        return stage.isEmpty()
                ? worked.requests().getFirst()
                : worked.request(DraftFinder.stage(stage, language))
                        .orElseThrow(() ->
                                DraftFinder.missing(
                                        language.pick(
                                                "The draft does not plan this stage.",
                                                "草案不含该环节。")));
    }

    private static SortedMap<String, String> errors(TrialForm.Read read, Language language) {
        SortedMap<String, String> errors = new TreeMap<>();
        read.errors().forEach((field, text) -> errors.put(field, language.say(text)));
        return errors;
    }

    /// Keeps what was tried as a draft of its own.
    @Allowed(Right.PLAN)
    @PostMapping(path = "/draft", consumes = "application/x-www-form-urlencoded")
    ModelAndView keep(
            View view,
            Caller caller,
            Language language,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String stage,
            @RequestParam(defaultValue = "") String title,
            @RequestParam Map<String, String> asked) {
        Draft draft = finder.right(id, language);
        TrialForm.Read read =
                TrialForm.read(request(workbench.worked(draft), stage, language), asked);
        String called = Printable.of(title.strip(), TITLE_MAX);
        if (read.tried() == null || read.isEmpty() || called.isEmpty()) {
            ModelAndView page = page(view, caller, language, draft, stage, asked);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            if (called.isEmpty()) {
                page.addObject("titleError", language.pick("Give the draft a name.", "请填写草案名称。"));
            }
            return page;
        }
        try {
            long kept = drafts.keep(caller, draft, called, read.given());
            return new ModelAndView("redirect:/planning/drafts/" + kept);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, e.getMessage(), e);
        }
    }
}
