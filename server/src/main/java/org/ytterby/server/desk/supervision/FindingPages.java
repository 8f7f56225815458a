package org.ytterby.server.desk.supervision;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.ytterby.core.supervision.Explainer;
import org.ytterby.core.supervision.Explanation;
import org.ytterby.core.supervision.Finding;
import org.ytterby.server.analysis.View;
import org.ytterby.server.desk.PageController;
import org.ytterby.server.desk.SavedViews;
import org.ytterby.server.desk.TableFile;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.ReadNote;
import org.ytterby.server.identity.Right;
import org.ytterby.server.supervision.Cases;
import org.ytterby.server.web.Language;

/// The list of findings, and the page of each.
@PageController
@RequestMapping("/supervision/findings")
class FindingPages {
    private static final int PAGE = 50;
    private static final int CASES_MAX = 20;

    private final Cases cases;
    private final SavedViews views;

    FindingPages(Cases cases, SavedViews views) {
        this.cases = cases;
        this.views = views;
    }

    /// A case on a finding.
    ///
    /// @param due empty unless the enterprise is awaited
    public record CaseRow(String name, String state, String due) {}

    private List<CaseRow> casesOn(Finding finding, Caller caller, Language language) {
        if (!Right.SEE_CASES.isOf(caller)) {
            return List.of();
        }
        return cases.list(caller, finding.id(), "", CASES_MAX).items().stream()
                .map(file ->
                        new CaseRow(
                                file.name(),
                                file.state().code(),
                                file.isAwaited() ? language.date(file.dueMicros() - 1) : ""))
                .toList();
    }

    /// What a list is narrowed to; empty where it is not.
    record Filter(String severity, String rule, String facility) implements Predicate<Finding> {
        @Override
        public boolean test(Finding f) {
            return (severity.isEmpty() || f.severity().code().equals(severity))
                    && (rule.isEmpty() || f.rule().code().equals(rule))
                    && (facility.isEmpty() || f.subject().facility().equals(facility));
        }

        Filter withoutRule() {
            return new Filter(severity, "", facility);
        }
    }

    @Allowed(Right.SEE_FINDINGS)
    @GetMapping
    String list(
            Model model,
            View view,
            Caller caller,
            Language language,
            @RequestParam(defaultValue = "") String severity,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "") String facility,
            @RequestParam(defaultValue = "0") int from) {
        Filter filter = new Filter(severity, rule, facility);
        List<FindingView.Ranked> found = FindingLists.of(view, filter);
        int start = Math.clamp(from, 0, found.size());
        int end = Math.min(start + PAGE, found.size());
        ReadNote.rows(end - start);
        model.addAttribute("filter", filter);
        model.addAttribute("saved", views.of(caller.name(), "/supervision/findings"));
        model.addAttribute("rules", rules(FindingLists.of(view, filter.withoutRule())));
        model.addAttribute("total", found.size());
        model.addAttribute("start", start);
        model.addAttribute("end", end);
        model.addAttribute("page", PAGE);
        model.addAttribute("findings", FindingView.of(found.subList(start, end), language));
        return "findings";
    }

    /// The list as a file, all of it.
    @Allowed(Right.SEE_FINDINGS)
    @GetMapping("/csv")
    ResponseEntity<byte[]> csv(
            View view,
            Language language,
            @RequestParam(defaultValue = "") String severity,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "") String facility) {
        return file(view, language, new Filter(severity, rule, facility), "csv");
    }

    /// The same as a workbook.
    @Allowed(Right.SEE_FINDINGS)
    @GetMapping("/xlsx")
    ResponseEntity<byte[]> workbook(
            View view,
            Language language,
            @RequestParam(defaultValue = "") String severity,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "") String facility) {
        return file(view, language, new Filter(severity, rule, facility), "xlsx");
    }

    private static ResponseEntity<byte[]> file(
            View view, Language language, Filter filter, String form) {
        List<FindingView.Ranked> found = FindingLists.of(view, filter);
        ReadNote.rows(found.size());
        TableFile file =
                new TableFile(
                        "rank",
                        "finding",
                        "severity",
                        "rule",
                        "party",
                        "facility",
                        "lot",
                        "mass_kg",
                        "sigma_kg",
                        "q",
                        "days",
                        "message");
        for (FindingView.Ranked ranked : found) {
            Finding f = ranked.finding();
            file.row(
                    ranked.rank(),
                    f.id(),
                    f.severity().code(),
                    f.rule().code(),
                    f.subject().party(),
                    f.subject().facility(),
                    f.subject().lot(),
                    f.weight().massKg(),
                    f.weight().sigmaKg(),
                    f.weight().qValue(),
                    language.days(f),
                    language.say(f.message()));
        }
        return file.answer(form, "findings-" + view.position());
    }

    private static Map<String, Integer> rules(List<FindingView.Ranked> findings) {
        Map<String, Integer> counts = new TreeMap<>();
        findings.forEach(f -> counts.merge(f.finding().rule().code(), 1, Integer::sum));
        return counts;
    }

    /// The finding that a name means, or the id by which the API, cases and mails name it, or the
    /// list of those that it could mean.
    @Allowed(Right.SEE_FINDINGS)
    @GetMapping("/{name}")
    String one(
            Model model, View view, Caller caller, Language language, @PathVariable String name) {
        Explainer explainer = view.now().explainer();
        List<Integer> ranks = explainer.ranks(name);
        List<FindingView.Ranked> seen =
                FindingLists.of(view, _ -> true).stream()
                        .filter(f -> ranks.contains(f.rank()) || f.finding().id().equals(name))
                        .toList();
        if (seen.isEmpty()) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND,
                    language.pick("There is no finding %s.", "没有线索 %s。").formatted(name));
        }
        if (seen.size() > 1) {
            model.addAttribute("findings", FindingView.of(seen, language));
            model.addAttribute("name", name);
            return "findings-of-name";
        }
        Explanation why = explainer.explanation(seen.getFirst().rank());
        Finding finding = why.finding();
        model.addAttribute("view", FindingView.of(why.rank(), finding, language));
        model.addAttribute("finding", finding);
        model.addAttribute("why", why);
        boolean isShown = view.scope().seesAll();
        model.addAttribute("isShown", isShown);
        if (isShown) { // arithmetic draws on records of others too
            model.addAttribute("evidence", ExhibitView.of(why.evidence(), language));
            model.addAttribute("working", ExhibitView.of(why.working(), language));
            model.addAttribute("judgement", ExhibitView.of(why.judgement(), language));
        }
        model.addAttribute("cases", casesOn(finding, caller, language));
        model.addAttribute("mayOpen", Right.WORK_ON_CASES.isOf(caller));
        model.addAttribute("next", why.next().stream().map(language::say).toList());
        model.addAttribute(
                "benign", finding.rule().benignCauses().stream().map(language::say).toList());
        return "finding";
    }
}
