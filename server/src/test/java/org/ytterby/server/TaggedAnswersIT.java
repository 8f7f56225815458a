package org.ytterby.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ytterby.server.TestService.Person;
import org.ytterby.server.identity.Role;
import tools.jackson.databind.JsonNode;

/// Answers that follow from a position of the ledger bear a tag, and are not sent twice.
@ExtendWith(ExampleService.class)
class TaggedAnswersIT {
    private static TestService service;
    private static Person supervisor;

    @BeforeAll
    static void signIn(TestService shared) throws Exception {
        service = shared;
        supervisor = service.person("tags-supervisor", "authority", Role.SUPERVISOR);
    }

    @TestFactory
    Stream<DynamicTest> whatHasNotChangedIsNotSentAgain() throws Exception {
        String lot = someLot();
        return Stream.of(
                        "/api/v1/findings",
                        "/api/v1/findings?limit=3&rule=inventory-loss",
                        "/api/v1/problems",
                        "/api/v1/balances",
                        "/api/v1/plan-use",
                        "/api/v1/lots/" + lot + "/trace",
                        "/api/v1/lots/" + lot + "/attribution",
                        "/api/v1/lots/" + lot + "/recall")
                .map(path -> DynamicTest.dynamicTest(path, () -> askTwice(path)));
    }

    private static void askTwice(String path) throws Exception {
        HttpResponse<byte[]> first = supervisor.fetch(path);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Cache-Control").orElse(""))
                .contains("private")
                .contains("no-cache");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).startsWith("\"");
        HttpResponse<byte[]> again = supervisor.fetch(path, "If-None-Match", "\"x\", W/" + tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("ETag")).contains(tag);
        assertThat(supervisor.fetch(path, "If-None-Match", "\"x\"").statusCode()).isEqualTo(200);
    }

    private static String someLot() throws Exception {
        for (JsonNode finding :
                supervisor.get("/api/v1/findings?limit=1000").json().path("items")) {
            if (!finding.path("lot").asString("").isEmpty()) {
                return finding.path("lot").asString();
            }
        }
        throw new AssertionError("the example has no finding about a lot");
    }

    @Test
    void aTagIsOfOneScopeAndOneQuestion() throws Exception {
        Person mine =
                service.person("tags-mine", ExampleService.SOME_PARTY, Role.ENTERPRISE_REPORTER);
        String tag =
                supervisor.fetch("/api/v1/findings").headers().firstValue("ETag").orElseThrow();
        assertThat(mine.fetch("/api/v1/findings", "If-None-Match", tag).statusCode())
                .isEqualTo(200);
        assertThat(supervisor.fetch("/api/v1/findings?limit=2", "If-None-Match", tag).statusCode())
                .isEqualTo(200);
        Person colleague = service.person("tags-colleague", "authority", Role.SUPERVISOR);
        assertThat(colleague.fetch("/api/v1/findings", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
    }

    @Test
    void aRefusalBearsNoTag() throws Exception {
        HttpResponse<byte[]> refused = supervisor.fetch("/api/v1/findings?limit=0");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("ETag")).isEmpty();
        assertThat(refused.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
    }

    @Test
    void aTagDoesNotOpenWhatTheRoleMayNotSee() throws Exception {
        String tag =
                supervisor.fetch("/api/v1/problems").headers().firstValue("ETag").orElseThrow();
        Person customs = service.person("tags-customs", "authority", Role.CUSTOMS);
        assertThat(customs.fetch("/api/v1/problems", "If-None-Match", tag).statusCode())
                .isEqualTo(403);
        assertThat(service.nobody().fetch("/api/v1/problems", "If-None-Match", tag).statusCode())
                .isEqualTo(401);
    }

    @Test
    void anAuditorHasTheLedgerAudited() throws Exception {
        Person auditor = service.person("tags-auditor", "authority", Role.AUDITOR);
        TestService.Answer audit = auditor.get("/api/v1/audit");
        assertThat(audit.status()).isEqualTo(200);
        assertThat(audit.json().path("entries").asLong()).isPositive();
        assertThat(audit.json().has("difference")).isFalse();
    }
}
