package org.ytterby.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ytterby.core.supervision.Explainer;
import org.ytterby.core.supervision.Finding;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Role;

/// Pages as a browser asks for them, with cookies and forms.
@ExtendWith(ExampleService.class)
class PagesIT {
    private static final List<String> SUPERVISION =
            List.of(
                    "/supervision",
                    "/supervision/findings",
                    "/supervision/findings?severity=low",
                    "/supervision/findings?rule=no-such-rule",
                    "/supervision/findings/export-untraceable",
                    "/supervision/facilities",
                    "/supervision/facilities/SEP-09",
                    "/supervision/facilities/SEP-09?element=Nd",
                    "/supervision/facilities/PRT-01",
                    "/environment",
                    "/environment?month=2019-06",
                    "/environment/plants/SEP-09",
                    "/environment/plants/MIN-01?month=1999-01",
                    "/planning/capacity",
                    "/planning/exit",
                    "/planning/admission",
                    "/planning/admission?kind=metal&go=1",
                    "/planning/resources",
                    "/lots/SEP-09-y-oxide-1905-1",
                    "/search?q=SEP",
                    "/search?q=no+such+thing",
                    "/supervision/origins",
                    "/supervision/origins?element=Sc",
                    "/supervision/what-if?percent=20",
                    "/cases",
                    "/cases?state=overdue&mine=yes",
                    "/approvals",
                    "/approvals?state=any",
                    "/notices",
                    "/notices/settings",
                    "/help",
                    "/plants",
                    "/plants?year=2019",
                    "/design");
    private static TestService service;

    @BeforeAll
    static void people(TestService loaded) throws Exception {
        service = loaded;
        service.person("page-supervisor", "authority", Role.SUPERVISOR);
        service.person("page-auditor", "authority", Role.AUDITOR);
        service.person("page-customs", "authority", Role.CUSTOMS);
        service.person("page-mine", ExampleService.SOME_PARTY, Role.ENTERPRISE_REPORTER);
    }

    private static String encoded(String text) {
        return Browser.encoded(text);
    }

    private static Browser signedIn(String name) throws Exception {
        return Browser.signedIn(service, name);
    }

