package org.ytterby.server.identity;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// Keeping one's own account: password and second factor.
@RestController
@RequestMapping(path = "/api/v1/me", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "identity", description = "Signing in / 登录")
class AccountController {
    private final People people;
    private final SecondFactor factors;
    private final Attempts attempts;

    AccountController(People people, SecondFactor factors, Attempts attempts) {
        this.people = people;
        this.factors = factors;
        this.attempts = attempts;
    }

    record PasswordChange(@Nullable String password, @Nullable String newPassword) {}

    @Allowed(Right.KNOW_ONESELF)
    @PostMapping(path = "/password", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Replace the own password; all own tokens end")
    @ApiResponse(responseCode = "204", description = "done / 已完成")
    ResponseEntity<?> password(Caller caller, @RequestBody PasswordChange asked) {
        requireAccount(caller);
        Duration wait = attempts.wait(caller.name());
        if (wait.isPositive()) {
            return TokenController.tooMany(wait);
        }
        String next = Objects.requireNonNullElse(asked.newPassword(), "");
        requireGood(next, caller.name());
        String present = Objects.requireNonNullElse(asked.password(), "");
        if (!people.changePassword(caller.name(), present, next)) {
            attempts.failed(caller.name());
            throw refused("password: it is wrong / 密码不正确");
        }
        attempts.succeeded(caller.name());
        return ResponseEntity.noContent().build();
    }

    @Allowed(Right.KNOW_ONESELF)
    @PostMapping("/second-factor")
    @Operation(summary = "Begin to set up one-time codes: the secret for an app that makes them")
    SecondFactor.Enrolment enrol(Caller caller) {
        requireAccount(caller);
        return factors.enrol(caller.name())
                .orElseThrow(() ->
                        new ResponseStatusException(
                                HttpStatus.CONFLICT,
                                "a second factor is set up already: an administrator can remove it"
                                        + " / 已设置双因素验证，可由管理员移除"));
    }

    record Code(@Nullable String code) {}

    /// @param recoveryCodes each good for one sign-in in place of a code
    record Recovery(List<String> recoveryCodes) {}

    @Allowed(Right.KNOW_ONESELF)
    @PostMapping(path = "/second-factor/confirmation", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Confirm one-time codes by a first one: asked for from now on")
    Recovery confirm(Caller caller, @RequestBody Code asked) {
        requireAccount(caller);
        return factors.confirm(caller.name(), Objects.requireNonNullElse(asked.code(), ""))
                .map(Recovery::new)
                .orElseThrow(
                        () -> refused("code: it is wrong, or nothing was begun / 验证码不正确，或尚未开始设置"));
    }

    private void requireAccount(Caller caller) {
        if (!people.isAccount(caller.name())) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT,
                    "this account is not kept here but at the issuer, or is a machine"
                            + " / 该账号由外部签发方管理，或属于机器客户端");
        }
    }

    private static void requireGood(String password, String name) {
        if (!Passwords.isGood(password, name)) {
            throw unfit();
        }
    }

    /// A password that nobody should choose.
    static ResponseStatusException unfit() {
        return refused(
                "new_password: %d to %d characters, without the name / 新密码：%d 至 %d 个字符，且不含用户名"
                        .formatted(
                                Passwords.LENGTH_MIN,
                                Passwords.LENGTH_MAX,
                                Passwords.LENGTH_MIN,
                                Passwords.LENGTH_MAX));
    }

    private static ResponseStatusException refused(String reason) {
        return new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, reason);
    }
}
