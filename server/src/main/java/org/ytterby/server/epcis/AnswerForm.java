package org.ytterby.server.epcis;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/// Gives every refusal below `/epcis` the type that the standard has for it, whoever refused, and
/// calls an answer JSON-LD where that is what was asked for.
@ControllerAdvice
class AnswerForm implements ResponseBodyAdvice<Object> {
    private static final URI UNTYPED = URI.create("about:blank");
    private static final MediaType JSON_LD = new MediaType("application", "ld+json");

    /// Names of exceptions by status, where the refusal itself has none.
    private static final Map<Integer, String> EXCEPTIONS =
            Map.of(
                    400, "ValidationException",
                    401, "SecurityException",
                    403, "SecurityException",
                    404, "NoSuchResourceException",
                    406, "NotAcceptableException",
                    413, "CaptureLimitExceededException",
                    414, "URITooLongException",
                    415, "UnsupportedMediaTypeException",
                    500, "ImplementationException");

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
        String path = request.getURI().getRawPath();
        if (!path.equals("/epcis") && !path.startsWith("/epcis/")) {
            return body;
        }
        if (body instanceof ProblemDetail problem) {
            name(problem);
        } else if (MediaType.APPLICATION_JSON.equals(response.getHeaders().getContentType())
                && wantsLinkedData(request)) {
            response.getHeaders().setContentType(JSON_LD);
        }
        return body;
    }

    private static void name(ProblemDetail problem) {
        String exception = EXCEPTIONS.get(problem.getStatus());
        boolean isUntyped = problem.getType() == null || UNTYPED.equals(problem.getType());
        if (isUntyped && exception != null) {
            problem.setType(URI.create("epcisException:" + exception));
        }
    }

    private static boolean wantsLinkedData(ServerHttpRequest request) {
        try {
            List<MediaType> accepted =
                    MediaType.parseMediaTypes(request.getHeaders().get(HttpHeaders.ACCEPT));
            return accepted.stream().anyMatch(JSON_LD::equalsTypeAndSubtype)
                    && accepted.stream()
                            .noneMatch(MediaType.APPLICATION_JSON::equalsTypeAndSubtype);
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }
}
