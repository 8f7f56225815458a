package org.ytterby.server.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Recognises the caller by the token in the request: one that was given out here, or one of the
/// issuer's, which are in three parts.
final class CallerFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(CallerFilter.class);
    private static final String BEARER = "Bearer ";
    private static final String RETRY_AFTER_S = "5";

    private final Tokens tokens;
    private final @Nullable IssuedTokens issued;
    private final Function<HttpServletRequest, Optional<String>> tokenOf;

    /// @param issued null where no issuer's word counts
    /// @param tokenOf where in a request the token stands
    CallerFilter(
            Tokens tokens,
            @Nullable IssuedTokens issued,
            Function<HttpServletRequest, Optional<String>> tokenOf) {
        this.tokens = tokens;
        this.issued = issued;
        this.tokenOf = tokenOf;
    }

    /// The token in the header that RFC 6750 gives to it.
    static Optional<String> bearer(HttpServletRequest request) {
        return token(request.getHeader(HttpHeaders.AUTHORIZATION));
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            tokenOf.apply(request).flatMap(this::caller).ifPresent(CallerFilter::remember);
        } catch (IssuedTokens.IssuerUnavailable e) {
            LOG.warn("a token could not be checked", e);
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_S);
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        chain.doFilter(request, response);
    }

    /// The token of a header; empty if there is none.
    static Optional<String> token(@Nullable String header) {
        return header != null && header.startsWith(BEARER)
                ? Optional.of(header.substring(BEARER.length()))
                : Optional.empty();
    }

    private Optional<Caller> caller(String token) {
        IssuedTokens others = issued;
        return others != null && token.indexOf('.') >= 0
                ? others.caller(token)
                : tokens.caller(token);
    }

    private static void remember(Caller caller) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(
                        caller,
                        null,
                        AuthorityUtils.createAuthorityList(
                                caller.roles().stream().map(Role::code).toList())));
        SecurityContextHolder.setContext(context);
    }
}
