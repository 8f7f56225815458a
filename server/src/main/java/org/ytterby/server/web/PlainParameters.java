package org.ytterby.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Turns parameters away that nothing can be called by: the database knows no text with a NUL.
@Configuration(proxyBeanMethods = false)
class PlainParameters implements WebMvcConfigurer {
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(
                new HandlerInterceptor() {
                    @Override
                    public boolean preHandle(
                            HttpServletRequest request,
                            HttpServletResponse response,
                            Object handler) {
                        request.getParameterMap().forEach(PlainParameters::check);
                        return true;
                    }
                });
    }

    private static void check(String name, String[] values) {
        if (Arrays.stream(values).anyMatch(value -> value.indexOf('\0') >= 0)) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST,
                    "%s: a NUL stands in it / %s：含有空字符 NUL".formatted(name, name));
        }
    }
}
