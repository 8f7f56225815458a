package org.ytterby.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ytterby.server.TestService;
import org.ytterby.server.TestService.Answer;
import org.ytterby.server.TestService.Person;
import tools.jackson.databind.JsonNode;

/// Accounts and machines over HTTP, from the first account on.
class PeopleIT {
    private static final String GOOD = "a long enough phrase";
    private static TestService service;
    private static Person admin;
    private static Answer temporaryAlone;

    @BeforeAll
    static void start() throws Exception {
        service = new TestService();
        Path file = FirstAccount.ensure(service.service().people(), service.folder()).orElseThrow();
        String temporary = Files.readString(file).strip();
        temporaryAlone = signIn("admin", temporary, "");
        Answer answer =
                service.nobody()
                        .send(
                                "POST",
                                "/api/v1/tokens",
                                """
                                {"name":"admin","password":"%s","new_password":"%s"}
                                """
                                        .formatted(temporary, GOOD));
        admin = service.bearer(answer.json().path("access_token").asString());
    }

    @AfterAll
    static void close() throws Exception {
        service.close();
    }

    private static Answer signIn(String name, String password, String code) throws Exception {
        return service.nobody()
                .send(
                        "POST",
                        "/api/v1/tokens",
                        """
                        {"name":"%s","password":"%s","code":"%s"}
                        """
                                .formatted(name, password, code));
    }

    private static Person signedIn(String name, String password, String code) throws Exception {
        Answer answer = signIn(name, password, code);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return service.bearer(answer.json().path("access_token").asString());
    }

    /// Adds a reporter and has them choose their password.
    private static Person reporter(String name) throws Exception {
        service.service()
                .people()
                .put(new Caller(name, "P-1", Set.of(Role.ENTERPRISE_REPORTER)), GOOD);
        return signedIn(name, GOOD, "");
    }

    @Test
    void theFirstAccountTakesANewPasswordAndIsMadeOnce() throws Exception {
        assertThat(temporaryAlone.status()).isEqualTo(422);
        assertThat(temporaryAlone.body()).contains("new_password");
        assertThat(admin.get("/api/v1/me").json().path("name").asString()).isEqualTo("admin");
        assertThat(FirstAccount.ensure(service.service().people(), service.folder())).isEmpty();
    }

