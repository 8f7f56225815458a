package org.ytterby.server.desk.planning;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Registry;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.server.analysis.View;
import org.ytterby.server.desk.FieldForm;
import org.ytterby.server.desk.FormPage;
import org.ytterby.server.desk.PageController;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.ReadNote;
import org.ytterby.server.identity.Right;
import org.ytterby.server.identity.Role;
import org.ytterby.server.ledger.PlanChanges;
import org.ytterby.server.ledger.PlanGrants;
import org.ytterby.server.ledger.Proposals;
import org.ytterby.server.web.Language;

/// Plans that were granted, as they stand, how they were altered, and proposing to alter or split
/// them.
@PageController
class ChangePages {
    private static final String FORM = "plan-change-form";
    private static final String PROPOSING = "/planning/changes/proposing";

    private final PlanAccounts accounts;
    private final PlanGrants grants;
    private final PlanChanges changes;
    private final Proposals proposals;
    private final Clock clock;

    ChangePages(
            PlanAccounts accounts,
            PlanGrants grants,
            PlanChanges changes,
            Proposals proposals,
            Clock clock) {
        this.accounts = accounts;
        this.grants = grants;
        this.changes = changes;
        this.proposals = proposals;
        this.clock = clock;
    }

    @Allowed(Right.SEE_BALANCES)
    @GetMapping("/planning/changes")
    String list(Model model, Caller caller, View view, Language language) {
        List<PlanAccounts.Held> seen = accounts.seen(caller, view);
        Map<String, String> names = names(view.registry(), language);
        model.addAttribute(
                "rows", seen.stream().map(h -> ChangeView.Plan.of(h, names, language)).toList());
        List<ChangeView> altered =
                changes.seen(caller).reversed().stream()
                        .map(c -> ChangeView.of(c, language))
                        .toList();
        ReadNote.rows(seen.size() + altered.size());
        model.addAttribute("changes", altered);
        model.addAttribute("mayPlan", Right.PLAN.isOf(caller));
        model.addAttribute("mayPass", isOfGroup(caller));
        model.addAttribute("own", caller.organisation());
        return "plan-changes";
    }

    private static boolean isOfGroup(Caller caller) {
        return caller.has(Role.GROUP_OFFICER) && Right.GRANT.isOf(caller);
    }

    private static Map<String, String> names(Registry registry, Language language) {
        Map<String, String> names = new HashMap<>();
        registry.parties().forEach(p -> names.put(p.id(), language.name(p)));
        return names;
    }

    /// @param kind `amend`, `recall`, `transfer` or `split`
    /// @param plan that the form begins with
    @Allowed(Right.GRANT)
    @GetMapping(PROPOSING)
    ModelAndView form(
            Model model,
            Caller caller,
            View view,
            Language language,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String plan) {
        String today = LedgerTime.dateOf(Language.micros(clock.instant())).toString();
        Asked asked =
                asked(caller, view, language, Map.of("kind", kind, "plan", plan, "issued", today));
        return FormPage.of(FORM, model, asked.form, "");
    }

    /// What was asked, and the plan that it is about.
    private record Asked(ChangeForm form, Optional<PlanAccounts.Held> held) {}

    private Asked asked(Caller caller, View view, Language language, Map<String, String> given) {
        String kind = given.getOrDefault("kind", "");
        if (!ChangeForm.isKind(kind)) {
            throw DraftFinder.missing(language.pick("There is no such change.", "没有此类调整。"));
        }
        if (!(ChangeForm.isOfOfficers(kind) ? Right.PLAN.isOf(caller) : isOfGroup(caller))) {
            throw new ResponseStatusException(
                    HttpStatus.FORBIDDEN,
                    ChangeForm.isOfOfficers(kind)
                            ? language.pick("This is for plan officers.", "该事项由计划管理人员办理。")
                            : language.pick("This is for officers of groups.", "该事项由集团经办人办理。"));
        }
        List<PlanAccounts.Held> seen = accounts.seen(caller, view);
        String plan = given.getOrDefault("plan", "").strip();
        Optional<PlanAccounts.Held> held =
                seen.stream().filter(h -> h.id().equals(plan)).findFirst();
        Map<String, List<FieldForm.Choice>> choices = new HashMap<>();
        Map<String, String> names = names(view.registry(), language);
        choices.put(
                "to",
                seen.stream()
                        .filter(h -> !h.id().equals(plan))
                        .filter(h -> held.filter(h::isAlike).isPresent())
                        .map(h ->
                                new FieldForm.Choice(
                                        h.id(), h.id() + " · " + name(names, h.balance().holder())))
                        .toList());
        List<FieldForm.Choice> members = new ArrayList<>();
        for (String member : accounts.members(caller, view.registry())) {
            members.add(new FieldForm.Choice(member, name(names, member)));
        }
        choices.put("holder", members);
        return new Asked(new ChangeForm(kind, given, choices, language), held);
    }

    private static String name(Map<String, String> names, String party) {
        return names.getOrDefault(party, party);
    }

    /// Shows the form again, or what will be proposed, or proposes it.
    ///
    /// @param go `check`, `change` or `propose`
    /// @param key of the page that was sent: sent twice it counts once
    @Allowed(Right.GRANT)
    @PostMapping(PROPOSING)
    ModelAndView propose(
            Model model,
            Caller caller,
            View view,
            Language language,
            @RequestParam(defaultValue = "check") String go,
            @RequestParam(defaultValue = "") String key,
            @RequestParam Map<String, String> given) {
        Asked asked = asked(caller, view, language, given);
        ChangeForm form = asked.form;
        if (go.equals("change")) {
            return FormPage.of(FORM, model, form, "");
        }
        long left = asked.held.map(h -> h.balance().leftKg()).orElse(0L);
        if (asked.held.isEmpty()) {
            form.wrong("plan", "You see no plan of this id.", "没有可见的该编号计划。");
        } else if (form.kind().equals(ChangeForm.SPLIT)
                && !asked.held.get().balance().holder().equals(caller.organisation())) {
            form.wrong("plan", "Only the group's own plan is split.", "仅可分解本集团持有的计划。");
        }
        form.check(left);
        if (!form.isGood()) {
            return FormPage.of(FORM, model, form, "");
        }
        if (go.equals("propose")) {
            String name = form.kind() + "-" + key;
            Command.FourEyes command = form.command(grants, caller.organisation());
            return FormPage.proposed(
                    proposals.propose(caller, key, name, command, null),
                    name,
                    language,
                    refusal -> FormPage.of(FORM, model, form, refusal));
        }
        PlanAccounts.Held held = asked.held.orElseThrow();
        ModelAndView page = FormPage.confirm("plan-change-confirm", model, form);
        page.addObject(
                "plan", ChangeView.Plan.of(held, names(view.registry(), language), language));
        long more = form.changeKg(left);
        page.addObject("more", ChangeView.signed(more, language));
        page.addObject("after", language.mass(left + more));
        page.addObject(
                "over",
                PlanAccounts.use(held, view)
                        .filter(use -> more < 0 && use.grantedKg() + more < use.usedKg())
                        .map(use -> language.mass(use.usedKg()))
                        .orElse(""));
        return page;
    }
}
