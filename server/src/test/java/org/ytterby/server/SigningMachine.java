package org.ytterby.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ytterby.core.proof.SenderKey;

/// A machine with a key, which signs by the standards alone and not by our own code: assertions
/// (RFC 7523) and requests (RFC 9421).
public final class SigningMachine {
    private static final int KEY_BYTES = 32;

    private final KeyPair keys;

    public SigningMachine() throws GeneralSecurityException {
        keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    /// The public key as machines are registered with it: the end of its X.509 form.
    public String key() {
        byte[] x509 = keys.getPublic().getEncoded();
        return url(Arrays.copyOfRange(x509, x509.length - KEY_BYTES, x509.length));
    }

    public byte[] sign(String text) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(keys.getPrivate());
            signer.update(text.getBytes(StandardCharsets.UTF_8));
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A signed token of claims.
    public String assertion(String header, String claims) {
        String input =
                url(header.getBytes(StandardCharsets.UTF_8))
                        + "."
                        + url(claims.getBytes(StandardCharsets.UTF_8));
        return input + "." + url(sign(input));
    }

    private static String url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// A request to be signed.
    ///
    /// @param parts that the signature covers, in quotes, between blanks
    /// @param path as it is signed
    public record Asked(
            String parts, String path, String type, byte[] content, String key, long createdS) {
        public static Asked declaration(String json, String key, long nowS) {
            return new Asked(
                    "\"@method\" \"@path\" \"content-digest\" \"idempotency-key\"",
                    "/api/v1/declarations",
                    "application/json",
                    json.getBytes(StandardCharsets.UTF_8),
                    key,
                    nowS);
        }

        Asked covering(String others) {
            return new Asked(others, path, type, content, key, createdS);
        }
    }

    /// The fields that go with a request.
    public Map<String, String> fields(Asked asked) throws GeneralSecurityException {
        String digest =
                "sha-256=:"
                        + Base64.getEncoder()
                                .encodeToString(
                                        MessageDigest.getInstance("SHA-256").digest(asked.content))
                        + ":";
        String parameters =
                "(%s);created=%d;keyid=\"%s\""
                        .formatted(asked.parts, asked.createdS, SenderKey.parse(key()).id());
        StringBuilder base = new StringBuilder();
        for (String part : asked.parts.split(" ", -1)) {
            String value =
                    switch (part) {
                        case "\"@method\"" -> "POST";
                        case "\"@path\"" -> asked.path;
                        case "\"content-digest\"" -> digest;
                        case "\"idempotency-key\"" -> asked.key;
                        case "\"content-type\"" -> asked.type;
                        default -> "?";
                    };
            base.append(part).append(": ").append(value).append('\n');
        }
        base.append("\"@signature-params\": ").append(parameters);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Content-Type", asked.type);
        fields.put("Idempotency-Key", asked.key);
        fields.put("Content-Digest", digest);
        fields.put("Signature-Input", "sig=" + parameters);
        fields.put(
                "Signature",
                "sig=:" + Base64.getEncoder().encodeToString(sign(base.toString())) + ":");
        return fields;
    }

    /// Sends content with fields, and a token.
    public static TestService.Answer send(
            URI uri, String token, byte[] content, Map<String, String> fields)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri)
                        .header("Authorization", "Bearer " + token)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(content));
        fields.forEach(request::header);
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new TestService.Answer(answer.statusCode(), answer.body(), answer.headers());
        }
    }
}
