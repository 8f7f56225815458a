package org.ytterby.server.analysis;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.ytterby.server.ledger.PositionTag;

/// Writes the tag of a [View] beside the answer that was made from it; refusals bear none.
@RestControllerAdvice
class TaggedAnswers implements ResponseBodyAdvice<Object> {
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
        Object tag = request.getAttributes().get(ViewSupport.TAG);
        if (tag instanceof String text && !(body instanceof ProblemDetail)) {
            response.getHeaders().setETag(text);
            response.getHeaders().setCacheControl(PositionTag.caching());
        }
        return body;
    }
}
