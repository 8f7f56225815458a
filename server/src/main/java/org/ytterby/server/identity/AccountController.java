package org.ytterby.server.identity;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
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
    private final OwnAccount own;

    AccountController(OwnAccount own) {
        this.own = own;
    }

    record PasswordChange(@Nullable String password, @Nullable String newPassword) {}

    @Allowed(Right.KNOW_ONESELF)
    @PostMapping(path = "/password", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Replace the own password; all own tokens end")
    @ApiResponse(responseCode = "204", description = "done / 已完成")
    ResponseEntity<?> password(Caller caller, @RequestBody PasswordChange asked) {
        requireAccount(caller);
        OwnAccount.Outcome outcome =
                own.changePassword(
                        caller,
                        Objects.requireNonNullElse(asked.password(), ""),
                        Objects.requireNonNullElse(asked.newPassword(), ""),
                        "");
        return switch (outcome) {
            case OwnAccount.Outcome.Done _ -> ResponseEntity.noContent().build();
            case OwnAccount.Outcome.Wrong _ -> throw refused("password: it is wrong / 密码不正确");
            case OwnAccount.Outcome.Unfit _ -> throw unfit();
            case OwnAccount.Outcome.TooOften(Duration left) -> TokenController.tooMany(left);
        };
    }

    @Allowed(Right.KNOW_ONESELF)
    @PostMapping("/second-factor")
    @Operation(summary = "Begin to set up one-time codes: the secret for an app that makes them")
    OwnAccount.Setup enrol(Caller caller) {
        requireAccount(caller);
        return own.begin(caller)
                .orElseThrow(() ->
                        new ResponseStatusException(
                                HttpStatus.CONFLICT,
                                "a second factor is set up already: remove it first"
                                        + " / 已设置双因素验证，请先移除"));
    }

    record Code(@Nullable String code) {}

    /// @param recoveryCodes each good for one sign-in in place of a code
    record Recovery(List<String> recoveryCodes) {}

    @Allowed(Right.KNOW_ONESELF)
    @PostMapping(path = "/second-factor/confirmation", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Confirm one-time codes by a first one: asked for from now on")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = Recovery.class)))
    ResponseEntity<?> confirm(Caller caller, @RequestBody Code asked) {
        requireAccount(caller);
        return switch (own.confirm(caller, Objects.requireNonNullElse(asked.code(), ""))) {
            case OwnAccount.Outcome.Done(List<String> codes) ->
                    ResponseEntity.ok(new Recovery(codes));
            case OwnAccount.Outcome.Wrong _, OwnAccount.Outcome.Unfit _ ->
                    throw refused("code: it is wrong, or nothing was begun / 验证码不正确，或尚未开始设置");
            case OwnAccount.Outcome.TooOften(Duration left) -> TokenController.tooMany(left);
        };
    }

    private void requireAccount(Caller caller) {
        if (!own.isHere(caller)) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT,
                    "this account is not kept here but at the issuer, or is a machine"
                            + " / 该账号由外部签发方管理，或属于机器客户端");
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
