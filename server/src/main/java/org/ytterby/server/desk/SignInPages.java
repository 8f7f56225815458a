package org.ytterby.server.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.ytterby.server.identity.IssuedSignIn;
import org.ytterby.server.identity.OpenToAll;
import org.ytterby.server.identity.SessionCookie;
import org.ytterby.server.identity.SignIn;
import org.ytterby.server.web.Language;

/// In and out, and where one lands.
@PageController
class SignInPages {
    private final SignIn signIn;
    private final ObjectProvider<IssuedSignIn> issued;

    /// @param issued absent where nobody signs in by an issuer
    SignInPages(SignIn signIn, ObjectProvider<IssuedSignIn> issued) {
        this.signIn = signIn;
        this.issued = issued;
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
        fill(model, next, hasIssuer());
        return "sign-in";
    }

    private boolean hasIssuer() {
        return issued.getIfAvailable() != null;
    }

    /// What the page shows before anything is wrong.
    ///
    /// @param hasIssuer whether one can sign in by an issuer elsewhere
    static void fill(Model model, String next, boolean hasIssuer) {
        model.addAttribute("next", ours(next));
        model.addAttribute("name", "");
        model.addAttribute("error", "");
        model.addAttribute("renews", false);
        model.addAttribute("hasIssuer", hasIssuer);
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
        SignIn.Outcome outcome =
                signIn.attempt(
                        new SignIn.Asked(
                                name.strip(),
                                password,
                                code.strip(),
                                newPassword,
                                device(request)));
        return switch (outcome) {
            case SignIn.Outcome.Known(String token) -> landed(token, next, request);
            case SignIn.Outcome.CodeNeeded(String challenge) ->
                    codeAsked(model, HttpStatus.OK, challenge, next, "");
            case SignIn.Outcome.Refused refused -> {
                Refusal refusal = refusal(refused, language);
                ModelAndView again = new ModelAndView("sign-in", refusal.status);
                fill(model, next, hasIssuer());
                again.addAllObjects(model.asMap());
                again.addObject("name", name);
                again.addObject("error", refusal.error);
                again.addObject("renews", refusal.renews || !newPassword.isEmpty());
                yield again;
            }
        };
    }

    /// Takes the code that is asked for after the password.
    @OpenToAll
    @PostMapping("/sign-in/code")
    Object code(
            Model model,
            HttpServletRequest request,
            Language language,
            @RequestParam(defaultValue = "") String challenge,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "/") String next) {
        return switch (signIn.answer(challenge, code.strip(), device(request))) {
            case SignIn.Outcome.Known(String token) -> landed(token, next, request);
            case SignIn.Outcome.CodeNeeded(String other) ->
                    codeAsked(model, HttpStatus.OK, other, next, "");
            case SignIn.Outcome.Unknown _ ->
                    codeAsked(
                            model,
                            HttpStatus.UNAUTHORIZED,
                            challenge,
                            next,
                            language.pick(
                                    "This code is wrong, or was used before. Wait for the next one.",
                                    "验证码不正确或已使用，请等待下一个验证码。"));
            case SignIn.Outcome.TooOften tooOften -> {
                Refusal refusal = refusal(tooOften, language);
                yield codeAsked(model, refusal.status, challenge, next, refusal.error);
            }
            case SignIn.Outcome.Refused refused -> {
                Refusal refusal = refusal(refused, language);
                fill(model, next, hasIssuer());
                ModelAndView again = new ModelAndView("sign-in", refusal.status);
                again.addAllObjects(model.asMap());
                again.addObject("error", refusal.error);
                yield again;
            }
        };
    }

    private static ModelAndView codeAsked(
            Model model, HttpStatus status, String challenge, String next, String error) {
        ModelAndView page = new ModelAndView("sign-in-code", status);
        page.addAllObjects(model.asMap());
        page.addObject("challenge", challenge);
        page.addObject("next", ours(next));
        page.addObject("error", error);
        return page;
    }

    private static ResponseEntity<Void> landed(
            String token, String next, HttpServletRequest request) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, SessionCookie.of(token, request).toString())
                .header(HttpHeaders.SET_COOKIE, SessionCookie.noForms(request).toString())
                .header(HttpHeaders.LOCATION, ours(next))
                .build();
    }

    private static String device(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
    }

    /// Why the form is shown again.
    ///
    /// @param renews whether it asks for a new password
    private record Refusal(HttpStatus status, String error, boolean renews) {}

    private static Refusal refusal(SignIn.Outcome.Refused outcome, Language language) {
        return switch (outcome) {
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
            case SignIn.Outcome.CodeMissing() ->
                    new Refusal(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            language.pick(
                                    "Your account asks for a one-time code too.", "您的账户还需填写动态验证码。"),
                            true);
            case SignIn.Outcome.ChallengeOver() ->
                    new Refusal(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            language.pick(
                                    "It took more than five minutes. Sign in again.",
                                    "已超过五分钟，请重新登录。"),
                            false);
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
    static String ours(@Nullable String next) {
        return next != null && next.matches("/([^/\\\\].*)?") ? next : "/";
    }

    @OpenToAll
    @PostMapping("/sign-out")
    ResponseEntity<Void> signOut(HttpServletRequest request) {
        SessionCookie.token(request).ifPresent(signIn::end);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, SessionCookie.none(request).toString())
                .header(HttpHeaders.SET_COOKIE, SessionCookie.noForms(request).toString())
                .header(HttpHeaders.LOCATION, "/sign-in")
                .build();
    }
}
