package org.ytterby.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ytterby.server.Told.approval;
import static org.ytterby.server.Told.post;
import static org.ytterby.server.Told.refused;
import static org.ytterby.server.Told.taken;

import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Limit;
import org.ytterby.server.TestService.Answer;
import org.ytterby.server.TestService.Person;
import org.ytterby.server.identity.Role;
import org.ytterby.server.ledger.LedgerAudit;
import tools.jackson.databind.JsonNode;

/// Dated law that is changed while the service runs, and rewards, over HTTP. Each test changes rows
/// of its own.
class LawIT {
    private static final String LAW = "/api/v1/law/";
    private static final String REWARDS = "/api/v1/rewards/proposals";
    private static final String APPROVALS = "/api/v1/proposals/approvals";

    private static TestService service;
    private static Person first;
    private static Person second;
    private static Person supervisor;
    private static Person supervisor2;
    private static Person pit;
    private static Person other;

    @BeforeAll
    static void signIn() throws Exception {
        service = new TestService();
        first = service.person("law-first", "ministry", Role.ADMINISTRATOR);
        second = service.person("law-second", "ministry", Role.ADMINISTRATOR);
        supervisor = service.person("law-supervisor", "ministry", Role.SUPERVISOR);
        supervisor2 = service.person("law-supervisor2", "ministry", Role.SUPERVISOR);
        pit = service.person("law-pit", "PIT", Role.ENTERPRISE_REPORTER);
        other = service.person("law-other", "OTHER", Role.ENTERPRISE_REPORTER);
        declare("parties", "{\"party\":\"PIT\",\"name\":\"Pit\",\"kind\":\"enterprise\"}");
        declare("parties", "{\"party\":\"OTHER\",\"name\":\"Other\",\"kind\":\"enterprise\"}");
        declare("parties", "{\"party\":\"LAW-G\",\"name\":\"Group\",\"kind\":\"group\"}");
        declare(
                "facilities",
                "{\"facility\":\"PIT-1\",\"name\":\"Pit\",\"party\":\"PIT\",\"stage\":\"mine\"}");
        service.awaitAnalysis();
    }

    @AfterAll
    static void close() throws Exception {
        service.close();
    }

    private static void declare(String table, String row) throws Exception {
        Told.declare(first, table, row);
    }

    /// @param cells name and cell in turn
    private static String row(String... cells) {
        StringBuilder row = new StringBuilder();
        for (int c = 0; c < cells.length; c += 2) {
            row.append(c == 0 ? "" : ",")
                    .append('"')
                    .append(cells[c])
                    .append("\":\"")
                    .append(cells[c + 1])
                    .append('"');
        }
        return "{" + row + ",\"source\":\"a notice\",\"source_zh\":\"通知\"}";
    }

    private static Answer propose(String table, String proposal, String row) throws Exception {
        return post(
                first,
                LAW + table + "/proposals",
                "{\"proposal\":\"%s\",\"row\":%s}".formatted(proposal, row));
    }

    private static void enact(String table, String proposal, String row) throws Exception {
        taken(propose(table, proposal, row));
        refused("same-person", post(first, APPROVALS, approval(proposal)));
        refused("not-allowed", post(supervisor, APPROVALS, approval(proposal)));
        taken(post(second, APPROVALS, approval(proposal)));
        service.awaitAnalysis();
    }

    private static double stocktakes(String day) {
        return service.service()
                .analysis()
                .newest()
                .reconciliation()
                .ledger()
                .declarations()
                .context()
                .limits()
                .at(Limit.STOCKTAKE_DAYS_MAX, LedgerTime.parseDate(day).orElseThrow());
    }

    private static String limit(String value, String from) {
        return row("limit", "stocktake_days_max", "value", value, "from", from);
    }

    @Test
    void aLimitHoldsFromItsDayOnceASecondAdministratorApprovesItAndAfterARestart()
            throws Exception {
        taken(propose("limits", "L-1", limit("30", "2027-01-01")));
        service.awaitAnalysis();
        assertThat(stocktakes("2027-01-01")).as("not yet").isEqualTo(45);
        taken(post(second, APPROVALS, approval("L-1")));
        service.awaitAnalysis();
        assertThat(stocktakes("2026-12-31")).isEqualTo(45);
        assertThat(stocktakes("2027-01-01")).isEqualTo(30);
        refused("proposal-ended", post(second, APPROVALS, approval("L-1")));
        Answer again = propose("limits", "L-2", limit("20", "2027-01-01"));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.json().path("problems").get(0).path("column").asString())
                .isEqualTo("from");

