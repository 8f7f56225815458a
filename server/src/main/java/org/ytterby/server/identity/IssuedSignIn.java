package org.ytterby.server.identity;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriComponentsBuilder;

/// Signing in on pages by an issuer elsewhere: OpenID Connect 1.0, the authorization code flow with
/// PKCE (RFC 7636), state and nonce.
///
/// Nothing is remembered here between the two halves: a secret in the browser is what state, nonce
/// and verifier are made of. Safe for use by several threads.
public final class IssuedSignIn {
    private static final Logger LOG = LoggerFactory.getLogger(IssuedSignIn.class);
    private static final ParameterizedTypeReference<Map<String, Object>> FIELDS =
            new ParameterizedTypeReference<>() {};

    private final Issuer issuer;
    private final Issuer.Client client;
    private final Tokens tokens;
    private final RestClient http =
            RestClient.builder().requestFactory(IssuedTokens.requests()).build();
    private final JwtDecoder decoder;
    private volatile @Nullable Endpoints found;

    IssuedSignIn(Issuer issuer, Issuer.Client client, Tokens tokens, Clock clock) {
        this.issuer = issuer;
        this.client = client;
        this.tokens = tokens;
        decoder =
                new SupplierJwtDecoder(() ->
                        IssuedTokens.decoder(
                                issuer,
                                clock,
                                List.of(
                                        IssuedTokens.holds(
                                                "it is meant for others",
                                                jwt -> isMeantFor(jwt, client.id())))));
    }

    /// Section 3.1.3.7 of OpenID Connect Core: for us, and where for others too, then got by us.
    private static boolean isMeantFor(Jwt jwt, String id) {
        List<String> audience = jwt.getAudience();
        String party = jwt.getClaimAsString("azp");
        return audience != null
                && audience.contains(id)
                && (party == null ? audience.size() == 1 : party.equals(id));
    }

    private record Endpoints(String authorization, String token) {}

    /// The first half.
    ///
    /// @param secret stays in the browser until the second half
    /// @param address of the issuer to which the browser goes
    public record Begun(String secret, String address) {}

    /// What came of the second half.
    public sealed interface Outcome {
        record Known(String token) implements Outcome {}

        /// What came back is not the answer to what this browser asked, or is not to be believed.
        record Unbelieved() implements Outcome {}

        /// The issuer did not let them in.
        record Declined() implements Outcome {}

        /// The issuer knows them, but names no role that is known here.
        record NoRole() implements Outcome {}

        /// The issuer cannot be asked now.
        record Unavailable() implements Outcome {}
    }

    /// Begins; empty if the issuer cannot be asked now.
    public Optional<Begun> begin() {
        String secret = Secret.strong();
        return endpoints()
                .map(endpoints ->
                        new Begun(
                                secret,
                                UriComponentsBuilder.fromUriString(endpoints.authorization)
                                        .queryParam("response_type", "code")
                                        .queryParam("scope", "openid")
                                        .queryParam("client_id", "{client}")
                                        .queryParam("redirect_uri", "{back}")
                                        .queryParam("state", derived("state", secret))
                                        .queryParam("nonce", derived("nonce", secret))
                                        .queryParam("code_challenge_method", "S256")
                                        .queryParam(
                                                "code_challenge",
                                                base64(Secret.sha256(derived("verifier", secret))))
                                        .encode()
                                        .buildAndExpand(client.id(), client.returnAddress())
                                        .toUriString()));
    }

