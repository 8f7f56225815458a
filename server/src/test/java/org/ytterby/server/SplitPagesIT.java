package org.ytterby.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ytterby.server.identity.Role;

/// Splits of groups: who sees them, and the calendar that they are due by.
@ExtendWith(ExampleService.class)
class SplitPagesIT {
    private static final String GROUP = "91990000482710020B";

    private static TestService service;

    @BeforeAll
    static void people(TestService loaded) throws Exception {
        service = loaded;
        service.person("split-planner", "authority", Role.PLAN_OFFICER);
        service.person("split-group", GROUP, Role.GROUP_OFFICER);
        service.person("split-auditor", "authority", Role.AUDITOR);
    }

    private static Browser signedIn(String name) throws Exception {
        return Browser.signedIn(service, name);
    }

    @Test
    void splitsAreDueByTheCalendarThatWasEntered() throws Exception {
        try (Browser planner = signedIn("split-planner");
                Browser group = signedIn("split-group");
                Browser auditor = signedIn("split-auditor")) {
            // 20 working days after Friday 1 March 2019, by the notice of that batch
            assertThat(planner.get("/planning/splits").body())
                    .contains("PLAN-2019-001", "2019-03-29", "overdue")
                    .contains("No holidays come with this system")
                    .contains("missing: counted as Monday to Friday");
            HttpResponse<String> shown =
                    planner.post(
                            "/planning/splits",
                            "/planning/splits/days",
                            "day=2019-03-29&kind=off&source=a+fictional+notice");
            assertThat(shown.body()).contains("2019-03-29 → 2019-04-01", "a fictional notice");
            PagesIT.assertSound(shown, "en");
            assertThat(planner.get("/planning/splits").body())
                    .as("nothing is entered before it is confirmed")
                    .doesNotContain("a fictional notice");
            assertThat(
                            planner.post(
                                            "/planning/splits",
                                            "/planning/splits/days",
                                            "day=2019-03-29&kind=off&source=back+again&go=change")
                                    .body())
                    .contains("back again", "Enter the day");
            HttpResponse<String> entered =
                    planner.post(
                            "/planning/splits",
                            "/planning/splits/days",
                            "day=2019-03-29&kind=off&source=a+fictional+notice&go=enter");
            assertThat(entered.body())
                    .contains("2019-04-01", "a fictional notice")
                    .contains("entered: compare with the notice");
            aHolidayOfSeveralDaysIsOneEntry(planner);
            assertThat(
                            planner.post(
                                            "/planning/splits",
                                            "/planning/splits/rules",
                                            "year=2019&batch=2&days=3&rule-source=another+notice")
                                    .body())
                    .contains("→ 2019-11-06", "Deadlines that move");
            HttpResponse<String> rule =
                    planner.post(
                            "/planning/splits",
                            "/planning/splits/rules",
                            "year=2019&batch=2&days=3&rule-source=another+notice&go=enter");
            assertThat(rule.body()).contains("2019-11-06", "another notice");
            refusesWhatIsWrong(planner);
            assertThat(group.get("/planning/splits").body())
                    .contains("PLAN-2019-001")
                    .doesNotContain("PLAN-2019-002");
            assertThat(auditor.get("/planning/splits").body()).doesNotContain("Enter the day");
        }
    }

    private static void aHolidayOfSeveralDaysIsOneEntry(Browser planner) throws Exception {
        String days = "day=2031-02-01&until=2031-02-07&kind=off&source=a+fictional+feast";
        HttpResponse<String> shown =
                planner.post("/planning/splits", "/planning/splits/days", days);
        assertThat(shown.body()).contains("2031-02-01 – 2031-02-07");
        PagesIT.assertSound(shown, "en");
        assertThat(
                        planner.post(
                                        "/planning/splits",
                                        "/planning/splits/days",
                                        days + "&go=enter")
                                .body())
                .contains("2031-02-01", "2031-02-04", "2031-02-07")
                .doesNotContain("2031-02-08");
        for (String until : new String[] {"2031-01-31", "2031-03-04", "soon"}) {
            HttpResponse<String> wrong =
                    planner.post(
                            "/planning/splits",
                            "/planning/splits/days",
                            "day=2031-02-01&source=s&until=" + until);
            assertThat(wrong.statusCode()).as(until).isEqualTo(422);
            assertThat(wrong.body()).contains("href=\"#until\"");
        }
    }

    private static void refusesWhatIsWrong(Browser planner) throws Exception {
        HttpResponse<String> noDay =
                planner.post(
                        "/planning/splits",
                        "/planning/splits/days",
                        "day=2019-13-29&source=kept+notice");
        assertThat(noDay.statusCode()).isEqualTo(422);
        assertThat(noDay.body()).contains("Give a day, as in", "kept notice", "href=\"#day\"");
        HttpResponse<String> noCount =
                planner.post(
                        "/planning/splits",
                        "/planning/splits/rules",
                        "year=19&batch=123456789012345678901&days=0&rule-source=");
        assertThat(noCount.statusCode()).isEqualTo(422);
        assertThat(noCount.body())
                .contains("from 2000 to 2200", "from 1 to 250", "Name the notice", "#batch");
    }
}
