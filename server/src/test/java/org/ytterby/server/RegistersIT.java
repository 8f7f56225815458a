package org.ytterby.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ytterby.server.TestService.Answer;
import org.ytterby.server.TestService.Person;
import org.ytterby.server.identity.Role;
import tools.jackson.databind.JsonNode;

/// The registers of capacity and of the state stockpile: entered, asked, and what follows from
/// them. Rows of this class hold from 2031 on, and asks are of days then or of 2019.
@ExtendWith(ExampleService.class)
class RegistersIT {
    private static TestService service;
    private static Person planner;
    private static Person supervisor;

    @BeforeAll
    static void people(TestService loaded) throws Exception {
        service = loaded;
        planner = service.person("register-planner", "authority", Role.PLAN_OFFICER);
        supervisor = service.person("register-supervisor", "authority", Role.SUPERVISOR);
        service.person("register-auditor", "authority", Role.AUDITOR);
    }

    private static JsonNode item(JsonNode items, String member, String value) {
        for (JsonNode item : items) {
            if (item.path(member).asString().equals(value)) {
                return item;
            }
        }
        throw new AssertionError(items + " has no " + value);
    }

    private static Answer register(String row, String key) throws Exception {
        return planner.post("/api/v1/capacities", "{\"rows\":[%s]}".formatted(row), key);
    }

    @Test
    void aRowOfTheRegisterTakesOverFromItsFirstDay() throws Exception {
        Answer taken =
                register(
                        "{\"facility\":\"SEP-07\",\"kinds\":\"separation separation-ionic\",\"approved_t\":\"1500\",\"from\":\"2031-01-01\",\"clause\":\"R-1\"}",
                        "register-1");
        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
        service.awaitAnalysis();
        JsonNode before = supervisor.get("/api/v1/capacities?on=2030-12-31").json().path("items");
        assertThat(item(before, "facility", "SEP-07").path("clause").asString())
                .isEqualTo("REG-SEP-07");
        JsonNode then = supervisor.get("/api/v1/capacities?on=2031-01-01").json().path("items");
        assertThat(item(then, "facility", "SEP-07").path("approved_t").asDouble()).isEqualTo(1500);
        JsonNode leaving = supervisor.get("/api/v1/exit-list?on=2031-01-01").json().path("items");
        JsonNode why = item(leaving, "facility", "SEP-07").path("conditions");
        JsonNode line = item(why, "condition", "exit-separation");
        assertThat(line.path("judgement").asString()).isEqualTo("broken");
        assertThat(line.path("bound").asDouble()).isEqualTo(2000);
        assertThat(line.path("clause").asString()).contains("2,000 t REO");
        assertThat(
                        supervisor
                                .get("/api/v1/exit-list?on=2030-12-31")
                                .json()
                                .path("items")
                                .findValuesAsString("facility"))
                .contains("MIN-13", "SEP-10")
                .doesNotContain("SEP-07");
    }

    @Test
    void rowsThatNameWhatIsNotThereAreRefusedWithTheirPlace() throws Exception {
        Answer none = register("", "register-2");
        assertThat(none.status()).isEqualTo(422);
        Answer nowhere =
                register(
                        "{\"facility\":\"SEP-77\",\"kinds\":\"palace\",\"approved_t\":\"1\",\"processes\":\"alchemy\",\"from\":\"2031-01-01\"}",
                        "register-3");
        assertThat(nowhere.status()).isEqualTo(422);
        assertThat(nowhere.json().path("problems").findValuesAsString("column"))
                .containsExactlyInAnyOrder("facility", "kinds", "processes");
        Answer less =
                register(
                        "{\"facility\":\"SEP-07\",\"kinds\":\"separation\",\"approved_t\":\"-1\",\"from\":\"2031-01-01\"}",
                        "register-4");
        assertThat(less.json().path("problems").findValuesAsString("column"))
                .containsExactly("approved_t");
        assertThat(planner.post("/api/v1/capacities", "{}", "register-5").status()).isEqualTo(400);
        assertThat(supervisor.get("/api/v1/capacities?on=May").status()).isEqualTo(400);
        assertThat(supervisor.get("/api/v1/exit-list?on=2031-02-30").status()).isEqualTo(400);
    }

