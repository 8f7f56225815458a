package org.ytterby.server.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// An OpenID Connect issuer on this machine: discovery, keys, tokens good and bad, and people who
/// are always signed in at it already.
final class LoopbackIssuer implements AutoCloseable {
    private final HttpServer server;
    private volatile ECKey key;

    /// What was asked for with each code that was given out; a code is good once.
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();

    /// Makes the identity token for what was asked: the honest one, until a test sets another.
    private volatile Identity identity = asked -> token(claimsFor(asked), "JWT");

    /// Makes an identity token.
    interface Identity {
        String of(Map<String, String> asked) throws JOSEException;
    }

    private LoopbackIssuer(HttpServer server, ECKey key) {
        this.server = server;
        this.key = key;
    }

    static LoopbackIssuer start() throws IOException, JOSEException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        LoopbackIssuer issuer = new LoopbackIssuer(server, newKey());
        server.createContext(
                "/.well-known/openid-configuration",
                exchange ->
                        answer(
                                exchange,
                                """
                                {"issuer":"%1$s","jwks_uri":"%1$s/jwks","subject_types_supported":["public"],
                                 "authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token"}
                                """
                                        .formatted(issuer.url())));
        server.createContext("/authorize", issuer::authorize);
        server.createContext("/token", issuer::exchange);
        server.createContext(
                "/jwks", exchange -> answer(exchange, new JWKSet(issuer.key).toString(true)));
        server.start();
        return issuer;
    }

    /// Sends the browser back with a code for what it asked.
    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = fields(exchange.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        exchange.getResponseHeaders()
                .add(
                        "Location",
                        "%s?code=%s&state=%s&iss=%s"
                                .formatted(
                                        asked.get("redirect_uri"),
                                        code,
                                        asked.get("state"),
                                        URLEncoder.encode(url(), UTF_8)));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    /// Gives the identity token for a code to whoever knows the client's secret and the verifier.
    private void exchange(HttpExchange exchange) throws IOException {
        Map<String, String> sent =
                fields(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        Map<String, String> asked = codes.remove(sent.getOrDefault("code", ""));
        if (asked == null || !isRight(exchange, asked, sent)) {
            exchange.sendResponseHeaders(400, -1);
            exchange.close();
            return;
        }
        try {
            answer(
                    exchange,
                    "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"id_token\":\"%s\"}"
                            .formatted(identity.of(asked)));
        } catch (JOSEException e) {
            throw new IOException(e);
        }
    }

    private static boolean isRight(
            HttpExchange exchange, Map<String, String> asked, Map<String, String> sent) {
        String basic = "Basic " + Base64.getEncoder().encodeToString("desk:quiet".getBytes(UTF_8));
        return basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && Objects.equals(asked.get("redirect_uri"), sent.get("redirect_uri"))
                && "desk".equals(asked.get("client_id"))
                && "S256".equals(asked.get("code_challenge_method"))
                && challengeOf(sent).equals(asked.get("code_challenge"));
    }

    private static String challengeOf(Map<String, String> sent) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Secret.sha256(sent.getOrDefault("code_verifier", "")));
    }

    private static Map<String, String> fields(String encoded) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : encoded.split("&", -1)) {
            String[] both = pair.split("=", 2);
            fields.put(both[0], URLDecoder.decode(both.length < 2 ? "" : both[1], UTF_8));
        }
        return fields;
    }

    /// Claims of an identity token as they should be, for one who changes some.
    JWTClaimsSet.Builder claimsFor(Map<String, String> asked) {
        return claims().audience("desk").claim("nonce", asked.get("nonce"));
    }

    /// From now on identity tokens are made so; null for honest ones.
    void identifies(@Nullable Identity made) {
        identity = made == null ? asked -> token(claimsFor(asked), "JWT") : made;
    }

    private static ECKey newKey() throws JOSEException {
        return new ECKeyGenerator(Curve.P_256).keyID(UUID.randomUUID().toString()).generate();
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] bytes = json.getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// As a service is told of it whose people sign in there.
    Issuer forPages() {
        return new Issuer(
                url(),
                "ytterby",
                Issuer.Claims.USUAL,
                new Issuer.Client("desk", "quiet", "http://127.0.0.1:1"));
    }

    /// From now on another key signs; the one before is no longer published.
    void rotate() throws JOSEException {
        key = newKey();
    }

    /// Claims as they should be, for one who changes some.
    JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(url())
                .subject("person-1")
                .audience("ytterby")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("organisation", "authority")
                .claim("jurisdiction", "national")
                .claim("roles", List.of("supervisor"));
    }

    String token(JWTClaimsSet.Builder claims) throws JOSEException {
        return token(claims, "at+jwt");
    }

    String token(JWTClaimsSet.Builder claims, String type) throws JOSEException {
        return signed(JWSAlgorithm.ES256, type, new ECDSASigner(key), claims);
    }

    /// Signed by somebody else who claims to be this key.
    String forged(JWTClaimsSet.Builder claims) throws JOSEException {
        return signed(JWSAlgorithm.ES256, "at+jwt", new ECDSASigner(newKey()), claims);
    }

    /// Signed with a shared secret that is the public key: what a careless checker takes.
    String confused(JWTClaimsSet.Builder claims) throws JOSEException {
        return signed(
                JWSAlgorithm.HS256,
                "at+jwt",
                new MACSigner(key.toPublicJWK().toString().getBytes(UTF_8)),
                claims);
    }

    String unsigned(JWTClaimsSet.Builder claims) {
        return new PlainJWT(claims.build()).serialize();
    }

    private String signed(
            JWSAlgorithm algorithm, String type, JWSSigner signer, JWTClaimsSet.Builder claims)
            throws JOSEException {
        SignedJWT jwt =
                new SignedJWT(
                        new JWSHeader.Builder(algorithm)
                                .keyID(key.getKeyID())
                                .type(new JOSEObjectType(type))
                                .build(),
                        claims.build());
        jwt.sign(signer);
        return jwt.serialize();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
