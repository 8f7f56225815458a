package org.ytterby.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ytterby.server.TestService;
import org.ytterby.server.TestService.Person;
import tools.jackson.databind.JsonNode;

/// Tokens of an issuer elsewhere. The issuer goes away in the last test.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IssuedTokensIT {
    private static LoopbackIssuer issuer;
    private static TestService service;

    @BeforeAll
    static void start() throws Exception {
        issuer = LoopbackIssuer.start();
        service =
                new TestService(
                        new Issuer(
                                issuer.url(),
                                "ytterby",
                                new Issuer.Claims(
                                        "sub",
                                        "organisation",
                                        "realm_access.roles",
                                        "jurisdiction")));
    }

    @AfterAll
    static void close() throws Exception {
        service.close();
        issuer.close();
    }

    /// Claims as the configured issuer makes them.
    private static JWTClaimsSet.Builder claims(String... roles) {
        return issuer.claims().claim("realm_access", Map.of("roles", List.of(roles)));
    }

    private static int status(String token) throws Exception {
        return service.bearer(token).get("/api/v1/me").status();
    }

    @Test
    @Order(1)
    void whoAnIssuerVouchesForIsKnown() throws Exception {
        Person person = service.bearer(issuer.token(claims("supervisor", "juggler")));
        JsonNode me = person.get("/api/v1/me").json();
        assertThat(me.path("name").asString()).isEqualTo("oidc:person-1");
        assertThat(me.path("organisation").asString()).isEqualTo("authority");
        assertThat(me.path("roles")).hasSize(1);
        assertThat(status(issuer.token(claims("supervisor"), "JWT"))).isEqualTo(200);
        assertThat(person.send("POST", "/api/v1/me/second-factor", "").status()).isEqualTo(409);
        assertThat(person.send("DELETE", "/api/v1/tokens/current", "").status()).isEqualTo(409);
    }

    @Test
    @Order(2)
    void builtInAccountsGoOnBeside() throws Exception {
        Person person = service.person("built-in", "P-1", Role.LABORATORY);
        assertThat(person.get("/api/v1/me").status()).isEqualTo(200);
    }

    @Test
    @Order(2)
    void whoAsksForTheirNoticesIsKnownFromThenOnAsTheirTokenTells() throws Exception {
        Roster roster = service.bean(Roster.class);
        Caller known = new Caller("oidc:person-1", "authority", Set.of(Role.CUSTOMS));
        assertThat(roster.everybody()).doesNotContain(known);
        for (String role : List.of("supervisor", "customs")) {
            Person person = service.bearer(issuer.token(claims(role)));
            assertThat(person.get("/api/v1/notices").status()).isEqualTo(200);
        }
        assertThat(roster.everybody())
                .contains(known)
                .filteredOn(who -> who.name().equals(known.name()))
                .hasSize(1);
    }

    @Test
    @Order(3)
    void whatIsNotToldGivesNoRights() throws Exception {
        Map<String, JWTClaimsSet.Builder> cases = new LinkedHashMap<>();
        cases.put("no role", claims());
        cases.put("unknown roles", claims("juggler"));
        cases.put("no roles claim", issuer.claims());
        cases.put("no organisation", claims("supervisor").claim("organisation", null));
        cases.put("no jurisdiction", claims("supervisor").claim("jurisdiction", null));
        cases.put("no such jurisdiction", claims("supervisor").claim("jurisdiction", "151"));
        for (Map.Entry<String, JWTClaimsSet.Builder> one : cases.entrySet()) {
            assertThat(status(issuer.token(one.getValue()))).as(one.getKey()).isEqualTo(403);
        }
        assertThat(status(issuer.token(claims("enterprise_reporter").claim("jurisdiction", null))))
                .as("an enterprise needs none")
                .isEqualTo(200);
    }

    @Test
    @Order(4)
    void whatIsNotToBeBelievedIsRefused() throws Exception {
        Instant now = Instant.now();
        Map<String, String> cases = new LinkedHashMap<>();
        cases.put("unsigned", issuer.unsigned(claims("supervisor")));
        cases.put("signed with the public key as secret", issuer.confused(claims("supervisor")));
        cases.put("signed by another key", issuer.forged(claims("supervisor")));
        cases.put("for others", issuer.token(claims("supervisor").audience("elsewhere")));
        cases.put("for nobody", issuer.token(claims("supervisor").audience((String) null)));
        cases.put("of another issuer", issuer.token(claims("supervisor").issuer("http://other")));
        cases.put("expired", issuer.token(past(now, 120)));
        cases.put("without end", issuer.token(claims("supervisor").expirationTime(null)));
        cases.put(
                "not yet",
                issuer.token(claims("supervisor").notBeforeTime(Date.from(now.plusSeconds(120)))));
        cases.put("of another type", issuer.token(claims("supervisor"), "logout+jwt"));
        cases.put("without name", issuer.token(claims("supervisor").subject(null)));
        cases.put("garbage", "a.b.c");
        String good = issuer.token(claims("supervisor"));
        cases.put("changed", good.substring(0, good.length() - 4) + "AAAA");
        for (Map.Entry<String, String> one : cases.entrySet()) {
            assertThat(status(one.getValue())).as(one.getKey()).isEqualTo(401);
        }
        assertThat(status(issuer.token(past(Instant.now(), 10))))
                .as("clocks may differ")
                .isEqualTo(200);
    }

    /// Claims that ended some seconds ago.
    private static JWTClaimsSet.Builder past(Instant now, long seconds) {
        return claims("supervisor")
                .issueTime(Date.from(now.minusSeconds(600)))
                .expirationTime(Date.from(now.minusSeconds(seconds)));
    }

    @Test
    @Order(5)
    void aNewKeyOfTheIssuerIsFetched() throws Exception {
        String before = issuer.token(claims("supervisor"));
        issuer.rotate();
        assertThat(status(issuer.token(claims("supervisor")))).isEqualTo(200);
        assertThat(status(before)).as("no longer published").isEqualTo(401);
    }

    @Test
    @Order(6)
    void whileTheIssuerIsAwayNothingIsBelieved() throws Exception {
        issuer.close();
        issuer.rotate();
        assertThat(status(issuer.token(claims("supervisor")))).isEqualTo(503);
        assertThat(service.person("beside", "P-1", Role.LABORATORY).get("/api/v1/me").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://issuer.example", "ftp://127.0.0.1", "issuer"})
    @Order(7)
    void anIssuerIsReachedSafely(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Issuer(url, "ytterby", Issuer.Claims.USUAL));
    }

    @Test
    @Order(8)
    void rolesMayBeAText() {
        Caller caller =
                IssuedTokens.caller(
                        "x",
                        Map.of("organisation", "P", "roles", "laboratory enterprise_reporter"),
                        Issuer.Claims.USUAL);
        assertThat(caller.roles()).isEqualTo(Set.of(Role.LABORATORY, Role.ENTERPRISE_REPORTER));
    }
}
