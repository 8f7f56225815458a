package org.ytterby.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ytterby.server.identity.Role;

/// Help where it is needed: the tour, and words that are explained on the page.
@ExtendWith(ExampleService.class)
class HelpPagesIT {
    private static final Pattern PLACE =
            Pattern.compile("Tour, (\\d+) of (\\d+)\\.|导览第 (\\d+) 步，共 (\\d+) 步");

    private static TestService service;

    @BeforeAll
    static void people(TestService loaded) throws Exception {
        service = loaded;
        for (Role role : Role.values()) {
            boolean isOfFirm = role == Role.ENTERPRISE_REPORTER || role == Role.GROUP_OFFICER;
            service.person(
                    "help-" + role.code(),
                    isOfFirm ? ExampleService.SOME_PARTY : "authority",
                    role);
        }
    }

    private static HttpResponse<String> move(Browser browser, String move, String from)
            throws Exception {
        HttpResponse<String> page =
                browser.post("/help", "/tour", "move=" + move + "&from=" + from);
        assertThat(page.statusCode()).as("%s of %s: %s", move, from, page.uri()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("??");
        return page;
    }

    private static String step(HttpResponse<String> page) {
        Matcher step = Pattern.compile("name=\"from\" value=\"([^\"]*)\"").matcher(page.body());
        return step.find() ? step.group(1) : "none";
    }

    @ParameterizedTest
    @CsvSource({
        "enterprise_reporter, books month findings facilities cases notices help",
        "supervisor, overview findings finding facilities visits plans cases tasks samples tip_offs approvals notices help",
        "auditor, overview findings finding facilities plans cases approvals audit notices help",
        "administrator, overview findings finding facilities cases approvals people notices help",
        "customs, overview findings finding tasks notices help",
        "laboratory, tasks samples notices help"
    })
    void theTourLeadsThroughThePagesOfARole(String role, String steps) throws Exception {
        try (Browser browser = Browser.signedIn(service, "help-" + role)) {
            assertThat(browser.get("/help?lang=en").body()).contains("Start the tour");
            List<String> walked = new ArrayList<>();
            HttpResponse<String> page = move(browser, "start", "");
            while (!step(page).equals("none")) {
                walked.add(step(page));
                Matcher place = PLACE.matcher(page.body());
                assertThat(place.find()).isTrue();
                assertThat(place.group(1)).isEqualTo(Integer.toString(walked.size()));
                assertThat(page.body()).as("on its page").doesNotContain("Open that page");
                page = move(browser, "next", step(page));
            }
            assertThat(walked).containsExactly(steps.split(" ", -1));
            assertThat(page.body()).as("over").doesNotContain("aside class=\"tour\"");
        }
    }

    @Test
    void theTourIsOfferedOnceRememberedAndBegunAgain() throws Exception {
        service.person("help-new", "authority", Role.SUPERVISOR);
        try (Browser browser = Browser.signedIn(service, "help-new");
                Browser elsewhere = Browser.signedIn(service, "help-new")) {
            assertThat(browser.get("/cases?lang=en").body()).contains("No, thank you");
            move(browser, "start", "");
            HttpResponse<String> second = move(browser, "next", "overview");
            assertThat(step(second)).isEqualTo("findings");
            assertThat(step(move(browser, "next", "overview")))
                    .as("pressed twice")
                    .isEqualTo("findings");
            HttpResponse<String> other = elsewhere.get("/cases?lang=zh");
            assertThat(step(other)).as("in another browser").isEqualTo("findings");
            assertThat(other.body()).contains("导览第 2 步", "打开该页面");
            assertThat(step(move(browser, "back", "findings"))).isEqualTo("overview");
            assertThat(step(move(browser, "stop", "overview"))).isEqualTo("none");
            assertThat(browser.get("/cases").body()).doesNotContain("aside class=\"tour\"");
            assertThat(step(move(browser, "start", ""))).isEqualTo("overview");
            assertThat(browser.post("/help", "/tour", "move=fly").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void aWordOfAPageIsAButtonThatOpensItsMeaning() throws Exception {
        try (Browser browser = Browser.signedIn(service, "help-supervisor")) {
            for (String path :
                    List.of(
                            "/supervision",
                            "/supervision/findings",
                            "/supervision/facilities/SEP-09",
                            "/cases",
                            "/help")) {
                for (String lang : List.of("en", "zh")) {
                    String sign = path.contains("?") ? "&" : "?";
                    String page = browser.get(path + sign + "lang=" + lang).body();
                    Set<String> opened = all(page, "popovertarget=\"([^\"]+)\"");
                    assertThat(all(page, "popover class=\"meaning\" id=\"([^\"]+)\""))
                            .as(path)
                            .isEqualTo(opened);
                    assertThat(opened.isEmpty()).as(path).isEqualTo(path.equals("/help"));
                }
            }
            assertThat(browser.get("/supervision?lang=en").body())
                    .contains(">finding</button>", "not that anybody is guilty");
        }
    }

    private static Set<String> all(String page, String pattern) {
        Set<String> found = new HashSet<>();
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        while (matcher.find()) {
            assertThat(found.add(matcher.group(1))).as("once: %s", matcher.group(1)).isTrue();
        }
        return found;
    }

    @Test
    void helpIsThereBeforeOneSignsIn() throws Exception {
        try (Browser browser = new Browser(service)) {
            assertThat(browser.get("/help?lang=zh").body())
                    .contains("台账", "任何人无须信赖本系统")
                    .doesNotContain("开始导览");
        }
    }

    @Test
    void formsSayWhatTheyAskForAndByWhichClause() throws Exception {
        try (Browser browser = Browser.signedIn(service, "help-enterprise_reporter")) {
            assertThat(browser.get("/ledger/month?lang=en").body())
                    .contains(
                            "Order 71), art. 10",
                            "as the press reported it",
                            "What to enter: Moisture")
                    .contains("Id of the record; its lines share type, time and facility.");
            assertThat(browser.get("/ledger/month?lang=zh").body())
                    .contains("第71号令）第十条", "填写说明：水分", "记录编号；同一记录各行");
        }
    }
}
