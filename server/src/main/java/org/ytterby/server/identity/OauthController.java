package org.ytterby.server.identity;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The token endpoint for machines: client credentials (RFC 6749, section 4.4) by HTTP Basic, or by
/// an assertion that the machine signs with its key (RFC 7523).
@RestController
@Tag(name = "identity", description = "Signing in / 登录")
class OauthController {
    private static final String GRANT = "client_credentials";
    private static final String BASIC = "Basic ";

    private final Clients clients;
    private final Clock clock;
    private final String publicUrl;

    /// @param publicUrl under which machines reach the service; empty where it is not set
    OauthController(
            Clients clients, Clock clock, @Value("${ytterby.public-url:}") String publicUrl) {
        this.clients = clients;
        this.clock = clock;
        this.publicUrl = publicUrl.strip();
    }

    record Failure(String error, String errorDescription) {}

    @OpenToAll
    @PostMapping(
            path = "/oauth2/token",
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary =
                    "A short-lived token for a machine: client credentials by HTTP Basic or by a"
                            + " signed assertion")
    ResponseEntity<?> token(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false)
                    @Nullable String authorization,
            @RequestParam(name = "grant_type", defaultValue = "") String grant,
            @RequestParam(name = "client_assertion_type", defaultValue = "") String type,
            @RequestParam(name = "client_assertion", defaultValue = "") String assertion,
            HttpServletRequest request) {
        Optional<String> client =
                type.equals(ClientAssertion.TYPE)
                        ? vouched(assertion, request)
                        : credentials(authorization)
                                .filter(c -> clients.isKnown(c.id, c.secret))
                                .map(Credentials::id);
        if (client.isEmpty()) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"ytterby\"")
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .body(
                            new Failure(
                                    "invalid_client",
                                    "client id, secret or assertion is wrong / 客户端标识、密钥或断言不正确"));
        }
        if (!grant.equals(GRANT)) {
            return ResponseEntity.badRequest()
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .body(
                            new Failure(
                                    grant.isEmpty() ? "invalid_request" : "unsupported_grant_type",
                                    "grant_type=" + GRANT + " is expected / 应为 " + GRANT));
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(
                        new TokenController.Token(
                                clients.token(client.get()),
                                "Bearer",
                                Tokens.CLIENT_LIFE.toSeconds()));
    }

    /// Whom an assertion vouches for, the first time that it comes.
    private Optional<String> vouched(String assertion, HttpServletRequest request) {
        String here =
                publicUrl.isEmpty()
                        ? request.getRequestURL().toString()
                        : publicUrl + request.getRequestURI();
        return ClientAssertion.parse(assertion, here, clock.instant())
                .filter(a -> a.client().indexOf('\0') < 0)
                .filter(a -> clients.key(a.client()).filter(a::isSignedWith).isPresent())
                .filter(a -> clients.isNew(a.client(), a.id(), a.expires()))
                .map(ClientAssertion::client);
    }

    private record Credentials(String id, String secret) {}

    /// Id and secret, each form-encoded, as section 2.3.1 wants them.
    private static Optional<Credentials> credentials(@Nullable String header) {
        if (header == null || !header.startsWith(BASIC)) {
            return Optional.empty();
        }
        try {
            String both =
                    new String(
                            Base64.getDecoder().decode(header.substring(BASIC.length()).strip()),
                            StandardCharsets.UTF_8);
            int colon = both.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(
                            new Credentials(
                                    decoded(both.substring(0, colon)),
                                    decoded(both.substring(colon + 1))));
        } catch (IllegalArgumentException _) { // neither base 64 nor form-encoded: wrong
            return Optional.empty();
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
