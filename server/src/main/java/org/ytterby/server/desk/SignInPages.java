package org.ytterby.server.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.ytterby.server.identity.OpenToAll;
import org.ytterby.server.identity.SessionCookie;
import org.ytterby.server.identity.SignIn;
import org.ytterby.server.web.Language;

/// In and out, and where one lands.
@PageController
class SignInPages {
    private final SignIn signIn;

    SignInPages(SignIn signIn) {
        this.signIn = signIn;
    }

    /// Leads to the first capability that the caller may use.
    @OpenToAll
    @GetMapping("/")
    String home(Model model) {
        Frame frame = (Frame) model.getAttribute("frame");
        return frame == null || frame.caller() == null
                ? "redirect:/sign-in"
                : frame.rail().stream()
                        .findFirst()
                        .map(entry -> "redirect:" + entry.section().path())
                        .orElse("nothing");
    }

    @OpenToAll
    @GetMapping("/sign-in")
    String form(Model model, @RequestParam(defaultValue = "/") String next) {
        model.addAttribute("next", ours(next));
        model.addAttribute("name", "");
        model.addAttribute("error", "");
        model.addAttribute("renews", false);
        return "sign-in";
    }

    @OpenToAll
    @PostMapping("/sign-in")
    Object signIn(
            Model model,
            HttpServletRequest request,
            Language language,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String newPassword,
            @RequestParam(defaultValue = "/") String next) {
        SignIn.Asked asked = new SignIn.Asked(name.strip(), password, code.strip(), newPassword);
        SignIn.Outcome outcome = signIn.attempt(asked);
        if (outcome instanceof SignIn.Outcome.Known(String token)) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .header(HttpHeaders.SET_COOKIE, SessionCookie.of(token, request).toString())
                    .header(HttpHeaders.LOCATION, ours(next))
                    .build();
        }
        Refusal refusal = refusal(outcome, language);
        ModelAndView again = new ModelAndView("sign-in", refusal.status);
        again.addAllObjects(model.asMap());
        again.addObject("next", ours(next));
        again.addObject("name", name);
        again.addObject("error", refusal.error);
        again.addObject("renews", refusal.renews || !newPassword.isEmpty());
        return again;
    }

    /// Why the form is shown again.
    ///
    /// @param renews whether it asks for a new password
    private record Refusal(HttpStatus status, String error, boolean renews) {}

    private static Refusal refusal(SignIn.Outcome outcome, Language language) {
        return switch (outcome) {
            case SignIn.Outcome.Known _ ->
                    throw new IllegalArgumentException("who is known is not refused");
            case SignIn.Outcome.Unknown() ->
                    new Refusal(
                            HttpStatus.UNAUTHORIZED,
                            language.pick(
                                    "Name, password or code is wrong. Check them and try again.",
                                    "用户名、密码或验证码不正确，请核对后重试。"),
                            false);
            case SignIn.Outcome.PasswordIsTemporary() ->
                    new Refusal(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            language.pick(
                                    "Your password is temporary. Choose a new one below.",
                                    "您的密码为临时密码，请在下方设定新密码。"),
                            true);
            case SignIn.Outcome.PasswordUnfit() ->
                    new Refusal(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            language.pick(
                                    "The new password is too short, or holds your name.",
                                    "新密码过短，或包含用户名。"),
                            true);
            case SignIn.Outcome.TooOften(Duration left) ->
                    new Refusal(
                            HttpStatus.TOO_MANY_REQUESTS,
                            language.pick(
                                            "Too many wrong attempts. Try again in %d seconds.",
                                            "连续登录失败次数过多，请在 %d 秒后重试。")
                                    .formatted(left.toSeconds() + 1),
                            false);
        };
    }

    /// An address of this service, whatever somebody put into a link.
    private static String ours(@Nullable String next) {
        return next != null && next.matches("/([^/\\\\].*)?") ? next : "/";
    }

    @OpenToAll
    @PostMapping("/sign-out")
    ResponseEntity<Void> signOut(HttpServletRequest request) {
        SessionCookie.token(request).ifPresent(signIn::end);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, SessionCookie.none(request).toString())
                .header(HttpHeaders.LOCATION, "/sign-in")
                .build();
    }
}
