package org.ytterby.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ytterby.core.supervision.Finding;
import org.ytterby.formats.AllocationTemplate;
import org.ytterby.server.identity.Role;

/// Plans on pages alone: a workbook becomes a draft, is tried on, published by two people, and read
/// by those who got it.
@ExtendWith(ExampleService.class)
class PlanningPagesIT {
    /// Mines and plants of the template; the last one is below the least capacity and gets nothing.
    private static final List<String> FIRMS =
            List.of(
                    "91000000MA0009901X",
                    "91000000MA00099021",
                    "91000000MA00099034",
                    "91000000MA00099047",
                    "91000000MA0009905A",
                    "91000000MA0009906D",
                    "91000000MA0009907G");

    private static TestService service;
    private static byte[] template;

    @BeforeAll
    static void people(TestService loaded) throws Exception {
        service = loaded;
        Path file = Files.createTempFile("template", ".xlsx");
        AllocationTemplate.write(file, true);
        template = Files.readAllBytes(file);
        Files.delete(file);
        TestService.Person admin = service.person("plan-admin", "authority", Role.ADMINISTRATOR);
        for (String firm : FIRMS) {
            TestService.Answer answer =
                    admin.post(
                            "/api/v1/declarations",
                            "{\"table\":\"parties\",\"rows\":[{\"party\":\"%s\",\"name\":\"%s\",\"kind\":\"enterprise\",\"country\":\"CN\"}]}"
                                    .formatted(firm, "示例 " + firm),
                            "plan-party-" + firm);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        }
        service.person("planner", "authority", Role.PLAN_OFFICER);
        service.person("planner-two", "authority", Role.PLAN_OFFICER);
        service.person("plan-auditor", "authority", Role.AUDITOR);
        service.person("plan-supervisor", "authority", Role.SUPERVISOR);
        service.person("firm-one", FIRMS.get(0), Role.ENTERPRISE_REPORTER);
        service.person("firm-two", FIRMS.get(1), Role.ENTERPRISE_REPORTER);
        service.person("firm-seven", FIRMS.get(6), Role.ENTERPRISE_REPORTER);
        service.awaitAnalysis();
    }

    private static Browser signedIn(String name) throws Exception {
        return Browser.signedIn(service, name);
    }

