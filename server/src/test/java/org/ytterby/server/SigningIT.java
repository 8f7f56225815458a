package org.ytterby.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ytterby.core.ledger.entry.Attestation;
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.server.SigningMachine.Asked;
import org.ytterby.server.TestService.Answer;
import org.ytterby.server.TestService.Person;
import org.ytterby.server.identity.Role;
import org.ytterby.server.ledger.LedgerAudit;
import org.ytterby.server.ledger.LedgerReader;

/// Machines with a key: they sign in by an assertion, and sign what they send.
class SigningIT {
    private static final String HEADER = "{\"alg\":\"EdDSA\",\"typ\":\"JWT\"}";
    private static final String ROW =
            "{\"rows\":[{\"method\":\"%s\",\"quantity\":\"mass\",\"random_rel\":\"0.01\",\"systematic_rel\":\"0.01\"}],\"table\":\"methods\"}";

    private static TestService service;
    private static SigningMachine machine;
    private static String keyId;

    @BeforeAll
    static void start() throws Exception {
        service = new TestService();
        machine = new SigningMachine();
        Person admin = service.person("signing-admin", "authority", Role.ADMINISTRATOR);
        Answer added =
                admin.send(
                        "POST",
                        "/api/v1/clients",
                        """
                        {"client_id":"signer","organisation":"S","roles":["enterprise_reporter"],"key":"%s"}
                        """
                                .formatted(machine.key()));
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        assertThat(added.json().has("client_secret")).isFalse();
        keyId = added.json().path("key_id").asString();
        Answer refused =
                admin.send(
                        "POST",
                        "/api/v1/clients",
                        "{\"client_id\":\"bad\",\"organisation\":\"S\",\"roles\":[\"laboratory\"],\"key\":\"short\"}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("key: an Ed25519 public key", "公钥");
        assertThat(admin.get("/api/v1/clients").body()).contains(machine.key());
    }

    @AfterAll
    static void close() throws Exception {
        service.close();
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }

    private static Answer signIn(String assertion) throws Exception {
        return service.form(
                "/oauth2/token",
                "",
                "grant_type=client_credentials&client_assertion_type="
                        + URLEncoder.encode(
                                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                                StandardCharsets.UTF_8)
                        + "&client_assertion="
                        + assertion);
    }

    private static String claims(String issuer, String audience, long end, String id) {
        return "{\"iss\":\"%s\",\"sub\":\"signer\",\"aud\":\"%s\",\"exp\":%d,\"jti\":\"%s\"}"
                .formatted(issuer, audience, end, id);
    }

    private static String audience() {
        return service.uri("/oauth2/token").toString();
    }

    private static String token() throws Exception {
        String id = UUID.randomUUID().toString();
        Answer answer =
                signIn(machine.assertion(HEADER, claims("signer", audience(), now() + 60, id)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("access_token").asString();
    }

    private static Answer send(Asked asked, Map<String, String> fields) throws Exception {
        return SigningMachine.send(service.uri(asked.path()), token(), asked.content(), fields);
    }

    @Test
    void anAssertionSignsInOnce() throws Exception {
        String assertion =
                machine.assertion(HEADER, claims("signer", audience(), now() + 60, "once"));
        assertThat(signIn(assertion).status()).isEqualTo(200);
        assertThat(signIn(assertion).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "other,AUDIENCE,60,issuer",
        "signer,https://elsewhere.example/oauth2/token,60,audience",
        "signer,AUDIENCE,-120,over",
        "signer,AUDIENCE,7200,long",
        "signer,AUDIENCE,60,''",
    })
    void anAssertionThatIsNotForUsNowIsNotBelieved(String issuer, String to, long end, String id)
            throws Exception {
        String whom = to.replace("AUDIENCE", audience());
        Answer answer = signIn(machine.assertion(HEADER, claims(issuer, whom, now() + end, id)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(401);
        assertThat(answer.body()).contains("invalid_client", "断言");
    }

    @Test
    void anAssertionOfAnotherKeyOrWithoutASignatureIsNotBelieved() throws Exception {
        String claims = claims("signer", audience(), now() + 60, "other-key");
        String signed = machine.assertion(HEADER, claims);
        assertThat(signIn(new SigningMachine().assertion(HEADER, claims)).status()).isEqualTo(401);
        assertThat(signIn(machine.assertion("{\"alg\":\"none\"}", claims)).status()).isEqualTo(401);
        assertThat(signIn(machine.assertion("{\"alg\":\"HS256\"}", claims)).status())
                .isEqualTo(401);
        assertThat(signIn(signed.substring(0, signed.lastIndexOf('.') + 1)).status())
                .isEqualTo(401);
        assertThat(signIn("no.such.thing").status()).isEqualTo(401);
        assertThat(signIn(signed).status()).as("nothing of it was used up").isEqualTo(200);
    }

    @Test
    void whatAMachineSignedStandsInTheLedger() throws Exception {
        Asked asked = Asked.declaration(ROW.formatted("signed"), "signed", now());
        Map<String, String> fields = machine.fields(asked);
        Answer answer = send(asked, fields);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        long position = answer.json().path("position").asLong();
        List<Entry> entries = new ArrayList<>();
        service.bean(LedgerReader.class)
                .each(
                        position,
                        position + 1,
                        (_, salted) -> entries.add(LedgerReader.parse(salted)));
        Attestation made =
                Objects.requireNonNull(((Entry.Verdict) entries.getFirst()).sender().attestation());
        assertThat(made.key()).isEqualTo(machine.key());
        assertThat(made.signed())
                .contains("\"@path\": /api/v1/declarations", "\"idempotency-key\": signed", keyId)
                .contains("\"content-digest\": " + fields.get("Content-Digest"));
        assertThat(send(asked, fields).json().path("position").asLong())
                .as("the same again counts once")
                .isEqualTo(position);
        assertThat(LedgerAudit.of(service.bean(DataSource.class)).difference())
                .isEqualTo(Optional.empty());
    }

    @Test
    void withoutASignatureNothingIsTaken() throws Exception {
        Asked asked = Asked.declaration(ROW.formatted("unsigned"), "unsigned", now());
        Map<String, String> bare = new LinkedHashMap<>(machine.fields(asked));
        bare.keySet().removeIf(name -> name.startsWith("Signature"));
        Answer answer = send(asked, bare);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Accept-Signature").orElse(""))
                .contains("content-digest", "keyid");
        assertThat(answer.json().path("detail").asString())
                .contains("signs what it sends", "须对请求签名");
        Answer reading = service.bearer(token()).get("/api/v1/me");
        assertThat(reading.status()).as("reading needs none").isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Signature|sig=:AAAA:|does not fit",
                "Signature|other=:AAAA:|Signature: as in",
                "Signature-Input|sig=()|Signature-Input: as in",
                "Content-Digest|sha-256=:AAAA:|does not fit",
                "Idempotency-Key|another|does not fit",
            })
    void aFieldThatWasChangedIsNoticed(String name, String value, String why) throws Exception {
        Asked asked = Asked.declaration(ROW.formatted("changed"), "changed", now());
        Map<String, String> fields = new LinkedHashMap<>(machine.fields(asked));
        fields.put(name, value);
        Answer answer = send(asked, fields);
        assertThat(answer.status()).as(answer.body()).isEqualTo(401);
        assertThat(answer.json().path("detail").asString()).contains(why, " / ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"@method\" \"@path\" \"idempotency-key\"|leaves out content-digest",
                "\"@method\" \"@path\" \"content-digest\"|leaves out idempotency-key",
                "\"@path\" \"content-digest\" \"idempotency-key\"|leaves out @method",
                "\"@method\" \"content-digest\" \"idempotency-key\"|leaves out @path",
                "\"@method\" \"@path\" \"@path\"|Signature-Input: as in",
                "\"@method\" \"@path\" \"@authority\"|does not have: @authority",
            })
    void aSignatureCoversTheWhole(String parts, String why) throws Exception {
        Asked asked = Asked.declaration(ROW.formatted("covered"), "covered", now()).covering(parts);
        Answer answer = send(asked, machine.fields(asked));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().path("detail").asString()).contains(why);
    }

    @Test
    void anOldSignatureIsRefused() throws Exception {
        Asked asked = Asked.declaration(ROW.formatted("old"), "old", now() - 400);
        Answer answer = send(asked, machine.fields(asked));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).contains("last five minutes");
    }

    @Test
    void aQueryIsSignedToo() throws Exception {
        Asked asked = Asked.declaration(ROW.formatted("query"), "query", now());
        Answer answer =
                SigningMachine.send(
                        service.uri(asked.path() + "?a=b"),
                        token(),
                        asked.content(),
                        machine.fields(asked));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).contains("leaves out @query");
    }

    @Test
    void contentThatWasChangedIsNotTaken() throws Exception {
        Asked asked = Asked.declaration(ROW.formatted("content"), "content", now());
        byte[] other = ROW.formatted("c0ntent").getBytes(StandardCharsets.UTF_8);
        Answer answer =
                SigningMachine.send(
                        service.uri(asked.path()), token(), other, machine.fields(asked));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).contains("another digest");
    }

