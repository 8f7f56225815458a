package org.ytterby.core.proof;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A signature under a request, as HTTP message signatures carry it (RFC 9421). Of their grammar
/// what a sender needs: one signature, in the one canonical spelling, over parts without
/// parameters, with the time when and the key by which it was made.
///
/// @param parts that it covers, in order, such as `@method` and `content-digest`
/// @param createdS seconds since 1970
/// @param keyId what the signer calls the key
/// @param parameters as they were sent; they are signed too
public record RequestSignature(
        List<String> parts, long createdS, String keyId, String parameters, byte[] signature) {
    private static final Refusal.Code MALFORMED = Refusal.Code.SIGNATURE_MALFORMED;
    private static final String LABEL = "([a-z*][a-z0-9_.*-]{0,63})=";
    private static final String PART = "\"@?[a-z][a-z0-9-]{0,63}\"";
    private static final String PARAMETER =
            ";[a-z]{1,16}=(?:[0-9]{1,15}|\"[!#-\\[\\]-~ ]{0,200}\")";
    private static final String ED25519 = "\"ed25519\"";
    private static final Set<String> PARAMETERS = Set.of("created", "keyid", "alg", "nonce", "tag");
    private static final Pattern INPUT =
            Pattern.compile(
                    LABEL
                            + "(\\((%s(?: %s){0,15})\\)((?:%s){2,6}))"
                                    .formatted(PART, PART, PARAMETER));
    private static final Pattern SIGNATURE = Pattern.compile(LABEL + ":([A-Za-z0-9+/=]{1,200}):");

    public RequestSignature {
        parts = List.copyOf(parts);
        signature = signature.clone();
    }

    /// Reads the headers of a signed request.
    ///
    /// @param input the field `Signature-Input`
    /// @param signature the field `Signature`
    /// @throws ProofRefused with code `SIGNATURE_MALFORMED`
    public static RequestSignature parse(String input, String signature) {
        Matcher told = INPUT.matcher(input);
        Matcher made = SIGNATURE.matcher(signature);
        if (!told.matches()) {
            throw malformed("Signature-Input", input);
        }
        if (!made.matches() || !made.group(1).equals(told.group(1))) {
            throw malformed("Signature", signature);
        }
        List<String> parts = List.of(told.group(3).replace("\"", "").split(" "));
        if (parts.stream().distinct().count() < parts.size()) {
            throw malformed("Signature-Input", input);
        }
        Map<String, String> parameters = parameters(told.group(4));
        String created = parameters.getOrDefault("created", "");
        String keyId = parameters.getOrDefault("keyid", "");
        if (!PARAMETERS.containsAll(parameters.keySet())
                || !created.matches("[0-9]+")
                || !keyId.startsWith("\"")
                || !parameters.getOrDefault("alg", ED25519).equals(ED25519)) {
            throw malformed("Signature-Input", input);
        }
        return new RequestSignature(
                parts,
                Long.parseLong(created),
                keyId.substring(1, keyId.length() - 1),
                told.group(2),
                Strict.base64(made.group(2), MALFORMED));
    }

    /// Values by name, as they were sent; one that is there twice has a name that there is not.
    private static Map<String, String> parameters(String text) {
        Map<String, String> parameters = new HashMap<>();
        Matcher next = Pattern.compile(PARAMETER).matcher(text);
        while (next.find()) {
            String[] both = next.group().substring(1).split("=", 2);
            if (parameters.put(both[0], both[1]) != null) {
                parameters.put("twice " + both[0], "");
            }
        }
        return parameters;
    }

    private static ProofRefused malformed(String field, String value) {
        String wanted =
                "sig=(\"@method\" \"@path\" \"content-digest\");created=SECONDS;keyid=\"ID\"";
        return new ProofRefused(
                MALFORMED,
                "%s: as in %s (RFC 9421), not %s".formatted(field, wanted, Strict.brief(value)),
                "%s：应如 %s（RFC 9421），而非 %s".formatted(field, wanted, Strict.brief(value)));
    }

    /// What was signed.
    ///
    /// @param value of a part of the request, null where it has none
    /// @throws ProofRefused with code `SIGNATURE_MALFORMED` if it covers a part that is not there
    public String base(Function<String, @Nullable String> value) {
        StringBuilder base = new StringBuilder(256);
        for (String part : parts) {
            String there = value.apply(part);
            if (there == null) {
                throw new ProofRefused(
                        MALFORMED,
                        "the signature covers a part that the request does not have: " + part,
                        "签名覆盖了请求中不存在的部分：" + part);
            }
            base.append('"').append(part).append("\": ").append(there).append('\n');
        }
        return base.append("\"@signature-params\": ").append(parameters).toString();
    }

    /// The value of a part in what was signed; null where it does not cover the part.
    ///
    /// @param base made by [#base]
    public static @Nullable String signed(String base, String part) {
        String start = "\"" + part + "\": ";
        return base.lines()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .findFirst()
                .orElse(null);
    }

    /// The field `Content-Digest` (RFC 9530) of a content.
    ///
    /// @param sha256 of the content
    public static String contentDigest(byte[] sha256) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(sha256) + ":";
    }
}
