package org.ytterby.server.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.web.client.RestTemplate;

/// Tokens of an issuer elsewhere: signed by its keys, meant for us, in time. Its keys are fetched
/// when first needed, and again when a token names one that is not known. Safe for use by several
/// threads.
final class IssuedTokens {
    /// What the names of an issuer's people begin with.
    static final String PREFIX = "oidc:";

    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// Public keys alone: with a shared secret whoever checks could also sign.
    private static final Set<SignatureAlgorithm> ALGORITHMS =
            EnumSet.allOf(SignatureAlgorithm.class);

    private static final Set<String> TYPES = Set.of("jwt", "at+jwt", "application/at+jwt");

    private final Issuer issuer;
    private final JwtDecoder decoder;

    IssuedTokens(Issuer issuer, Clock clock) {
        this.issuer = issuer;
        decoder = new SupplierJwtDecoder(() -> decoder(issuer, clock));
    }

    private static JwtDecoder decoder(Issuer issuer, Clock clock) {
        return decoder(
                issuer,
                clock,
                List.of(
                        holds(
                                "it is meant for others",
                                jwt -> {
                                    List<String> audience = jwt.getAudience();
                                    return audience != null && audience.contains(issuer.audience());
                                }),
                        holds("it is no access token", IssuedTokens::isOfType)));
    }

    /// Believes what the issuer signed with a public key, in time, and with an end.
    ///
    /// @param more that must hold besides
    static JwtDecoder decoder(Issuer issuer, Clock clock, List<OAuth2TokenValidator<Jwt>> more) {
        NimbusJwtDecoder decoder =
                NimbusJwtDecoder.withIssuerLocation(issuer.url())
                        .restOperations(new RestTemplate(requests()))
                        .jwsAlgorithms(allowed -> {
                            allowed.clear();
                            allowed.addAll(ALGORITHMS);
                        })
                        .validateType(false) // by ourselves, below
                        .build();
        JwtTimestampValidator times = new JwtTimestampValidator(SKEW);
        times.setClock(clock);
        List<OAuth2TokenValidator<Jwt>> all = new ArrayList<>(more);
        all.add(times);
        all.add(new JwtIssuerValidator(issuer.url()));
        all.add(holds("it never expires", jwt -> jwt.getExpiresAt() != null));
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(all));
        return decoder;
    }

    /// How an issuer is asked: with patience that ends.
    static SimpleClientHttpRequestFactory requests() {
        SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(PATIENCE);
        requests.setReadTimeout(PATIENCE);
        return requests;
    }

    private static boolean isOfType(Jwt jwt) {
        Object type = jwt.getHeaders().get("typ");
        return type == null || TYPES.contains(type.toString().toLowerCase(Locale.ROOT));
    }

    static OAuth2TokenValidator<Jwt> holds(String otherwise, Predicate<Jwt> condition) {
        OAuth2TokenValidatorResult refused =
                OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", otherwise, ""));
        return jwt -> condition.test(jwt) ? OAuth2TokenValidatorResult.success() : refused;
    }

    /// The issuer cannot be asked for its keys.
    static final class IssuerUnavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        IssuerUnavailable(RuntimeException cause) {
            super("the issuer of tokens cannot be reached", cause);
        }
    }

    /// Who a token speaks of; empty if it is not to be believed.
    ///
    /// @throws IssuerUnavailable if that cannot be decided now
    Optional<Caller> caller(String token) {
        Jwt jwt;
        try {
            jwt = decoder.decode(token);
        } catch (BadJwtException _) { // not to be believed; why, is not told to whoever sent it
            return Optional.empty();
        } catch (JwtException | JwtDecoderInitializationException e) {
            throw new IssuerUnavailable(e);
        }
        return text(jwt.getClaims(), issuer.claims().name())
                .map(name -> caller(PREFIX + name, jwt.getClaims(), issuer.claims()));
    }

    /// Somebody as claims tell. What is not told as it should be gives no rights: unknown roles do
    /// not count, and without an organisation none does.
    static Caller caller(String name, Map<String, Object> claims, Issuer.Claims named) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String code : texts(claim(claims, named.roles()))) {
            Arrays.stream(Role.values())
                    .filter(role -> role.code().equals(code))
                    .forEach(roles::add);
        }
        Optional<String> organisation = text(claims, named.organisation());
        Optional<Jurisdiction> jurisdiction =
                text(claims, named.jurisdiction()).flatMap(IssuedTokens::jurisdiction);
        if (jurisdiction.isEmpty()) {
            roles.removeIf(Role::isOfAuthority);
        }
        if (organisation.isEmpty()) {
            roles.clear();
        }
        return new Caller(
                name, organisation.orElse(""), roles, jurisdiction.orElse(Jurisdiction.NATIONAL));
    }

    private static Optional<Jurisdiction> jurisdiction(String text) {
        try {
            return Optional.of(Jurisdiction.parse(text));
        } catch (IllegalArgumentException _) { // as if it were not told
            return Optional.empty();
        }
    }

    static Optional<String> text(Map<String, Object> claims, String name) {
        return claim(claims, name) instanceof String text && !text.isBlank()
                ? Optional.of(text)
                : Optional.empty();
    }

    private static @Nullable Object claim(Map<?, ?> claims, String name) {
        Object direct = claims.get(name);
        int dot = name.indexOf('.');
        return direct == null
                        && dot > 0
                        && claims.get(name.substring(0, dot)) instanceof Map<?, ?> in
                ? claim(in, name.substring(dot + 1))
                : direct;
    }

    private static List<String> texts(@Nullable Object value) {
        return switch (value) {
            case String text -> Arrays.asList(text.split(" ", -1));
            case Collection<?> items -> items.stream().map(String::valueOf).toList();
            case null, default -> List.of();
        };
    }
}
