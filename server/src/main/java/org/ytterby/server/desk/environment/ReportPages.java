package org.ytterby.server.desk.environment;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.ytterby.core.environment.Months;
import org.ytterby.core.environment.PlantKinds;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.core.ledger.entry.DeclaredRow;
import org.ytterby.server.analysis.View;
import org.ytterby.server.desk.MonthOf;
import org.ytterby.server.desk.PageController;
import org.ytterby.server.environment.Reviews;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;
import org.ytterby.server.identity.Role;
import org.ytterby.server.ledger.Submitter;
import org.ytterby.server.web.Language;

/// The form of a month's environmental return: typed, shown to be confirmed, entered. What is
/// beyond a limit is taken like everything else.
@PageController
@RequestMapping("/environment/report")
class ReportPages {
    private final Reviews reviews;
    private final Submitter submitter;
    private final Clock clock;

    ReportPages(Reviews reviews, Submitter submitter, Clock clock) {
        this.reviews = reviews;
        this.submitter = submitter;
        this.clock = clock;
    }

    /// @param month such as `2026-01`; empty for the last one that anybody reported
    /// @param facility empty for the first of the own ones
    @Allowed(Right.DECLARE)
    @GetMapping
    String report(
            Model model,
            View view,
            Language language,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String facility) {
        ReportForm.Asked asked = asked(model, view, language, month, facility);
        model.addAttribute("form", ReportForm.begun(reviews.law(), asked, language));
        model.addAttribute("key", "page-" + UUID.randomUUID());
        return "environment-report";
    }

    /// What stands above the form.
    private ReportForm.Asked asked(
            Model model, View view, Language language, String month, String facility) {
        Months months = EnvironmentPages.months(month, view, language);
        MonthOf about =
                MonthOf.of(
                        view,
                        months.until(),
                        f -> f.stage().owesEnvironmentalReturns(),
                        facility,
                        language.pick(
                                        "No facility of yours that owes environmental returns: ",
                                        "不是本企业应报环境月报的场所：")
                                + facility);
        long last = months.span().untilMicros() - 1;
        Set<String> kinds = PlantKinds.of(view.ledger().declarations(), about.index(), last);
        model.addAttribute("about", about);
        model.addAttribute("facility", about.facility());
        model.addAttribute("month", about.month());
        return new ReportForm.Asked(
                about.facility().id(),
                about.month(),
                reviews.book(view, months).of(about.index()),
                reviews.law().limits().stream().filter(l -> l.binds(kinds, last)).toList());
    }

    /// Judges what was typed: shows it again with what is wrong, or to be confirmed.
    @Allowed(Right.DECLARE)
    @PostMapping(path = "/figures", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView check(
            Model model,
            View view,
            Language language,
            @RequestParam String month,
            @RequestParam String facility,
            @RequestParam String key,
            @RequestParam MultiValueMap<String, String> fields) {
        ReportForm.Asked asked = asked(model, view, language, month, facility);
        ReportForm form = ReportForm.typed(reviews.law(), asked, fields, language);
        boolean isBack = fields.containsKey("back");
        boolean isRight = form.isOfGoodForm() && !isBack;
        model.addAttribute("form", form);
        model.addAttribute("key", key);
        model.addAttribute("isWrong", !isRight && !isBack);
        return new ModelAndView(
                isRight ? "environment-confirm" : "environment-report",
                model.asMap(),
                isRight || isBack ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /// Enters what was confirmed. The key makes a second press the same request.
    @Allowed(Right.DECLARE)
    @PostMapping(path = "/entries", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView enter(
            Caller caller,
            View view,
            Language language,
            @RequestParam String month,
            @RequestParam String facility,
            @RequestParam String key,
            @RequestParam MultiValueMap<String, String> fields) {
        YearMonth of = EnvironmentPages.months(month, view, language).until();
        ReportForm.Asked asked = new ReportForm.Asked(facility, of, new TreeMap<>(), List.of());
        ReportForm form = ReportForm.typed(reviews.law(), asked, fields, language);
        if (!form.isOfGoodForm()) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    language.pick("What was confirmed is not what was checked.", "确认内容与核对内容不一致。"));
        }
        String now = LedgerTime.format(Language.micros(clock.instant()));
        List<DeclaredRow> rows =
                form.rows(asked, now).stream()
                        .map(cells -> new DeclaredRow(ReportForm.TABLE, cells))
                        .toList();
        ResponseEntity<Submitter.Receipted> answer =
                submitter.answer(
                        caller.sender(Role.ADMINISTRATOR),
                        key,
                        form.rows(asked, "").toString(),
                        new Command.Declare(rows));
        ModelAndView page = new ModelAndView("environment-entered");
        page.setStatus(answer.getStatusCode());
        page.addObject("answer", answer.getBody());
        page.addObject("month", of);
        page.addObject("facility", facility);
        return page;
    }
}
