package org.ytterby.server.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.ytterby.server.identity.PageSecurity;

/// Whatever cannot be answered because the database is away is told to come back, wherever on the
/// way of a request it was noticed: also before anybody knew who asks.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnavailableFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(UnavailableFilter.class);

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (!isAway(e) || response.isCommitted()) {
                throw e;
            }
            LOG.warn("the database cannot be reached: {}", e.toString());
            response.reset();
            if (PageSecurity.isPage(request)) {
                response.setHeader(HttpHeaders.RETRY_AFTER, Refusals.RETRY_AFTER_S);
                response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
                return;
            }
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, Refusals.RETRY_AFTER_S);
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding("UTF-8");
            response.getWriter()
                    .write(
                            """
                            {"title":"Service Unavailable","status":503,\
                            "detail":"the database cannot be reached / 数据库暂不可用，请稍后重试"}\
                            """);
        }
    }

    private static boolean isAway(@Nullable Throwable e) {
        return switch (e) {
            case null -> false;
            case DataAccessResourceFailureException _ -> true;
            case TransientDataAccessException _ -> true;
            case TransactionException _ -> true;
            default -> isAway(e.getCause());
        };
    }
}
