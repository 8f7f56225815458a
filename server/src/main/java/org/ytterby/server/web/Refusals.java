package org.ytterby.server.web;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.ytterby.formats.intake.PackageUnreadable;
import org.ytterby.server.identity.SignatureRefused;
import org.ytterby.server.ledger.LedgerUnavailable;
import org.ytterby.server.ledger.Unrecordable;

/// Every refusal as a problem document (RFC 9457).
@RestControllerAdvice
class Refusals extends ResponseEntityExceptionHandler {
    static final String RETRY_AFTER_S = "1";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unavailable(LedgerUnavailable e) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_S)
                .body(problem(HttpStatus.SERVICE_UNAVAILABLE, e.getMessage() + " / 台账暂不可用，请稍后重试"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(PackageUnreadable e) {
        return ResponseEntity.unprocessableContent()
                .body(
                        problem(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                e.wording().en() + " / " + e.wording().zh()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unrecordable(Unrecordable e) {
        return ResponseEntity.unprocessableContent()
                .body(problem(HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(e.getMessage())));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> signInFirst(InsufficientAuthenticationException e) {
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .body(problem(HttpStatus.UNAUTHORIZED, e.getMessage() + " / 请先登录"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unsigned(SignatureRefused e) {
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                .header("Accept-Signature", SignatureRefused.WANTED)
                .body(problem(HttpStatus.UNAUTHORIZED, e.reason()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> denied(AccessDeniedException e) {
        return ResponseEntity.status(HttpStatus.FORBIDDEN)
                .body(problem(HttpStatus.FORBIDDEN, e.getMessage() + " / 当前角色无权执行此操作"));
    }

    private static ProblemDetail problem(HttpStatus status, String detail) {
        return ProblemDetail.forStatusAndDetail(status, detail);
    }
}
