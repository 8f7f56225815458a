package org.ytterby.server.desk.notices;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.ytterby.server.desk.PageController;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;
import org.ytterby.server.identity.Roster;
import org.ytterby.server.identity.Secret;
import org.ytterby.server.notices.NoticeSettings;
import org.ytterby.server.web.Language;

/// How one is told of one's notices outside of the service.
@PageController
@RequestMapping("/notices/settings")
class NoticeSettingPages {
    private static final String HERE = "redirect:/notices/settings?done=";
    private static final List<String> MODES = List.of("at-once", "daily", "weekly", "none");
    private static final int HOURS = 24;
    private static final int NO_HOUR = -1;

    private final NoticeSettings settings;
    private final Roster roster;

    NoticeSettingPages(NoticeSettings settings, Roster roster) {
        this.settings = settings;
        this.roster = roster;
    }

    /// What the form holds.
    ///
    /// @param renews whether calls are to be signed with a new secret
    public record Form(
            String language,
            String mail,
            int digestHour,
            String email,
            String webhook,
            boolean renews) {
        private static Form of(NoticeSettings.Shown shown) {
            String pending = shown.emailPending();
            return new Form(
                    shown.language(),
                    shown.mail(),
                    shown.digestHour(),
                    orEmpty(pending == null ? shown.email() : pending),
                    orEmpty(shown.webhook()),
                    false);
        }

        private static Form typed(Map<String, String> form) {
            String hour = form.getOrDefault("digestHour", "");
            return new Form(
                    form.getOrDefault("language", ""),
                    form.getOrDefault("mail", ""),
                    hour.matches("[0-9]{1,2}") ? Integer.parseInt(hour) : NO_HOUR,
                    form.getOrDefault("email", "").strip(),
                    form.getOrDefault("webhook", "").strip(),
                    form.containsKey("renews"));
        }

        /// @param secret null to keep the one there is
        private NoticeSettings.Wanted wanted(@Nullable String secret) {
            return new NoticeSettings.Wanted(language, mail, digestHour, email, webhook, secret);
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /// @param done what was just done: `saved`, `confirmed`, `tested`; empty for nothing
    @Allowed(Right.KNOW_ONESELF)
    @GetMapping
    String form(
            Model model,
            Caller caller,
            Language language,
            @RequestParam(defaultValue = "") String done) {
        NoticeSettings.Shown shown = settings.shown(caller, language);
        show(model, shown, Form.of(shown));
        model.addAttribute(
                "done", List.of("saved", "confirmed", "tested").contains(done) ? done : "");
        return "notice-settings";
    }

    private static void show(Model model, NoticeSettings.Shown shown, Form form) {
        model.addAttribute("shown", shown);
        model.addAttribute("form", form);
        model.addAttribute("modes", MODES);
        model.addAttribute("hours", IntStream.range(0, HOURS).boxed().toList());
        model.addAttribute("done", "");
        model.addAttribute("secret", "");
        model.addAttribute("field", "");
        model.addAttribute("error", "");
    }

    /// Sets all of them. Where calls get a new secret, the page shows it this once.
    @Allowed(Right.KNOW_ONESELF)
    @PostMapping
    ModelAndView save(
            Model model,
            Caller caller,
            Language language,
            @RequestParam Map<String, String> given) {
        roster.remember(caller);
        Form form = Form.typed(given);
        NoticeSettings.Shown before = settings.shown(caller, language);
        boolean isNew = !form.webhook.isEmpty() && !form.webhook.equals(before.webhook());
        boolean isDrawn = isNew || (form.renews && !form.webhook.isEmpty());
        String secret = isDrawn ? Secret.legible() : null;
        try {
            settings.put(caller, form.wanted(secret), language);
        } catch (ResponseStatusException e) {
            show(model, before, form);
            return refused(model, e, language);
        }
        if (secret == null) {
            return new ModelAndView(HERE + "saved");
        }
        NoticeSettings.Shown shown = settings.shown(caller, language);
        show(model, shown, Form.of(shown));
        model.addAttribute("done", "saved");
        model.addAttribute("secret", secret);
        return new ModelAndView("notice-settings", model.asMap());
    }

    /// Takes a new address by the code that was sent there.
    @Allowed(Right.KNOW_ONESELF)
    @PostMapping("/confirmation")
    ModelAndView confirm(
            Model model,
            Caller caller,
            Language language,
            @RequestParam(defaultValue = "") String code) {
        if (settings.confirm(caller, code)) {
            return new ModelAndView(HERE + "confirmed");
        }
        return refused(
                model,
                caller,
                language,
                "code",
                language.pick(
                        "The code is wrong or too old, or there were too many wrong ones. Remove the"
                                + " address and set it again to get another.",
                        "验证码错误、过期或错误次数过多。可删除邮箱后重新设置以获取新验证码。"));
    }

    /// Tells oneself a test on every way that is set.
    @Allowed(Right.KNOW_ONESELF)
    @PostMapping("/test")
    ModelAndView test(Model model, Caller caller, Language language) {
        if (settings.test(caller)) {
            return new ModelAndView(HERE + "tested");
        }
        return refused(
                model,
                caller,
                language,
                "test",
                language.pick(
                        "A test was sent in this minute already. Wait for the next.",
                        "本分钟内已发送过测试，请稍候再试。"));
    }

    private ModelAndView refused(
            Model model, Caller caller, Language language, String field, String error) {
        NoticeSettings.Shown shown = settings.shown(caller, language);
        show(model, shown, Form.of(shown));
        return again(model, field, error);
    }

    /// @param e whose reason begins with the name of the member that is wrong
    private static ModelAndView refused(Model model, ResponseStatusException e, Language language) {
        String reason = orEmpty(e.getReason());
        int colon = reason.indexOf(':');
        String field = colon < 0 ? "" : reason.substring(0, colon);
        String said = language.half(reason).replaceFirst("^[a-z_]+[:：] ?", "");
        return again(model, field.replaceFirst("_secret$", ""), said);
    }

    private static ModelAndView again(Model model, String field, String error) {
        model.addAttribute("field", field);
        model.addAttribute("error", error);
        return new ModelAndView("notice-settings", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
