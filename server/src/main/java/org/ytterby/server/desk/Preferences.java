package org.ytterby.server.desk;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.WebUtils;
import org.ytterby.server.web.Language;

/// Language and theme that a reader chose: remembered in cookies, chosen by a link.
final class Preferences implements HandlerInterceptor {
    private static final String LANGUAGE = "lang";
    private static final String THEME = "theme";
    private static final Map<String, Set<String>> CHOICES =
            Map.of(LANGUAGE, Set.of("en", "zh"), THEME, Set.of("light", "dark", "system"));
    private static final Duration LIFE = Duration.ofDays(365);

    static Language language(HttpServletRequest request) {
        @Nullable String chosen = chosen(request, LANGUAGE);
        return Language.of(chosen == null ? request.getLocale() : Locale.of(chosen));
    }

    static String theme(HttpServletRequest request) {
        @Nullable String chosen = chosen(request, THEME);
        return chosen == null || chosen.equals("system") ? "" : chosen;
    }

    private static @Nullable String chosen(HttpServletRequest request, String name) {
        @Nullable Cookie cookie = WebUtils.getCookie(request, "ytterby_" + name);
        return cookie != null && CHOICES.getOrDefault(name, Set.of()).contains(cookie.getValue())
                ? cookie.getValue()
                : null;
    }

    /// Remembers what a link chose, and leads back to the address without the choice.
    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!request.getMethod().equals("GET")) {
            return true;
        }
        Map<String, String> made =
                CHOICES.entrySet().stream()
                        .filter(choice -> isMade(request, choice))
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        choice -> request.getParameter(choice.getKey())));
        if (made.isEmpty()) {
            return true;
        }
        made.forEach((name, value) ->
                response.addHeader(
                        HttpHeaders.SET_COOKIE,
                        ResponseCookie.from("ytterby_" + name, value)
                                .path("/")
                                .maxAge(LIFE)
                                .sameSite("Lax")
                                .secure(request.isSecure())
                                .httpOnly(true)
                                .build()
                                .toString()));
        UriComponentsBuilder back =
                UriComponentsBuilder.fromPath(request.getRequestURI())
                        .query(request.getQueryString());
        made.keySet().forEach(back::replaceQueryParam);
        response.sendRedirect(back.build().toUriString());
        return false;
    }

    private static boolean isMade(
            HttpServletRequest request, Map.Entry<String, Set<String>> choice) {
        @Nullable String value = request.getParameter(choice.getKey());
        return value != null && choice.getValue().contains(value);
    }
}