    @Test
    void aRegisterIsNotForEnterprisesNorForDeclarations() throws Exception {
        Person mine =
                service.person(
                        "register-mine", ExampleService.SOME_PARTY, Role.ENTERPRISE_REPORTER);
        assertThat(mine.get("/api/v1/capacities").status()).isEqualTo(403);
        Answer declared =
                mine.post(
                        "/api/v1/declarations",
                        "{\"table\":\"capacities\",\"rows\":[{\"facility\":\"MIN-01\",\"kinds\":\"mine-mixed\",\"approved_t\":\"9\",\"from\":\"2031-01-01\"}]}",
                        "register-6");
        assertThat(declared.status()).isEqualTo(422);
        assertThat(declared.json().path("reason").path("code").asString())
                .isEqualTo("table-reserved");
    }

    @Test
    void aMineReportsItsReservesOnAPage() throws Exception {
        service.person("reserve-mine", ExampleService.SOME_PARTY, Role.ENTERPRISE_REPORTER);
        service.person("reserve-nobody", "no-mine-here", Role.ENTERPRISE_REPORTER);
        service.person("reserve-admin", "authority", Role.ADMINISTRATOR);
        String form = "/environment/reserves/entry";
        String at = "/environment/reserves";
        String row =
                "&facility=MIN-01&reported_on=2031-05-01&standard=GB/T+17766-2020&proven_t_reo=123456&resources_t_reo=200000&mining_recovery=0.85";
        try (Browser mine = Browser.signedIn(service, "reserve-mine");
                Browser none = Browser.signedIn(service, "reserve-nobody");
                Browser planning = Browser.signedIn(service, "register-planner");
                Browser admin = Browser.signedIn(service, "reserve-admin")) {
            assertThat(none.get(form).statusCode()).isEqualTo(404);
            assertThat(none.post("/environment", at, "key=r-none" + row).statusCode())
                    .isEqualTo(404);
            assertThat(planning.get(form).statusCode()).isEqualTo(403);
            assertThat(mine.get("/environment").body()).contains(form);
            HttpResponse<String> begun = mine.get(form);
            assertThat(begun.body())
                    .contains("value=\"MIN-01\"")
                    .doesNotContain("value=\"MIN-02\"");
            PagesIT.assertSound(mine.get(form + "?lang=zh"), "zh-CN");
            PagesIT.assertSound(mine.get(form + "?lang=en"), "en");
            HttpResponse<String> other =
                    mine.post(form, at, "key=r-other" + row.replace("MIN-01", "MIN-02"));
            assertThat(other.statusCode()).isEqualTo(422);
            assertThat(other.body()).contains("none of your mines has this id");
            HttpResponse<String> less =
                    mine.post(form, at, "key=r-less" + row.replace("123456", "-1"));
            assertThat(less.statusCode()).isEqualTo(422);
            assertThat(less.body()).contains("aria-invalid=\"true\"");
            HttpResponse<String> confirm = mine.post(form, at, "key=r-1" + row);
            assertThat(confirm.statusCode()).as(confirm.body()).isEqualTo(200);
            assertThat(confirm.body()).contains("123456", "GB/T 17766-2020");
            assertThat(mine.post(form, at, "key=r-1&go=enter" + row).statusCode()).isEqualTo(200);
            String forAnother = row.replace("MIN-01", "MIN-02");
            assertThat(admin.post(form, at, "key=r-admin&go=enter" + forAnother).body())
                    .as("an administrator declares for everybody")
                    .contains("<h1>Entered</h1>");
            service.awaitAnalysis();
            JsonNode mines = planner.get("/api/v1/resources?on=2031-05-02").json();
            assertThat(mines.toString()).contains("123456");
            assertThat(planner.get("/api/v1/resources?on=2031-04-30").json().toString())
                    .doesNotContain("2031-05-01");
        }
    }

