package org.ytterby.server.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.ytterby.core.proof.SenderKey;
import tools.jackson.databind.json.JsonMapper;

/// Recognises the caller by the token in the request: one that was given out here, or one of the
/// issuer's, which are in three parts. Holds machines with a key to signing what they send.
final class CallerFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(CallerFilter.class);
    private static final String BEARER = "Bearer ";
    private static final String RETRY_AFTER_S = "5";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Tokens tokens;
    private final @Nullable IssuedTokens issued;
    private final Function<HttpServletRequest, Optional<String>> tokenOf;
    private final Clock clock;

    /// Keys that were checked once: as many as machines are registered.
    private final ConcurrentMap<String, SenderKey> keys = new ConcurrentHashMap<>();

    /// @param issued null where no issuer's word counts
    /// @param tokenOf where in a request the token stands
    CallerFilter(
            Tokens tokens,
            @Nullable IssuedTokens issued,
            Function<HttpServletRequest, Optional<String>> tokenOf,
            Clock clock) {
        this.tokens = tokens;
        this.issued = issued;
        this.tokenOf = tokenOf;
        this.clock = clock;
    }

    /// The token in the header that RFC 6750 gives to it.
    static Optional<String> bearer(HttpServletRequest request) {
        return token(request.getHeader(HttpHeaders.AUTHORIZATION));
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpServletRequest asked = request;
        try {
            Optional<Tokens.Bearer> bearer = tokenOf.apply(request).flatMap(this::bearer);
            if (bearer.isPresent()) {
                asked = signed(request, bearer.get());
                remember(
                        asked instanceof SignedRequest signed
                                ? bearer.get().caller().attesting(signed.attestation())
                                : bearer.get().caller());
            }
        } catch (IssuedTokens.IssuerUnavailable e) {
            LOG.warn("a token could not be checked", e);
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_S);
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        } catch (SignatureRefused e) {
            refuse(response, e);
            return;
        }
        chain.doFilter(asked, response);
    }

    /// Whoever has a key signs what changes something.
    private HttpServletRequest signed(HttpServletRequest request, Tokens.Bearer bearer)
            throws IOException {
        return bearer.key().isEmpty() || READING.contains(request.getMethod())
                ? request
                : SignedRequest.of(
                        request,
                        keys.computeIfAbsent(bearer.key(), SenderKey::parse),
                        clock.instant());
    }

    private static void refuse(HttpServletResponse response, SignatureRefused refused)
            throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader("Accept-Signature", SignatureRefused.WANTED);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.UNAUTHORIZED, refused.reason());
        response.getWriter()
                .write(
                        JSON.createObjectNode()
                                .put("title", problem.getTitle())
                                .put("status", problem.getStatus())
                                .put("detail", problem.getDetail())
                                .toString());
    }

    /// The token of a header; empty if there is none.
    static Optional<String> token(@Nullable String header) {
        return header != null && header.startsWith(BEARER)
                ? Optional.of(header.substring(BEARER.length()))
                : Optional.empty();
    }

    private Optional<Tokens.Bearer> bearer(String token) {
        IssuedTokens others = issued;
        return others != null && token.indexOf('.') >= 0
                ? others.caller(token).map(caller -> new Tokens.Bearer(caller, ""))
                : tokens.bearer(token);
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