    /// A page that a newcomer could be shown: whole, in one language, without a text that is
    /// missing, and with nothing that the content policy would stop.
    static void assertSound(HttpResponse<String> page, String tag) {
        assertThat(page.statusCode()).as(page.uri().toString()).isEqualTo(200);
        assertThat(page.body())
                .as(page.uri().toString())
                .startsWith("<!doctype html>")
                .contains("<html lang=\"" + tag + "\"")
                .endsWith("</html>\n")
                .doesNotContain("??")
                .doesNotContain(" style=")
                .doesNotContain("onclick=")
                .doesNotContain("NaN")
                .doesNotContain("<script>");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).contains("script-src 'self'").doesNotContain("unsafe"));
        assertThat(page.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(c -> assertThat(c).contains("no-store"));
    }

    @Test
    void everyPageOfSupervisionIsWholeInBothLanguages() throws Exception {
        try (Browser browser = signedIn("page-supervisor")) {
            for (String path : SUPERVISION) {
                String sign = path.contains("?") ? "&" : "?";
                assertSound(browser.get(path + sign + "lang=en"), "en");
                HttpResponse<String> chinese = browser.get(path + sign + "lang=zh");
                assertSound(chinese, "zh-CN");
                assertThat(chinese.uri().getQuery()).isEqualTo(URI.create(path).getQuery());
            }
        }
    }

    @Test
    void everyFindingHasAPageThatExplainsIt() throws Exception {
        try (Browser browser = signedIn("page-supervisor")) {
            List<Finding> findings =
                    service.service().analysis().newest().reconciliation().findings();
            for (int rank = 1; rank <= findings.size(); rank += 7) {
                HttpResponse<String> page =
                        browser.get("/supervision/findings/" + rank + "?lang=en");
                assertSound(page, "en");
                assertThat(page.body()).contains("The arithmetic", "Rule out first");
            }
            String name = Explainer.nameOf(findings.getFirst());
            assertThat(browser.get("/supervision/findings/" + encoded(name)).statusCode())
                    .isEqualTo(200);
            String id = findings.getFirst().id();
            assertThat(browser.get("/supervision/findings/" + id).body())
                    .as("the id by which the API and cases name it")
                    .contains("The arithmetic");
        }
    }

    @Test
    void pagesOfTheEnterpriseAndTheAuditorAreWhole() throws Exception {
        try (Browser mine = signedIn("page-mine");
                Browser auditor = signedIn("page-auditor")) {
            for (String lang : List.of("en", "zh")) {
                String tag = lang.equals("en") ? "en" : "zh-CN";
                assertSound(mine.get("/ledger?lang=" + lang), tag);
                assertSound(auditor.get("/audit?lang=" + lang), tag);
                assertSound(auditor.get("/audit?from=0&lang=" + lang), tag);
            }
            HttpResponse<String> audited = auditor.post("/audit", "/audit/run", "");
            assertSound(audited, "zh-CN");
            assertThat(audited.body()).contains("各表与条目一致");
        }
    }

    private static String row(String mass, String key) {
        return "month=2019-12&facility=MIN-01&key="
                + key
                + "&record.0=&type.0=&record.1=page-row-1&type.1=stocktake&time.1=2019-12-31"
                + "&direction.1=count&mass_kg.1="
                + mass;
    }

    @Test
    void aMonthIsEnteredByHand() throws Exception {
        String month = "/ledger/month?month=2019-12&facility=MIN-01";
        try (Browser mine = signedIn("page-mine")) {
            assertSound(mine.get(month + "&lang=zh"), "zh-CN");
            assertSound(mine.get(month + "&lang=en"), "en");
            assertThat(mine.get("/ledger/month?month=May").statusCode()).isEqualTo(400);
            assertThat(mine.get("/ledger/month?facility=SEP-09").statusCode()).isEqualTo(404);
            HttpResponse<String> wrong =
                    mine.post(month, "/ledger/month/rows", row("much", "pm-1"));
            assertThat(wrong.statusCode()).isEqualTo(422);
            assertThat(wrong.body())
                    .contains("role=\"alert\"", "href=\"#mass_kg.1\"", "value=\"much\"")
                    .contains("value=\"page-row-1\"")
                    .doesNotContain("??");
            HttpResponse<String> asked = mine.post(month, "/ledger/month/rows", row("0", "pm-1"));
            assertSound(asked, "en");
            assertThat(asked.body()).contains("This will enter the ledger", "page-row-1");
            HttpResponse<String> back =
                    mine.post(month, "/ledger/month/rows", row("0", "pm-1") + "&back=1");
            assertSound(back, "en");
            HttpResponse<String> entered =
                    mine.post(month, "/ledger/month/entries", row("0", "pm-1"));
            assertSound(entered, "en");
            Matcher receipt = Pattern.compile("/ledger/receipts/\\d+").matcher(entered.body());
            assertThat(receipt.find()).isTrue();
            assertThat(mine.post(month, "/ledger/month/entries", row("0", "pm-1")).body())
                    .as("a second press")
                    .contains(receipt.group() + "\"");
            assertThat(mine.post(month, "/ledger/month/entries", row("much", "pm-2")).statusCode())
                    .isEqualTo(422);
        }
    }

    @Test
    void anEnterpriseFindsOnlyItsOwn() throws Exception {
        try (Browser mine = signedIn("page-mine")) {
            assertThat(mine.get("/supervision/facilities?lang=en").body())
                    .contains("MIN-01")
                    .doesNotContain("SEP-09", "MIN-02");
            assertThat(mine.get("/supervision/facilities/SEP-09").statusCode()).isEqualTo(404);
            assertThat(mine.get("/lots/SEP-09-y-oxide-1905-1").statusCode()).isEqualTo(404);
            assertThat(mine.get("/supervision/findings/1").statusCode()).isEqualTo(404);
            HttpResponse<String> refused = mine.get("/audit");
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("<html lang=\"en\"", "may not see this");
        }
    }

    @Test
    void signingInLeadsWhereOneWasGoing() throws Exception {
        try (Browser browser = new Browser(service)) {
            HttpResponse<String> asked = browser.get("/supervision/facilities?x=1");
            assertThat(asked.uri().getPath()).isEqualTo("/sign-in");
            assertThat(asked.body()).contains("value=\"/supervision/facilities?x=1\"");
            assertThat(
                            browser.signIn(
                                            "page-supervisor",
                                            TestService.PASSWORD,
                                            "/supervision/facilities?x=1")
                                    .uri()
                                    .getPath())
                    .isEqualTo("/supervision/facilities");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example/", "/\\evil.example", "x", ""})
    void signingInNeverLeadsElsewhere(String next) throws Exception {
        try (Browser browser = new Browser(service)) {
            assertThat(browser.signIn("page-supervisor", TestService.PASSWORD, next).uri())
                    .isEqualTo(service.uri("/supervision"));
        }
    }

    @Test
    void aWrongPasswordIsToldAndNothingIsLost() throws Exception {
        try (Browser browser = new Browser(service)) {
            HttpResponse<String> again = browser.signIn("nobody-such", "wrong", "/audit");
            assertThat(again.statusCode()).isEqualTo(401);
            assertThat(again.body())
                    .contains("role=\"alert\"", "value=\"nobody-such\"", "value=\"/audit\"")
                    .doesNotContain("wrong\"");
        }
    }

    @Test
    void guessingIsSlowedDown() throws Exception {
        try (Browser browser = new Browser(service)) {
            for (int i = 0; i < 5; i++) {
                assertThat(browser.signIn("page-customs", "guess" + i, "/").statusCode())
                        .isEqualTo(401);
            }
            assertThat(browser.signIn("page-customs", TestService.PASSWORD, "/").statusCode())
                    .isEqualTo(429);
        }
    }

    @Test
    void signingOutEndsTheSession() throws Exception {
        try (Browser browser = signedIn("page-supervisor")) {
            assertThat(browser.post("/supervision", "/sign-out", "").uri().getPath())
                    .isEqualTo("/sign-in");
            assertThat(browser.get("/supervision").uri().getPath()).isEqualTo("/sign-in");
        }
    }

    @Test
    void aFormOfAnotherSiteIsRefused() throws Exception {
        try (Browser browser = signedIn("page-auditor")) {
            HttpResponse<String> forged =
                    browser.send(
                            HttpRequest.newBuilder(service.uri("/audit/run"))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .header("Accept", "text/html")
                                    .POST(HttpRequest.BodyPublishers.ofString("_csrf=guess")));
            assertThat(forged.statusCode()).isEqualTo(403);
            assertThat(forged.body()).contains("<html", "This form is no longer good");
        }
    }

    @Test
    void aPageOpenedBesideAnotherSpoilsNoForm() throws Exception {
        try (Browser browser = signedIn("page-auditor")) {
            String token = browser.token("/audit");
            browser.get("/supervision");
            browser.get("/supervision/findings/csv");
            HttpResponse<String> sent =
                    browser.send(
                            HttpRequest.newBuilder(service.uri("/audit/run"))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(
                                            HttpRequest.BodyPublishers.ofString(
                                                    "_csrf=" + encoded(token))));
            assertThat(sent.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aFormOfBeforeTheSignInIsRefusedAfterIt() throws Exception {
        try (Browser browser = new Browser(service)) {
            String token = browser.token("/sign-in");
            browser.signIn("page-auditor", TestService.PASSWORD, "/");
            HttpResponse<String> sent =
                    browser.send(
                            HttpRequest.newBuilder(service.uri("/audit/run"))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .header("Accept", "text/html")
                                    .POST(
                                            HttpRequest.BodyPublishers.ofString(
                                                    "_csrf=" + encoded(token))));
            assertThat(sent.statusCode()).isEqualTo(403);
        }
    }

    @Test
    void anAddressThatNothingAnswersIsAPageForPeopleAndAProblemForMachines() throws Exception {
        try (Browser browser = signedIn("page-supervisor")) {
            HttpResponse<String> page = browser.get("/no-such-page");
            assertThat(page.statusCode()).isEqualTo(404);
            assertThat(page.body()).contains("<html lang=\"en\"", "Not found");
            HttpResponse<String> problem = browser.get("/api/v1/no-such-thing");
            assertThat(problem.statusCode()).isEqualTo(404);
            assertThat(problem.headers().firstValue("Content-Type"))
                    .hasValue("application/problem+json");
            assertThat(browser.get("/sign-out").statusCode()).isEqualTo(405);
            assertThat(browser.get("/assets/ReportPage.class").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void whatASupervisorReadOnPagesIsLogged() throws Exception {
        try (Browser browser = signedIn("page-supervisor")) {
            browser.get("/supervision/facilities/SEP-09?element=Nd");
            browser.get("/supervision/facilities/NO-SUCH");
        }
        String reads =
                service.person("page-auditor", "authority", Role.AUDITOR)
                        .get("/api/v1/reads?person=page-supervisor&limit=1000")
                        .body();
        assertThat(reads)
                .contains("/supervision/facilities/SEP-09?element=Nd")
                .doesNotContain("NO-SUCH");
    }

    @Test
    void aTemporaryPasswordIsReplacedAtTheFirstSignIn() throws Exception {
        String drawn =
                service.service()
                        .people()
                        .add(new Caller("page-newcomer", "authority", Set.of(Role.SUPERVISOR)))
                        .orElseThrow();
        try (Browser browser = new Browser(service)) {
            HttpResponse<String> again = browser.signIn("page-newcomer", drawn, "/");
            assertThat(again.statusCode()).isEqualTo(422);
            assertThat(again.body()).contains("name=\"newPassword\"", "temporary");
            String fields = "name=page-newcomer&code=&next=/&password=" + encoded(drawn);
            HttpResponse<String> unfit =
                    browser.post("/sign-in", "/sign-in", fields + "&newPassword=short");
            assertThat(unfit.statusCode()).isEqualTo(422);
            HttpResponse<String> landed =
                    browser.post("/sign-in", "/sign-in", fields + "&newPassword=long+enough+now");
            assertThat(landed.uri().getPath()).isEqualTo("/supervision");
        }
    }

    @Test
    void aListIsAFileToo() throws Exception {
        try (Browser browser = signedIn("page-supervisor")) {
            HttpResponse<String> csv = browser.get("/supervision/findings/csv?severity=high");
            assertThat(csv.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
            assertThat(csv.body()).startsWith("\ufeffrank,finding,severity").contains(",high,");
            assertThat(csv.body()).doesNotContain(",low,", "NaN");
            assertThat(browser.get("/cases/csv").body()).startsWith("\ufeffcase,state");
            for (String path : List.of("/supervision/findings/xlsx?severity=high", "/cases/xlsx")) {
                HttpResponse<String> workbook = browser.get(path);
                assertThat(workbook.headers().firstValue("Content-Disposition").orElse(""))
                        .endsWith(".xlsx\"");
                assertThat(workbook.body()).startsWith("PK");
            }
        }
    }

    @Test
    void filtersAreKeptUnderANameAndDropped() throws Exception {
        try (Browser browser = signedIn("page-supervisor")) {
            String page = "/supervision/findings";
            HttpResponse<String> kept =
                    browser.post(
                            page,
                            "/views",
                            "page=" + page + "&name=Minor&query=" + encoded("severity=low"));
            assertThat(kept.uri().getQuery()).isEqualTo("severity=low");
            assertThat(kept.body())
                    .contains("href=\"/supervision/findings?severity=low\"", "Minor");
            try (Browser other = signedIn("page-auditor")) {
                assertThat(other.get(page).body()).doesNotContain("Minor");
                assertThat(
                                other.post(page, "/views", "page=//evil.example&query=&name=x")
                                        .statusCode())
                        .isEqualTo(400);
            }
            HttpResponse<String> dropped =
                    browser.post(page, "/views/removal", "page=" + page + "&name=Minor");
            assertThat(dropped.body()).doesNotContain("Minor");
        }
    }

    @Test
    void theApiTakesNoCookie() throws Exception {
        try (Browser browser = signedIn("page-supervisor")) {
            assertThat(browser.get("/api/v1/findings").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void aPackageIsHandedInAndItsRowsAnswered() throws Exception {
        try (Browser mine = signedIn("page-mine")) {
            HttpResponse<String> wrong =
                    mine.upload(
                            TestService.zip(
                                    "flows.csv",
                                    """
                                    record,time,type,facility,direction,lot,product,mass_kg
                                    R-1,2019-13-01,extraction,MIN-01,out,L-1,ore,ten
                                    """));
            assertThat(wrong.statusCode()).isEqualTo(422);
            assertThat(wrong.body()).contains("2019-13-01", "ten", "Nothing was recorded");
            HttpResponse<String> none =
                    mine.upload("no zip at all".getBytes(StandardCharsets.UTF_8));
            assertThat(none.statusCode()).isEqualTo(422);
            HttpResponse<String> receipt = mine.get("/ledger/receipts/0");
            assertThat(receipt.statusCode()).as("the first entry is another's").isEqualTo(404);
        }
    }

    @Test
    void styleSheetsMayBeKeptForEver() throws Exception {
        try (Browser browser = new Browser(service)) {
            Matcher sheet =
                    Pattern.compile("href=\"(/assets/[^\"]+\\.css)\"")
                            .matcher(browser.get("/sign-in").body());
            assertThat(sheet.find()).isTrue();
            HttpResponse<String> css = browser.get(sheet.group(1));
            assertThat(css.statusCode()).isEqualTo(200);
            assertThat(css.headers().firstValue("Cache-Control"))
                    .hasValue("max-age=31536000, public, immutable");
        }
    }
}
