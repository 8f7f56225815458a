package org.ytterby.server.desk.planning;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.ytterby.server.analysis.View;
import org.ytterby.server.desk.PageController;
import org.ytterby.server.environment.Registers;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;
import org.ytterby.server.ledger.Submitter;
import org.ytterby.server.web.Language;

/// Entries in the registers of capacity and of the state stockpile, and of a mine's own reserves:
/// typed, shown to be confirmed, entered.
@PageController
class RegisterEntryPages {
    private static final String REGISTERS = "/planning/registers/{table:capacities|stockpile}";
    private static final String RESERVES = "/environment/reserves";

    private final Registers registers;

    RegisterEntryPages(Registers registers) {
        this.registers = registers;
    }

    /// @param facility that the row is about, where one was chosen already
    @Allowed(Right.KEEP_REGISTERS)
    @GetMapping(REGISTERS + "/entry")
    ModelAndView begin(
            View view,
            Language language,
            @PathVariable String table,
            @RequestParam(defaultValue = "") String facility) {
        return begun(of(table), view, language, facility);
    }

    private static ModelAndView begun(
            Registers.Table table, View view, Language language, String facility) {
        MultiValueMap<String, String> given = new LinkedMultiValueMap<>();
        given.add("facility", facility);
        RegisterForm form = RegisterForm.of(table, given, view, language);
        return page("register-form", form, "page-" + UUID.randomUUID(), HttpStatus.OK);
    }

    /// @param facility the mine, where one was chosen already
    @Allowed(Right.DECLARE)
    @GetMapping(RESERVES + "/entry")
    ModelAndView beginReserves(
            View view, Language language, @RequestParam(defaultValue = "") String facility) {
        requireMine(view, language);
        return begun(Registers.Table.RESERVES, view, language, facility);
    }

    private static void requireMine(View view, Language language) {
        if (Registers.mines(view).isEmpty()) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND,
                    language.pick("Your organisation has no mine.", "贵单位没有矿山。"));
        }
    }

    private static Registers.Table of(String table) {
        return Registers.Table.valueOf(table.toUpperCase(Locale.ROOT));
    }

    private static ModelAndView page(
            String template, RegisterForm form, String key, HttpStatus status) {
        ModelAndView page = new ModelAndView(template, status);
        page.addObject("form", form);
        page.addObject("key", key);
        page.addObject("back", back(form.register()));
        page.addObject(
                "address",
                form.register() == Registers.Table.RESERVES
                        ? RESERVES
                        : "/planning/registers/" + form.table());
        return page;
    }

    private static String back(Registers.Table table) {
        return switch (table) {
            case CAPACITIES -> "/planning/capacity";
            case STOCKPILE -> "/planning/resources";
            case RESERVES -> "/environment";
        };
    }

    /// Judges what was typed, and enters what was confirmed. The key makes a second press the same
    /// request.
    ///
    /// @param go `check`, `change` or `enter`
    @Allowed(Right.KEEP_REGISTERS)
    @PostMapping(path = REGISTERS, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView take(
            Caller caller,
            View view,
            Language language,
            @PathVariable String table,
            @RequestParam(defaultValue = "check") String go,
            @RequestParam String key,
            @RequestParam MultiValueMap<String, String> given) {
        Turn turn = new Turn(caller, view, language, of(table));
        return taken(turn, go, key, given);
    }

    /// The same for reserves of a mine.
    @Allowed(Right.DECLARE)
    @PostMapping(path = RESERVES, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView takeReserves(
            Caller caller,
            View view,
            Language language,
            @RequestParam(defaultValue = "check") String go,
            @RequestParam String key,
            @RequestParam MultiValueMap<String, String> given) {
        requireMine(view, language);
        Turn turn = new Turn(caller, view, language, Registers.Table.RESERVES);
        return taken(turn, go, key, given);
    }

    /// Somebody about to enter a row.
    private record Turn(Caller caller, View view, Language language, Registers.Table table) {}

    private ModelAndView taken(
            Turn turn, String go, String key, MultiValueMap<String, String> given) {
        Language language = turn.language;
        if (!Arrays.asList("check", "change", "enter").contains(go)) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST,
                    language.pick("go: check, change or enter", "go：check、change 或 enter"));
        }
        RegisterForm form = RegisterForm.of(turn.table, given, turn.view, language);
        if (go.equals("change")) {
            return page("register-form", form, key, HttpStatus.OK);
        }
        form.judge(registers, turn.view);
        if (!form.isGood()) {
            return page("register-form", form, key, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (go.equals("check")) {
            return page("register-confirm", form, key, HttpStatus.OK);
        }
        ResponseEntity<Submitter.Receipted> answer =
                registers.entered(turn.caller, key, form.register(), List.of(form.cells()));
        ModelAndView page = new ModelAndView("register-entered");
        page.setStatus(answer.getStatusCode());
        page.addObject("answer", answer.getBody());
        page.addObject("back", back(form.register()));
        return page;
    }
}