    /// What is made of the browser's secret for a purpose: 256 bits that tell nothing of it.
    private static String derived(String purpose, String secret) {
        return base64(Secret.sha256(purpose + ":" + secret));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private Optional<Endpoints> endpoints() {
        Endpoints known = found;
        if (known != null) {
            return Optional.of(known);
        }
        try {
            Map<String, Object> told =
                    http.get()
                            .uri(issuer.url() + "/.well-known/openid-configuration")
                            .retrieve()
                            .body(FIELDS);
            Optional<Endpoints> read =
                    Optional.ofNullable(told)
                            .filter(fields -> issuer.url().equals(fields.get("issuer")))
                            .flatMap(IssuedSignIn::endpoints);
            read.ifPresent(endpoints -> found = endpoints);
            if (read.isEmpty()) {
                LOG.warn("the issuer's configuration names another issuer, or no endpoints");
            }
            return read;
        } catch (RestClientException e) {
            LOG.warn("the issuer's configuration cannot be read", e);
            return Optional.empty();
        }
    }

    private static Optional<Endpoints> endpoints(Map<String, Object> told) {
        return told.get("authorization_endpoint") instanceof String authorization
                        && told.get("token_endpoint") instanceof String token
                ? Optional.of(new Endpoints(authorization, token))
                : Optional.empty();
    }

    /// What the issuer sent back with the browser; empty texts for what it did not send.
    public record Returned(String state, String code, String error, String issuer) {}

    /// Ends: checks that this browser asked, takes the code to the issuer and reads who it is.
    ///
    /// @param secret of the browser; empty if it has none
    /// @param device as the program that asks calls itself
    public Outcome end(String secret, Returned returned, String device) {
        boolean isAnswer =
                !secret.isEmpty()
                        && derived("state", secret).equals(returned.state)
                        && (returned.issuer.isEmpty() || returned.issuer.equals(issuer.url()));
        if (!isAnswer) {
            return new Outcome.Unbelieved();
        }
        if (!returned.error.isEmpty() || returned.code.isEmpty()) {
            return new Outcome.Declined();
        }
        try {
            Optional<Endpoints> endpoints = endpoints();
            return endpoints.isEmpty()
                    ? new Outcome.Unavailable()
                    : judged(
                            identity(endpoints.get().token, returned.code, secret), secret, device);
        } catch (HttpClientErrorException e) { // the code is used, old or another client's
            LOG.warn("the issuer refused a code: {}", e.getStatusCode());
            return new Outcome.Unbelieved();
        } catch (BadJwtException e) {
            LOG.warn("an identity token is not to be believed: {}", e.getMessage());
            return new Outcome.Unbelieved();
        } catch (RestClientException | JwtException | JwtDecoderInitializationException e) {
            LOG.warn("the issuer cannot be asked", e);
            return new Outcome.Unavailable();
        }
    }

    /// @return the identity token; empty if the answer holds none
    private String identity(String endpoint, String code, String secret) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("grant_type", "authorization_code");
        form.add("code", code);
        form.add("redirect_uri", client.returnAddress());
        form.add("client_id", client.id());
        form.add("code_verifier", derived("verifier", secret));
        RestClient.RequestBodySpec request =
                http.post().uri(endpoint).contentType(MediaType.APPLICATION_FORM_URLENCODED);
        if (!client.secret().isEmpty()) {
            request.headers(headers ->
                    headers.setBasicAuth(client.id(), client.secret(), StandardCharsets.UTF_8));
        }
        Map<String, Object> told = request.body(form).retrieve().body(FIELDS);
        return told != null && told.get("id_token") instanceof String token ? token : "";
    }

    private Outcome judged(String identity, String secret, String device) {
        Jwt jwt = decoder.decode(identity);
        Optional<String> name = IssuedTokens.text(jwt.getClaims(), issuer.claims().name());
        if (!derived("nonce", secret).equals(jwt.getClaimAsString("nonce")) || name.isEmpty()) {
            return new Outcome.Unbelieved();
        }
        Caller caller =
                IssuedTokens.caller(
                        IssuedTokens.PREFIX + name.get(), jwt.getClaims(), issuer.claims());
        return caller.roles().isEmpty()
                ? new Outcome.NoRole()
                : new Outcome.Known(tokens.ofIssued(caller, device));
    }
}
