package org.ytterby.server.desk.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.ytterby.server.desk.PageController;
import org.ytterby.server.desk.RoleWords;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.OwnAccount;
import org.ytterby.server.identity.Right;
import org.ytterby.server.identity.SessionCookie;
import org.ytterby.server.web.Language;

/// Who one is to the service, one's password, and where one is signed in.
@PageController
@RequestMapping("/account")
class AccountPages {
    private final OwnAccount own;

    AccountPages(OwnAccount own) {
        this.own = own;
    }

    /// @param done what was just changed: a key of the texts, or empty
    @Allowed(Right.KNOW_ONESELF)
    @GetMapping
    String account(
            Model model,
            Caller caller,
            Language language,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String done) {
        boolean isHere = own.isHere(caller);
        model.addAttribute("me", caller);
        model.addAttribute("roles", RoleWords.of(caller.roles(), language));
        model.addAttribute(
                "jurisdiction",
                caller.jurisdiction().isNational() ? "" : caller.jurisdiction().region());
        model.addAttribute("isHere", isHere);
        model.addAttribute("isFactorSet", isHere && own.factor(caller).isSet());
        model.addAttribute("sessions", own.sessions(caller, token(request)).size());
        model.addAttribute("done", List.of("password", "factor").contains(done) ? done : "");
        return "account";
    }

    private static String token(HttpServletRequest request) {
        return SessionCookie.token(request).orElse("");
    }

    @Allowed(Right.KNOW_ONESELF)
    @GetMapping("/password")
    ModelAndView password(Model model, Caller caller, Language language) {
        requireHere(own, caller, language);
        return password(model, HttpStatus.OK, "", "");
    }

    private static ModelAndView password(
            Model model, HttpStatus status, String field, String error) {
        ModelAndView page = new ModelAndView("account-password", status);
        page.addAllObjects(model.asMap());
        page.addObject("field", field);
        page.addObject("error", error);
        return page;
    }

    /// The session that asks goes on, all others end.
    @Allowed(Right.KNOW_ONESELF)
    @PostMapping("/password")
    ModelAndView changePassword(
            Model model,
            Caller caller,
            Language language,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String newPassword,
            @RequestParam(defaultValue = "") String again) {
        requireHere(own, caller, language);
        if (!newPassword.equals(again)) {
            return password(
                    model,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "again",
                    language.pick("The two do not agree. Type it twice alike.", "两次输入不一致，请重新输入。"));
        }
        return switch (own.changePassword(caller, password, newPassword, token(request))) {
            case OwnAccount.Outcome.Done _ -> new ModelAndView("redirect:/account?done=password");
            case OwnAccount.Outcome.Wrong _ ->
                    password(
                            model,
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "password",
                            language.pick("This is not your present password.", "当前密码不正确。"));
            case OwnAccount.Outcome.Unfit _ ->
                    password(
                            model,
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "newPassword",
                            language.pick(
                                    "Too short, or it holds your name: 12 to 200 characters.",
                                    "密码过短或包含用户名：应为 12 至 200 个字符。"));
            case OwnAccount.Outcome.TooOften(Duration left) ->
                    password(
                            model,
                            HttpStatus.TOO_MANY_REQUESTS,
                            "password",
                            tooOften(left, language));
        };
    }

    static String tooOften(Duration left, Language language) {
        return language.pick(
                        "Too many wrong attempts. Try again in %d seconds.", "连续失败次数过多，请在 %d 秒后重试。")
                .formatted(left.toSeconds() + 1);
    }

    /// Whoever's account is kept at an issuer changes nothing of it here.
    static void requireHere(OwnAccount own, Caller caller, Language language) {
        if (!own.isHere(caller)) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT,
                    language.pick(
                            "Your account is kept by another service. Change it there.",
                            "您的账户由外部身份系统管理，请在该系统中修改。"));
        }
    }

    /// @param ended how many sessions were just ended; below 0 if none were
    @Allowed(Right.KNOW_ONESELF)
    @GetMapping("/sessions")
    String sessions(
            Model model,
            Caller caller,
            Language language,
            HttpServletRequest request,
            @RequestParam(defaultValue = "-1") int ended) {
        model.addAttribute(
                "rows",
                own.sessions(caller, token(request)).stream()
                        .map(session -> SessionView.of(session, language))
                        .toList());
        model.addAttribute("ended", ended);
        return "account-sessions";
    }

    @Allowed(Right.KNOW_ONESELF)
    @PostMapping("/sessions/{session}/end")
    String end(Caller caller, Language language, @PathVariable UUID session) {
        if (!own.end(caller, session)) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND,
                    language.pick("This session has ended already.", "该会话已结束。"));
        }
        return "redirect:/account/sessions?ended=1";
    }

    @Allowed(Right.KNOW_ONESELF)
    @PostMapping("/sessions/end-others")
    String endOthers(Caller caller, HttpServletRequest request) {
        return "redirect:/account/sessions?ended=" + own.endOthers(caller, token(request));
    }
}
