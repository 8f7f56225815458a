package org.ytterby.server.identity;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// Signing in, and who one is.
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "identity", description = "Signing in / 登录")
class TokenController {
    private final People people;

    TokenController(People people) {
        this.people = people;
    }

    /// @param code of the second factor; empty where none is set up
    record SignIn(String name, String password, @Nullable String code) {}

    record Token(String accessToken, String tokenType, long expiresIn) {}

    @OpenToAll
    @PostMapping("/tokens")
    @Operation(summary = "Sign in: a bearer token for name, password and second factor")
    Token signIn(@RequestBody SignIn asked) {
        String code = asked.code() == null ? "" : asked.code();
        return people.signIn(asked.name(), asked.password(), code)
                .map(token -> new Token(token, "Bearer", People.TOKEN_LIFE.toSeconds()))
                .orElseThrow(() ->
                        new ResponseStatusException(
                                HttpStatus.UNAUTHORIZED,
                                "name, password or code is wrong / 用户名、密码或验证码不正确"));
    }

    @Allowed({
        Role.ENTERPRISE_REPORTER,
        Role.GROUP_OFFICER,
        Role.PLAN_OFFICER,
        Role.SUPERVISOR,
        Role.ENVIRONMENT_OFFICER,
        Role.EXPORT_ADVISER,
        Role.EXPORT_DECIDER,
        Role.CUSTOMS,
        Role.SME_OFFICER,
        Role.LABORATORY,
        Role.AUDITOR,
        Role.ADMINISTRATOR
    })
    @GetMapping("/me")
    @Operation(summary = "Who the token was given to")
    Caller me(Caller caller) {
        return caller;
    }
}
