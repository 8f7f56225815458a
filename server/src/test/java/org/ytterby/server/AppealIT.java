package org.ytterby.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ytterby.core.supervision.Finding;
import org.ytterby.server.TestService.Answer;
import org.ytterby.server.TestService.Person;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Jurisdiction;
import org.ytterby.server.identity.Role;
import org.ytterby.server.planning.ConfirmedFindings;
import tools.jackson.databind.JsonNode;

/// Appeals against penalties: by the enterprise alone, ruled on by somebody who had no part, and
/// what the outcome does to responsibility.
@ExtendWith(ExampleService.class)
class AppealIT {
    private static final String CLAUSE = "decree-785-25-failure";
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    private static TestService service;
    private static Finding finding;
    private static Person assigned;
    private static Person proposer;
    private static Person approver;
    private static Person judge;
    private static Person enterprise;

    @BeforeAll
    static void people(TestService shared) throws Exception {
        service = shared;
        finding =
                shared.service().analysis().newest().reconciliation().findings().stream()
                        .filter(f -> !f.subject().party().isEmpty())
                        .findFirst()
                        .orElseThrow();
        assigned = service.person("ap-assigned", "authority", Role.SUPERVISOR);
        proposer = service.person("ap-proposer", "authority", Role.SUPERVISOR);
        approver = service.person("ap-approver", "authority", Role.SUPERVISOR);
        judge = service.person("ap-judge", "authority", Role.SUPERVISOR);
        enterprise = service.person("ap-mine", finding.subject().party(), Role.ENTERPRISE_REPORTER);
        service.person("ap-planner", "authority", Role.PLAN_OFFICER);
    }

    private static Answer send(Person person, String path, String json) throws Exception {
        return Told.post(person, "/api/v1" + path, json);
    }

    private static void take(Person person, String path, String json) throws Exception {
        Told.taken(send(person, path, json));
    }

    private static void refuse(String code, Person person, String path, String json)
            throws Exception {
        Told.refused(code, send(person, path, json));
    }

    /// A confirmed case with a penalty of 60,000 that two persons imposed.
    private static void penalised(String name) throws Exception {
        take(
                assigned,
                "/cases",
                "{\"name\":\"%s\",\"finding\":\"%s\",\"assigned\":\"ap-assigned\"}"
                        .formatted(name, finding.id()));
        take(
                assigned,
                "/cases/" + name + "/decision",
                "{\"confirmed\":true,\"reason\":\"seen\",\"clause\":\"%s\"}".formatted(CLAUSE));
        take(
                proposer,
                "/cases/" + name + "/penalty",
                "{\"proposal\":\"%s-P\",\"clause\":\"%s\",\"fine_yuan\":60000,\"reason\":\"%s was late\"}"
                        .formatted(name, CLAUSE, name));
        take(approver, "/proposals/approvals", "{\"proposals\":[\"%s-P\"]}".formatted(name));
    }

    private static String ruling(String outcome, long fine) {
        return "{\"penalty\":\"1\",\"outcome\":\"%s\",\"fine_yuan\":%d,\"reason\":\"heard\"}"
                .formatted(outcome, fine);
    }

    private static JsonNode penalty(Person person, String name) throws Exception {
        return person.get("/api/v1/cases/" + name + "/penalties").json().get(0);
    }

    @Test
    void anAppealIsTheEnterprisesAndItsRulingSomebodyElses() throws Exception {
        penalised("AP-1");
        String appeals = "/cases/AP-1/appeals";
        String appeal = "{\"penalty\":\"1\",\"ground\":\"the scale was sound\"}";
        Person stranger = service.person("ap-other", "some-body", Role.ENTERPRISE_REPORTER);
        assertThat(send(stranger, appeals, appeal).status()).isEqualTo(404);
        assertThat(send(assigned, appeals, appeal).status()).isEqualTo(403);
        refuse("case-part-unknown", enterprise, appeals, appeal.replace("\"1\"", "\"2\""));
        refuse("case-part-state", judge, "/cases/AP-1/rulings", ruling("upheld", 0));
        JsonNode before = penalty(enterprise, "AP-1");
        LocalDate imposed =
                LocalDate.ofInstant(
                        Instant.ofEpochMilli(before.path("at_micros").asLong() / 1_000), CHINA);
        assertThat(before.path("appeal_until_micros").asLong() / 1_000)
                .as("the end of the 60th day after it")
                .isEqualTo(imposed.plusDays(61).atStartOfDay(CHINA).toInstant().toEpochMilli());
        take(enterprise, appeals, appeal);
        refuse("case-part-state", enterprise, appeals, appeal);
        refuse("case-state", assigned, "/cases/AP-1/closure", "{\"reason\":\"done\"}");
        assertThat(before.path("ruling_due_micros").isMissingNode()).isTrue();
        JsonNode waiting = penalty(judge, "AP-1");
        assertThat(waiting.path("state").asString()).isEqualTo("appealed");
        assertThat(waiting.path("ruling_due_micros").asLong() / 1_000)
                .as("the end of the 60th day after the appeal, which was made on the same day")
                .isEqualTo(imposed.plusDays(61).atStartOfDay(CHINA).toInstant().toEpochMilli());
        ruled();
    }

