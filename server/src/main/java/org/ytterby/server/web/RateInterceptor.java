package org.ytterby.server.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.TooManyRequests;

/// Lets nobody ask so much that others wait: each caller has a share, and so has each address from
/// which somebody asks who has not signed in.
final class RateInterceptor implements HandlerInterceptor {
    /// Groups of an IPv6 address that one subscriber is given.
    private static final int NETWORK_GROUPS = 4;

    private final RateLimit callers;
    private final RateLimit addresses;

    RateInterceptor(RateLimit callers, RateLimit addresses) {
        this.callers = callers;
        this.addresses = addresses;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() != DispatcherType.REQUEST) {
            return true;
        }
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        Duration wait =
                authentication != null && authentication.getPrincipal() instanceof Caller caller
                        ? callers.take(caller.name(), cost(request))
                        : addresses.take(network(request.getRemoteAddr()), cost(request));
        if (wait.isPositive()) {
            throw new TooManyRequests("too many requests, wait a little", "请求过多，请稍后再试", wait);
        }
        return true;
    }

    /// What a request takes beside an ordinary one: a password is hashed at length, a whole package
    /// read, and what the public tells is kept.
    private static int cost(HttpServletRequest request) {
        return switch (request.getRequestURI()) {
            case "/api/v1/tokens", "/api/v1/tip-offs", "/api/v1/tip-offs/additions" -> 20;
            case "/sign-in" -> request.getMethod().equals("POST") ? 20 : 1;
            case "/api/v1/package", "/api/v1/audit", "/audit/run", "/supervision/what-if" -> 100;
            default -> 1;
        };
    }

    /// An IPv4 address, or the network of an IPv6 address.
    static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        String[] groups = address.split(":", -1);
        return String.join(":", Arrays.copyOf(groups, Math.min(NETWORK_GROUPS, groups.length)));
    }
}