    @Test
    void fiveWrongPasswordsMakeANameWait() throws Exception {
        reporter("guessed");
        for (int i = 0; i < 5; i++) {
            assertThat(signIn("guessed", "wrong", "").status()).isEqualTo(401);
        }
        Answer refused = signIn("guessed", GOOD, "");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 61L);
        assertThat(signIn("nobody-known", GOOD, "").status()).isEqualTo(401);
    }

    @Test
    void anAdministratorAddsChangesAndDisables() throws Exception {
        Answer added =
                admin.send(
                        "POST",
                        "/api/v1/people",
                        """
                        {"name":"officer","organisation":"authority","roles":["supervisor"],"jurisdiction":"1502"}
                        """);
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        String temporary = added.json().path("password").asString();
        assertThat(signIn("officer", temporary, "").status()).isEqualTo(422);
        service.nobody()
                .send(
                        "POST",
                        "/api/v1/tokens",
                        "{\"name\":\"officer\",\"password\":\"%s\",\"new_password\":\"%s\"}"
                                .formatted(temporary, GOOD));
        Person officer = signedIn("officer", GOOD, "");
        assertThat(officer.get("/api/v1/me").json().path("jurisdiction").asString())
                .isEqualTo("1502");
        String changed =
                """
                {"organisation":"authority","roles":["auditor"],"jurisdiction":"national","disabled":%s}
                """;
        assertThat(admin.send("PUT", "/api/v1/people/officer", changed.formatted(false)).status())
                .isEqualTo(200);
        assertThat(officer.get("/api/v1/me").body()).as("at once").contains("auditor");
        assertThat(admin.send("PUT", "/api/v1/people/officer", changed.formatted(true)).status())
                .isEqualTo(200);
        assertThat(officer.get("/api/v1/me").status()).as("at once").isEqualTo(401);
        assertThat(signIn("officer", GOOD, "").status()).isEqualTo(401);
        assertThat(admin.get("/api/v1/people?limit=1000").body()).contains("officer");
        assertThat(admin.get("/api/v1/people/officer").body()).doesNotContain("argon2");
        assertThat(admin.send("PUT", "/api/v1/people/none", changed.formatted(true)).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"a b\",\"organisation\":\"P\",\"roles\":[\"supervisor\"]}",
                "{\"name\":\"client:x\",\"organisation\":\"P\",\"roles\":[\"supervisor\"]}",
                "{\"name\":\"a\",\"organisation\":\"\",\"roles\":[\"supervisor\"]}",
                "{\"name\":\"a\",\"organisation\":\"P\",\"roles\":[]}",
                "{\"name\":\"a\",\"organisation\":\"P\",\"roles\":[\"emperor\"]}",
                "{\"name\":\"a\",\"organisation\":\"P\",\"roles\":[\"supervisor\"],\"jurisdiction\":\"151\"}",
                "{\"name\":\"a\",\"organisation\":\"P\",\"roles\":[\"laboratory\"],\"jurisdiction\":\"15\"}",
            })
    void whoCannotBeSoIsRefused(String wanted) throws Exception {
        assertThat(admin.send("POST", "/api/v1/people", wanted).status()).isEqualTo(422);
    }

    @Test
    void theLastAdministratorStays() throws Exception {
        Answer refused =
                admin.send(
                        "PUT",
                        "/api/v1/people/admin",
                        "{\"organisation\":\"authority\",\"roles\":[\"auditor\"]}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(admin.get("/api/v1/people").status()).isEqualTo(200);
    }

    @Test
    void aNewPasswordEndsAllTokens() throws Exception {
        Person person = reporter("changer");
        String change = "{\"password\":\"%s\",\"new_password\":\"%s\"}";
        assertThat(
                        person.send(
                                        "POST",
                                        "/api/v1/me/password",
                                        change.formatted("wrong", "another long phrase"))
                                .status())
                .isEqualTo(422);
        assertThat(
                        person.send("POST", "/api/v1/me/password", change.formatted(GOOD, "short"))
                                .status())
                .isEqualTo(422);
        assertThat(
                        person.send(
                                        "POST",
                                        "/api/v1/me/password",
                                        change.formatted(GOOD, "another long phrase"))
                                .status())
                .isEqualTo(204);
        assertThat(person.get("/api/v1/me").status()).isEqualTo(401);
        Person again = signedIn("changer", "another long phrase", "");
        Answer reset = admin.send("POST", "/api/v1/people/changer/password", "");
        assertThat(again.get("/api/v1/me").status()).as("after a reset").isEqualTo(401);
        assertThat(signIn("changer", reset.json().path("password").asString(), "").status())
                .isEqualTo(422);
    }

    @Test
    void whoSignsOutIsOut() throws Exception {
        Person person = reporter("leaver");
        Person elsewhere = signedIn("leaver", GOOD, "");
        assertThat(person.send("DELETE", "/api/v1/tokens/current", "").status()).isEqualTo(204);
        assertThat(person.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(elsewhere.get("/api/v1/me").status()).isEqualTo(200);
    }

    @Test
    void aSecondFactorIsAskedForFromItsFirstCodeOn() throws Exception {
        Person person = reporter("careful");
        JsonNode enrolment = person.send("POST", "/api/v1/me/second-factor", "").json();
        byte[] secret = unbase32(enrolment.path("secret").asString());
        assertThat(enrolment.path("uri").asString())
                .isEqualTo(
                        "otpauth://totp/Ytterby:careful?secret="
                                + enrolment.path("secret").asString()
                                + "&issuer=Ytterby");
        assertThat(signIn("careful", GOOD, "").status()).as("not confirmed yet").isEqualTo(200);
        String path = "/api/v1/me/second-factor/confirmation";
        assertThat(person.send("POST", path, "{\"code\":\"abcdef\"}").status()).isEqualTo(422);
        long step = Clock.systemUTC().instant().getEpochSecond() / 30;
        String first = Totp.code(secret, step);
        Answer confirmed = person.send("POST", path, "{\"code\":\"%s\"}".formatted(first));
        assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(200);
        assertThat(confirmed.json().path("recovery_codes")).hasSize(SecondFactor.RECOVERY_CODES);
        assertThat(signIn("careful", GOOD, "").status()).isEqualTo(401);
        assertThat(signIn("careful", GOOD, first).status()).as("used up").isEqualTo(401);
        signedIn("careful", GOOD, Totp.code(secret, step + 1));
        String recovery = confirmed.json().path("recovery_codes").get(0).asString();
        signedIn("careful", GOOD, recovery);
        assertThat(signIn("careful", GOOD, recovery).status()).as("once").isEqualTo(401);
        assertThat(person.send("POST", "/api/v1/me/second-factor", "").status()).isEqualTo(409);
        String remove = "/api/v1/people/careful/second-factor";
        assertThat(admin.send("DELETE", remove, "").status()).isEqualTo(204);
        assertThat(admin.send("DELETE", remove, "").status()).isEqualTo(404);
        signedIn("careful", GOOD, "");
    }

    private static byte[] unbase32(String text) {
        byte[] bytes = new byte[text.length() * 5 / 8];
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            int value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(text.charAt(bit / 5));
            bytes[bit / 8] |= (byte) ((value >> (4 - bit % 5) & 1) << (7 - bit % 8));
        }
        return bytes;
    }

    private static Answer token(String id, String secret, String form) throws Exception {
        return service.form(
                "/oauth2/token",
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        (id + ":" + secret).getBytes(StandardCharsets.UTF_8)),
                form);
    }

    @Test
    void aMachineAsksWithItsOwnCredentials() throws Exception {
        Answer added =
                admin.send(
                        "POST",
                        "/api/v1/clients",
                        """
                        {"client_id":"erp-1","organisation":"P-1","roles":["enterprise_reporter"]}
                        """);
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        String secret = added.json().path("client_secret").asString();
        String grant = "grant_type=client_credentials";
        Answer given = token("erp-1", secret, grant);
        assertThat(given.status()).as(given.body()).isEqualTo(200);
        assertThat(given.json().path("token_type").asString()).isEqualTo("Bearer");
        assertThat(given.json().path("expires_in").asInt()).isEqualTo(900);
        assertThat(given.headers().firstValue("Cache-Control")).hasValue("no-store");
        Person machine = service.bearer(given.json().path("access_token").asString());
        JsonNode me = machine.get("/api/v1/me").json();
        assertThat(me.path("name").asString()).isEqualTo("client:erp-1");
        assertThat(me.path("organisation").asString()).isEqualTo("P-1");
        assertThat(machine.send("POST", "/api/v1/me/second-factor", "").status()).isEqualTo(409);

        Answer wrong = token("erp-1", "wrong", grant);
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.json().path("error").asString()).isEqualTo("invalid_client");
        assertThat(wrong.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
        assertThat(token("none", secret, grant).status()).isEqualTo(401);
        assertThat(service.form("/oauth2/token", "Basic %%%", grant).status()).isEqualTo(401);
        Answer odd = service.form("/oauth2/token", "Basic %%%", "grant_type=%ff");
        assertThat(odd.status()).as(odd.body()).isEqualTo(400);
        assertThat(odd.json().path("title").asString()).isEqualTo("Bad Request");
        assertThat(odd.json().path("detail").asString()).contains("percent-encoded", "百分号编码");
        assertThat(token("erp-1", secret, "grant_type=password").json().path("error").asString())
                .isEqualTo("unsupported_grant_type");
        assertThat(token("erp-1", secret, "x=y").json().path("error").asString())
                .isEqualTo("invalid_request");

        assertThat(admin.get("/api/v1/clients").body()).contains("erp-1").doesNotContain(secret);
        assertThat(admin.send("DELETE", "/api/v1/clients/erp-1", "").status()).isEqualTo(204);
        assertThat(machine.get("/api/v1/me").status()).as("at once").isEqualTo(401);
        assertThat(token("erp-1", secret, grant).status()).isEqualTo(401);
        assertThat(admin.send("DELETE", "/api/v1/clients/erp-1", "").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"client_id\":\"a:b\",\"organisation\":\"P\",\"roles\":[\"customs\"]}",
                "{\"client_id\":\"a\",\"organisation\":\"P\",\"roles\":[\"administrator\"]}",
                "{\"client_id\":\"a\",\"organisation\":\"P\",\"roles\":[\"auditor\",\"customs\"]}",
                "{\"client_id\":\"a\",\"organisation\":\"P\",\"roles\":[]}",
                "{\"client_id\":\"a\",\"roles\":[\"customs\"]}",
            })
    void whatNoMachineMayBeIsRefused(String wanted) throws Exception {
        assertThat(admin.send("POST", "/api/v1/clients", wanted).status()).isEqualTo(422);
    }
}