    private static void ruled() throws Exception {
        String rulings = "/cases/AP-1/rulings";
        String reduced = ruling("reduced", 50_000);
        assertThat(send(enterprise, rulings, reduced).status()).isEqualTo(403);
        Person regional =
                service.person(
                        new Caller(
                                "ap-regional",
                                "ap-regional",
                                Set.of(Role.SUPERVISOR),
                                new Jurisdiction("Nowhere")));
        assertThat(send(regional, rulings, reduced).status()).isEqualTo(403);
        refuse("appeal-judge", assigned, rulings, reduced);
        refuse("appeal-judge", approver, rulings, reduced);
        assertThat(send(proposer, rulings, reduced).body())
                .contains("who proposed a penalty in this case cannot rule", "提出人");
        refuse("appeal-fine", judge, rulings, ruling("reduced", 60_000));
        assertThat(send(judge, rulings, ruling("reduced", 49_999)).body())
                .as("below the range of the clause")
                .contains("50,000 to 200,000");
        assertThat(send(judge, rulings, ruling("upheld", 5)).status()).isEqualTo(422);
        assertThat(send(judge, rulings, ruling("doubled", 0)).body())
                .contains("upheld, reduced or withdrawn");
        take(judge, rulings, reduced);
        assertThat(penalty(enterprise, "AP-1").toString())
                .contains("\"state\":\"reduced\"", "\"fine_yuan\":50000", "\"imposed_yuan\":60000");
        take(assigned, "/cases/AP-1/closure", "{\"reason\":\"done\"}");
    }

    @Test
    void whatIsAppealedAgainstAndRuledOnStandsOnThePagesOfAll() throws Exception {
        penalised("AP-2");
        ConfirmedFindings confirmed = service.bean(ConfirmedFindings.class);
        int year = LocalDate.now(CHINA).getYear();
        int before = confirmed.of(finding.subject().party(), year);
        try (Browser mine = Browser.signedIn(service, "ap-mine");
                Browser ruling = Browser.signedIn(service, "ap-judge");
                Browser case1 = Browser.signedIn(service, "ap-assigned");
                Browser planner = Browser.signedIn(service, "ap-planner")) {
            String at = "/cases/AP-2";
            assertThat(mine.get(at).body()).contains("CNY 60,000", "Appeal until", at + "/appeal");
            assertThat(mine.get(at + "/appeal").body()).contains("Administrative Reconsideration");
            assertThat(mine.get(at + "/rule").statusCode()).isEqualTo(403);
            HttpResponse<String> filed =
                    CaseDesk.enter(
                            mine, at + "/appeal", "penalty", "1", "ground", "The scale was sound.");
            assertThat(filed.body()).contains("Appeal filed", "appealed against");
            assertThat(ruling.get("/cases?state=appealed").body())
                    .contains("AP-2", "appeal waits", "Ruling until");
            assertThat(filed.body()).contains("Ruling until", "in 60 days");
            assertThat(case1.get(at).body()).doesNotContain(at + "/rule");
            assertThat(ruling.get(at).body()).contains(at + "/rule");
            HttpResponse<String> odd =
                    ruling.post(
                            at + "/rule",
                            at + "/rule",
                            CaseDesk.sent("penalty", "1", "fine", "5", "reason", "r"));
            assertThat(odd.statusCode()).isEqualTo(422);
            assertThat(odd.body()).contains("Choose one of the three", "leave this empty");
            CaseDesk.enter(
                    ruling,
                    at + "/rule",
                    "penalty",
                    "1",
                    "outcome",
                    "withdrawn",
                    "fine",
                    "",
                    "reason",
                    "It was sound.");
            for (Browser reader : List.of(mine, ruling)) {
                assertThat(reader.get(at).body())
                        .contains("Penalty withdrawn", "It was sound.", "CNY 0");
                assertThat(reader.get("/cases?state=appealed").body()).doesNotContain("AP-2");
            }
            assertThat(planner.get("/planning/responsibility").body())
                    .contains("AP-2 was late", "It was sound.", "none: it fell away on appeal");
            for (String language : List.of("zh", "en")) {
                PagesIT.assertSound(
                        mine.get(at + "?lang=" + language), language.equals("zh") ? "zh-CN" : "en");
            }
        }
        assertThat(confirmed.of(finding.subject().party(), year))
                .as("the finding no longer counts for the next plan")
                .isEqualTo(before - 1);
    }
}
