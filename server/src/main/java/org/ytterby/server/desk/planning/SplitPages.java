package org.ytterby.server.desk.planning;

import java.time.Clock;
import java.time.LocalDate;
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
import org.springframework.web.servlet.ModelAndView;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Party;
import org.ytterby.core.ledger.PartyKind;
import org.ytterby.core.ledger.Registry;
import org.ytterby.core.ledger.entry.DeclaredRow;
import org.ytterby.core.plan.SplitDeadline;
import org.ytterby.core.plan.WorkingDays;
import org.ytterby.server.analysis.AnalysisIndex;
import org.ytterby.server.desk.PageController;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;
import org.ytterby.server.ledger.PlanGrants;
import org.ytterby.server.planning.SplitCalendar;
import org.ytterby.server.web.Language;

/// Plans of groups that are to be split among their enterprises: by when, and how far they are.
@PageController
class SplitPages {
    private static final int YEAR_MIN = 2000;
    private static final int YEAR_MAX = 2200;
    private static final int BATCH_MAX = 20;
    private static final int DAYS_MAX = 250;
    private static final String FORM = "application/x-www-form-urlencoded";

    private final PlanGrants grants;
    private final SplitCalendar calendar;
    private final AnalysisIndex index;
    private final Clock clock;

    SplitPages(PlanGrants grants, SplitCalendar calendar, AnalysisIndex index, Clock clock) {
        this.grants = grants;
        this.calendar = calendar;
        this.index = index;
        this.clock = clock;
    }

    /// A plan of a group.
    ///
    /// @param state `split`, `open`, `overdue` or `unknown`
    /// @param rule how many working days, and where that was read
    public record Row(
            String plan,
            String holder,
            String granted,
            String passed,
            String left,
            String issued,
            String due,
            String rule,
            String state,
            boolean countsHolidays) {}

    @Allowed(Right.SEE_BALANCES)
    @GetMapping("/planning/splits")
    String show(Model model, Caller caller, Language language) {
        fill(model, caller, language, new SplitForm(Map.of(), language));
        return "plan-splits";
    }

    private void fill(Model model, Caller caller, Language language, SplitForm form) {
        model.addAttribute("form", form);
        model.addAttribute("rows", rows(caller, language));
        model.addAttribute("days", calendar.days());
        model.addAttribute("rules", calendar.rules());
        model.addAttribute("mayPlan", Right.PLAN.isOf(caller));
    }

    private List<Row> rows(Caller caller, Language language) {
        Registry registry = index.newest().reconciliation().ledger().registry();
        Map<String, Party> groups = new HashMap<>();
        registry.parties().stream()
                .filter(p -> p.kind() == PartyKind.GROUP)
                .forEach(p -> groups.put(p.id(), p));
        Map<String, Long> passed = grants.passedKg();
        WorkingDays days = calendar.workingDays();
        List<SplitDeadline> deadlines = calendar.deadlines();
        List<Row> rows = new ArrayList<>();
        for (PlanGrants.Balance balance : grants.balances(caller)) {
            Party group = groups.get(balance.holder());
            DeclaredRow row = group == null ? null : grants.row(balance.plan()).orElse(null);
            if (group != null && row != null) {
                rows.add(
                        row(
                                balance,
                                row,
                                passed.getOrDefault(balance.plan(), 0L),
                                new Told(language.name(group), days, deadlines, language)));
            }
        }
        return rows;
    }

    private record Told(
            String holder, WorkingDays days, List<SplitDeadline> deadlines, Language language) {}

    private Row row(PlanGrants.Balance balance, DeclaredRow row, long passedKg, Told told) {
        int year = Integer.parseInt(row.cell("year").strip());
        LocalDate issued = LocalDate.parse(row.cell("issued_on").strip());
        Optional<SplitDeadline> rule =
                told.deadlines.stream()
                        .filter(d -> d.year() == year && d.batch().equals(row.cell("batch")))
                        .findFirst();
        LocalDate due = rule.map(r -> told.days.after(issued, r.workingDays())).orElse(null);
        boolean isSplit = passedKg >= balance.grantedKg();
        String open = due == null ? "unknown" : today().isAfter(due) ? "overdue" : "open";
        Language language = told.language;
        return new Row(
                balance.plan(),
                told.holder,
                language.mass(balance.grantedKg()),
                language.mass(passedKg),
                language.mass(balance.grantedKg() - passedKg),
                issued.toString(),
                due == null ? "–" : due.toString(),
                rule.map(r ->
                                language.pick("%d working days (%s)", "%d 个工作日（%s）")
                                        .formatted(
                                                r.workingDays(),
                                                language.pick(r.source(), r.sourceZh())))
                        .orElse("–"),
                isSplit ? "split" : open,
                told.days.knows(issued.getYear()));
    }

    private LocalDate today() {
        return LedgerTime.dateOf(Language.micros(clock.instant()));
    }

    /// Enters a day of the calendar.
    @Allowed(Right.PLAN)
    @PostMapping(path = "/planning/splits/days", consumes = FORM)
    ModelAndView day(
            Model model,
            Caller caller,
            Language language,
            @RequestParam Map<String, String> given) {
        SplitForm form = new SplitForm(given, language);
        LocalDate day = form.day("day");
        String source = form.source("source");
        if (!form.errors().isEmpty()) {
            return again(model, caller, language, form);
        }
        calendar.name(caller, day, form.value("kind").equals("working"), source);
        return new ModelAndView("redirect:/planning/splits");
    }

    /// Enters a deadline of a batch.
    @Allowed(Right.PLAN)
    @PostMapping(path = "/planning/splits/rules", consumes = FORM)
    ModelAndView rule(
            Model model,
            Caller caller,
            Language language,
            @RequestParam Map<String, String> given) {
        SplitForm form = new SplitForm(given, language);
        int year = form.whole("year", YEAR_MIN, YEAR_MAX);
        int days = form.whole("days", 1, DAYS_MAX);
        String source = form.source("rule-source");
        String batch = form.text("batch", BATCH_MAX);
        if (!form.errors().isEmpty()) {
            return again(model, caller, language, form);
        }
        calendar.rule(caller, year, batch, days, source);
        return new ModelAndView("redirect:/planning/splits");
    }

    private ModelAndView again(Model model, Caller caller, Language language, SplitForm form) {
        fill(model, caller, language, form);
        ModelAndView page = new ModelAndView("plan-splits", HttpStatus.UNPROCESSABLE_CONTENT);
        page.addAllObjects(model.asMap());
        return page;
    }
}
