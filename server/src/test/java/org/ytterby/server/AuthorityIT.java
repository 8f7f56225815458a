package org.ytterby.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ytterby.server.Told.approval;
import static org.ytterby.server.Told.post;
import static org.ytterby.server.Told.refused;
import static org.ytterby.server.Told.taken;

import java.sql.Connection;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.ytterby.server.TestService.Answer;
import org.ytterby.server.TestService.Person;
import org.ytterby.server.identity.Role;
import org.ytterby.server.ledger.LedgerAudit;
import tools.jackson.databind.JsonNode;

/// What authorities and groups decide, over HTTP. The tests build on one ledger in the order of
/// their numbers.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AuthorityIT {
    private static final String GRANTS = "/api/v1/proposals/grants";
    private static final String SPLITS = "/api/v1/proposals/splits";
    private static final String APPROVALS = "/api/v1/proposals/approvals";
    private static final String REJECTIONS = "/api/v1/proposals/rejections";
    private static final String WITHDRAWALS = "/api/v1/proposals/withdrawals";

    private static TestService service;
    private static Person first;
    private static Person second;
    private static Person exporter;
    private static Person group;
    private static Person group2;
    private static Person pit;

    @BeforeAll
    static void signIn() throws Exception {
        service = new TestService();
        first = service.person("first", "ministry", Role.PLAN_OFFICER);
        second = service.person("second", "ministry", Role.PLAN_OFFICER);
        exporter = service.person("exporter", "ministry", Role.EXPORT_DECIDER);
        group = service.person("group", "G1", Role.GROUP_OFFICER);
        group2 = service.person("group2", "G1", Role.GROUP_OFFICER);
        pit = service.person("pit", "PIT", Role.ENTERPRISE_REPORTER);
    }

    @AfterAll
    static void close() throws Exception {
        service.close();
    }

    private static String grant(String proposal, String plan, String tonnes) {
        return """
        {"proposal":"%s","table":"plans","row":{"plan":"%s","year":"2026","kind":"mining","ore_type":"rock",
          "holder":"G1","tonnes_reo":"%s","issued_on":"2026-03-01"}}
        """
                .formatted(proposal, plan, tonnes);
    }

    private static String split(String proposal, String from, String plan, String tonnes) {
        return """
        {"proposal":"%s","from":"%s","plan":"%s","holder":"PIT","tonnes_reo":"%s","issued_on":"2026-03-05"}
        """
                .formatted(proposal, from, plan, tonnes);
    }

    @Test
    @Order(1)
    void aPlanTakesTwoPersons() throws Exception {
        taken(post(first, GRANTS, grant("P-1", "PLAN-1", "100")));
        assertThat(group.get("/api/v1/accounts").json().path("items")).isEmpty();
        refused("proposal-exists", post(second, GRANTS, grant("P-1", "PLAN-2", "1")));
        refused("same-person", post(first, APPROVALS, approval("P-1")));
        refused("not-allowed", post(exporter, APPROVALS, approval("P-1")));
        refused("not-allowed", post(group, APPROVALS, approval("P-1")));
        refused("proposal-unknown", post(second, APPROVALS, approval("P-9")));
        taken(post(second, APPROVALS, approval("P-1")));
        refused("proposal-ended", post(second, APPROVALS, approval("P-1")));
        JsonNode account = group.get("/api/v1/accounts").json().path("items").get(0);
        assertThat(account.path("account").asString()).isEqualTo("plan:PLAN-1");
        assertThat(account.path("left").asLong()).isEqualTo(100_000);
        JsonNode proposal =
                first.get("/api/v1/proposals?state=approved").json().path("items").get(0);
        assertThat(proposal.path("person").asString()).isEqualTo("first");
        assertThat(proposal.path("ended_by").asString()).isEqualTo("second");
    }

    @Test
    @Order(2)
    void nobodyGrantsByAnotherWay() throws Exception {
        Person admin = service.person("admin", "ministry", Role.ADMINISTRATOR);
        refused(
                "approval-needed",
                post(
                        admin,
                        "/api/v1/declarations",
                        """
                        {"table":"plans","rows":[{"plan":"PLAN-8","year":"2026","kind":"mining","holder":"G1",
                          "tonnes_reo":"5","issued_on":"2026-03-01"}]}
                        """));
        refused("table-reserved", post(exporter, GRANTS, grant("P-2", "PLAN-2", "1")));
        refused("table-reserved", post(group, GRANTS, grant("P-2", "PLAN-2", "1")));
        refused("account-exists", post(first, GRANTS, grant("P-2", "PLAN-1", "1")));
        refused("amount-not-positive", post(first, GRANTS, grant("P-2", "PLAN-2", "0")));
        assertThat(post(first, GRANTS, grant("P-2", "PLAN-2", "1e30")).status()).isEqualTo(422);
        assertThat(post(first, GRANTS, grant("P 2", "PLAN-2", "1")).status()).isEqualTo(422);
        assertThat(post(first, GRANTS, grant("P-2", "PLAN-2", "some")).json().path("problems"))
                .isNotEmpty();
        assertThat(post(first, GRANTS, "{\"proposal\":\"P-2\"}").status()).isEqualTo(400);
        assertThat(
                        post(
                                        first,
                                        GRANTS,
                                        "{\"proposal\":\"P-2\",\"table\":\"plans\",\"row\":{\"plan\":null}}")
                                .status())
                .isEqualTo(400);
        refused(
                "proposal-span",
                post(
                        first,
                        GRANTS,
                        grant("P-2", "PLAN-2", "1")
                                .strip()
                                .replaceFirst("}$", ",\"until_micros\":1}")));
    }

    @Test
    @Order(3)
    void aGroupSplitsItsPlan() throws Exception {
        refused(
                "account-of-another",
                post(first, SPLITS, split("S-1", "plan:PLAN-1", "SUB-1", "60")));
        taken(post(group, SPLITS, split("S-1", "plan:PLAN-1", "SUB-1", "60")));
        refused("account-unknown", post(group, SPLITS, split("S-2", "plan:PLAN-9", "SUB-2", "60")));
        refused("overdraft", post(group, SPLITS, split("S-2", "plan:PLAN-1", "SUB-2", "100.001")));
        refused("same-person", post(group, APPROVALS, approval("S-1")));
        refused("not-allowed", post(second, APPROVALS, approval("S-1")));
        taken(post(group2, APPROVALS, approval("S-1")));
        refused("overdraft", post(group, SPLITS, split("S-2", "plan:PLAN-1", "SUB-2", "40.001")));
        Person admin = service.person("admin", "ministry", Role.ADMINISTRATOR);
        taken(
                post(
                        admin,
                        "/api/v1/declarations",
                        """
                        {"table":"parties","rows":[{"party":"G1","name":"Group","kind":"group"},
                          {"party":"PIT","name":"Pit","kind":"enterprise"}]}
                        """));
        service.awaitAnalysis();
        assertThat(first.get("/api/v1/plan-use").json().findValuesAsString("granted_treo"))
                .as("what is granted counts once")
                .containsExactly("40.0", "60.0");
        JsonNode whole = group.get("/api/v1/accounts").json().path("items").get(0);
        assertThat(whole.path("left").asLong()).isEqualTo(40_000);
        JsonNode part = pit.get("/api/v1/accounts").json().path("items").get(0);
        assertThat(part.path("account").asString()).isEqualTo("plan:SUB-1");
        assertThat(part.path("granted").asLong()).isEqualTo(60_000);
    }

    @Test
    @Order(4)
    void aProposalIsRejectedOrWithdrawn() throws Exception {
        taken(post(first, GRANTS, grant("P-3", "PLAN-3", "1")));
        taken(post(first, GRANTS, grant("P-4", "PLAN-4", "1")));
        refused("same-person", post(first, REJECTIONS, "{\"proposal\":\"P-3\",\"reason\":\"no\"}"));
        assertThat(post(second, REJECTIONS, "{\"proposal\":\"P-3\",\"reason\":\" \"}").status())
                .isEqualTo(422);
        taken(post(second, REJECTIONS, "{\"proposal\":\"P-3\",\"reason\":\"no mine\"}"));
        refused("not-proposer", post(second, WITHDRAWALS, "{\"proposal\":\"P-4\"}"));
        taken(post(first, WITHDRAWALS, "{\"proposal\":\"P-4\"}"));
        refused("proposal-ended", post(second, APPROVALS, approval("P-3")));
        refused("proposal-ended", post(second, APPROVALS, approval("P-4")));
    }

    @Test
    @Order(5)
    void plansAndLicencesAreSecretToOthers() throws Exception {
        assertThat(pit.get("/api/v1/accounts").json().path("items")).hasSize(1);
        assertThat(exporter.get("/api/v1/accounts").json().path("items")).isEmpty();
        assertThat(second.get("/api/v1/accounts").json().path("items")).hasSize(2);
        JsonNode page = second.get("/api/v1/accounts?limit=1").json();
        assertThat(page.path("items")).hasSize(1);
        String next = page.path("next").asString();
        assertThat(
                        second.get("/api/v1/accounts?limit=1&after=" + next)
                                .json()
                                .path("next")
                                .isMissingNode())
                .isTrue();
        assertThat(second.get("/api/v1/accounts?limit=1001").status()).isEqualTo(400);
        taken(
                post(
                        pit,
                        "/api/v1/reservations",
                        "{\"account\":\"plan:SUB-1\",\"hold\":\"H-1\",\"amount\":5,\"until_micros\":4000000000000000}"));
        assertThat(
                        post(
                                        pit,
                                        "/api/v1/reservations",
                                        "{\"account\":\"plan:SUB-1\",\"hold\":\"H-2\",\"amount\":5,\"until_micros\":9223372036854775807}")
                                .status())
                .as("a time that no entry can hold")
                .isEqualTo(422);
        assertThat(pit.get("/api/v1/reservations").json().path("items")).hasSize(1);
        assertThat(second.get("/api/v1/reservations?state=reserved").json().path("items"))
                .hasSize(1);
        assertThat(exporter.get("/api/v1/reservations").json().path("items")).isEmpty();
        assertThat(group.get("/api/v1/reservations").json().path("items")).isEmpty();
        Person other = service.person("other-group", "G2", Role.GROUP_OFFICER);
        assertThat(other.get("/api/v1/proposals").json().path("items")).isEmpty();
        assertThat(group.get("/api/v1/proposals").json().path("items")).hasSize(1);
    }

    @Test
    @Order(6)
    void aProposalThatNobodyApprovesLapses() throws Exception {
        long soon = System.currentTimeMillis() * 1_000 + 4_000_000; // it has to come in before
        String asked = grant("P-6", "PLAN-6", "1").strip();
        taken(post(first, GRANTS, asked.replaceFirst("}$", ",\"until_micros\":" + soon + "}")));
        Answer lapsed = second.get("/api/v1/proposals?state=lapsed");
        for (int i = 0; lapsed.json().path("items").isEmpty() && i < 6_000; i++) {
            Thread.sleep(20); // the ledger ends it by itself
            lapsed = second.get("/api/v1/proposals?state=lapsed");
        }
        assertThat(lapsed.json().path("items").findValuesAsString("proposal"))
                .containsExactly("P-6");
        refused("proposal-ended", post(second, APPROVALS, approval("P-6")));
    }

    @Test
    @Order(20)
    void theTablesAreWhatTheEntriesMakeAlsoAfterARestart() throws Exception {
        taken(post(first, GRANTS, grant("P-5", "PLAN-5", "7")));
        service.restart();
        taken(post(second, APPROVALS, approval("P-5")));
        DataSource database = service.service().bean(DataSource.class);
        assertThat(LedgerAudit.of(database).difference()).isEmpty();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(
                    "UPDATE ledger.proposal SET reason = 'why not' WHERE proposal = 'P-3'");
            assertThat(LedgerAudit.of(connection).difference().orElse(""))
                    .contains("ledger.proposal: P-3");
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