        service.restart();
        service.awaitAnalysis();
        assertThat(stocktakes("2027-01-01")).isEqualTo(30);
        taken(propose("limits", "L-3", limit("25", "2028-01-01")));
        refused(
                "row-exists",
                twice("L-4", "L-5", limit("26", "2029-01-01"))); // the state came back too
        DataSource database = service.service().bean(DataSource.class);
        assertThat(LedgerAudit.of(database).difference()).isEmpty();

        JsonNode rows = pit.get(LAW + "limits").json();
        assertThat(rows.findValuesAsString("origin")).contains("shipped", "ledger");
        for (JsonNode shown : rows) {
            boolean isOld =
                    shown.path("row").path("limit").asString().equals("stocktake_days_max")
                            && shown.path("origin").asString().equals("shipped");
            if (isOld) {
                assertThat(shown.path("in_force_until").asString()).isEqualTo("2026-12-31");
            }
        }
    }

    /// Two proposals of the same row: the second to be approved is refused.
    private static Answer twice(String one, String two, String row) throws Exception {
        taken(propose("limits", one, row));
        taken(propose("limits", two, row));
        taken(post(second, APPROVALS, approval(one)));
        return post(second, APPROVALS, approval(two));
    }

    @Test
    void aClauseIsOfferedFromItsDay() throws Exception {
        enact(
                "penalties",
                "C-1",
                row(
                        "clause",
                        "law-test",
                        "law_en",
                        "An act",
                        "law_zh",
                        "某法",
                        "offence_en",
                        "so",
                        "offence_zh",
                        "行为",
                        "fine_min_yuan",
                        "10",
                        "fine_max_yuan",
                        "20",
                        "from",
                        "2026-02-01",
                        "confidence",
                        "primary"));
        String clauses = "/api/v1/penalty-clauses?on=";
        assertThat(supervisor.get(clauses + "2026-01-31").body()).doesNotContain("law-test");
        assertThat(supervisor.get(clauses + "2026-02-01").body()).contains("law-test");
    }

    @Test
    void anotherDeadlineNamesTheSplitsThatItMovesAndThenMovesThem() throws Exception {
        Person planner = service.person("law-planner", "ministry", Role.PLAN_OFFICER);
        Person planner2 = service.person("law-planner2", "ministry", Role.PLAN_OFFICER);
        String grant =
                """
                {"proposal":"LAW-P","table":"plans","row":{"plan":"LAW-PLAN","year":"2024","batch":"1",
                  "kind":"mining","ore_type":"rock","holder":"LAW-G","tonnes_reo":"9","issued_on":"2024-03-01"}}
                """;
        taken(post(planner, "/api/v1/proposals/grants", grant));
        taken(post(planner2, APPROVALS, approval("LAW-P")));
        service.awaitAnalysis();
        String deadline =
                row(
                        "year",
                        "2024",
                        "batch",
                        "1",
                        "working_days",
                        "15",
                        "from",
                        "2024-03-01",
                        "confidence",
                        "primary");
        Answer effect =
                post(first, LAW + "split-deadlines/effects", "{\"row\":%s}".formatted(deadline));
        taken(effect);
        JsonNode split = effect.json().path("splits").get(0);
        assertThat(split.path("plan").asString()).isEqualTo("LAW-PLAN");
        assertThat(split.path("before").asString()).isEqualTo("2024-03-15");
        assertThat(split.path("after").asString()).isEqualTo("2024-03-22");
        JsonNode replaced = effect.json().path("replaces").path("row");
        assertThat(replaced.path("working_days").asString()).isEqualTo("10");
        try (Browser browser = Browser.signedIn(service, "law-planner")) {
            assertThat(browser.get("/planning/splits").body()).contains("2024-03-15");
            enact("split-deadlines", "D-1", deadline);
            assertThat(browser.get("/planning/splits").body()).contains("2024-03-22");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limits|{\"limit\":\"emperor\",\"value\":\"1\",\"from\":\"2030-01-01\",\"source\":\"s\",\"source_zh\":\"源\"}|limit",
                "limits|{\"limit\":\"transfer_days_max\",\"value\":\"1.5\",\"from\":\"2030-01-01\",\"source\":\"s\",\"source_zh\":\"源\"}|value",
                "limits|{\"limit\":\"transfer_days_max\",\"value\":\"1\",\"from\":\"2030-01-01\",\"source\":\"s\"}|source_zh",
                "duties|{\"duty\":\"d\",\"law_en\":\"a\",\"law_zh\":\"法\",\"asks_en\":\"a\",\"asks_zh\":\"问\",\"confidence\":\"primary\",\"source\":\"s\",\"source_zh\":\"源\"}|from",
            })
    void aRowThatCannotBeIsToldWithItsColumnAndIsNoProposal(String line) throws Exception {
        String[] parts = line.split("\\|", -1);
        Answer effect =
                post(first, LAW + parts[0] + "/effects", "{\"row\":%s}".formatted(parts[1]));
        Answer proposal = propose(parts[0], "BAD", parts[1]);
        for (Answer answer : List.of(effect, proposal)) {
            assertThat(answer.status()).isEqualTo(422);
            JsonNode problem = answer.json().path("problems").get(0);
            assertThat(problem.path("column").asString()).isEqualTo(parts[2]);
            assertThat(problem.path("problem_zh").asString()).isNotEmpty();
        }
        refused("proposal-unknown", post(second, APPROVALS, approval("BAD")));
    }

    @Test
    void lawIsChangedByAdministratorsAlone() throws Exception {
        String row = "{\"row\":%s}".formatted(limit("9", "2031-01-01"));
        assertThat(post(supervisor, LAW + "limits/effects", row).status()).isEqualTo(403);
        assertThat(post(supervisor, LAW + "limits/proposals", row).status()).isEqualTo(403);
        assertThat(pit.get(LAW + "wishes").status()).isEqualTo(404);
        assertThat(post(first, LAW + "wishes/effects", row).status()).isEqualTo(404);
        assertThat(post(first, LAW + "limits/effects", "{}").status()).isEqualTo(400);
    }

    private static String reward(String proposal, String party, String more) {
        return "{\"proposal\":\"%s\",\"party\":\"%s\",\"basis\":\"art. 1\",\"reason\":\"first\",%s}"
                .formatted(proposal, party, more);
    }

    @Test
    void aRewardIsGivenByTwoSupervisorsAndSeenByItsEnterprise() throws Exception {
        String money = "\"kind\":\"money\",\"amount_yuan\":5000,\"facility\":\"PIT-1\"";
        taken(post(supervisor, REWARDS, reward("R-1", "PIT", money)));
        assertThat(pit.get("/api/v1/rewards").json()).isEmpty();
        refused("same-person", post(supervisor, APPROVALS, approval("R-1")));
        taken(post(supervisor2, APPROVALS, approval("R-1")));
        JsonNode given = pit.get("/api/v1/rewards").json().get(0);
        assertThat(given.path("amount_yuan").asLong()).isEqualTo(5000);
        assertThat(given.path("facility").asString()).isEqualTo("PIT-1");
        assertThat(other.get("/api/v1/rewards").json()).isEmpty();
        assertThat(supervisor.get("/api/v1/rewards").json()).hasSize(1);
        assertThat(LedgerAudit.of(service.service().bean(DataSource.class)).difference()).isEmpty();
    }

    @Test
    void aRewardOfNobodyOrForNothingIsRefused() throws Exception {
        String plain = "\"kind\":\"commendation\",\"amount_yuan\":0";
        refused(
                "facility-of-another",
                post(
                        supervisor,
                        REWARDS,
                        reward("R-2", "OTHER", plain + ",\"facility\":\"PIT-1\"")));
        refused(
                "facility-unknown",
                post(supervisor, REWARDS, reward("R-2", "PIT", plain + ",\"facility\":\"X\"")));
        refused(
                "case-unknown",
                post(supervisor, REWARDS, reward("R-2", "PIT", plain + ",\"case_name\":\"X\"")));
        for (String wrong :
                List.of(
                        reward("R-2", "NOBODY", plain),
                        reward("R-2", "PIT", "\"kind\":\"gold\",\"amount_yuan\":0"),
                        reward("R-2", "PIT", "\"kind\":\"money\",\"amount_yuan\":0"),
                        reward("R-2", "PIT", "\"kind\":\"commendation\",\"amount_yuan\":1"))) {
            assertThat(post(supervisor, REWARDS, wrong).status()).as(wrong).isEqualTo(422);
        }
        assertThat(post(first, REWARDS, reward("R-2", "PIT", plain)).status()).isEqualTo(403);
    }
}
