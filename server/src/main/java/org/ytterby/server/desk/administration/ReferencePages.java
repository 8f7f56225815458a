package org.ytterby.server.desk.administration;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.ytterby.core.ledger.LawTable;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.core.ledger.entry.DeclaredRow;
import org.ytterby.core.ledger.entry.Proposal;
import org.ytterby.formats.TableSchema;
import org.ytterby.formats.intake.LawCheck;
import org.ytterby.formats.intake.LawRow;
import org.ytterby.server.analysis.AnalysisIndex;
import org.ytterby.server.desk.FormKeys;
import org.ytterby.server.desk.FormPage;
import org.ytterby.server.desk.PageController;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.ReadNote;
import org.ytterby.server.identity.Right;
import org.ytterby.server.law.LawChanges;
import org.ytterby.server.ledger.Proposals;
import org.ytterby.server.web.Language;

/// The dated law that the service reckons with, and another row of it: written, looked at with what
/// it would alter, proposed, and looked at again by whoever approves it.
@PageController
@RequestMapping("/administration/reference")
class ReferencePages {
    private static final String FORM = "law-form";
    private static final String ROW = "/{table:limits|penalties|duties|split-deadlines}/row";

    private final LawChanges changes;
    private final Proposals proposals;
    private final AnalysisIndex index;
    private final Clock clock;

    ReferencePages(LawChanges changes, Proposals proposals, AnalysisIndex index, Clock clock) {
        this.changes = changes;
        this.proposals = proposals;
        this.index = index;
        this.clock = clock;
    }

    /// A table with its rows.
    public record Shown(String table, String title, String purpose, List<ReferenceRow> rows) {}

    @Allowed(Right.ADMINISTER)
    @GetMapping
    String tables(Model model, Language language) {
        List<Shown> tables = new ArrayList<>();
        for (LawTable table : LawTable.values()) {
            TableSchema schema = LawCheck.schema(table);
            tables.add(
                    new Shown(
                            table.code(),
                            language.pick(schema.title().en(), schema.title().zh()),
                            language.pick(schema.description().en(), schema.description().zh()),
                            changes.rows(table).stream()
                                    .map(row -> ReferenceRow.of(row, language))
                                    .toList()));
        }
        model.addAttribute("tables", tables);
        return "reference";
    }

    /// @param like key of the row that the form begins with; empty for none
    @Allowed(Right.ENACT)
    @GetMapping(ROW)
    ModelAndView form(
            Model model,
            Language language,
            @PathVariable String table,
            @RequestParam(defaultValue = "") String like) {
        LawTable of = table(table);
        Map<String, String> begun = new HashMap<>();
        changes.rows(of).stream()
                .filter(row -> row.key().equals(like))
                .reduce(ReferencePages::later)
                .ifPresent(row -> begun.putAll(row.cells()));
        begun.put(LawTable.FROM, today());
        begun.remove(LawTable.UNTIL);
        return FormPage.of(FORM, model, LawForm.of(of, begun, language), "");
    }

    private static LawRow later(LawRow one, LawRow other) {
        return other.span().fromMicros() > one.span().fromMicros() ? other : one;
    }

    private String today() {
        return LedgerTime.dateOf(Language.micros(clock.instant())).toString();
    }

    /// Shows the form again, or what the row would alter, or proposes it.
    ///
    /// @param go `check`, `change` or `propose`
    /// @param key of the page that was sent: sent twice it counts once
    @Allowed(Right.ENACT)
    @PostMapping(ROW)
    ModelAndView row(
            Model model,
            Caller caller,
            Language language,
            @PathVariable String table,
            @RequestParam(defaultValue = "check") String go,
            @RequestParam(defaultValue = "") String key,
            @RequestParam Map<String, String> given) {
        LawTable of = table(table);
        LawForm form = LawForm.of(of, given, language);
        if (go.equals("change")) {
            return FormPage.of(FORM, model, form, "");
        }
        form.wrong(changes.problems(of, form.cells()));
        if (!form.isGood()) {
            return FormPage.of(FORM, model, form, "");
        }
        if (!go.equals("propose")) {
            ModelAndView page = effect(model, caller, language, of, form);
            page.addObject("key", FormKeys.fresh());
            return page;
        }
        String name = "law-" + key;
        DeclaredRow row = new DeclaredRow(form.table(), form.cells());
        return FormPage.proposed(
                changes.propose(caller, key, name, row, null),
                name,
                language,
                refusal -> FormPage.of(FORM, model, form, refusal));
    }

    private ModelAndView effect(
            Model model, Caller caller, Language language, LawTable table, LawForm form) {
        Map<String, String> names = new HashMap<>();
        index.newest()
                .reconciliation()
                .ledger()
                .registry()
                .parties()
                .forEach(p -> names.put(p.id(), language.name(p)));
        LawEffectView effect =
                LawEffectView.of(
                        form, changes.effect(caller, table, form.cells()), names, language);
        ReadNote.rows(effect.count());
        ModelAndView page = new ModelAndView("law-effect");
        page.addAllObjects(model.asMap());
        page.addObject("form", form);
        page.addObject("effect", effect);
        return page;
    }

    /// What a proposed row would alter, for whoever approves it.
    @Allowed(Right.ENACT)
    @GetMapping("/proposals/{name}")
    ModelAndView proposal(
            Model model, Caller caller, Language language, @PathVariable String name) {
        Proposal proposal =
                proposals
                        .find(caller, name)
                        .filter(p -> p.state() == Proposal.State.PROPOSED)
                        .orElseThrow(() ->
                                new ResponseStatusException(
                                        HttpStatus.NOT_FOUND,
                                        language.pick("No proposal %s waits.", "没有待批准的提案 %s。")
                                                .formatted(name)));
        if (proposal.command() instanceof Command.Enact(DeclaredRow row)) {
            LawTable table = table(row.table());
            ModelAndView page =
                    effect(
                            model,
                            caller,
                            language,
                            table,
                            LawForm.of(table, row.cells(), language));
            page.addObject("proposal", name);
            return page;
        }
        throw new ResponseStatusException(
                HttpStatus.NOT_FOUND,
                language.pick("%s proposes no row of law.", "%s 不是法规数据提案。").formatted(name));
    }

    private static LawTable table(String code) {
        return LawTable.find(code)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, code));
    }
}
