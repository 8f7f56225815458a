package org.ytterby.server.desk;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.ytterby.server.identity.PageSecurity;

/// What went wrong before any page was asked: a page for people, and for machines what they got
/// before there were pages.
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class MissingPages implements ErrorViewResolver {
    private final PageRefusals refusals;

    MissingPages(PageRefusals refusals) {
        this.refusals = refusals;
    }

    /// Nothing answers to the address, or not by this method.
    @ExceptionHandler({
        NoResourceFoundException.class,
        HttpRequestMethodNotSupportedException.class
    })
    Object nowhere(Exception e, HttpServletRequest request) {
        ErrorResponse told = (ErrorResponse) e;
        return PageSecurity.isPage(request)
                ? refusals.refusal(request, HttpStatus.valueOf(told.getStatusCode().value()), "")
                : ResponseEntity.status(told.getStatusCode())
                        .headers(told.getHeaders())
                        .body(told.getBody());
    }

    /// What a filter refused: a form whose token is not good, or everything while the database is
    /// away.
    @Override
    public @Nullable ModelAndView resolveErrorView(
            HttpServletRequest request, HttpStatus status, Map<String, Object> ignored) {
        if (!(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path)
                || !PageSecurity.isPage(path)) {
            return null;
        }
        ModelAndView page = refusals.refusal(request, status, "");
        if (status == HttpStatus.FORBIDDEN) {
            page.addObject("why", "form");
        }
        return page;
    }
}
