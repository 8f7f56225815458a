package org.ytterby.server.desk.planning;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Registry;
import org.ytterby.core.plan.SplitDeadline;
import org.ytterby.core.plan.WorkingDays;
import org.ytterby.server.analysis.AnalysisIndex;
import org.ytterby.server.desk.PageController;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;
import org.ytterby.server.planning.SplitCalendar;
import org.ytterby.server.planning.Splits;
import org.ytterby.server.web.Language;

/// Plans of groups that are to be split among their enterprises: by when, and how far they are.
@PageController
class SplitPages {
    private static final int YEAR_MIN = 2000;
    private static final int YEAR_MAX = 2200;
    private static final int BATCH_MAX = 20;
    private static final int DAYS_MAX = 250;
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final List<String> OF_DAY = List.of("day", "until", "kind", "source");
    private static final List<String> OF_RULE = List.of("year", "batch", "days", "rule-source");

    private final Splits splits;
    private final SplitCalendar calendar;
    private final AnalysisIndex index;
    private final Clock clock;

    SplitPages(Splits splits, SplitCalendar calendar, AnalysisIndex index, Clock clock) {
        this.splits = splits;
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
            String state) {}

    @Allowed(Right.SEE_BALANCES)
    @GetMapping("/planning/splits")
    String show(Model model, Caller caller, Language language) {
        fill(model, caller, language, new SplitForm(Map.of(), language));
        return "plan-splits";
    }

    private void fill(Model model, Caller caller, Language language, SplitForm form) {
        model.addAttribute("form", form);
        List<Row> rows = rows(caller, language);
        model.addAttribute("rows", rows);
        List<CalendarYear> years = years(rows);
        model.addAttribute("years", years);
        model.addAttribute(
                "withoutHolidays",
                years.stream()
                        .filter(CalendarYear::isMissing)
                        .map(y -> Integer.toString(y.year))
                        .toList());
        model.addAttribute("days", calendar.days());
        model.addAttribute("rules", calendar.rules());
        model.addAttribute("mayPlan", Right.PLAN.isOf(caller));
    }

    /// What the calendar knows of a year.
    ///
    /// @param isNeeded whether a deadline counts days of it
    public record CalendarYear(int year, int closed, int worked, boolean isNeeded) {
        /// Whether its holidays are asked for, and nobody entered any.
        public boolean isMissing() {
            return isNeeded && closed == 0;
        }
    }

    /// Years that deadlines count in or that something was entered of, in order.
    private List<CalendarYear> years(List<Row> rows) {
        SortedMap<Integer, CalendarYear> years = new TreeMap<>();
        for (SplitCalendar.Entered entered : calendar.years()) {
            years.put(
                    entered.year(),
                    new CalendarYear(entered.year(), entered.closed(), entered.worked(), false));
        }
        for (Row row : rows) {
            int last = row.due.equals("–") ? -1 : LocalDate.parse(row.due).getYear();
            for (int year = LocalDate.parse(row.issued).getYear(); year <= last; year++) {
                years.merge(
                        year,
                        new CalendarYear(year, 0, 0, true),
                        (known, _) ->
                                new CalendarYear(known.year, known.closed, known.worked, true));
            }
        }
        return List.copyOf(years.values());
    }

    private List<Row> rows(Caller caller, Language language) {
        return rows(caller, language, calendar.workingDays(), calendar.deadlines());
    }

    private List<Row> rows(
            Caller caller, Language language, WorkingDays days, List<SplitDeadline> deadlines) {
        Registry registry = index.newest().reconciliation().ledger().registry();
        Map<String, String> names = new HashMap<>();
        registry.parties().forEach(p -> names.put(p.id(), language.name(p)));
        Told told = new Told(names, days, deadlines, language);
        return splits.of(caller, registry).stream().map(split -> row(split, told)).toList();
    }

    private record Told(
            Map<String, String> names,
            WorkingDays days,
            List<SplitDeadline> deadlines,
            Language language) {}

    private Row row(Splits.Split split, Told told) {
        Optional<SplitDeadline> rule = split.rule(told.deadlines);
        LocalDate due =
                rule.map(r -> told.days.after(split.issued(), r.workingDays())).orElse(null);
        String open = due == null ? "unknown" : today().isAfter(due) ? "overdue" : "open";
        Language language = told.language;
        return new Row(
                split.plan(),
                told.names.getOrDefault(split.holder(), split.holder()),
                language.mass(split.grantedKg()),
                language.mass(split.passedKg()),
                language.mass(split.grantedKg() - split.passedKg()),
                split.issued().toString(),
                due == null ? "–" : due.toString(),
                rule.map(r ->
                                language.pick("%d working days (%s)", "%d 个工作日（%s）")
                                        .formatted(
                                                r.workingDays(),
                                                language.pick(r.source(), r.sourceZh())))
                        .orElse("–"),
                split.isWhole() ? "split" : open);
    }

