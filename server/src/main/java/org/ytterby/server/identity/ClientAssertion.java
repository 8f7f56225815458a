package org.ytterby.server.identity;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.proof.SenderKey;

/// What a machine signs to ask for a token, in place of a secret (RFC 7523, section 2.2): who it
/// is, for which service, until when, under an id that is good once.
///
/// @param client id of the machine, as it says
/// @param id of the assertion
record ClientAssertion(String client, String id, Instant expires, SignedJWT signed) {
    /// What the parameter `client_assertion_type` says.
    static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.EdDSA, JWSAlgorithm.Ed25519);
    private static final Duration LIFE_MAX = Duration.ofMinutes(10);
    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final int ID_MAX = 200;

    /// Reads an assertion; whether it is signed is another question.
    ///
    /// @param audience address by which tokens of this service are asked for
    /// @return empty unless it is one for this service, now
    static Optional<ClientAssertion> parse(String text, String audience, Instant now) {
        try {
            SignedJWT signed = SignedJWT.parse(text);
            JWSHeader header = signed.getHeader();
            JWTClaimsSet claims = signed.getJWTClaimsSet();
            String client = claims.getSubject();
            String id = claims.getJWTID();
            Date end = claims.getExpirationTime();
            boolean isOurs =
                    ALGORITHMS.contains(header.getAlgorithm())
                            && header.getCriticalParams() == null
                            && client != null
                            && client.equals(claims.getIssuer())
                            && claims.getAudience().contains(audience);
            return isOurs && isInTime(claims, end, now) && id != null && isId(id)
                    ? Optional.of(
                            new ClientAssertion(client, id, end.toInstant().plus(SKEW), signed))
                    : Optional.empty();
        } catch (ParseException _) { // no such thing: as one that is not believed
            return Optional.empty();
        }
    }

    private static boolean isInTime(JWTClaimsSet claims, @Nullable Date end, Instant now) {
        Date start = claims.getNotBeforeTime();
        return end != null
                && end.toInstant().plus(SKEW).isAfter(now)
                && end.toInstant().isBefore(now.plus(LIFE_MAX).plus(SKEW))
                && (start == null || start.toInstant().minus(SKEW).isBefore(now));
    }

    private static boolean isId(String id) {
        return !id.isEmpty() && id.length() <= ID_MAX && id.indexOf('\0') < 0;
    }

    /// Whether the owner of a key signed it.
    boolean isSignedWith(SenderKey key) {
        return key.isSigned(signed.getSigningInput(), signed.getSignature().decode());
    }
}
