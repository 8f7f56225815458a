package org.ytterby.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.ytterby.core.proof.Receipt;
import org.ytterby.core.proof.TrustPolicy;
import org.ytterby.core.proof.VerifierKey;
import org.ytterby.core.supervision.Reconciler;
import org.ytterby.core.supervision.Reconciliation;
import org.ytterby.core.supervision.Settings;
import org.ytterby.formats.intake.PackageReader;
import org.ytterby.server.TestService.Answer;
import org.ytterby.server.TestService.Person;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Jurisdiction;
import org.ytterby.server.identity.Role;
import org.ytterby.server.ledger.LedgerAudit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The service from outside, with the example year in it. The tests build on one ledger in the
/// order of their numbers, because loading it takes longest.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LedgerServiceIT {
    private static final Path EXAMPLE =
            Path.of(System.getProperty("ytterby.root", ".."), "examples", "national-2019");
    private static final String SOME_PARTY = "919900003789700849"; // runs MIN-01
    private static TestService service;
    private static Person admin;
    private static Person supervisor;
    private static Person mine;

    @BeforeAll
    static void load() throws Exception {
        service = new TestService();
        admin = service.person("admin", "authority", Role.ADMINISTRATOR);
        supervisor = service.person("supervisor", "authority", Role.SUPERVISOR);
        mine = service.person("mine", SOME_PARTY, Role.ENTERPRISE_REPORTER);
        Answer taken = admin.handIn(EXAMPLE, "example");
        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
        service.awaitAnalysis();
    }

    @AfterAll
    static void close() throws Exception {
        service.close();
    }

    private static DataSource database() {
        return service.service().bean(DataSource.class);
    }

    @Test
    @Order(1)
    void theLiveAnswerIsThatOfTheBatch() {
        Reconciliation batch =
                Reconciler.reconcile(PackageReader.read(EXAMPLE), Settings.standard());
        Reconciliation live = service.service().analysis().newest().reconciliation();
        assertThat(live.findings()).isEqualTo(batch.findings());
        assertThat(live.balances()).isEqualTo(batch.balances());
        assertThat(live.planUse()).isEqualTo(batch.planUse());
        assertThat(live.lots()).isEqualTo(batch.lots());
    }

    @Test
    @Order(2)
    void aPackageSentAgainChangesNothing() throws Exception {
        long size = service.service().ledger().size();
        assertThat(admin.handIn(EXAMPLE, "example").status()).isEqualTo(200);
        assertThat(service.service().ledger().size()).isEqualTo(size);
    }

    @Test
    @Order(3)
    void anEnterpriseSeesItsOwnMattersOnly() throws Exception {
        JsonNode all = supervisor.get("/api/v1/balances?limit=1").json();
        JsonNode own = mine.get("/api/v1/balances?limit=1000").json();
        assertThat(own.path("total").asInt()).isPositive().isLessThan(all.path("total").asInt());
        for (JsonNode row : own.path("items")) {
            assertThat(row.path("facility").asString()).isEqualTo("MIN-01");
        }
        JsonNode findings = mine.get("/api/v1/findings?limit=1000").json();
        for (JsonNode finding : findings.path("items")) {
            assertThat(finding.path("party").asString() + finding.path("facility").asString())
                    .containsAnyOf(SOME_PARTY, "MIN-01");
        }
    }

    @Test
    @Order(3)
    void anAuthorityOfARegionSeesThatRegionOnly() throws Exception {
        Person regional =
                service.person(
                        new Caller(
                                "basin",
                                "authority-north",
                                Set.of(Role.SUPERVISOR, Role.AUDITOR),
                                new Jurisdiction("North Basin")));
        Set<String> inside = new TreeSet<>();
        service
                .service()
                .analysis()
                .newest()
                .reconciliation()
                .ledger()
                .registry()
                .facilities()
                .stream()
                .filter(facility -> facility.region().equals("North Basin"))
                .forEach(facility -> inside.add(facility.id()));
        JsonNode balances = regional.get("/api/v1/balances?limit=1000").json();
        assertThat(balances.path("items").findValuesAsString("facility"))
                .isNotEmpty()
                .isSubsetOf(inside);
        assertThat(regional.get("/api/v1/findings?limit=1000").json().path("total").asInt())
                .isLessThan(supervisor.get("/api/v1/findings").json().path("total").asInt());
        for (String nations : List.of("/api/v1/problems", "/api/v1/audit", "/api/v1/reads")) {
            assertThat(regional.get(nations).status()).as(nations).isEqualTo(403);
        }
        assertThat(regional.get("/api/v1/receipts/0").status())
                .as("of the administrator, who lies in no region")
                .isEqualTo(404);
    }

    @Test
    @Order(4)
    void pagesFollowEachOtherWithoutGapOrOverlap() throws Exception {
        List<String> paged = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = supervisor.get("/api/v1/findings?limit=7&after=" + after).json();
            page.path("items").forEach(item -> paged.add(item.toString()));
            after = page.path("next").asString("");
        } while (!after.isEmpty());
        List<String> whole = new ArrayList<>();
        supervisor
                .get("/api/v1/findings?limit=1000")
                .json()
                .path("items")
                .forEach(item -> whole.add(item.toString()));
        assertThat(paged).isEqualTo(whole).isNotEmpty();
        assertThat(supervisor.get("/api/v1/findings?limit=0").status()).isEqualTo(400);
        assertThat(supervisor.get("/api/v1/findings?after=x").status()).isEqualTo(400);
    }

    @Test
    @Order(5)
    void aReceiptProvesItsEntryWithoutTheService() throws Exception {
        Person auditor = service.person("auditor", "authority", Role.AUDITOR);
        Answer answer = auditor.get("/api/v1/receipts/0");
        for (int i = 0; answer.status() == 404 && i < 6_000; i++) {
            Thread.sleep(20); // the log follows the commit
            answer = auditor.get("/api/v1/receipts/0");
        }
        byte[] receipt = answer.body().getBytes(StandardCharsets.UTF_8);
        VerifierKey key = VerifierKey.parse(service.nobody().get("/log/key").body().strip());
        TrustPolicy trust = new TrustPolicy(key, List.of(), 0);
        assertThat(Receipt.check(receipt, trust)).isInstanceOf(Receipt.Verdict.Proven.class);
        receipt[60] ^= 1;
        assertThat(Receipt.check(receipt, trust)).isInstanceOf(Receipt.Verdict.Unproven.class);
        assertThat(mine.get("/api/v1/receipts/0").status())
                .as("an entry of somebody else")
                .isEqualTo(404);
        assertThat(service.nobody().get("/log/checkpoint").status()).isEqualTo(200);
        assertThat(service.nobody().get("/log/tile/0/000").status()).isEqualTo(200);
        assertThat(service.nobody().get("/log/tile/entries/000").status()).isEqualTo(401);
        assertThat(auditor.get("/log/tile/entries/000").status()).isEqualTo(200);
    }

    @Test
    @Order(6)
    void rowsThatCannotBeReadComeBackByRowAndColumn() throws Exception {
        Answer answer =
                mine.post(
                        "/api/v1/declarations",
                        """
                        {"table":"flows","rows":[
                          {"record":"N1","type":"extraction","time":"2019-12-31","facility":"MIN-01",
                           "direction":"out","lot":"L1","product":"P","mass_kg":"12,5","colour":"red"}]}
                        """,
                        "bad-1");
        assertThat(answer.status()).isEqualTo(422);
        JsonNode problems = answer.json().path("problems");
        assertThat(problems.findValuesAsString("column")).contains("mass_kg", "colour");
        assertThat(problems.get(0).path("row").asInt()).isEqualTo(1);
    }

    @Test
    @Order(7)
    void aDeclarationIsTakenOnceAndOnlyForTheOwnFacility() throws Exception {
        String row =
                """
                {"table":"flows","rows":[
                  {"record":"N1","type":"stocktake","time":"2019-12-31","facility":"%s",
                   "direction":"count","mass_kg":"0"}]}
                """;
        Answer first = mine.post("/api/v1/declarations", row.formatted("MIN-01"), "n1");
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(mine.post("/api/v1/declarations", row.formatted("MIN-01"), "n1").body())
                .isEqualTo(first.body());
        assertThat(mine.post("/api/v1/declarations", row.formatted("MIN-02"), "n1").status())
                .isEqualTo(409);
        Answer other = mine.post("/api/v1/declarations", row.formatted("MIN-02"), "n2");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().path("reason").path("code").asString())
                .isEqualTo("facility-of-another");
        assertThat(mine.post("/api/v1/declarations", row.formatted("MIN-01"), "").status())
                .as("without a key")
                .isEqualTo(400);
    }

    @Test
    @Order(8)
    void sixteenAtOnceNeverOverdrawALicence() throws Exception {
        JsonNode licences = firstLicence();
        String account = licences.path("account").asString();
        Person holder =
                service.person(
                        "holder", licences.path("holder").asString(), Role.ENTERPRISE_REPORTER);
        long granted = licences.path("granted").asLong();
        long each = granted / 10;
        List<Callable<Integer>> draws = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            String hold = "draw-" + i;
            draws.add(() ->
                    holder.post(
                                    "/api/v1/reservations",
                                    """
                                    {"account":"%s","hold":"%s","amount":%d,"until_micros":4000000000000000}
                                    """
                                            .formatted(account, hold, each),
                                    hold)
                            .status());
        }
        int taken = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (Future<Integer> status : threads.invokeAll(draws)) {
                taken += status.get() == 200 ? 1 : 0;
            }
        }
        assertThat(taken).isEqualTo(10);
        Person customs = service.person("customs", "customs", Role.CUSTOMS);
        int confirmed = 0;
        for (int i = 0; i < 16; i++) {
            Answer answer =
                    customs.post(
                            "/api/v1/reservations/draw-" + i + "/confirmation",
                            "{\"amount\":1}",
                            "confirm-" + i);
            confirmed += answer.status() == 200 ? 1 : 0;
        }
        assertThat(confirmed).isEqualTo(10);
    }

    private static JsonNode firstLicence() throws Exception {
        try (Connection connection = database().getConnection();
                Statement statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "SELECT json_build_object('account', account, 'holder', holder, 'granted', granted)"
                                        + " FROM ledger.account WHERE account LIKE 'licence:%' ORDER BY account LIMIT 1")) {
            row.next();
            return JsonMapper.shared().readTree(row.getString(1));
        }
    }

    @Test
    @Order(8)
    void aFindingIsAskedAboutDecidedAndPunished() throws Exception {
        JsonNode findings = supervisor.get("/api/v1/findings?limit=1000").json().path("items");
        List<String> ids = findings.findValuesAsString("id");
        assertThat(ids).doesNotHaveDuplicates().hasSize(findings.size());
        String opening = "{\"name\":\"C-1\",\"finding\":\"%s\",\"assigned\":\"supervisor\"}";
        assertThat(mine.post("/api/v1/cases", opening.formatted(ids.getFirst()), "c").status())
                .isEqualTo(403);
        assertThat(supervisor.post("/api/v1/cases", opening.formatted("no-plan-0"), "c").status())
                .as("no such finding")
                .isEqualTo(422);
        step(supervisor, "", opening.formatted(ids.getFirst()), "");
        step(supervisor, "", opening.formatted(ids.getFirst()), "case-exists");
        String party = supervisor.get("/api/v1/cases/C-1").json().path("party").asString();
        Person reporter = service.person("reporter", party, Role.ENTERPRISE_REPORTER);
        Person stranger = service.person("stranger", "elsewhere", Role.ENTERPRISE_REPORTER);
        long now = System.currentTimeMillis() * 1_000;
        String question = "{\"question\":\"Whence is the ore?\",\"due_micros\":%d}";
        step(supervisor, "/C-9/question", question.formatted(now + 1_000_000_000), "case-unknown");
        step(supervisor, "/C-1/question", question.formatted(1), "case-due");
        step(supervisor, "/C-1/question", question.formatted(now + 1_000_000_000), "");
        String confirmation = "{\"confirmed\":true,\"reason\":\"no document\",\"clause\":\"%s\"}";
        step(supervisor, "/C-1/decision", confirmation.formatted("art. 25"), "case-awaits-reply");
        String reply = "{\"reply\":\"From another pit.\"}";
        assertThat(stranger.post("/api/v1/cases/C-1/reply", reply, "c-s").status()).isEqualTo(404);
        step(reporter, "/C-1/reply", reply, "");
        step(reporter, "/C-1/reply", reply, "case-state");
        step(supervisor, "/C-1/note", "{\"evidence\":\"a photograph\"}", "");
        String penalty =
                "{\"proposal\":\"F-1\",\"clause\":\"art."
                        + " 25\",\"fine_yuan\":50000,\"reason\":\"first failure\"}";
        step(supervisor, "/C-1/penalty", penalty, "case-state");
        assertThat(
                        supervisor
                                .post(
                                        "/api/v1/cases/C-1/decision",
                                        confirmation.formatted(""),
                                        "c-d")
                                .status())
                .as("without a clause")
                .isEqualTo(422);
        step(supervisor, "/C-1/decision", confirmation.formatted("art. 25"), "");
        step(supervisor, "/C-1/penalty", penalty, "");
        String approval = "{\"proposals\":[\"F-1\"]}";
        Person second = service.person("supervisor-2", "authority", Role.SUPERVISOR);
        assertThat(supervisor.post("/api/v1/proposals/approvals", approval, "f-1").body())
                .contains("same-person");
        assertThat(second.post("/api/v1/proposals/approvals", approval, "f-2").status())
                .isEqualTo(200);
        step(supervisor, "/C-1/closure", "{\"reason\":\"corrected\"}", "");
        whoSeesTheCase(second, reporter, stranger);
    }

    private static void whoSeesTheCase(Person second, Person reporter, Person stranger)
            throws Exception {
        assertThat(steps(second.get("/api/v1/cases/C-1")))
                .containsExactly(
                        "opened", "asked", "replied", "noted", "confirmed", "penalised", "closed");
        assertThat(steps(reporter.get("/api/v1/cases/C-1")))
                .containsExactly("opened", "asked", "replied", "confirmed", "penalised", "closed");
        assertThat(reporter.get("/api/v1/cases/C-1").body())
                .as("who in the authority looks into it")
                .doesNotContain("\"supervisor\"", "supervisor-2");
        assertThat(reporter.get("/api/v1/cases?state=closed").json().path("items")).hasSize(1);
        assertThat(reporter.get("/api/v1/cases?state=open").json().path("items")).isEmpty();
        assertThat(stranger.get("/api/v1/cases").json().path("items")).isEmpty();
        assertThat(stranger.get("/api/v1/cases/C-1").status()).isEqualTo(404);
    }

    private static int steps;

    /// Takes a step in a case.
    ///
    /// @param code with which it is refused, empty if it is taken
    private static void step(Person person, String path, String json, String code)
            throws Exception {
        Answer answer = person.post("/api/v1/cases" + path, json, "case-" + steps++);
        assertThat(answer.status()).as(answer.body()).isEqualTo(code.isEmpty() ? 200 : 422);
        assertThat(answer.json().path("reason").path("code").asString("")).isEqualTo(code);
    }

    private static List<String> steps(Answer answer) {
        return answer.json().path("steps").findValuesAsString("step");
    }

    @Test
    @Order(9)
    void everythingIsThereAfterARestart() throws Exception {
        long size = service.service().ledger().size();
        int findings = supervisor.get("/api/v1/findings").json().path("total").asInt();
        service.restart();
        service.awaitAnalysis();
        assertThat(service.service().ledger().size()).isEqualTo(size);
        assertThat(supervisor.get("/api/v1/findings").json().path("total").asInt())
                .isEqualTo(findings);
    }

    @Test
    @Order(10)
    void theTablesAreWhatTheEntriesMake() throws Exception {
        LedgerAudit.Outcome outcome = LedgerAudit.of(database());
        assertThat(outcome.difference()).isEmpty();
        assertThat(outcome.entries()).isEqualTo(service.service().ledger().size());
    }

    @Test
    @Order(11)
    void entriesAreNotChangedNotEvenByTheOwner() throws Exception {
        for (String change :
                List.of(
                        "UPDATE ledger.entry SET topic = 'x' WHERE position = 3",
                        "DELETE FROM ledger.entry WHERE position = 3",
                        "TRUNCATE ledger.entry")) {
            try (Connection connection = database().getConnection();
                    Statement statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute(change))
                        .as(change)
                        .hasMessageContaining("append-only");
            }
        }
    }

    @Test
    @Order(12)
    void whatWasChangedBehindTheServiceIsNamed() throws Exception {
        assertThat(
                        differenceAfter(
                                "UPDATE ledger.account SET posted = posted + 1 WHERE account LIKE 'licence:%'"))
                .contains("ledger.account: licence:");
        assertThat(
                        differenceAfter(
                                "UPDATE ledger.facility SET region = 'West Ridge' WHERE facility = 'MIN-01'"))
                .contains("ledger.facility: MIN-01");
        assertThat(differenceAfter("DELETE FROM ledger.submission WHERE key = 'n1'"))
                .contains("ledger.submission: " + SOME_PARTY + " n1 is missing");
        assertThat(
                        differenceAfter(
                                """
                                ALTER TABLE ledger.entry DISABLE TRIGGER append_only;
                                UPDATE ledger.entry SET content = convert_to(replace(convert_from(content, 'UTF8'), '"amount":', '"amount":1'), 'UTF8') WHERE topic = 'granted'
                                """))
                .contains("ledger.");
    }

    /// Changes something in a transaction of its own database copy: afterwards all is as before.
    private static String differenceAfter(String change) throws Exception {
        try (Connection connection = database().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(change);
            try {
                return LedgerAudit.of(connection).difference().orElse("");
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
