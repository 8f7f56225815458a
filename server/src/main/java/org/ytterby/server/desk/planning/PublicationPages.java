package org.ytterby.server.desk.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.entry.Proposal;
import org.ytterby.core.supervision.Text;
import org.ytterby.reports.plan.PlanWords;
import org.ytterby.server.analysis.AnalysisIndex;
import org.ytterby.server.desk.FormKeys;
import org.ytterby.server.desk.PageController;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;
import org.ytterby.server.ledger.Proposals;
import org.ytterby.server.ledger.Submitter.Reason;
import org.ytterby.server.ledger.Submitter.Receipted;
import org.ytterby.server.planning.Draft;
import org.ytterby.server.planning.Publication;
import org.ytterby.server.planning.Publications;
import org.ytterby.server.planning.Workbench;
import org.ytterby.server.web.Language;

/// Publication of a draft: shown as it will be proposed, proposed by one person, approved by
/// another.
@PageController
@RequestMapping("/planning/drafts/{id}/publication")
class PublicationPages {
    private final Publications publications;
    private final Proposals proposals;
    private final Workbench workbench;
    private final DraftFinder finder;
    private final AnalysisIndex index;

    PublicationPages(
            Publications publications,
            Proposals proposals,
            Workbench workbench,
            DraftFinder finder,
            AnalysisIndex index) {
        this.publications = publications;
        this.proposals = proposals;
        this.workbench = workbench;
        this.finder = finder;
        this.index = index;
    }

    /// A recipient's part.
    ///
    /// @param state of its proposal; `none` where it gets nothing, `missing` before it is proposed
    public record Row(
            String stage,
            String party,
            String tonnes,
            String plan,
            String proposal,
            String state) {}

    @Allowed(Right.SEE_DRAFTS)
    @GetMapping
    ModelAndView show(
            Caller caller,
            Language language,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String done) {
        Draft draft = finder.right(id, language);
        ModelAndView page = page(caller, draft, language, List.of());
        page.addObject("done", done);
        return page;
    }

    private ModelAndView page(
            Caller caller, Draft draft, Language language, List<String> refusals) {
        Optional<Publication> kept = publications.find(draft.id());
        Publication publication =
                kept.orElseGet(() -> publications.made(caller, draft, workbench.worked(draft)));
        Map<String, Proposal> found =
                kept.isPresent() ? publications.proposals(publication) : Map.of();
        boolean isWaiting =
                found.values().stream().anyMatch(p -> p.state() == Proposal.State.PROPOSED);
        boolean maySecond = found.values().stream().anyMatch(p -> proposals.maySecond(caller, p));
        ModelAndView page = new ModelAndView("plan-publication");
        page.addObject("draft", DraftPages.Row.of(draft, language));
        page.addObject("isPublished", kept.isPresent());
        page.addObject("isWhole", found.size() == publication.granted().size());
        page.addObject("isWaiting", isWaiting);
        page.addObject("maySecond", maySecond && Right.PLAN.isOf(caller));
        page.addObject("mayPropose", Right.PLAN.isOf(caller));
        page.addObject("year", Integer.toString(publication.year()));
        page.addObject("total", Figures.tonnes(publication.totalT()));
        page.addObject("count", publication.granted().size());
        page.addObject("issued", publication.issuedOn().toString());
        page.addObject(
                "who", publication.made().person() + " · " + publication.made().organisation());
        page.addObject("when", language.moment(publication.made().atMicros()));
        page.addObject("rows", rows(publication, found, language));
        page.addObject("refusals", refusals);
        page.addObject("key", FormKeys.fresh());
        page.addObject("done", "");
        return page;
    }

    private static List<Row> rows(
            Publication publication, Map<String, Proposal> found, Language language) {
        List<Row> rows = new ArrayList<>();
        for (Publication.Recipient r : publication.recipients()) {
            @Nullable Proposal proposal = found.get(r.proposal());
            rows.add(
                    new Row(
                            language.say(PlanWords.of(DraftFinder.stage(r.stage(), language))),
                            r.party(),
                            Figures.tonnes(r.tonnes()),
                            r.plan(),
                            r.proposal(),
                            r.isGranted()
                                    ? proposal == null ? "missing" : proposal.state().code()
                                    : "none"));
        }
        return rows;
    }

    /// @param total as whoever publishes reads it in the notice: what is proposed must sum to it
    @Allowed(Right.PLAN)
    @PostMapping(consumes = "application/x-www-form-urlencoded")
    ModelAndView propose(
            Caller caller,
            Language language,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String total) {
        Draft draft = finder.right(id, language);
        Publication publication =
                publications
                        .find(draft.id())
                        .orElseGet(() -> publications.made(caller, draft, workbench.worked(draft)));
        List<Text> obstacles = publications.obstacles(publication, whole(total), ledger());
        if (!obstacles.isEmpty()) {
            return refused(caller, draft, language, obstacles);
        }
        return ended(
                caller, draft, language, publications.propose(caller, publication), "proposed");
    }

    private static @Nullable Long whole(String total) {
        String digits = total.strip().replace(",", "");
        return digits.matches("[0-9]{1,10}") ? Long.valueOf(digits) : null;
    }

    private Ledger ledger() {
        return index.newest().reconciliation().ledger();
    }

    private ModelAndView refused(
            Caller caller, Draft draft, Language language, List<Text> obstacles) {
        ModelAndView page =
                page(caller, draft, language, obstacles.stream().map(language::say).toList());
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView ended(
            Caller caller, Draft draft, Language language, List<Receipted> refusals, String done) {
        if (refusals.isEmpty()) {
            return new ModelAndView(
                    "redirect:/planning/drafts/%d/publication?done=%s".formatted(draft.id(), done));
        }
        List<Text> told = new ArrayList<>();
        for (Receipted refusal : refusals) {
            Reason reason = refusal.reason();
            if (reason != null) {
                told.add(
                        new Text(
                                reason.subject() + ": " + reason.message(),
                                reason.subject() + "：" + reason.messageZh()));
            }
        }
        return refused(caller, draft, language, told);
    }

    /// @param key of the page that was sent: sent twice it counts once
    @Allowed(Right.PLAN)
    @PostMapping(path = "/approval", consumes = "application/x-www-form-urlencoded")
    ModelAndView approve(
            Caller caller,
            Language language,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String key) {
        Draft draft = finder.right(id, language);
        Publication publication =
                publications
                        .find(draft.id())
                        .orElseThrow(() ->
                                DraftFinder.missing(
                                        language.pick(
                                                "This draft was not published.", "该草案尚未公布。")));
        List<Text> flaws = publications.flaws(publication, ledger());
        if (!flaws.isEmpty()) {
            return refused(caller, draft, language, flaws);
        }
        return ended(
                caller,
                draft,
                language,
                publications.approve(caller, key, publication),
                "approved");
    }
}
