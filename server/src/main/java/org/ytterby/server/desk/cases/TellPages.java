package org.ytterby.server.desk.cases;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.ytterby.server.desk.PageController;
import org.ytterby.server.identity.OpenToAll;
import org.ytterby.server.supervision.TipOffs;
import org.ytterby.server.web.Language;

/// Where anybody tells something, unknown if they wish, and comes back by a code.
@PageController
class TellPages {
    private final TipOffs tipOffs;

    TellPages(TipOffs tipOffs) {
        this.tipOffs = tipOffs;
    }

    @OpenToAll
    @GetMapping("/tell")
    ModelAndView form() {
        return page("", "");
    }

    @OpenToAll
    @PostMapping("/tell")
    ModelAndView tell(Language language, @RequestParam(defaultValue = "") String text) {
        String told = lines(text);
        if (!TipOffs.isText(told)) {
            return page(text, wrong(told, language));
        }
        ModelAndView page = new ModelAndView("told");
        page.addObject("code", tipOffs.add(told));
        return page;
    }

    /// @param error empty if nothing is wrong
    private static ModelAndView page(String text, String error) {
        ModelAndView page =
                new ModelAndView(
                        "tell", error.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("text", text);
        page.addObject("error", error);
        return page;
    }

    @OpenToAll
    @GetMapping("/tell/follow")
    ModelAndView code() {
        return unknown("", "");
    }

    private static ModelAndView unknown(String code, String error) {
        ModelAndView page =
                new ModelAndView(
                        "tell-follow",
                        error.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("code", code);
        page.addObject("error", error);
        return page;
    }

    @OpenToAll
    @PostMapping("/tell/follow")
    ModelAndView follow(Language language, @RequestParam(defaultValue = "") String code) {
        return followed(language, code.strip(), "", "");
    }

    /// @param text what is written and could not be taken, else empty
    private ModelAndView followed(Language language, String code, String text, String error) {
        Optional<TipOffs.TipOff> found = tipOffs.number(code).flatMap(tipOffs::find);
        if (found.isEmpty()) {
            return unknown(
                    code,
                    language.pick(
                            "Nothing was told under this code. Check each character.",
                            "没有使用该查询码的举报，请逐字核对。"));
        }
        ModelAndView page =
                new ModelAndView(
                        "tell-thread",
                        error.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("code", code);
        page.addObject("state", found.get().state());
        page.addObject("messages", messages(found.get(), language));
        page.addObject("text", text);
        page.addObject("error", error);
        return page;
    }

    @OpenToAll
    @PostMapping("/tell/addition")
    ModelAndView add(
            Language language,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String text) {
        String told = lines(text);
        Optional<Long> number = tipOffs.number(code);
        if (number.isPresent()) {
            if (!TipOffs.isText(told)) {
                return followed(language, code, text, wrong(told, language));
            }
            if (!tipOffs.write(number.get(), false, told)) {
                return followed(language, code, text, full(language));
            }
        }
        return followed(language, code, "", "");
    }

    /// A message as it is shown.
    ///
    /// @param by `public` or `authority`
    public record Message(String by, String day, String text) {}

    static List<Message> messages(TipOffs.TipOff tipOff, Language language) {
        return tipOff.messages().stream()
                .map(m -> new Message(m.by(), language.moment(m.atMicros()), m.text()))
                .toList();
    }

    /// A text as a form sends it, with ends of lines as messages hold them.
    static String lines(String text) {
        return text.replace("\r\n", "\n").strip();
    }

    /// What is wrong with a text.
    static String wrong(String text, Language language) {
        return text.isEmpty()
                ? language.pick("Write something first.", "请先填写内容。")
                : language.pick(
                                "%,d characters; at most %,d, and none that does not show.",
                                "共 %,d 个字符；最多 %,d 个，且不含不可显示的字符。")
                        .formatted(text.length(), TipOffs.TEXT_MAX);
    }

    static String full(Language language) {
        return language.pick("There are %d messages already, which is the most.", "已有 %d 条留言，达到上限。")
                .formatted(TipOffs.MESSAGES_MAX);
    }
}
