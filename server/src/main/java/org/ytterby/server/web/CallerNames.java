package org.ytterby.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.MDC;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.ytterby.server.identity.Caller;

/// Has the lines that are logged for a request name who asked; [RequestIds] takes the names away.
final class CallerNames implements HandlerInterceptor {
    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn != null && signedIn.getPrincipal() instanceof Caller caller) {
            MDC.put("caller", caller.name());
            MDC.put("organisation", caller.organisation());
        }
        return true;
    }
}
