package org.ytterby.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.AsyncHandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/// Logs each read of somebody who sees beyond their own organisation, before the answer leaves:
/// what cannot be logged is not answered. A stream is logged when it begins.
@ControllerAdvice
class ReadAudit implements AsyncHandlerInterceptor, ResponseBodyAdvice<Object> {
    private static final int FAILURES_FROM = 400;

    private final ReadLog log;

    ReadAudit(ReadLog log) {
        this.log = log;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getMethod().equals(HttpMethod.GET.name())
                && handler instanceof HandlerMethod method) {
            Allowed allowed = method.getMethodAnnotation(Allowed.class);
            if (allowed != null && allowed.value() != Right.KNOW_ONESELF) {
                Caller.current()
                        .filter(caller -> !Reach.of(caller).isOwn())
                        .ifPresent(caller -> ReadNote.begin(request, caller, allowed.value()));
            }
        }
        return true;
    }

    @Override
    public boolean supports(
            MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (request instanceof ServletServerHttpRequest asked
                && response instanceof ServletServerHttpResponse answer) {
            note(asked.getServletRequest(), answer.getServletResponse(), body);
        }
        return body;
    }

    /// A page is logged before it is written.
    @Override
    public void postHandle(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable ModelAndView page) {
        if (page != null) {
            note(request, response, null);
        }
    }

    @Override
    public void afterConcurrentHandlingStarted(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        note(request, response, null);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable Exception failure) {
        if (failure == null) {
            note(request, response, null);
        }
    }

    private void note(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object body) {
        ReadNote.taken(request)
                .filter(_ -> response.getStatus() < FAILURES_FROM)
                .ifPresent(note -> log.add(note.read(request, body)));
    }
}
