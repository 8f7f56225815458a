package org.ytterby.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// The first lock: lets through what the mark of a handler allows, and nothing else.
final class AllowedInterceptor implements HandlerInterceptor {
    private static final String OURS = "org.ytterby.";

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)
                || !method.getBeanType().getName().startsWith(OURS)
                || method.hasMethodAnnotation(OpenToAll.class)) {
            return true; // pages of libraries are open, see SecurityConfiguration
        }
        Caller caller =
                Caller.current()
                        .orElseThrow(
                                () -> new InsufficientAuthenticationException("sign in first"));
        Allowed allowed = method.getMethodAnnotation(Allowed.class);
        if (allowed == null || !allowed.value().isOf(caller)) {
            throw new AccessDeniedException("none of the caller's roles may ask for this");
        }
        return true;
    }
}
