package org.ytterby.server.desk.cases;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.ytterby.core.ledger.entry.Proposal;
import org.ytterby.server.analysis.AnalysisIndex;
import org.ytterby.server.desk.Addresses;
import org.ytterby.server.desk.FormKeys;
import org.ytterby.server.desk.PageController;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.ReadNote;
import org.ytterby.server.identity.Right;
import org.ytterby.server.ledger.Proposals;
import org.ytterby.server.ledger.Submitter.Reason;
import org.ytterby.server.ledger.Submitter.Receipted;
import org.ytterby.server.web.Language;

/// What takes two persons: what waits for the second, and what became of the rest.
@PageController
class ApprovalPages {
    private static final int LIMIT = 1_000;

    private final Proposals proposals;
    private final AnalysisIndex index;

    ApprovalPages(Proposals proposals, AnalysisIndex index) {
        this.proposals = proposals;
        this.index = index;
    }

    /// @param state code of the state; empty for any
    @Allowed(Right.SEE_PROPOSALS)
    @GetMapping("/approvals")
    String list(
            Model model,
            Caller caller,
            Language language,
            @RequestParam(defaultValue = "proposed") String state) {
        List<ProposalView> rows =
                proposals.of(caller, state.equals("any") ? "" : state, LIMIT).stream()
                        .sorted(
                                Comparator.comparing(
                                                (Proposal p) -> !proposals.maySecond(caller, p))
                                        .thenComparing(Proposal::untilMicros)
                                        .thenComparing(Proposal::name))
                        .map(p -> ProposalView.of(p, caller, proposals, language))
                        .toList();
        ReadNote.rows(rows.size());
        model.addAttribute("state", state);
        model.addAttribute("rows", rows);
        model.addAttribute("isCut", rows.size() == LIMIT);
        return "approvals";
    }

    /// @param entered position of what was just entered, below 0 if nothing was
    @Allowed(Right.SEE_PROPOSALS)
    @GetMapping("/approvals/{name}")
    String one(
            Model model,
            Caller caller,
            Language language,
            @PathVariable String name,
            @RequestParam(defaultValue = "-1") long entered) {
        show(model, caller, language, name, "");
        model.addAttribute("entered", entered);
        return "approval";
    }

    private void show(Model model, Caller caller, Language language, String name, String error) {
        Proposal proposal =
                proposals
                        .find(caller, name)
                        .orElseThrow(() ->
                                new ResponseStatusException(
                                        HttpStatus.NOT_FOUND,
                                        language.pick("There is no proposal %s.", "没有提案 %s。")
                                                .formatted(name)));
        ReadNote.about(proposal.organisation());
        model.addAttribute("proposal", ProposalView.of(proposal, caller, proposals, language));
        Map<String, String> names = new HashMap<>();
        index.newest()
                .reconciliation()
                .ledger()
                .registry()
                .parties()
                .forEach(p -> names.put(p.id(), language.name(p)));
        model.addAttribute("names", names);
        model.addAttribute("key", FormKeys.fresh());
        model.addAttribute("error", error);
        model.addAttribute("entered", -1L);
    }

    /// @param key of the page that was sent: sent twice it counts once
    @Allowed(Right.APPROVE)
    @PostMapping("/approvals/{name}/{action:approval|rejection|withdrawal}")
    ModelAndView end(
            Model model,
            Caller caller,
            Language language,
            @PathVariable String name,
            @PathVariable String action,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String reason) {
        show(model, caller, language, name, "");
        if (action.equals("rejection") && reason.isBlank()) {
            return again(model, language.pick("Say why you reject it.", "请填写驳回理由。"));
        }
        ResponseEntity<Receipted> answer =
                switch (action) {
                    case "approval" -> proposals.approve(caller, key, name);
                    case "rejection" ->
                            proposals.reject(caller, key, name, CaseForm.oneLine(reason));
                    default -> proposals.withdraw(caller, key, name);
                };
        Receipted told = Objects.requireNonNull(answer.getBody());
        Reason refusal = told.reason();
        if (refusal != null) {
            return again(model, language.pick(refusal.message(), refusal.messageZh()));
        }
        return new ModelAndView(
                "redirect:/approvals/%s?entered=%d"
                        .formatted(Addresses.segment(name), told.position()));
    }

    private static ModelAndView again(Model model, String error) {
        ModelAndView page = new ModelAndView("approval", HttpStatus.UNPROCESSABLE_CONTENT);
        page.addAllObjects(model.asMap());
        page.addObject("error", error);
        return page;
    }
}
