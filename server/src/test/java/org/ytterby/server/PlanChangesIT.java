package org.ytterby.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ytterby.server.Told.post;
import static org.ytterby.server.Told.refused;
import static org.ytterby.server.Told.taken;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

/// Plans that were granted and are altered: over HTTP and on pages. The tests build on one ledger
/// in the order of their numbers.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlanChangesIT {
    private static final String PROPOSALS = "/api/v1/proposals/";
    private static final String PROPOSING = "/planning/changes/proposing";

    private static TestService service;
    private static Person first;
    private static Person second;
    private static Person group;
    private static Person group2;
    private static Person pit;

    @BeforeAll
    static void plans() throws Exception {
        service = new TestService();
        first = service.person("first", "ministry", Role.PLAN_OFFICER);
        second = service.person("second", "ministry", Role.PLAN_OFFICER);
        group = service.person("group", "G1", Role.GROUP_OFFICER);
        group2 = service.person("group2", "G1", Role.GROUP_OFFICER);
        pit = service.person("pit", "PIT", Role.ENTERPRISE_REPORTER);
        Person admin = service.person("admin", "ministry", Role.ADMINISTRATOR);
        Told.declare(
                admin,
                "parties",
                party("G1", "group"),
                party("PIT", "enterprise"),
                party("MILL", "enterprise"),
                party("LONE", "enterprise"));
        Told.declare(
                admin,
                "memberships",
                member("PIT", ""),
                member("MILL", ""),
                member("LONE", ",\"until\":\"2020-12-31\""));
        grant("P", "PIT", "mining", 100);
        grant("M", "MILL", "mining", 50);
        grant("L", "LONE", "mining", 50);
        grant("S", "PIT", "smelting_separation", 50);
        grant("G", "G1", "mining", 200);
        service.awaitAnalysis();
    }

    @AfterAll
    static void close() throws Exception {
        service.close();
    }

    private static String party(String code, String kind) {
        return "{\"party\":\"%s\",\"name\":\"%s\",\"kind\":\"%s\"}".formatted(code, code, kind);
    }

    private static String member(String party, String until) {
        return "{\"party\":\"%s\",\"group\":\"G1\",\"from\":\"2020-01-01\"%s}"
                .formatted(party, until);
    }

    private static void grant(String plan, String holder, String kind, int tonnes)
            throws Exception {
        taken(
                post(
                        first,
                        PROPOSALS + "grants",
                        """
                        {"proposal":"grant-%s","table":"plans","row":{"plan":"%s","year":"2026","kind":"%s",
                          "holder":"%s","tonnes_reo":"%d","issued_on":"2026-03-01"}}
                        """
                                .formatted(plan, plan, kind, holder, tonnes)));
        approve(second, "grant-" + plan);
    }

    private static Answer amend(Person person, String proposal, String account, long amount)
            throws Exception {
        return post(
                person,
                PROPOSALS + "amendments",
                """
                {"proposal":"%s","account":"%s","amount":%d,"clause":"art. 9","reason":"ore ran out"}
                """
                        .formatted(proposal, account, amount));
    }

    private static Answer recall(Person person, String proposal, String account) throws Exception {
        return post(
                person,
                PROPOSALS + "recalls",
                """
                {"proposal":"%s","account":"%s","clause":"art. 12","reason":"the pit closed"}
                """
                        .formatted(proposal, account));
    }

    private static Answer transfer(Person person, String proposal, String way, long amount)
            throws Exception {
        String[] ends = way.split(" ", -1);
        return post(
                person,
                PROPOSALS + "transfers",
                """
                {"proposal":"%s","from":"plan:%s","to":"plan:%s","amount":%d,"reason":"more ore there"}
                """
                        .formatted(proposal, ends[0], ends[1], amount));
    }

    private static Answer approval(Person person, String proposal) throws Exception {
        return post(person, PROPOSALS + "approvals", Told.approval(proposal));
    }

    private static void approve(Person person, String proposal) throws Exception {
        taken(approval(person, proposal));
    }

    private static JsonNode account(String plan) throws Exception {
        for (JsonNode one : second.get("/api/v1/accounts").json().path("items")) {
            if (one.path("account").asString().equals("plan:" + plan)) {
                return one;
            }
        }
        throw new AssertionError("no account of " + plan);
    }

    private static long left(String plan) throws Exception {
        return account(plan).path("left").asLong();
    }

    @Test
    @Order(1)
    void aPlanIsAmendedByTwoOfficers() throws Exception {
        taken(amend(first, "A1", "plan:P", 20_000));
        assertThat(left("P")).isEqualTo(100_000);
        refused("same-person", approval(first, "A1"));
        refused("not-allowed", approval(group, "A1"));
        approve(second, "A1");
        assertThat(left("P")).isEqualTo(120_000);
        taken(amend(first, "A2", "plan:P", -50_000));
        approve(second, "A2");
        assertThat(account("P").path("granted").asLong()).isEqualTo(70_000);
        refused("overdraft", amend(first, "A3", "plan:P", -70_001));
        refused("above-account", amend(first, "A3", "plan:P", (1L << 53) - 1));
        refused("account-unknown", amend(first, "A3", "plan:none", 1));
        refused("not-allowed", amend(group, "A3", "plan:P", 1));
        assertThat(amend(first, "A3", "plan:P", 0).status()).isEqualTo(422);
        assertThat(amend(first, "A3", "licence:P", 5).status()).isEqualTo(422);
        assertThat(amend(pit, "A3", "plan:P", 5).status()).isEqualTo(403);
        service.awaitAnalysis();
        assertThat(first.get("/api/v1/plan-use?year=2026").body())
                .as("the use of plans reckons with what stays granted")
                .contains("\"granted_treo\":70.0");
        told(pit, "P", "plan-amended", 2);
        told(group, "P", "plan-amended", 2);
        assertThat(group.get("/api/v1/plan-changes").json().findValuesAsString("account"))
                .as("of a member")
                .containsExactly("plan:P", "plan:P");
    }

    /// Waits for notices, whose pages their readers may open.
    private static void told(Person person, String plan, String kind, int times) throws Exception {
        new ToldCases(service, first, "first").awaitAll();
        int count = 0;
        for (JsonNode notice : person.get("/api/v1/notices?limit=1000").json().path("items")) {
            if (notice.path("subject").asString().equals(plan)
                    && notice.path("kind").asString().equals(kind)) {
                assertThat(person.get(notice.path("link").asString()).status()).isEqualTo(200);
                count++;
            }
        }
        assertThat(count).as("%s of %s", kind, plan).isEqualTo(times);
    }

    @Test
    @Order(2)
    void whatIsLeftOfAPlanIsWithdrawnAndNoMore() throws Exception {
        taken(
                post(
                        pit,
                        "/api/v1/reservations",
                        "{\"account\":\"plan:S\",\"hold\":\"H\",\"amount\":15000,\"until_micros\":4000000000000000}"));
        refused("account-unknown", recall(first, "R1", "plan:none"));
        refused("not-allowed", recall(group, "R1", "plan:S"));
        assertThat(recall(first, "R1", "licence:S").status()).isEqualTo(422);
        taken(recall(first, "R1", "plan:S"));
        approve(second, "R1");
        assertThat(account("S").path("granted").asLong()).isEqualTo(15_000);
        assertThat(left("S")).isZero();
        refused("nothing-left", recall(first, "R2", "plan:S"));
        JsonNode changes = pit.get("/api/v1/plan-changes").json();
        assertThat(changes.findValuesAsString("change"))
                .containsExactly("amend", "amend", "recall");
        assertThat(changes.get(2).path("amount").asLong()).isEqualTo(-35_000);
        assertThat(changes.get(2).path("clause").asString()).isEqualTo("art. 12");
        told(group, "S", "plan-recalled", 1);
        told(group2, "S", "plan-recalled", 1);
        Person mill = service.person("mill", "MILL", Role.ENTERPRISE_REPORTER);
        assertThat(mill.get("/api/v1/plan-changes").json()).isEmpty();
    }

    @Test
    @Order(3)
    void aGroupTransfersAmongItsEnterprises() throws Exception {
        refused("amount-not-positive", transfer(group, "T1", "P M", 0));
        refused("account-unknown", transfer(group, "T1", "P none", 1));
        refused("group-differs", transfer(group, "T1", "P L", 1));
        refused("plan-differs", transfer(group, "T1", "P S", 1));
        refused("overdraft", transfer(group, "T1", "P M", 70_001));
        refused("group-differs", transfer(first, "T1", "P M", 1));
        assertThat(transfer(group, "T1", "P P", 1).status()).isEqualTo(422);
        taken(transfer(group, "T1", "P M", 30_000));
        refused("same-person", approval(group, "T1"));
        refused("not-allowed", approval(second, "T1"));
        service.restart();
        approve(group2, "T1");
        assertThat(left("P")).isEqualTo(40_000);
        assertThat(left("M")).isEqualTo(80_000);
        assertThat(group.get("/api/v1/plan-changes").json().findValuesAsString("to"))
                .containsExactly("plan:M");
    }

    private static String key(HttpResponse<String> page) {
        Matcher field = Pattern.compile("name=\"key\" value=\"([^\"]*)\"").matcher(page.body());
        assertThat(field.find()).as(page.body()).isTrue();
        return field.group(1);
    }

    /// Fills in a form, looks at what will be proposed, proposes it, and has another approve it.
    private static void onPages(String one, String other, String fields, String shown)
            throws Exception {
        try (Browser proposer = Browser.signedIn(service, one);
                Browser approver = Browser.signedIn(service, other)) {
            HttpResponse<String> confirm = proposer.post(PROPOSING, PROPOSING, fields);
            assertThat(confirm.statusCode()).as(confirm.body()).isEqualTo(200);
            assertThat(confirm.body()).contains(shown, "Propose it");
            HttpResponse<String> proposed =
                    proposer.post(PROPOSING, PROPOSING, fields + "&go=propose&key=" + key(confirm));
            String address = proposed.uri().getPath();
            assertThat(address).startsWith("/approvals/");
            HttpResponse<String> approved =
                    approver.post(
                            address, address + "/approval", "key=" + key(approver.get(address)));
            assertThat(approved.body()).contains("approved</span>");
        }
    }

    @Test
    @Order(4)
    void plansAreAlteredAndSplitOnPages() throws Exception {
        service.awaitAnalysis();
        onPages(
                "first",
                "second",
                "kind=amend&plan=P&direction=less&tonnes=2.5&clause=art.+9&reason=dry+year",
                "−2,500 kg");
        assertThat(left("P")).isEqualTo(37_500);
        onPages("group", "group2", "kind=transfer&plan=P&to=M&tonnes=7.5&reason=sold", "M · MILL");
        assertThat(left("P")).isEqualTo(30_000);
        assertThat(left("M")).isEqualTo(87_500);
        onPages(
                "group2",
                "group",
                "kind=split&plan=G&part=G-PIT&holder=PIT&tonnes=60&issued=2026-04-01",
                "G-PIT");
        assertThat(left("G")).isEqualTo(140_000);
        assertThat(left("G-PIT")).isEqualTo(60_000);
        onPages("second", "first", "kind=recall&plan=L&clause=art.+12&reason=gone", "gone");
        assertThat(account("L").path("granted").asLong()).isZero();
        try (Browser mine = Browser.signedIn(service, "pit")) {
            String page = mine.get("/planning/changes").body();
            assertThat(page).contains("dry year", "sold", "G-PIT").doesNotContain("gone");
            assertThat(mine.get(PROPOSING + "?kind=amend&plan=P").statusCode()).isEqualTo(403);
        }
    }

    @Test
    @Order(5)
    void whatIsWrongIsToldBesideItsField() throws Exception {
        List<String> wrong =
                List.of(
                        "first|kind=amend&plan=none&direction=more&tonnes=1&clause=c&reason=r|plan",
                        "first|kind=amend&plan=P&direction=up&tonnes=1&clause=c&reason=r|direction",
                        "first|kind=amend&plan=P&direction=less&tonnes=31&clause=c&reason=r|tonnes",
                        "first|kind=amend&plan=P&direction=more&tonnes=0&clause=c&reason=r|tonnes",
                        "first|kind=amend&plan=P&direction=more&tonnes=1.0005&clause=c&reason=r|tonnes",
                        "first|kind=recall&plan=P&clause=&reason=r|clause",
                        "first|kind=recall&plan=P&clause=c&reason=a%E2%80%8Bb|reason",
                        "group|kind=transfer&plan=P&to=S&tonnes=1&reason=r|to",
                        "group|kind=transfer&plan=P&to=M&tonnes=31&reason=r|tonnes",
                        "group|kind=split&plan=P&part=x&holder=PIT&tonnes=1&issued=2026-04-01|plan",
                        "group|kind=split&plan=G&part=a+b&holder=PIT&tonnes=1&issued=2026-04-01|part",
                        "group|kind=split&plan=G&part=x&holder=LONE&tonnes=1&issued=2026-04-01|holder",
                        "group|kind=split&plan=G&part=x&holder=PIT&tonnes=1&issued=soon|issued");
        for (String line : wrong) {
            String[] parts = line.split("\\|", -1);
            try (Browser browser = Browser.signedIn(service, parts[0])) {
                HttpResponse<String> page =
                        browser.post(PROPOSING, PROPOSING, parts[1] + "&go=propose&key=k");
                assertThat(page.statusCode()).as(line).isEqualTo(422);
                assertThat(page.body())
                        .as(line)
                        .contains("href=\"#" + parts[2] + "\"", "aria-invalid=\"true\"");
            }
        }
        try (Browser browser = Browser.signedIn(service, "group")) {
            HttpResponse<String> there =
                    browser.post(
                            PROPOSING,
                            PROPOSING,
                            "kind=split&plan=G&part=G-PIT&holder=PIT&tonnes=1&issued=2026-04-01&go=propose&key=again");
            assertThat(there.statusCode()).isEqualTo(422);
            assertThat(there.body()).contains("this account is open already");
            assertThat(browser.get(PROPOSING + "?kind=recall&plan=P").statusCode()).isEqualTo(403);
            assertThat(browser.get(PROPOSING + "?kind=gift&plan=P").statusCode()).isEqualTo(404);
            for (String path :
                    List.of(
                            "/planning/changes?x=",
                            PROPOSING + "?kind=split&plan=G",
                            PROPOSING + "?kind=transfer&plan=P")) {
                PagesIT.assertSound(browser.get(path + "&lang=zh"), "zh-CN");
                PagesIT.assertSound(browser.get(path + "&lang=en"), "en");
            }
        }
        try (Browser browser = Browser.signedIn(service, "first")) {
            for (String kind : List.of("amend", "recall")) {
                PagesIT.assertSound(
                        browser.get(PROPOSING + "?plan=P&lang=zh&kind=" + kind), "zh-CN");
            }
            assertThat(browser.get(PROPOSING + "?kind=split&plan=G").statusCode()).isEqualTo(403);
        }
    }

    @Test
    @Order(6)
    void theTablesAreWhatTheEntriesMakeAndTheDatabaseKeepsNoOverdraft() throws Exception {
        DataSource database = service.service().bean(DataSource.class);
        assertThat(LedgerAudit.of(database).difference()).isEmpty();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() ->
                            statement.execute(
                                    "UPDATE ledger.account SET granted = reserved + posted - 1"
                                            + " WHERE account = 'plan:S'"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("check constraint");
        }
    }
}
