package org.ytterby.server.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/// The token of whoever signed in on a page. Pages alone take it: no other site and no script can
/// make the API act with it.
public final class SessionCookie {
    private static final String NAME = "ytterby_session";

    /// Where the token of forms is kept.
    private static final String FORMS = "XSRF-TOKEN";

    private SessionCookie() {}

    /// Keeps a token in the browser for as long as it is good.
    public static ResponseCookie of(String token, HttpServletRequest request) {
        return cookie(NAME, token, Tokens.PERSON_LIFE, request);
    }

    /// Takes it out again.
    public static ResponseCookie none(HttpServletRequest request) {
        return cookie(NAME, "", Duration.ZERO, request);
    }

    /// Takes out the token of forms: forms of before somebody came or left are no longer good.
    public static ResponseCookie noForms(HttpServletRequest request) {
        return cookie(FORMS, "", Duration.ZERO, request);
    }

    /// The token that a request bears.
    public static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, NAME)).map(Cookie::getValue);
    }

    private static ResponseCookie cookie(
            String name, String value, Duration life, HttpServletRequest request) {
        return ResponseCookie.from(name, value)
                .path("/")
                .maxAge(life)
                .httpOnly(true)
                .sameSite("Strict")
                .secure(request.isSecure())
                .build();
    }
}
