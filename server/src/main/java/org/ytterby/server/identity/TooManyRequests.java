package org.ytterby.server.identity;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/// A refusal for now: the caller asks for more than is their share, and learns how long to wait.
public final class TooManyRequests extends ErrorResponseException {
    private static final long serialVersionUID = 1L;

    /// @param reason in English
    /// @param reasonZh in Chinese
    /// @param wait until it makes sense to ask again; told in whole seconds, rounded up
    public TooManyRequests(String reason, String reasonZh, Duration wait) {
        super(
                HttpStatus.TOO_MANY_REQUESTS,
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.TOO_MANY_REQUESTS, reason + " / " + reasonZh),
                null);
        long seconds = Math.max(1, wait.plusNanos(999_999_999).toSeconds());
        getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }
}