    @Test
    void aDeclarationIsSignedInTheOneFormThatTheLedgerGivesBack() throws Exception {
        Asked asked = Asked.declaration(" " + ROW.formatted("form"), "form", now());
        Answer answer = send(asked, machine.fields(asked));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("canonical JSON", "规范化");
    }

    @Test
    void aPackageIsTakenWholeOrNotAtAll() throws Exception {
        byte[] zip =
                TestService.zip(
                        "methods.csv",
                        "method,quantity,random_rel,systematic_rel\nscale,mass,0.01,0.01\n");
        Asked asked =
                new Asked(
                        "\"@method\" \"@path\" \"content-digest\" \"idempotency-key\"",
                        "/api/v1/packages",
                        "application/zip",
                        zip,
                        "signed-package",
                        now());
        byte[] changed = zip.clone();
        changed[changed.length - 1] ^= 1;
        Answer refused =
                SigningMachine.send(
                        service.uri(asked.path()), token(), changed, machine.fields(asked));
        assertThat(refused.status()).as(refused.body()).isEqualTo(401);
        assertThat(refused.body()).contains("another digest");
        Answer taken = send(asked, machine.fields(asked));
        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
        assertThat(LedgerAudit.of(service.bean(DataSource.class)).difference())
                .isEqualTo(Optional.empty());
    }
}
