package org.ytterby.server.desk.cases;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.ytterby.server.desk.PageController;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.ReadNote;
import org.ytterby.server.identity.Right;
import org.ytterby.server.supervision.Cases;
import org.ytterby.server.supervision.TipOffs;
import org.ytterby.server.web.Language;

/// What the public told: read, answered, taken up.
@PageController
class TipOffPages {
    private static final int ROWS = 100;
    private static final int EXCERPT = 160;

    private final TipOffs tipOffs;
    private final Cases cases;

    TipOffPages(TipOffs tipOffs, Cases cases) {
        this.tipOffs = tipOffs;
        this.cases = cases;
    }

    /// @param excerpt how it begins
    /// @param messages how many there are
    public record Row(long number, String day, String state, String excerpt, int messages) {
        static Row of(TipOffs.TipOff tipOff, Language language) {
            String text = tipOff.messages().getFirst().text();
            return new Row(
                    tipOff.number(),
                    language.moment(tipOff.receivedMicros()),
                    tipOff.state(),
                    text.codePointCount(0, text.length()) <= EXCERPT
                            ? text
                            : text.substring(0, text.offsetByCodePoints(0, EXCERPT)) + "…",
                    tipOff.messages().size());
        }
    }

    /// @param state any where it is empty
    /// @param before number to go on before
    @Allowed(Right.HEAR_TIP_OFFS)
    @GetMapping("/tip-offs")
    String list(
            Model model,
            Caller caller,
            Language language,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "9007199254740991") long before) {
        List<TipOffs.TipOff> found =
                tipOffs.list(TipOffs.State.of(state).orElse(null), before, ROWS + 1);
        List<Row> rows = found.stream().limit(ROWS).map(t -> Row.of(t, language)).toList();
        ReadNote.rows(rows.size());
        model.addAttribute("state", state);
        model.addAttribute("tipOffs", rows);
        model.addAttribute("next", found.size() > ROWS ? rows.getLast().number() : null);
        return "tip-offs";
    }

    @Allowed(Right.HEAR_TIP_OFFS)
    @GetMapping("/tip-offs/{number}")
    ModelAndView one(Caller caller, Language language, @PathVariable long number) {
        return page(caller, language, number, "", "");
    }

    /// @param text what is written and could not be taken, else empty
    private ModelAndView page(
            Caller caller, Language language, long number, String text, String error) {
        TipOffs.TipOff tipOff = found(number);
        ModelAndView page =
                new ModelAndView(
                        "tip-off",
                        error.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        String finding = TipOffs.finding(number);
        page.addObject("number", number);
        page.addObject("state", tipOff.state());
        page.addObject("messages", TellPages.messages(tipOff, language));
        page.addObject("finding", finding);
        page.addObject("cases", cases.list(caller, finding, "", ROWS).items());
        page.addObject("text", text);
        page.addObject("error", error);
        return page;
    }

    private TipOffs.TipOff found(long number) {
        return tipOffs.find(number)
                .orElseThrow(() ->
                        new ResponseStatusException(
                                HttpStatus.NOT_FOUND, "no such tip-off / 没有该举报"));
    }

    @Allowed(Right.HEAR_TIP_OFFS)
    @PostMapping("/tip-offs/{number}/answer")
    ModelAndView answer(
            Caller caller,
            Language language,
            @PathVariable long number,
            @RequestParam(defaultValue = "") String text) {
        found(number);
        String answer = TellPages.lines(text);
        if (!TipOffs.isText(answer)) {
            return page(caller, language, number, text, TellPages.wrong(answer, language));
        }
        return tipOffs.write(number, true, answer)
                ? new ModelAndView("redirect:/tip-offs/" + number)
                : page(caller, language, number, text, TellPages.full(language));
    }

    @Allowed(Right.HEAR_TIP_OFFS)
    @PostMapping("/tip-offs/{number}/state")
    ModelAndView set(
            Caller caller,
            Language language,
            @PathVariable long number,
            @RequestParam(defaultValue = "") String state) {
        found(number);
        Optional<TipOffs.State> next = TipOffs.State.of(state);
        if (next.isEmpty()) {
            return page(
                    caller,
                    language,
                    number,
                    "",
                    language.pick("Choose how far it is.", "请选择办理状态。"));
        }
        tipOffs.set(number, next.get());
        return new ModelAndView("redirect:/tip-offs/" + number);
    }
}
