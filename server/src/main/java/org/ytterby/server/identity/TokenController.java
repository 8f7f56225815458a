package org.ytterby.server.identity;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// Signing in and out, and who one is.
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "identity", description = "Signing in / 登录")
class TokenController {
    private final SignIn signIn;
    private final Tokens tokens;

    TokenController(SignIn signIn, Tokens tokens) {
        this.signIn = signIn;
        this.tokens = tokens;
    }

    /// @param code of the second factor; empty where none is set up
    /// @param newPassword in place of the present one, if it is to change
    record Credentials(
            String name, String password, @Nullable String code, @Nullable String newPassword) {
        SignIn.Asked asked(String device) {
            return new SignIn.Asked(
                    given(name), given(password), given(code), given(newPassword), device);
        }
    }

    record Token(String accessToken, String tokenType, long expiresIn) {}

    @OpenToAll
    @PostMapping("/tokens")
    @Operation(summary = "Sign in: a bearer token for name, password and second factor")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = Token.class)))
    ResponseEntity<?> signIn(@RequestBody Credentials asked, HttpServletRequest request) {
        String device = given(request.getHeader(HttpHeaders.USER_AGENT));
        return switch (signIn.attempt(asked.asked(device))) {
            case SignIn.Outcome.TooOften(Duration wait) -> tooMany(wait);
            case SignIn.Outcome.PasswordUnfit() -> throw AccountController.unfit();
            case SignIn.Outcome.Unknown _,
                    SignIn.Outcome.CodeNeeded _,
                    SignIn.Outcome.CodeMissing _,
                    SignIn.Outcome.ChallengeOver _ ->
                    throw new ResponseStatusException(
                            HttpStatus.UNAUTHORIZED,
                            "name, password or code is wrong / 用户名、密码或验证码不正确");
            case SignIn.Outcome.PasswordIsTemporary() ->
                    throw new ResponseStatusException(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "the password is temporary: sign in with a new_password beside it"
                                    + " / 密码为临时密码，请在登录时用 new_password 设定新密码");
            case SignIn.Outcome.Known(String token) ->
                    ResponseEntity.ok()
                            .header(HttpHeaders.CACHE_CONTROL, "no-store")
                            .body(new Token(token, "Bearer", Tokens.PERSON_LIFE.toSeconds()));
        };
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    static ResponseEntity<?> tooMany(Duration wait) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1))
                .body(
                        ProblemDetail.forStatusAndDetail(
                                HttpStatus.TOO_MANY_REQUESTS,
                                "too many wrong attempts for this name / 该用户名连续登录失败过多，请稍后再试"));
    }

    @Allowed(Right.KNOW_ONESELF)
    @DeleteMapping("/tokens/current")
    @Operation(summary = "Sign out: the token that this is asked with ends")
    @ApiResponse(responseCode = "204", description = "done / 已完成")
    ResponseEntity<Void> signOut(@RequestHeader(HttpHeaders.AUTHORIZATION) String header) {
        if (!tokens.revoke(CallerFilter.token(header).orElse(""))) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT,
                    "the token is an issuer's: end it there / 令牌由外部签发方签发，请在签发方注销");
        }
        return ResponseEntity.noContent().build();
    }

    /// @param jurisdiction `national`, or a region
    record Oneself(String name, String organisation, List<String> roles, String jurisdiction) {}

    @Allowed(Right.KNOW_ONESELF)
    @GetMapping("/me")
    @Operation(summary = "Who the token was given to")
    Oneself me(Caller caller) {
        return new Oneself(
                caller.name(),
                caller.organisation(),
                List.of(Tokens.codes(caller.roles())),
                caller.jurisdiction().code());
    }
}
