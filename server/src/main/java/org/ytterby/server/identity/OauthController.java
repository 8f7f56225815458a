package org.ytterby.server.identity;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The token endpoint for machines: client credentials (RFC 6749, section 4.4) with HTTP Basic.
@RestController
@Tag(name = "identity", description = "Signing in / 登录")
class OauthController {
    private static final String GRANT = "client_credentials";
    private static final String BASIC = "Basic ";

    private final Clients clients;

    OauthController(Clients clients) {
        this.clients = clients;
    }

    record Failure(String error, String errorDescription) {}

    @OpenToAll
    @PostMapping(
            path = "/oauth2/token",
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "A short-lived token for a machine: client credentials over HTTP Basic")
    ResponseEntity<?> token(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false)
                    @Nullable String authorization,
            @RequestParam(name = "grant_type", defaultValue = "") String grant) {
        Optional<Credentials> client =
                credentials(authorization).filter(c -> clients.isKnown(c.id, c.secret));
        if (client.isEmpty()) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"ytterby\"")
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .body(
                            new Failure(
                                    "invalid_client",
                                    "client id or secret is wrong / 客户端标识或密钥不正确"));
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
                                clients.token(client.get().id),
                                "Bearer",
                                Tokens.CLIENT_LIFE.toSeconds()));
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
