package org.ytterby.server.desk.cases;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.ytterby.core.ledger.PenaltyClause;
import org.ytterby.core.ledger.entry.CaseFile;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.core.ledger.entry.Proposal;
import org.ytterby.core.supervision.Explainer;
import org.ytterby.core.supervision.Finding;
import org.ytterby.server.analysis.View;
import org.ytterby.server.desk.PageController;
import org.ytterby.server.desk.SavedViews;
import org.ytterby.server.desk.TableFile;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.ReadNote;
import org.ytterby.server.identity.Right;
import org.ytterby.server.ledger.LedgerReader;
import org.ytterby.server.ledger.Proposals;
import org.ytterby.server.supervision.Appeals;
import org.ytterby.server.supervision.Cases;
import org.ytterby.server.web.Language;

/// The list of cases, and the page of each: what happened, and what can be done now.
@PageController
class CasePages {
    private static final int CASES_MAX = 1_000;
    private static final int PROPOSALS_MAX = 1_000;

    private final Cases cases;
    private final Proposals proposals;
    private final SavedViews views;
    private final LedgerReader ledger;
    private final Clock clock;

    CasePages(
            Cases cases, Proposals proposals, SavedViews views, LedgerReader ledger, Clock clock) {
        this.cases = cases;
        this.proposals = proposals;
        this.views = views;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// What a list is narrowed to.
    ///
    /// @param state code of the state, `overdue`, `appealed`, or empty
    /// @param mine whether only those that are assigned to the reader
    public record Filter(String state, boolean mine) {
        private static final String OVERDUE = "overdue";
        private static final String APPEALED = "appealed";

        boolean holds(CaseView view) {
            return state.isEmpty()
                    || switch (state) {
                        case OVERDUE -> view.isOverdue();
                        case APPEALED -> view.ruling() != null;
                        default -> view.state().equals(state);
                    };
        }
    }

    /// @param mine any text for the reader's own
    @Allowed(Right.SEE_CASES)
    @GetMapping("/cases")
    String list(
            Model model,
            Caller caller,
            Language language,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String mine) {
        Filter filter = new Filter(state, !mine.isEmpty());
        Found found = found(caller, language, filter);
        List<CaseView> rows = found.rows;
        model.addAttribute("saved", views.of(caller.name(), "/cases"));
        model.addAttribute("filter", filter);
        model.addAttribute("cases", rows);
        model.addAttribute("seesAll", isAuthority(caller));
        model.addAttribute("isCut", found.isCut);
        return "cases";
    }

    /// The list as a file.
    @Allowed(Right.SEE_CASES)
    @GetMapping("/cases/csv")
    ResponseEntity<byte[]> csv(
            Caller caller,
            Language language,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String mine) {
        return file(caller, language, new Filter(state, !mine.isEmpty()), "csv");
    }

    /// The same as a workbook.
    @Allowed(Right.SEE_CASES)
    @GetMapping("/cases/xlsx")
    ResponseEntity<byte[]> workbook(
            Caller caller,
            Language language,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String mine) {
        return file(caller, language, new Filter(state, !mine.isEmpty()), "xlsx");
    }

    private ResponseEntity<byte[]> file(
            Caller caller, Language language, Filter filter, String form) {
        TableFile file =
                new TableFile(
                        "case", "state", "due", "finding", "rule", "party", "facility", "assigned");
        for (CaseView c : found(caller, language, filter).rows) {
            file.row(
                    c.name(),
                    c.isOverdue() ? Filter.OVERDUE : c.state(),
                    c.due(),
                    c.opened().finding(),
                    c.opened().rule(),
                    c.opened().party(),
                    c.opened().facility(),
                    c.assigned());
        }
        return file.answer(form, "cases");
    }

    /// Whether the cases that the caller lists are those of their jurisdiction, which they see as
    /// wholes, and not those of their organisation.
    private static boolean isAuthority(Caller caller) {
        return caller.seesAll() || caller.overseen() != null;
    }

    /// @param isCut whether there may be more
    private record Found(List<CaseView> rows, boolean isCut) {}

    /// Open ones first, of these the ones that await a reply or a ruling, by the day it is due.
    private Found found(Caller caller, Language language, Filter filter) {
        CaseView.Now now = now();
        List<CaseFile> all =
                cases.list(caller, "", filter.mine ? caller.name() : "", CASES_MAX).items();
        List<CaseView> rows =
                all.stream()
                        .sorted(
                                Comparator.comparing((CaseFile f) ->
                                                f.state() == CaseFile.State.CLOSED
                                                        && !f.isAppealed())
                                        .thenComparingLong(f -> awaited(f, now))
                                        .thenComparing(CaseFile::name))
                        .map(file -> CaseView.of(file, caller, isAuthority(caller), language, now))
                        .filter(filter::holds)
                        .toList();
        ReadNote.rows(rows.size());
        return new Found(rows, all.size() == CASES_MAX);
    }

    private CaseView.Now now() {
        return new CaseView.Now(ledger.law(), Language.micros(clock.instant()));
    }

    /// Until when a reply or a ruling is awaited; the end of time if neither is.
    private static long awaited(CaseFile file, CaseView.Now now) {
        long ruling = Appeals.rulingDueMicros(now.law(), file).orElse(Long.MAX_VALUE);
        return file.state() == CaseFile.State.ASKED ? Math.min(file.dueMicros(), ruling) : ruling;
    }

    /// @param entered position of what was just entered, below 0 if nothing was
    @Allowed(Right.SEE_CASES)
    @GetMapping("/cases/{name}")
    String one(
            Model model,
            View view,
            Caller caller,
            Language language,
            @PathVariable String name,
            @RequestParam(defaultValue = "-1") long entered) {
        CaseFile file = cases.seen(caller, name);
        ReadNote.about(file.opened().party());
        CaseView.Now now = now();
        model.addAttribute(
                "file", CaseView.of(file, caller, cases.isWhole(file, caller), language, now));
        model.addAttribute("actions", CaseAction.possible(file, caller));
        model.addAttribute("proposals", proposals(caller, name, language));
        model.addAttribute("penalties", PenaltyView.of(file, now.law(), language));
        model.addAttribute("laws", laws(language));
        model.addAttribute("entered", entered);
        view.now().reconciliation().findings().stream()
                .filter(f -> f.id().equals(file.opened().finding()))
                .filter(f -> view.scope().sees(view.registry(), f))
                .findFirst()
                .ifPresent(f -> finding(model, f, language));
        return "case";
    }

    /// What clauses are called that cases name by their codes.
    private Map<String, String> laws(Language language) {
        return ledger.law().penalties().stream()
                .collect(
                        Collectors.toMap(
                                PenaltyClause::code,
                                clause -> language.pick(clause.law().en(), clause.law().zh()),
                                (_, later) -> later));
    }

    private static void finding(Model model, Finding finding, Language language) {
        model.addAttribute("sentence", language.sentence(finding.message()));
        model.addAttribute("findingName", Explainer.nameOf(finding));
    }

    /// Penalties that were proposed in a case, for those who see proposals.
    private List<ProposalView> proposals(Caller caller, String name, Language language) {
        if (!Right.SEE_PROPOSALS.isOf(caller)) {
            return List.of();
        }
        return proposals.of(caller, "", PROPOSALS_MAX).stream()
                .filter(p -> isOf(p, name))
                .map(p -> ProposalView.of(p, caller, proposals, language))
                .toList();
    }

    private static boolean isOf(Proposal proposal, String name) {
        return proposal.command() instanceof Command.Penalise penalise
                && penalise.name().equals(name);
    }
}
