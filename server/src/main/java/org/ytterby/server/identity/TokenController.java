package org.ytterby.server.identity;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/// Signing in, and who one is.
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "identity", description = "Signing in / 登录")
class TokenController {
    private final People people;
    private final Attempts attempts;

    TokenController(People people, Clock clock) {
        this.people = people;
        attempts = new Attempts(clock);
    }

    /// @param code of the second factor; empty where none is set up
    record SignIn(String name, String password, @Nullable String code) {}

    record Token(String accessToken, String tokenType, long expiresIn) {}

    @OpenToAll
    @PostMapping("/tokens")
    @Operation(summary = "Sign in: a bearer token for name, password and second factor")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = Token.class)))
    ResponseEntity<?> signIn(@RequestBody SignIn asked) {
        Duration wait = attempts.wait(asked.name());
        if (wait.isPositive()) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                    .header(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1))
                    .body(
                            ProblemDetail.forStatusAndDetail(
                                    HttpStatus.TOO_MANY_REQUESTS,
                                    "too many wrong attempts for this name / 该用户名连续登录失败过多，请稍后再试"));
        }
        String code = asked.code() == null ? "" : asked.code();
        Optional<String> token = people.signIn(asked.name(), asked.password(), code);
        if (token.isEmpty()) {
            attempts.failed(asked.name());
            throw new ResponseStatusException(
                    HttpStatus.UNAUTHORIZED, "name, password or code is wrong / 用户名、密码或验证码不正确");
        }
        attempts.succeeded(asked.name());
        return ResponseEntity.ok(new Token(token.get(), "Bearer", People.TOKEN_LIFE.toSeconds()));
    }

    @Allowed(Right.KNOW_ONESELF)
    @GetMapping("/me")
    @Operation(summary = "Who the token was given to")
    Caller me(Caller caller) {
        return caller;
    }
}
