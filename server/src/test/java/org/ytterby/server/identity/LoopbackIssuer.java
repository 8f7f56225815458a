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
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/// An OpenID Connect issuer on this machine: discovery, keys, and tokens good and bad.
final class LoopbackIssuer implements AutoCloseable {
    private final HttpServer server;
    private volatile ECKey key;

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
                                {"issuer":"%s","jwks_uri":"%s/jwks","subject_types_supported":["public"]}
                                """
                                        .formatted(issuer.url(), issuer.url())));
        server.createContext(
                "/jwks", exchange -> answer(exchange, new JWKSet(issuer.key).toString(true)));
        server.start();
        return issuer;
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