    private LocalDate today() {
        return LedgerTime.dateOf(Language.micros(clock.instant()));
    }

    /// A plan that is due on another day by what would be entered.
    public record Moved(String plan, String holder, String before, String after) {}

    /// What would be entered, and what it would move; nothing is entered yet.
    ///
    /// @param what `days` or `rules`
    /// @param then the rows as they would be
    private ModelAndView confirm(
            Caller caller, Language language, SplitForm form, String what, List<Row> then) {
        List<Row> now = rows(caller, language);
        List<Moved> moved = new ArrayList<>();
        for (int i = 0; i < Math.min(now.size(), then.size()); i++) {
            if (!now.get(i).due().equals(then.get(i).due())) {
                moved.add(
                        new Moved(
                                now.get(i).plan(),
                                now.get(i).holder(),
                                now.get(i).due(),
                                then.get(i).due()));
            }
        }
        ModelAndView page = new ModelAndView("plan-split-confirm");
        page.addObject("form", form);
        page.addObject("what", what);
        page.addObject("names", what.equals("days") ? OF_DAY : OF_RULE);
        page.addObject("moved", moved);
        page.addObject("person", caller.name());
        page.addObject("organisation", caller.organisation());
        return page;
    }

    /// Shows the form again, or what would be entered, or enters days of the calendar.
    ///
    /// @param go `check`, `change` or `enter`
    @Allowed(Right.PLAN)
    @PostMapping(path = "/planning/splits/days", consumes = FORM)
    ModelAndView day(
            Model model,
            Caller caller,
            Language language,
            @RequestParam(defaultValue = "check") String go,
            @RequestParam Map<String, String> given) {
        SplitForm form = new SplitForm(given, language);
        if (go.equals("change")) {
            return show(model, caller, language, form, HttpStatus.OK);
        }
        LocalDate day = form.day("day");
        LocalDate last = form.until(day);
        String source = form.source("source");
        if (!form.errors().isEmpty()) {
            return again(model, caller, language, form);
        }
        boolean isWorking = form.value("kind").equals("working");
        if (!go.equals("enter")) {
            WorkingDays days = calendar.workingDays();
            for (LocalDate each = day; !each.isAfter(last); each = each.plusDays(1)) {
                days = days.with(each, isWorking);
            }
            List<Row> then = rows(caller, language, days, calendar.deadlines());
            return confirm(caller, language, form, "days", then);
        }
        calendar.name(caller, day, last, isWorking, source);
        return new ModelAndView("redirect:/planning/splits");
    }

    /// Shows the form again, or what would be entered, or enters a deadline of a batch.
    ///
    /// @param go `check`, `change` or `enter`
    @Allowed(Right.PLAN)
    @PostMapping(path = "/planning/splits/rules", consumes = FORM)
    ModelAndView rule(
            Model model,
            Caller caller,
            Language language,
            @RequestParam(defaultValue = "check") String go,
            @RequestParam Map<String, String> given) {
        SplitForm form = new SplitForm(given, language);
        if (go.equals("change")) {
            return show(model, caller, language, form, HttpStatus.OK);
        }
        int year = form.whole("year", YEAR_MIN, YEAR_MAX);
        int days = form.whole("days", 1, DAYS_MAX);
        String source = form.source("rule-source");
        String batch = form.text("batch", BATCH_MAX);
        if (!form.errors().isEmpty()) {
            return again(model, caller, language, form);
        }
        if (!go.equals("enter")) {
            List<SplitDeadline> deadlines = new ArrayList<>();
            deadlines.add(SplitCalendar.deadline(year, batch, days, source));
            deadlines.addAll(calendar.deadlines());
            List<Row> then = rows(caller, language, calendar.workingDays(), deadlines);
            return confirm(caller, language, form, "rules", then);
        }
        calendar.rule(caller, year, batch, days, source);
        return new ModelAndView("redirect:/planning/splits");
    }

    private ModelAndView again(Model model, Caller caller, Language language, SplitForm form) {
        return show(model, caller, language, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView show(
            Model model, Caller caller, Language language, SplitForm form, HttpStatus status) {
        fill(model, caller, language, form);
        ModelAndView page = new ModelAndView("plan-splits", status);
        page.addAllObjects(model.asMap());
        return page;
    }
}