    /// @return address of the draft
    private static String handedIn(Browser planner, String title, byte[] workbook)
            throws Exception {
        HttpResponse<String> page =
                planner.upload(
                        "/planning/drafts",
                        "/planning/drafts",
                        "workbook",
                        workbook,
                        "title",
                        title);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.uri().getPath()).matches("/planning/drafts/[0-9]+");
        return page.uri().getPath();
    }

    private static String key(HttpResponse<String> page) {
        Matcher field = Pattern.compile("name=\"key\" value=\"([^\"]*)\"").matcher(page.body());
        assertThat(field.find()).as(page.body()).isTrue();
        return field.group(1);
    }

    @Test
    void aWorkbookBecomesADraftThatSaysWhy() throws Exception {
        try (Browser planner = signedIn("planner")) {
            String draft = handedIn(planner, "Draft to read", template);
            HttpResponse<String> page = planner.get(draft);
            assertThat(page.body())
                    .contains("Draft to read", "planner · authority")
                    .contains("58,000 t placed of 60,000 t, 2,000 t held back")
                    .contains("Dawn Mine One (example)", "λ")
                    .as("each failed condition with its clause")
                    .contains("No plan for separation capacity below 2,000 t REO a year")
                    .contains("Feed of DAWN");
            HttpResponse<String> why =
                    planner.get(draft + "/why?stage=rock_mining&party=" + FIRMS.get(0));
            assertThat(why.body())
                    .contains("Why this plan: Mining of rock-type ore", "计划依据：岩矿型稀土开采")
                    .contains("Declared and computed by the ledger, 2025")
                    .contains("Findings confirmed in cases");
            assertThat(planner.get(draft + "/why?stage=rock_mining&party=nobody").statusCode())
                    .isEqualTo(404);
            assertThat(planner.get(draft + "/why?stage=nothing&party=x").statusCode())
                    .isEqualTo(404);
            assertThat(planner.get(draft + "/ranking").body())
                    .contains("Ranking", "Dawn Separation (example)");
            assertThat(planner.get("/planning/drafts").body()).contains("Draft to read");
            assertThat(planner.get("/planning/template").headers().firstValue("content-type"))
                    .hasValueSatisfying(t -> assertThat(t).contains("spreadsheetml"));
        }
    }

    @Test
    void aBadWorkbookIsKeptAndEachOfItsCellsIsTold() throws Exception {
        try (Browser planner = signedIn("planner")) {
            Map<String, String> wrong = new TreeMap<>(Map.of("60000", "-5", "0.4", "0.9"));
            String draft = handedIn(planner, "Draft to mend", Workbooks.changed(template, wrong));
            HttpResponse<String> page = planner.get(draft);
            assertThat(page.body())
                    .contains("cells are wrong: nothing was planned")
                    .contains("policy", "total_t", "-5", "beta", "0.9");
            assertThat(planner.get("/planning/drafts").body())
                    .contains("Draft to mend", "errors to mend");
            assertThat(planner.get(draft + "/workbook").statusCode()).isEqualTo(200);
            assertThat(planner.get(draft + "/what-if").statusCode()).isEqualTo(422);
            assertThat(planner.get(draft + "/publication").statusCode()).isEqualTo(422);
            HttpResponse<String> noWorkbook =
                    planner.upload(
                            "/planning/drafts",
                            "/planning/drafts",
                            "workbook",
                            "nothing".getBytes(StandardCharsets.UTF_8),
                            "title",
                            "kept title");
            assertThat(noWorkbook.statusCode()).isEqualTo(422);
            assertThat(noWorkbook.body())
                    .contains("kept title", "file.zip")
                    .doesNotContain("ytterby-workbook");
        }
    }

    @Test
    void whatIsTriedMovesPlansAndBindsNobodyUnlessItIsKept() throws Exception {
        try (Browser planner = signedIn("planner")) {
            String draft = handedIn(planner, "Draft to try", template);
            String tried = draft + "/what-if?stage=rock_mining&total=57000&w.mining_recovery=0.5";
            HttpResponse<String> page = planner.get(tried);
            assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
            assertThat(page.body()).contains("58,000 → 55,000 t", "it binds nobody");
            assertThat(planner.get(draft).body()).contains("58,000 t placed of 60,000 t");
            HttpResponse<String> wrong =
                    planner.get(
                            draft
                                    + "/what-if?stage=rock_mining&beta=7&total=many&punished=x&kind=reduction");
            assertThat(wrong.statusCode()).isEqualTo(422);
            assertThat(wrong.body())
                    .contains(
                            "from 0 to 0.5",
                            "Give whole tonnes",
                            "Choose one that applied",
                            "many");
            HttpResponse<String> gap =
                    planner.get(draft + "/what-if?stage=rock_mining&total=900000");
            assertThat(gap.body()).contains("The inputs contradict each other", "too many");
            HttpResponse<String> unnamed =
                    planner.post(
                            tried,
                            draft + "/what-if/draft",
                            "stage=rock_mining&total=57000&title=+");
            assertThat(unnamed.statusCode()).isEqualTo(422);
            assertThat(unnamed.body()).contains("Give the draft a name", "value=\"57000\"");
            HttpResponse<String> kept =
                    planner.post(
                            tried,
                            draft + "/what-if/draft",
                            "stage=rock_mining&total=57000&title=Kept+trial");
            assertThat(kept.uri().getPath()).isNotEqualTo(draft).startsWith("/planning/drafts/");
            assertThat(kept.body())
                    .contains("Kept trial", "total = 57000", "55,000 t placed of 57,000 t");
        }
    }

    @Test
    void anExclusionAndAFigureCanBeTried() throws Exception {
        try (Browser planner = signedIn("planner")) {
            String draft = handedIn(planner, "Draft of conduct", template);
            HttpResponse<String> page =
                    planner.get(
                            draft
                                    + "/what-if?stage=separation&total=46000&down=1&up=2&punished="
                                    + FIRMS.get(4)
                                    + "&kind=exclusion&party="
                                    + FIRMS.get(3)
                                    + "&indicator=traceability&value=0");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("No plan: see the conditions above.");
        }
    }

    @Test
    void aDraftIsPublishedByTwoAndEachRecipientSeesItsOwnAmountAlone() throws Exception {
        try (Browser planner = signedIn("planner");
                Browser second = signedIn("planner-two");
                Browser one = signedIn("firm-one");
                Browser two = signedIn("firm-two");
                Browser seven = signedIn("firm-seven")) {
            String draft = handedIn(planner, "Draft to publish", template);
            String at = draft + "/publication";
            HttpResponse<String> shown = planner.get(at);
            assertThat(shown.body()).contains("t REO in 6 plans", "PLAN-2026-rock_mining-");
            HttpResponse<String> wrong = planner.post(at, at, "total=1");
            assertThat(wrong.statusCode()).isEqualTo(422);
            assertThat(wrong.body()).contains("the total to be published is 1 t");
            String sum = sum(shown);
            HttpResponse<String> proposed = planner.post(at, at, "total=" + sum);
            assertThat(proposed.body()).contains("All plans are proposed");
            assertThat(one.get("/planning/own").body())
                    .as("before a second person")
                    .contains("Nothing was published");
            HttpResponse<String> alone =
                    planner.post("/planning/drafts", at + "/approval", "key=a");
            assertThat(alone.statusCode()).isEqualTo(422);
            assertThat(alone.body()).contains("the second person must be another one");
            HttpResponse<String> approved =
                    second.post(at, at + "/approval", "key=" + key(second.get(at)));
            assertThat(approved.body()).contains("All plans are approved", "approved");
            ownAlone(planner, draft, List.of(one, two, seven));
            alteredPlanStandsBesideThePublished(one);
            refusedAgain(planner);
        }
    }

    private static String sum(HttpResponse<String> page) {
        Matcher sum = Pattern.compile("([0-9,]+) t REO in").matcher(page.body());
        assertThat(sum.find()).as(page.body()).isTrue();
        return sum.group(1).replace(",", "");
    }

    private static void ownAlone(Browser planner, String draft, List<Browser> firms)
            throws Exception {
        Browser one = firms.get(0);
        Browser two = firms.get(1);
        Browser seven = firms.get(2);
        Matcher link =
                Pattern.compile("href=\"(/planning/own/[^\"]+)\"")
                        .matcher(one.get("/planning/own").body());
        assertThat(link.find()).isTrue();
        String own = link.group(1);
        assertThat(one.get(own).body())
                .contains(FIRMS.get(0), "Why this plan")
                .doesNotContain(FIRMS.get(1));
        assertThat(WhyPaperIT.text(one, own + "/why.pdf?in=en"))
                .contains("Published and granted", "PLAN-2026-rock_mining-" + FIRMS.get(0))
                .contains("Ledger position ", "leaf ")
                .doesNotContain(FIRMS.get(1));
        assertThat(WhyPaperIT.text(one, own + "/why.pdf?in=zh")).contains("已公布并下达", "台账位置 ");
        assertThat(two.get(draft + "/why.pdf?stage=rock_mining&party=" + FIRMS.get(0)).statusCode())
                .as("another firm's")
                .isEqualTo(403);
        assertThat(seven.file(own + "/why.pdf").statusCode())
                .as("a stage that is another firm's")
                .isEqualTo(404);
        assertThat(
                        WhyPaperIT.text(
                                planner,
                                draft + "/why.pdf?stage=separation&in=en&party=" + FIRMS.get(6)))
                .as("what was published")
                .contains("Published: no plan");
        assertThat(two.get("/planning/own").body()).doesNotContain(FIRMS.get(0));
        assertThat(seven.get("/planning/own").body()).contains("Smelting and separation");
        assertThat(one.get("/planning/drafts").statusCode()).isEqualTo(403);
        for (String firm : FIRMS.subList(0, 2)) {
            assertThat(asReader(firm, "SELECT party FROM planning.recipient"))
                    .as("row security alone")
                    .isNotEmpty()
                    .containsOnly(firm);
        }
        assertThat(asReader("somebody-else", "SELECT party FROM planning.recipient")).isEmpty();
        assertThat(asReader("somebody-else", "SELECT draft::text FROM planning.publication"))
                .isEmpty();
    }

    /// 5 t more for the first firm, by two officers.
    private static void alteredPlanStandsBesideThePublished(Browser one) throws Exception {
        assertThat(one.get("/planning/own").body()).contains("As it stands").doesNotContain("▲ ");
        TestService.Person first = service.person("own-one", "authority", Role.PLAN_OFFICER);
        TestService.Person second = service.person("own-two", "authority", Role.PLAN_OFFICER);
        take(
                first,
                "proposals/amendments",
                "{\"proposal\":\"own-more\",\"account\":\"plan:%s\",\"amount\":5000,\"clause\":\"c\",\"reason\":\"r\"}"
                        .formatted("PLAN-2026-rock_mining-" + FIRMS.get(0)));
        take(second, "proposals/approvals", "{\"proposals\":[\"own-more\"]}");
        assertThat(one.get("/planning/own").body()).contains("▲ ");
    }

    /// A second draft of the same year finds the plans of the first.
    private static void refusedAgain(Browser planner) throws Exception {
        String at = handedIn(planner, "Draft once more", template) + "/publication";
        HttpResponse<String> again = planner.post(at, at, "total=" + sum(planner.get(at)));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("of this kind and year already");
    }

    private static List<String> asReader(String organisation, String query) throws Exception {
        try (Connection connection = service.service().bean(DataSource.class).getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute(
                        "SET LOCAL ROLE ytterby_reader; SET LOCAL ytterby.organisation = '"
                                + organisation
                                + "'");
                List<String> found = new ArrayList<>();
                try (ResultSet rows = statement.executeQuery(query)) {
                    while (rows.next()) {
                        found.add(rows.getString(1));
                    }
                }
                return found;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    @Test
    void aSetFromWhichSomethingWasWithdrawnIsNotApproved() throws Exception {
        try (Browser planner = signedIn("planner");
                Browser second = signedIn("planner-two")) {
            String draft = handedIn(planner, "Draft of 2030", Workbooks.of(template, 2030));
            String at = draft + "/publication";
            HttpResponse<String> proposed = planner.post(at, at, "total=" + sum(planner.get(at)));
            assertThat(proposed.body()).contains("All plans are proposed");
            Matcher link =
                    Pattern.compile("href=\"(/approvals/plan-[^\"]+)\"").matcher(proposed.body());
            assertThat(link.find()).isTrue();
            planner.post(link.group(1), link.group(1) + "/withdrawal", "key=w" + at.hashCode());
            HttpResponse<String> refused =
                    second.post(at, at + "/approval", "key=" + key(second.get(at)));
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("something was withdrawn or rejected");
        }
    }

    @Test
    void whoGetsAPlanMustBeRegistered() throws Exception {
        try (Browser planner = signedIn("planner")) {
            String unknown = "unknown-firm";
            byte[] workbook =
                    Workbooks.renamed(Workbooks.of(template, 2031), FIRMS.get(0), unknown);
            String draft = handedIn(planner, "Draft of 2031", workbook);
            String at = draft + "/publication";
            HttpResponse<String> page = planner.get(at);
            HttpResponse<String> refused = planner.post(draft, at, "total=" + sum(page));
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains(unknown + " is not registered in the ledger");
        }
    }

    @Test
    void theBoardTellsUseProjectionAndWhoIsOver() throws Exception {
        try (Browser planner = signedIn("planner");
                Browser one = signedIn("firm-one")) {
            HttpResponse<String> closed = planner.get("/planning?year=2019");
            assertThat(closed.body())
                    .contains("Oak Rare Earth Group (fictional)", "The year is over", "Groups");
            HttpResponse<String> half = planner.get("/planning?asof=2019-06");
            assertThat(half.body()).contains("6 of 12 months reported", "Projection:");
            assertThat(planner.get("/planning?asof=june").statusCode()).isEqualTo(400);
            assertThat(planner.get("/planning?year=x").statusCode()).isEqualTo(400);
            assertThat(one.get("/planning?year=2019").body())
                    .contains("No plan was granted")
                    .doesNotContain("Oak Rare Earth Group");
        }
    }

    private static void take(TestService.Person person, String path, String json) throws Exception {
        TestService.Answer answer = person.post("/api/v1/" + path, json, "plan-" + json.hashCode());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void whatEnterprisesAnswerForStandsWithClauseAndRange() throws Exception {
        Finding finding =
                service.service().analysis().newest().reconciliation().findings().stream()
                        .filter(f -> !f.subject().party().isEmpty())
                        .findFirst()
                        .orElseThrow();
        TestService.Person supervisor = service.person("plan-case", "authority", Role.SUPERVISOR);
        take(
                supervisor,
                "cases",
                "{\"name\":\"PLAN-CASE\",\"finding\":\"%s\",\"assigned\":\"plan-case\"}"
                        .formatted(finding.id()));
        take(
                supervisor,
                "cases/PLAN-CASE/decision",
                "{\"confirmed\":true,\"reason\":\"seen\",\"clause\":\"decree-785-25-failure\"}");
        take(
                supervisor,
                "cases/PLAN-CASE/penalty",
                "{\"proposal\":\"plan-penalty\",\"clause\":\"decree-785-25-failure\",\"fine_yuan\":60000,\"reason\":\"late\"}");
        take(
                service.person("plan-case-two", "authority", Role.SUPERVISOR),
                "proposals/approvals",
                "{\"proposals\":[\"plan-penalty\"]}");
        try (Browser planner = signedIn("planner")) {
            assertThat(planner.get("/planning/responsibility").body())
                    .contains("PLAN-CASE", "Penalty imposed", "Finding confirmed", "CNY 60,000")
                    .contains("CNY 50,000 to CNY 200,000", "(State Council Decree 785)");
        }
    }

    @Test
    void othersReadAndChangeNothing() throws Exception {
        try (Browser planner = signedIn("planner");
                Browser auditor = signedIn("plan-auditor");
                Browser supervisor = signedIn("plan-supervisor")) {
            String draft = handedIn(planner, "Draft to look at", template);
            for (Browser reader : List.of(auditor, supervisor)) {
                assertThat(reader.get(draft).statusCode()).isEqualTo(200);
                assertThat(reader.get("/planning/drafts").body())
                        .doesNotContain("Hand in a workbook");
                assertThat(reader.get(draft + "/publication").body())
                        .doesNotContain("Propose these plans");
                assertThat(
                                reader.post("/planning/drafts", draft + "/publication", "total=1")
                                        .statusCode())
                        .isEqualTo(403);
                assertThat(reader.get("/planning/responsibility").statusCode()).isEqualTo(200);
            }
            assertThat(planner.get("/planning/drafts/999999999").statusCode()).isEqualTo(404);
            assertThat(planner.get("/planning/drafts/x").statusCode()).isEqualTo(404);
        }
    }
}
