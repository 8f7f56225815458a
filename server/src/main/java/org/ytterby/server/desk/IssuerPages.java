package org.ytterby.server.desk;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.WebUtils;
import org.ytterby.server.identity.IssuedSignIn;
import org.ytterby.server.identity.OpenToAll;
import org.ytterby.server.identity.SessionCookie;
import org.ytterby.server.web.Language;

/// Signing in by an issuer elsewhere: there, and back.
@PageController
class IssuerPages {
    private static final String COOKIE = "ytterby_issuer";
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final ObjectProvider<IssuedSignIn> signIn;

    /// @param signIn absent where nobody signs in by an issuer
    IssuerPages(ObjectProvider<IssuedSignIn> signIn) {
        this.signIn = signIn;
    }

    private IssuedSignIn issued() {
        return Optional.ofNullable(signIn.getIfAvailable())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /// Leads to the issuer. Its secret is sent along from there alone, by a link and no form.
    @OpenToAll
    @GetMapping("/sign-in/issuer")
    Object begin(
            Model model,
            HttpServletRequest request,
            Language language,
            @RequestParam(defaultValue = "/") String next) {
        Optional<IssuedSignIn.Begun> begun = issued().begin();
        if (begun.isEmpty()) {
            return refusal(model, language, new IssuedSignIn.Outcome.Unavailable());
        }
        String kept =
                begun.get().secret()
                        + "."
                        + Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(
                                        SignInPages.ours(next).getBytes(StandardCharsets.UTF_8));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookie(kept, LIFE, request).toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.LOCATION, begun.get().address())
                .build();
    }

    /// It must come along when the issuer sends the browser back, so it cannot be a strict one.
    private static ResponseCookie cookie(String value, Duration life, HttpServletRequest request) {
        return ResponseCookie.from(COOKIE, value)
                .path("/sign-in/issuer")
                .maxAge(life)
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .build();
    }

    /// Takes what the issuer sends back. The session's cookie goes to no request that another site
    /// began: the page that is answered with leads on by itself.
    @OpenToAll
    @GetMapping("/sign-in/issuer/answer")
    ModelAndView end(
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            Language language,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String error,
            @RequestParam(defaultValue = "") String iss) {
        Cookie kept = WebUtils.getCookie(request, COOKIE);
        String[] parts = (kept == null ? "" : kept.getValue()).split("\\.", 2);
        String device = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
        IssuedSignIn.Outcome outcome =
                issued().end(parts[0], new IssuedSignIn.Returned(state, code, error, iss), device);
        response.addHeader(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO, request).toString());
        if (outcome instanceof IssuedSignIn.Outcome.Known(String token)) {
            response.addHeader(HttpHeaders.SET_COOKIE, SessionCookie.of(token, request).toString());
            response.addHeader(HttpHeaders.SET_COOKIE, SessionCookie.noForms(request).toString());
            ModelAndView page = new ModelAndView("signed-in");
            page.addAllObjects(model.asMap());
            page.addObject("next", parts.length < 2 ? "/" : SignInPages.ours(decoded(parts[1])));
            return page;
        }
        return refusal(model, language, outcome);
    }

    private static String decoded(String text) {
        try {
            return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) { // somebody changed the cookie: nowhere in particular
            return "/";
        }
    }

    private static ModelAndView refusal(
            Model model, Language language, IssuedSignIn.Outcome outcome) {
        HttpStatus status =
                outcome instanceof IssuedSignIn.Outcome.Unavailable
                        ? HttpStatus.SERVICE_UNAVAILABLE
                        : HttpStatus.UNAUTHORIZED;
        ModelAndView page = new ModelAndView("sign-in", status);
        SignInPages.fill(model, "/", true);
        page.addAllObjects(model.asMap());
        page.addObject("error", why(outcome, language));
        return page;
    }

    private static String why(IssuedSignIn.Outcome outcome, Language language) {
        return switch (outcome) {
            case IssuedSignIn.Outcome.Known _ -> "";
            case IssuedSignIn.Outcome.Unbelieved _ ->
                    language.pick(
                            "What came back is not the answer to what this browser asked. Begin again.",
                            "返回内容与本浏览器的请求不符，请重新登录。");
            case IssuedSignIn.Outcome.Declined _ ->
                    language.pick(
                            "Your organisation's identity service did not let you in.",
                            "单位统一身份系统未通过您的登录。");
            case IssuedSignIn.Outcome.NoRole _ ->
                    language.pick(
                            "Your organisation's identity service knows you, but names no role for you here. Ask your administrator.",
                            "单位统一身份系统未为您指定本系统角色，请联系管理员。");
            case IssuedSignIn.Outcome.Unavailable _ ->
                    language.pick(
                            "Your organisation's identity service cannot be reached. Try again in a moment.",
                            "暂时无法连接单位统一身份系统，请稍后重试。");
        };
    }
}
