package org.ytterby.server.desk.ledger;

import java.time.Clock;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
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
import org.ytterby.core.ledger.Facility;
import org.ytterby.core.ledger.FacilityStage;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Registry;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.core.ledger.entry.DeclaredRow;
import org.ytterby.core.material.Product;
import org.ytterby.core.supervision.MonthReport;
import org.ytterby.server.analysis.View;
import org.ytterby.server.desk.Basis;
import org.ytterby.server.desk.MonthOf;
import org.ytterby.server.desk.PageController;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;
import org.ytterby.server.identity.Role;
import org.ytterby.server.ledger.LedgerReader;
import org.ytterby.server.ledger.Submitter;
import org.ytterby.server.web.Language;

/// The report of a month: what is done, what is missing, and entry by hand.
@PageController
@RequestMapping("/ledger/month")
class MonthPages {
    private static final List<String> DUTIES = List.of("record-flow", "report-month");

    private final Submitter submitter;
    private final LedgerReader ledger;
    private final Clock clock;

    MonthPages(Submitter submitter, LedgerReader ledger, Clock clock) {
        this.submitter = submitter;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// @param month such as `2026-01`; empty for the last one that anybody reported
    /// @param facility empty for the first of the own ones
    /// @param receive id of a shipment that the grid begins with
    @Allowed(Right.DECLARE)
    @GetMapping
    String month(
            Model model,
            View view,
            Language language,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String facility,
            @RequestParam(defaultValue = "") String receive) {
        YearMonth asked = month(view, month, language);
        MonthTasks tasks = tasks(model, view, language, asked, facility);
        List<Map<String, String>> begun = new ArrayList<>();
        for (MonthTasks.Shipment shipment : tasks.unanswered()) {
            if (shipment.record().equals(receive)) {
                begun.add(
                        Map.of(
                                "record", tasks.facility() + "-" + brief(),
                                "type", "receipt",
                                "direction", "in",
                                "lot", shipment.lot(),
                                "product", shipment.product(),
                                "mass_kg", shipment.kg(),
                                "partner", shipment.from(),
                                "document", shipment.document()));
            }
        }
        model.addAttribute("grid", Grid.of(begun));
        model.addAttribute("key", key());
        return "month";
    }

    private static YearMonth month(View view, String text, Language language) {
        try {
            return text.isEmpty()
                    ? YearMonth.from(
                            LedgerTime.dateOf(
                                    view.now().reconciliation().ledger().lastMicros() - 1))
                    : YearMonth.parse(text);
        } catch (DateTimeParseException e) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST,
                    language.pick("A month is written like 2026-01.", "月份应写作 2026-01。"),
                    e);
        }
    }

    /// The facilities of which the reader may report months.
    static List<Facility> facilities(View view) {
        return MonthOf.facilities(view, MonthPages::isReported);
    }

    private static boolean isReported(Facility facility) {
        return facility.stage() != FacilityStage.OUTSIDE;
    }

    /// What stands above the grid.
    private MonthTasks tasks(
            Model model, View view, Language language, YearMonth month, String facility) {
        Registry registry = view.registry();
        MonthOf about =
                MonthOf.of(
                        view,
                        month,
                        MonthPages::isReported,
                        facility,
                        language.pick("No facility of yours: ", "不是本企业的生产场所：") + facility);
        String chosen = about.facility().id();
        long begin = LedgerTime.parseDate(month + "-01").orElseThrow();
        MonthTasks tasks =
                MonthTasks.of(
                        view.now().reconciliation().ledger(),
                        MonthReport.of(
                                        view.now().reconciliation().ledger(),
                                        f -> registry.facility(f).id().equals(chosen),
                                        begin)
                                .getFirst(),
                        language);
        model.addAttribute("about", about);
        model.addAttribute("month", month);
        model.addAttribute("tasks", tasks);
        model.addAttribute("columns", Grid.COLUMNS);
        model.addAttribute("help", Grid.help(language));
        model.addAttribute(
                "basis",
                Basis.duties(ledger.law(), DUTIES, Language.micros(clock.instant()), language));
        model.addAttribute(
                "products",
                view.now().reconciliation().ledger().declarations().products().stream()
                        .map(Product::id)
                        .sorted()
                        .toList());
        return tasks;
    }

    /// Judges what was typed: shows it again with what is wrong, or to be confirmed.
    @Allowed(Right.DECLARE)
    @PostMapping(path = "/rows", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView check(
            Model model,
            View view,
            Language language,
            @RequestParam String month,
            @RequestParam String facility,
            @RequestParam String key,
            @RequestParam MultiValueMap<String, String> form) {
        tasks(model, view, language, month(view, month, language), facility);
        Grid grid = Grid.typed(form, facility, language);
        model.addAttribute("grid", grid);
        model.addAttribute("key", key);
        boolean isRight = grid.isOfGoodForm() && !form.containsKey("back");
        model.addAttribute("isWrong", !isRight && !form.containsKey("back"));
        return new ModelAndView(
                isRight ? "month-confirm" : "month",
                model.asMap(),
                isRight || form.containsKey("back")
                        ? HttpStatus.OK
                        : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /// Enters what was confirmed. The key makes a second press the same request.
    @Allowed(Right.DECLARE)
    @PostMapping(path = "/entries", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView enter(
            Caller caller,
            Language language,
            @RequestParam String month,
            @RequestParam String facility,
            @RequestParam String key,
            @RequestParam MultiValueMap<String, String> form) {
        Grid grid = Grid.typed(form, facility, language);
        if (!grid.isOfGoodForm()) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    language.pick("What was confirmed is not what was checked.", "确认内容与核对内容不一致。"));
        }
        List<DeclaredRow> rows =
                grid.records(facility).stream().map(r -> new DeclaredRow("flows", r)).toList();
        ResponseEntity<Submitter.Receipted> answer =
                submitter.answer(
                        caller.sender(Role.ADMINISTRATOR),
                        key,
                        rows.toString(),
                        new Command.Declare(rows));
        ModelAndView page = new ModelAndView("month-entered");
        page.setStatus(answer.getStatusCode());
        page.addObject("answer", answer.getBody());
        page.addObject("month", month);
        page.addObject("facility", facility);
        return page;
    }

    private static String key() {
        return "page-" + UUID.randomUUID();
    }

    private static String brief() {
        return HexFormat.of().toHexDigits((int) UUID.randomUUID().getMostSignificantBits());
    }
}
