package org.ytterby.server.desk.planning;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
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
import org.ytterby.core.ledger.Party;
import org.ytterby.core.ledger.PartyKind;
import org.ytterby.core.ledger.Printable;
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
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
    private static final int TEXT_MAX = 300;
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
        fill(model, caller, language);
        model.addAttribute("error", "");
        return "plan-splits";
    }

    private void fill(Model model, Caller caller, Language language) {
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
                                new Told(language.name(group), days, language)));
            }
        }
        return rows;
    }

    private record Told(String holder, WorkingDays days, Language language) {}

    private Row row(PlanGrants.Balance balance, DeclaredRow row, long passedKg, Told told) {
        int year = Integer.parseInt(row.cell("year").strip());
        LocalDate issued = LocalDate.parse(row.cell("issued_on").strip());
        Optional<SplitDeadline> rule = calendar.deadline(year, row.cell("batch"));
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
                                        .formatted(r.workingDays(), r.source()))
                        .orElse("–"),
                isSplit ? "split" : open,
                told.days.knows(issued.getYear()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CHINA);
    }

    /// Enters a day of the calendar.
    @Allowed(Right.PLAN)
    @PostMapping(path = "/planning/splits/days", consumes = FORM)
    ModelAndView day(
            Model model,
            Caller caller,
            Language language,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "off") String kind,
            @RequestParam(defaultValue = "") String source) {
        String from = text(source);
        try {
            LocalDate parsed = LocalDate.parse(day.strip());
            if (!from.isEmpty()) {
                calendar.name(caller, parsed, kind.equals("working"), from);
                return new ModelAndView("redirect:/planning/splits");
            }
        } catch (DateTimeParseException _) {
            return again(model, caller, language);
        }
        return again(model, caller, language);
    }

    /// Enters a deadline of a batch.
    @Allowed(Right.PLAN)
    @PostMapping(path = "/planning/splits/rules", consumes = FORM)
    ModelAndView rule(
            Model model,
            Caller caller,
            Language language,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String batch,
            @RequestParam(defaultValue = "") String days,
            @RequestParam(defaultValue = "") String source) {
        String from = text(source);
        boolean isRight =
                year.strip().matches("[0-9]{4}")
                        && days.strip().matches("[0-9]{1,3}")
                        && !from.isEmpty();
        int count = isRight ? Integer.parseInt(days.strip()) : 0;
        if (count < 1 || count > DAYS_MAX) {
            return again(model, caller, language);
        }
        calendar.rule(caller, Integer.parseInt(year.strip()), text(batch), count, from);
        return new ModelAndView("redirect:/planning/splits");
    }

    private static String text(String given) {
        return Printable.of(given.strip(), TEXT_MAX);
    }

    private ModelAndView again(Model model, Caller caller, Language language) {
        fill(model, caller, language);
        ModelAndView page = new ModelAndView("plan-splits", HttpStatus.UNPROCESSABLE_CONTENT);
        page.addAllObjects(model.asMap());
        page.addObject(
                "error",
                language.pick(
                        "Give a day like 2026-10-01 or a year, 1 to 250 working days, and the notice it was read in.",
                        "请填写日期（如 2026-10-01）或年度，1 至 250 个工作日，以及所依据的通知。"));
        return page;
    }
}
