package org.ytterby.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ytterby.server.TestService.Answer;
import org.ytterby.server.TestService.Person;
import org.ytterby.server.identity.Role;
import tools.jackson.databind.JsonNode;

/// Environmental returns: handed in by API, package and page, and what is made of them. Months of
/// 2018 are this class's own: the example has returns of 2019.
@ExtendWith(ExampleService.class)
class EnvironmentIT {
    private static TestService service;
    private static Person officer;
    private static Person mine;

    @BeforeAll
    static void people(TestService loaded) throws Exception {
        service = loaded;
        officer = service.person("green-officer", "authority", Role.ENVIRONMENT_OFFICER);
        mine = service.person("green-mine", ExampleService.SOME_PARTY, Role.ENTERPRISE_REPORTER);
        service.person("green-auditor", "authority", Role.AUDITOR);
    }

    private static Answer declare(Person person, String row, String key) throws Exception {
        return person.post(
                "/api/v1/declarations",
                "{\"table\":\"environmental_returns\",\"rows\":[%s]}".formatted(row),
                key);
    }

    private static String row(String facility, String month, String indicator, String value) {
        return "{\"facility\":\"%s\",\"month\":\"%s\",\"indicator\":\"%s\",\"value\":\"%s\"}"
                .formatted(facility, month, indicator, value);
    }

    private static List<JsonNode> exceeded(Person person, String month) throws Exception {
        return StreamSupport.stream(
                        person.get("/api/v1/environment/exceedances?month=" + month)
                                .json()
                                .path("items")
                                .spliterator(),
                        false)
                .filter(item -> item.path("month").asString().equals(month))
                .toList();
    }

