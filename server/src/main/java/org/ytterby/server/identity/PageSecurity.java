package org.ytterby.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// Guards the pages: who is signed in is said by a cookie, so every form bears a token of its own,
/// and nothing is loaded from anywhere but here.
@Configuration(proxyBeanMethods = false)
public class PageSecurity {
    /// What is not for people in a browser.
    private static final List<String> INTERFACES =
            List.of("/api", "/epcis", "/log", "/actuator", "/oauth2", "/swagger-ui");

    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
                    + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    @Bean
    @Order(1)
    SecurityFilterChain pages(HttpSecurity http, Tokens tokens, Clock clock) throws Exception {
        return http.securityMatcher(PageSecurity::isPage)
                .csrf(csrf ->
                        csrf.csrfTokenRepository(new CookieCsrfTokenRepository())
                                // Each request says anew who asks; a token of a form outlives it,
                                // or
                                // a second page would spoil the form of the first.
                                .sessionAuthenticationStrategy(
                                        new NullAuthenticatedSessionStrategy()))
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests ->
                        requests.anyRequest().permitAll()) // each handler's own mark decides
                .headers(headers ->
                        headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_POLICY))
                                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                                .frameOptions(frames -> frames.deny()))
                .addFilterBefore(
                        new CallerFilter(tokens, null, SessionCookie::token, clock),
                        UsernamePasswordAuthenticationFilter.class)
                .build();
    }

    /// Whether an address is one for people in a browser.
    public static boolean isPage(HttpServletRequest request) {
        return isPage(request.getRequestURI());
    }

    /// @param path of a request
    public static boolean isPage(String path) {
        return INTERFACES.stream()
                .noneMatch(start -> path.equals(start) || path.startsWith(start + "/"));
    }
}
