package org.ytterby.server.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.ytterby.server.identity.TooManyRequests;
import org.ytterby.server.ledger.LedgerUnavailable;

/// Refusals of pages, as pages.
@ControllerAdvice(annotations = PageController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageRefusals {
    /// Those that have words of their own.
    private static final Set<HttpStatus> WORDED =
            EnumSet.of(
                    HttpStatus.BAD_REQUEST,
                    HttpStatus.FORBIDDEN,
                    HttpStatus.NOT_FOUND,
                    HttpStatus.METHOD_NOT_ALLOWED,
                    HttpStatus.CONFLICT,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    HttpStatus.TOO_MANY_REQUESTS,
                    HttpStatus.SERVICE_UNAVAILABLE);

    private final FrameAdvice frames;

    PageRefusals(FrameAdvice frames) {
        this.frames = frames;
    }

    @ExceptionHandler
    ModelAndView signInFirst(InsufficientAuthenticationException e, HttpServletRequest request) {
        boolean canGoBack = request.getMethod().equals("GET");
        @Nullable String query = request.getQueryString();
        String address = request.getRequestURI() + (query == null ? "" : "?" + query);
        return new ModelAndView(
                "redirect:/sign-in"
                        + (canGoBack && !address.equals("/")
                                ? "?next=" + URLEncoder.encode(address, StandardCharsets.UTF_8)
                                : ""));
    }

    @ExceptionHandler
    ModelAndView denied(AccessDeniedException e, HttpServletRequest request) {
        return refusal(request, HttpStatus.FORBIDDEN, "");
    }

    /// @param e says why in the reader's language, or in both
    @ExceptionHandler
    ModelAndView status(ResponseStatusException e, HttpServletRequest request) {
        String reason = e.getReason();
        return refusal(
                request,
                HttpStatus.valueOf(e.getStatusCode().value()),
                reason == null ? "" : Preferences.language(request).half(reason));
    }

    @ExceptionHandler
    ModelAndView tooMany(
            TooManyRequests e, HttpServletRequest request, HttpServletResponse response) {
        e.getHeaders()
                .forEach(
                        (name, values) -> values.forEach(value -> response.setHeader(name, value)));
        return refusal(request, HttpStatus.TOO_MANY_REQUESTS, "");
    }

    @ExceptionHandler({
        MultipartException.class,
        ServletRequestBindingException.class,
        MissingServletRequestPartException.class,
        TypeMismatchException.class
    })
    ModelAndView unclear(Exception e, HttpServletRequest request) {
        return refusal(request, HttpStatus.BAD_REQUEST, "");
    }

    @ExceptionHandler
    ModelAndView unavailable(LedgerUnavailable e, HttpServletRequest request) {
        return refusal(request, HttpStatus.SERVICE_UNAVAILABLE, "");
    }

    ModelAndView refusal(HttpServletRequest request, HttpStatus status, String detail) {
        ModelAndView page = new ModelAndView("refusal", status);
        page.addObject("frame", frames.frame(request, Preferences.language(request)));
        page.addObject("why", WORDED.contains(status) ? status.value() : "500");
        page.addObject("detail", detail);
        return page;
    }
}
