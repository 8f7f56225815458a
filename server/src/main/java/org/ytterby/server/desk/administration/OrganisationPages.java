package org.ytterby.server.desk.administration;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.ytterby.core.ledger.Party;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.core.ledger.entry.DeclaredRow;
import org.ytterby.server.analysis.View;
import org.ytterby.server.desk.FormPage;
import org.ytterby.server.desk.PageController;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.ReadNote;
import org.ytterby.server.identity.Right;
import org.ytterby.server.identity.Role;
import org.ytterby.server.ledger.Submitter;
import org.ytterby.server.web.Language;

/// The organisations of the ledger and the groups that they belong to, with dates. What is added is
/// a row of the ledger, and is never taken back.
@PageController
@RequestMapping("/administration")
class OrganisationPages {
    private final Submitter submitter;

    OrganisationPages(Submitter submitter) {
        this.submitter = submitter;
    }

    /// @param entered position of what was just entered, below 0 if nothing was
    @Allowed(Right.ADMINISTER)
    @GetMapping
    String list(
            Model model,
            View view,
            Language language,
            @RequestParam(defaultValue = "-1") long entered) {
        List<OrganisationView> rows =
                IntStream.range(0, view.registry().parties().size())
                        .mapToObj(p -> OrganisationView.of(p, view.registry(), language))
                        .sorted(Comparator.comparing(OrganisationView::party))
                        .toList();
        ReadNote.rows(rows.size());
        model.addAttribute("rows", rows);
        model.addAttribute("entered", entered);
        return "organisations";
    }

    /// @param party that the form begins with
    @Allowed(Right.ADMINISTER)
    @GetMapping("/organisations/{table:parties|memberships}")
    ModelAndView form(
            Model model,
            View view,
            Language language,
            @PathVariable String table,
            @RequestParam(defaultValue = "") String party) {
        return form(model, view, new RowForm(table, Map.of("party", party), language), "");
    }

    private static ModelAndView form(Model model, View view, RowForm form, String refusal) {
        ModelAndView page = FormPage.of("row-form", model, form, refusal);
        page.addObject(
                "known", view.registry().parties().stream().map(Party::id).sorted().toList());
        return page;
    }

    /// Shows the form again, or what will be entered, or enters it.
    ///
    /// @param go `check`, `change` or `enter`
    @Allowed(Right.ADMINISTER)
    @PostMapping("/organisations/{table:parties|memberships}")
    ModelAndView add(
            Model model,
            View view,
            Caller caller,
            Language language,
            @PathVariable String table,
            @RequestParam(defaultValue = "check") String go,
            @RequestParam(defaultValue = "") String key,
            @RequestParam Map<String, String> given) {
        RowForm form = new RowForm(table, given, language);
        if (go.equals("change")) {
            return form(model, view, form, "");
        }
        form.judge(view.registry());
        if (!form.isGood()) {
            return form(model, view, form, "");
        }
        if (!go.equals("enter")) {
            return FormPage.confirm("row-confirm", model, form);
        }
        List<DeclaredRow> rows = List.of(new DeclaredRow(form.table(), form.cells()));
        return FormPage.sent(
                submitter.answer(
                        caller.sender(Role.ADMINISTRATOR),
                        key,
                        rows.toString(),
                        new Command.Declare(rows)),
                "/administration",
                language,
                refusal -> form(model, view, form, refusal));
    }
}
