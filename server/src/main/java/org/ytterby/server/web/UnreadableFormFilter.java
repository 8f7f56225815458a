package org.ytterby.server.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.ytterby.server.identity.PageSecurity;

/// Tells whoever sends parameters that are no percent-encoded UTF-8, wherever on the way of a
/// request they were read first.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnreadableFormFilter extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            InvalidParameterException unreadable = unreadable(e);
            if (unreadable == null || response.isCommitted() || PageSecurity.isPage(request)) {
                throw e;
            }
            HttpStatus status = HttpStatus.valueOf(unreadable.getErrorCode());
            response.reset();
            response.setStatus(status.value());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding("UTF-8");
            response.getWriter()
                    .write(
                            """
                            {"title":"%s","status":%d,\
                            "detail":"a parameter is no percent-encoded UTF-8, or there are too many / 参数不是百分号编码的 UTF-8，或参数过多"}\
                            """
                                    .formatted(status.getReasonPhrase(), status.value()));
        }
    }

    private static @Nullable InvalidParameterException unreadable(@Nullable Throwable e) {
        return switch (e) {
            case null -> null;
            case InvalidParameterException found -> found;
            default -> unreadable(e.getCause());
        };
    }
}