    private static JsonNode check(String figures) throws Exception {
        Answer answer =
                supervisor.post(
                        "/api/v1/admission-checks",
                        "{\"name\":\"P\",\"kinds\":[\"separation\",\"separation-ionic\"],\"on\":\"2026-01-01\",\"figures\":{%s}}"
                                .formatted(figures),
                        "");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void aProjectIsHeldAgainstEveryConditionOfAccess() throws Exception {
        String proven =
                "\"capacity\":{\"value\":3500,\"document\":\"A\"},\"separation_recovery\":{\"value\":0.95,\"document\":\"B\"},\"ammonia_saponification\":{\"value\":0,\"document\":\"C\"}";
        JsonNode all = check(proven + ",\"replaced_capacity\":{\"value\":4000,\"document\":\"D\"}");
        assertThat(all.path("admitted").asBoolean()).as(all.toString()).isTrue();
        JsonNode more =
                check(proven + ",\"replaced_capacity\":{\"value\":1000,\"document\":\"D\"}");
        assertThat(more.path("admitted").asBoolean()).isFalse();
        JsonNode gate =
                item(more.path("conditions"), "condition", "access-new-separation-capacity");
        assertThat(gate.path("judgement").asString()).isEqualTo("broken");
        assertThat(gate.path("value").asDouble()).isEqualTo(2500);
        assertThat(gate.path("confidence").asString()).isEqualTo("set");
        JsonNode silent = check(proven);
        assertThat(
                        item(
                                        silent.path("conditions"),
                                        "condition",
                                        "access-new-separation-capacity")
                                .path("judgement")
                                .asString())
                .isEqualTo("missing");
        JsonNode bare = check("\"capacity\":{\"value\":3500}");
        assertThat(
                        item(
                                        bare.path("conditions"),
                                        "condition",
                                        "access-capacity-separation-ionic")
                                .path("judgement")
                                .asString())
                .isEqualTo("unverified");
    }

    @Test
    void aProjectOfNoKindIsRefused() throws Exception {
        for (String kinds : List.of("[]", "[\"palace\"]")) {
            assertThat(
                            supervisor
                                    .post(
                                            "/api/v1/admission-checks",
                                            "{\"kinds\":%s}".formatted(kinds),
                                            "")
                                    .status())
                    .isEqualTo(422);
        }
        assertThat(
                        supervisor
                                .post(
                                        "/api/v1/admission-checks",
                                        "{\"kinds\":[\"metal\"],\"on\":\"May\"}",
                                        "")
                                .status())
                .isEqualTo(400);
    }

    private static String key(HttpResponse<String> page) {
        Matcher field = Pattern.compile("name=\"key\" value=\"([^\"]*)\"").matcher(page.body());
        assertThat(field.find()).as(page.body()).isTrue();
        return field.group(1);
    }

    /// What an answer says, with the position in the ledger.
    private static String lead(HttpResponse<String> page) {
        Matcher lead = Pattern.compile("class=\"lead\">([^<]+)<").matcher(page.body());
        assertThat(lead.find()).as(page.body()).isTrue();
        return lead.group(1);
    }

    @Test
    void aRowIsTypedConfirmedAndEnteredOnce() throws Exception {
        try (Browser browser = Browser.signedIn(service, "register-planner")) {
            String form = "/planning/registers/capacities/entry?facility=SEP-08";
            String take = "/planning/registers/capacities";
            HttpResponse<String> begun = browser.get(form);
            PagesIT.assertSound(begun, "en");
            String key = "key=" + key(begun);
            HttpResponse<String> wrong = browser.post(form, take, key + "&facility=SEP-08");
            assertThat(wrong.statusCode()).isEqualTo(422);
            assertThat(wrong.body()).contains("Please mend this first").contains("href=\"#kinds\"");
            String row =
                    key
                            + "&facility=SEP-08&kinds=separation&kinds=separation-ionic&approved_t=4100&processes=ammonia_saponification&from=2032-01-01&clause=R-2";
            HttpResponse<String> confirm = browser.post(form, take, row);
            PagesIT.assertSound(confirm, "en");
            assertThat(confirm.body()).contains("value=\"separation separation-ionic\"");
            assertThat(browser.post(form, take, row + "&go=change").body())
                    .contains("value=\"4100\"");
            assertThat(browser.post(form, take, row + "&go=throw").statusCode()).isEqualTo(400);
            HttpResponse<String> entered = browser.post(form, take, row + "&go=enter");
            PagesIT.assertSound(entered, "en");
            assertThat(lead(browser.post(form, take, row + "&go=enter"))).isEqualTo(lead(entered));
            service.awaitAnalysis();
            HttpResponse<String> register = browser.get("/planning/capacity?on=2032-01-01");
            PagesIT.assertSound(register, "en");
            assertThat(register.body()).contains(">4,100<").contains("exit list");
            HttpResponse<String> exit = browser.get("/planning/exit?on=2032-01-01");
            PagesIT.assertSound(exit, "en");
            assertThat(exit.body()).contains("SEP-08").contains("ammonia saponification");
            assertThat(browser.get("/planning/exit?on=1990-01-01").body())
                    .contains("No plant breaks an exit condition");
            assertThat(browser.get("/planning/capacity?on=May").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void theAdmissionPageAsksForWhatItsConditionsNeed() throws Exception {
        try (Browser browser = Browser.signedIn(service, "register-supervisor")) {
            HttpResponse<String> empty = browser.get("/planning/admission");
            PagesIT.assertSound(empty, "en");
            assertThat(empty.body()).contains("Choose at least one kind");
            String asked =
                    "/planning/admission?on=2026-01-01&kind=separation&kind=separation-ionic&go=1";
            HttpResponse<String> bare = browser.get(asked);
            PagesIT.assertSound(bare, "en");
            assertThat(bare.body())
                    .contains("Not admitted: 0 conditions are not met")
                    .contains("name=\"v.replaced_capacity\"");
            HttpResponse<String> shown =
                    browser.get(
                            asked
                                    + "&v.capacity=3500&d.capacity=A&v.replaced_capacity=1000&d.replaced_capacity=D&v.separation_recovery=93&d.separation_recovery=B&v.ammonia_saponification=0&d.ammonia_saponification=C");
            assertThat(shown.body())
                    .contains("Not admitted: 2 conditions are not met, 0 are unknown")
                    .contains("2,500 t REO/a");
            HttpResponse<String> wrong = browser.get(asked + "&v.capacity=much");
            assertThat(wrong.statusCode()).isEqualTo(422);
            assertThat(wrong.body()).contains("Write a number that is not negative");
            assertThat(browser.get("/planning/registers/capacities/entry").statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void minesAndTheStockpileStandBesideThePlans() throws Exception {
        Answer moved =
                planner.post(
                        "/api/v1/stockpile-movements",
                        "{\"rows\":[{\"movement\":\"S-IT-1\",\"day\":\"2031-05-01\",\"direction\":\"out\",\"product\":\"y-oxide\",\"tonnes_reo\":\"12\"}]}",
                        "register-7");
        assertThat(moved.status()).as(moved.body()).isEqualTo(200);
        Answer unknown =
                planner.post(
                        "/api/v1/stockpile-movements",
                        "{\"rows\":[{\"movement\":\"S-IT-2\",\"day\":\"2031-05-01\",\"direction\":\"out\",\"product\":\"gold\",\"tonnes_reo\":\"12\"}]}",
                        "register-8");
        assertThat(unknown.json().path("problems").findValuesAsString("column"))
                .containsExactly("product");
        service.awaitAnalysis();
        JsonNode resources = supervisor.get("/api/v1/resources?on=2019-12-31").json();
        JsonNode mine = item(resources.path("mines"), "facility", "MIN-01");
        assertThat(mine.path("standard").asString()).isEqualTo("GB/T 17766-1999");
        double reserves = mine.path("reserves_t").asDouble();
        double left = mine.path("left_t").asDouble();
        assertThat(mine.path("used_up_t").asDouble()).isCloseTo(reserves - left, within(1e-6));
        assertThat(mine.path("life_years").asDouble()).isBetween(20.0, 60.0);
        assertThat(mine.path("lost_by").asString()).isEqualTo("returns");
        assertThat(mine.path("lost_share").asDouble()).isBetween(0.19, 0.21);
        assertThat(resources.path("stockpile").findValuesAsString("product"))
                .contains("prnd-oxide")
                .doesNotContain("y-oxide");
        JsonNode later = supervisor.get("/api/v1/resources?on=2031-05-01").json();
        assertThat(item(later.path("stockpile"), "product", "y-oxide").path("held_t").asDouble())
                .isEqualTo(-12);
        assertThat(supervisor.get("/api/v1/resources?on=May").status()).isEqualTo(400);
        try (Browser browser = Browser.signedIn(service, "register-planner")) {
            HttpResponse<String> page = browser.get("/planning/resources?on=2019-12-31");
            PagesIT.assertSound(page, "en");
            assertThat(page.body())
                    .contains("MIN-13", "GB/T 17766-1999")
                    .as("what mines declare to be lost to tailings")
                    .containsPattern("(19|20)\\.[0-9] %</span><span class=\"line\">declared");
            assertThat(browser.get("/planning").body()).contains("/planning/resources");
            assertThat(browser.get("/planning/drafts").body()).contains("/planning/resources");
            String form = "/planning/registers/stockpile/entry";
            PagesIT.assertSound(browser.get(form), "en");
            HttpResponse<String> empty =
                    browser.post(form, "/planning/registers/stockpile", "key=register-empty");
            assertThat(empty.statusCode()).as("nothing was written").isEqualTo(422);
            assertThat(empty.body()).contains("href=\"#movement\"", "Fill this in.");
            assertThat(browser.get("/planning/resources?on=May").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void whatWasEnteredIsMadeAgainFromTheEntriesTheSame() throws Exception {
        JsonNode audit =
                service.person("register-auditor", "authority", Role.AUDITOR)
                        .get("/api/v1/audit")
                        .json();
        assertThat(audit.path("entries").asLong()).isPositive();
        assertThat(audit.path("difference").isMissingNode() || audit.path("difference").isNull())
                .as(audit.toString())
                .isTrue();
    }
}
