package org.ytterby.server.analysis;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.ledger.PositionTag;

/// Gives handlers their [View], one for the whole of a request, and says 304 where nothing has
/// changed since the caller's last answer.
@Configuration(proxyBeanMethods = false)
class ViewSupport implements WebMvcConfigurer, HandlerInterceptor, HandlerMethodArgumentResolver {
    static final String TAG = ViewSupport.class.getName() + ".tag";
    private static final String VIEW = ViewSupport.class.getName() + ".view";

    private final AnalysisIndex index;

    ViewSupport(AnalysisIndex index) {
        this.index = index;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(Ordered.LOWEST_PRECEDENCE); // after rights are checked
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)
                || Arrays.stream(method.getMethodParameters()).noneMatch(this::supportsParameter)) {
            return true;
        }
        Caller caller =
                (Caller)
                        Objects.requireNonNull(
                                Objects.requireNonNull(
                                                SecurityContextHolder.getContext()
                                                        .getAuthentication())
                                        .getPrincipal());
        View view = new View(index.newest(), Scope.of(caller));
        String tag = PositionTag.of(view.position(), view.scope().toString(), request);
        request.setAttribute(VIEW, view);
        request.setAttribute(TAG, tag);
        if (PositionTag.isKnown(tag, request)) {
            response.setStatus(HttpStatus.NOT_MODIFIED.value());
            response.setHeader(HttpHeaders.ETAG, tag);
            response.setHeader(HttpHeaders.CACHE_CONTROL, PositionTag.caching().getHeaderValue());
            return false;
        }
        return true;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == View.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer page,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return request.getAttribute(VIEW, RequestAttributes.SCOPE_REQUEST);
    }
}