    @Test
    void whatIsBeyondALimitIsTakenAndShownWithItsClauseUntilItIsCorrected() throws Exception {
        Answer taken = declare(mine, row("MIN-01", "2018-03", "ammonia_nitrogen", "45"), "green-1");
        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
        service.awaitAnalysis();
        assertThat(exceeded(officer, "2018-03"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.path("facility").asString()).isEqualTo("MIN-01");
                    assertThat(line.path("limit").asString()).isEqualTo("gb26451-ammonia-2014");
                    assertThat(line.path("excess").asDouble()).isEqualTo(2);
                    assertThat(line.path("clause_zh").asString()).contains("15 mg/L");
                    assertThat(line.path("source").asString()).contains("GB 26451-2011");
                });
        declare(mine, row("MIN-01", "2018-03", "ammonia_nitrogen", "4.5"), "green-2");
        service.awaitAnalysis();
        assertThat(exceeded(officer, "2018-03")).isEmpty();
        JsonNode first =
                officer.get("/api/v1/environment/returns?month=2018-03&facility=MIN-01")
                        .json()
                        .path("items")
                        .get(0);
        assertThat(first.path("state").asString()).isEqualTo("returned");
        assertThat(first.path("figures").path("ammonia_nitrogen").asDouble()).isEqualTo(4.5);
    }

    @Test
    void whatIsOfBadFormOrOfAnotherIsRefused() throws Exception {
        Answer other = declare(mine, row("SEP-01", "2018-04", "chloride", "1"), "green-3");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().path("reason").path("code").asString())
                .isEqualTo("facility-of-another");
        Answer nowhere = declare(mine, row("SEP-99", "2018-04", "chloride", "1"), "green-4");
        assertThat(nowhere.json().path("reason").path("code").asString())
                .isEqualTo("facility-unknown");
        Answer less = declare(mine, row("MIN-01", "2018-04", "chloride", "-1"), "green-5");
        assertThat(less.status()).isEqualTo(422);
        assertThat(less.json().path("problems").get(0).path("column").asString())
                .isEqualTo("value");
        Answer may = declare(mine, row("MIN-01", "May", "chloride", "1"), "green-6");
        assertThat(may.json().path("problems").get(0).path("column").asString()).isEqualTo("month");
        assertThat(officer.get("/api/v1/environment/returns?month=May").status()).isEqualTo(400);
        assertThat(officer.get("/api/v1/environment/exceedances?month=2019-13").status())
                .isEqualTo(400);
        assertThat(officer.get("/api/v1/environment/plants/SEP-99").status()).isEqualTo(404);
    }

    @Test
    void anEnterpriseSeesItsOwnAlone() throws Exception {
        List<String> own =
                mine.get("/api/v1/environment/returns?month=2019-06")
                        .json()
                        .path("items")
                        .findValuesAsString("facility");
        assertThat(own).containsExactly("MIN-01");
        assertThat(
                        officer.get("/api/v1/environment/returns?month=2019-06")
                                .json()
                                .path("items")
                                .size())
                .isGreaterThan(30);
        assertThat(mine.get("/api/v1/environment/plants/MIN-01").status()).isEqualTo(200);
        assertThat(mine.get("/api/v1/environment/plants/SEP-01").status()).isEqualTo(404);
        assertThat(
                        mine.get("/api/v1/environment/exceedances?month=2019-12")
                                .json()
                                .path("items")
                                .findValuesAsString("facility"))
                .allMatch("MIN-01"::equals);
    }

    @Test
    void aPlantIsReviewedBesideTheLedger() throws Exception {
        JsonNode plant = officer.get("/api/v1/environment/plants/SEP-01?month=2019-12").json();
        assertThat(plant.path("from").asString()).isEqualTo("2019-01");
        JsonNode rate = item(plant.path("rates"), "rate", "separation");
        assertThat(rate.path("computed").asDouble()).isBetween(0.9, 1.0);
        assertThat(rate.path("difference").asDouble()).isBetween(-0.05, 0.05);
        JsonNode chloride = item(plant.path("balances"), "species", "chloride");
        assertThat(chloride.path("in_kg").asDouble())
                .isGreaterThan(chloride.path("recovered_kg").asDouble());
        assertThat(plant.path("throughput").path("z").asDouble()).isBetween(-2.0, 2.0);
        assertThat(plant.path("throughput").path("striking").asBoolean()).isFalse();
    }

    private static JsonNode item(JsonNode items, String member, String value) {
        for (JsonNode item : items) {
            if (item.path(member).asString().equals(value)) {
                return item;
            }
        }
        throw new AssertionError(items + " has no " + value);
    }

    private static String key(HttpResponse<String> page) {
        Matcher field = Pattern.compile("name=\"key\" value=\"([^\"]*)\"").matcher(page.body());
        assertThat(field.find()).as(page.body()).isTrue();
        return field.group(1);
    }

    @Test
    void aReturnIsTypedConfirmedAndEnteredOnce() throws Exception {
        try (Browser browser = Browser.signedIn(service, "green-mine")) {
            String form = "/environment/report?facility=MIN-01&month=2018-06";
            String begun = "facility=MIN-01&month=2018-06&key=" + key(browser.get(form));
            HttpResponse<String> wrong =
                    browser.post(
                            form, "/environment/report/figures", begun + "&value.chloride=much");
            assertThat(wrong.statusCode()).isEqualTo(422);
            assertThat(wrong.body()).contains("not a number").contains("aria-invalid=\"true\"");
            HttpResponse<String> nothing = browser.post(form, "/environment/report/figures", begun);
            assertThat(nothing.statusCode()).isEqualTo(422);
            assertThat(nothing.body()).contains("Nothing is to be handed in");
            HttpResponse<String> confirm =
                    browser.post(
                            form,
                            "/environment/report/figures",
                            begun + "&value.chloride=77&value.ammonia_nitrogen=99&document=M-7");
            PagesIT.assertSound(confirm, "en");
            assertThat(confirm.body()).contains("2 figures of MIN-01").contains("≤ 15.0 mg/L");
            String fields = begun + "&value.chloride=77&value.ammonia_nitrogen=99&document=M-7";
            HttpResponse<String> entered =
                    browser.post(form, "/environment/report/entries", fields);
            PagesIT.assertSound(entered, "en");
            String position = position(entered);
            assertThat(position(browser.post(form, "/environment/report/entries", fields)))
                    .isEqualTo(position);
            service.awaitAnalysis();
            assertThat(browser.get(form).body()).contains("value=\"77\"");
            assertThat(browser.get("/environment/plants/MIN-01?month=2018-06").body())
                    .contains("1 beyond a limit");
            assertThat(
                            browser.post(
                                            form,
                                            "/environment/report/entries",
                                            begun + "&value.chloride=-1")
                                    .statusCode())
                    .isEqualTo(422);
            assertThat(browser.get("/environment/report?facility=SEP-01").statusCode())
                    .isEqualTo(404);
            assertThat(browser.get("/environment/report?month=May").statusCode()).isEqualTo(400);
            HttpResponse<String> foreign =
                    browser.post(
                            form,
                            "/environment/report/entries",
                            "facility=SEP-01&month=2018-06&key=page-foreign&value.chloride=1");
            assertThat(foreign.statusCode()).isEqualTo(422);
            assertThat(foreign.body()).contains("belongs to another");
        }
    }

    private static String position(HttpResponse<String> entered) {
        Matcher place = Pattern.compile("/ledger/receipts/(\\d+)").matcher(entered.body());
        assertThat(place.find()).as(entered.body()).isTrue();
        return place.group(1);
    }

    @Test
    void theDeskShowsWhoOwesAndThePlantItsTrends() throws Exception {
        try (Browser browser = Browser.signedIn(service, "green-officer")) {
            HttpResponse<String> desk = browser.get("/environment?month=2019-12");
            PagesIT.assertSound(desk, "en");
            assertThat(desk.body())
                    .contains("SEP-10")
                    .contains("MIN-13")
                    .contains("GB 26451-2011")
                    .doesNotContain("Enter a return");
            HttpResponse<String> plant = browser.get("/environment/plants/SEP-10?month=2019-12");
            PagesIT.assertSound(plant, "en");
            assertThat(plant.body()).contains("class=\"series\"").contains("class=\"limit\"");
            assertThat(browser.get("/environment/plants/SEP-99").statusCode()).isEqualTo(404);
            assertThat(browser.get("/environment?month=May").statusCode()).isEqualTo(400);
        }
        try (Browser browser = Browser.signedIn(service, "green-mine")) {
            HttpResponse<String> desk = browser.get("/environment?month=2019-12");
            assertThat(desk.body()).contains("MIN-01").doesNotContain("SEP-10");
            assertThat(browser.get("/environment/plants/SEP-10").statusCode()).isEqualTo(404);
        }
    }
}
