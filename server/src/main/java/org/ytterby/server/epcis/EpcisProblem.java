package org.ytterby.server.epcis;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.ytterby.core.supervision.Text;

/// A refusal in the words of EPCIS 2.0, as a problem document (RFC 9457).
final class EpcisProblem extends ErrorResponseException {
    private static final long serialVersionUID = 1L;

    /// The exceptions of the standard that are used here.
    enum Kind {
        VALIDATION(HttpStatus.BAD_REQUEST, "ValidationException"),
        QUERY_PARAMETER(HttpStatus.BAD_REQUEST, "QueryParameterException"),
        SUBSCRIPTION_CONTROLS(HttpStatus.BAD_REQUEST, "SubscriptionControlsException"),
        NO_SUCH_NAME(HttpStatus.NOT_FOUND, "NoSuchNameException"),
        NO_SUCH_RESOURCE(HttpStatus.NOT_FOUND, "NoSuchResourceException"),
        NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "NotAcceptableException"),
        ALREADY_EXISTS(HttpStatus.CONFLICT, "ResourceAlreadyExistsException"),
        CAPTURE_LIMIT(HttpStatus.CONTENT_TOO_LARGE, "CaptureLimitExceededException"),
        URI_TOO_LONG(HttpStatus.URI_TOO_LONG, "URITooLongException"),
        QUERY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "QueryTooLargeException"),
        NOT_OFFERED(HttpStatus.NOT_IMPLEMENTED, "ImplementationException");

        private final HttpStatus status;
        private final String title;

        Kind(HttpStatus status, String title) {
            this.status = status;
            this.title = title;
        }

        HttpStatus status() {
            return status;
        }

        /// The name of the exception in the standard.
        String title() {
            return title;
        }

        /// What `type` says in a problem document.
        String type() {
            return "epcisException:" + title;
        }
    }

    private EpcisProblem(Kind kind, ProblemDetail body) {
        super(kind.status(), body, null);
        if (kind == Kind.CAPTURE_LIMIT) {
            Headers.limits(getHeaders());
        }
    }

    static EpcisProblem of(Kind kind, Text detail) {
        return new EpcisProblem(kind, body(kind, detail));
    }

    static EpcisProblem of(Kind kind, String en, String zh) {
        return of(kind, new Text(en, zh));
    }

    /// A refusal with the single errors beside it.
    static EpcisProblem of(Kind kind, Text detail, List<CaptureError> errors) {
        ProblemDetail body = body(kind, detail);
        body.setProperty("errors", errors.stream().map(EpcisProblem::plain).toList());
        return new EpcisProblem(kind, body);
    }

    private static ProblemDetail body(Kind kind, Text detail) {
        ProblemDetail body =
                ProblemDetail.forStatusAndDetail(kind.status(), detail.en() + " / " + detail.zh());
        body.setType(URI.create(kind.type()));
        body.setTitle(kind.title());
        return body;
    }

    private static Map<String, Object> plain(CaptureError error) {
        return Map.of(
                "type", error.kind().type(),
                "title", error.kind().title(),
                "status", error.kind().status().value(),
                "detail", error.problem().en() + " / " + error.problem().zh(),
                "pointer", error.pointer(),
                "value", error.value());
    }
}
