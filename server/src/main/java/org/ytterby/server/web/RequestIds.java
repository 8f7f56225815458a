package org.ytterby.server.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;
import org.springframework.web.filter.OncePerRequestFilter;

/// Gives every request an id, which stands in the answer and in each line that is logged for it.
///
/// The caller's own id is taken if it is plain; so is its organisation, once it is known, see
/// [CallerNames]. Neither bodies nor headers nor parameters are ever logged: they may be secret.
final class RequestIds extends OncePerRequestFilter {
    static final String HEADER = "X-Request-Id";

    /// Where the lines of requests can be switched on.
    private static final Logger LOG = LoggerFactory.getLogger("org.ytterby.server.requests");

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int NS_PER_MS = 1_000_000;

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = id(request.getHeader(HEADER));
        response.setHeader(HEADER, id);
        MDC.put("request_id", id);
        long began = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            tell(request, response.getStatus(), (System.nanoTime() - began) / NS_PER_MS);
            MDC.clear();
        }
    }

    private static String id(@Nullable String sent) {
        return sent != null && PLAIN.matcher(sent).matches() ? sent : UUID.randomUUID().toString();
    }

    private static void tell(HttpServletRequest request, int status, long ms) {
        LOG.atLevel(
                        status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR
                                ? Level.WARN
                                : Level.DEBUG)
                .addKeyValue("method", request.getMethod())
                .addKeyValue("path", request.getRequestURI())
                .addKeyValue("status", status)
                .addKeyValue("duration_ms", ms)
                .log("request answered");
    }
}
