package org.ytterby.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ytterby.server.identity.Role;

/// Rewards on pages: proposed by one supervisor, approved by another, seen by the enterprise.
@ExtendWith(ExampleService.class)
class RewardPagesIT {
    private static final String PROPOSING = "/supervision/rewards/proposing";
    private static final String REVOKING = "/supervision/rewards/revoking";
    private static final String PARTY = ExampleService.SOME_PARTY;

    private static TestService service;

    @BeforeAll
    static void people(TestService loaded) throws Exception {
        service = loaded;
        service.person("rew-one", "authority", Role.SUPERVISOR);
        service.person("rew-two", "authority", Role.SUPERVISOR);
        service.person("rew-mine", PARTY, Role.ENTERPRISE_REPORTER);
        service.person("rew-other", "91990000482710020B", Role.GROUP_OFFICER);
    }

    private static Browser signedIn(String name) throws Exception {
        return Browser.signedIn(service, name);
    }

    private static String key(HttpResponse<String> page) {
        Matcher field = Pattern.compile("name=\"key\" value=\"([^\"]*)\"").matcher(page.body());
        assertThat(field.find()).as(page.body()).isTrue();
        return field.group(1);
    }

    @Test
    void aRewardIsShownWhereverTheEnterpriseIsOnceASecondSupervisorApproves() throws Exception {
        String fields =
                "party=%s&facility=MIN-01&caseName=&kind=money&amount=7000&basis=art.+9+of+a+notice&reason=least+water+per+tonne"
                        .formatted(PARTY);
        try (Browser one = signedIn("rew-one");
                Browser two = signedIn("rew-two");
                Browser mine = signedIn("rew-mine");
                Browser other = signedIn("rew-other")) {
            HttpResponse<String> confirm = one.post(PROPOSING, PROPOSING, fields);
            assertThat(confirm.statusCode()).as(confirm.body()).isEqualTo(200);
            assertThat(confirm.body()).contains("least water per tonne", "Propose it");
            HttpResponse<String> proposed =
                    one.post(PROPOSING, PROPOSING, fields + "&go=propose&key=" + key(confirm));
            assertThat(proposed.body()).contains("Reward", "least water per tonne", "7,000");
            assertThat(mine.get("/supervision/rewards").body()).doesNotContain("least water");
            String address = proposed.uri().getPath();
            HttpResponse<String> approved =
                    two.post(address, address + "/approval", "key=" + key(two.get(address)));
            assertThat(approved.body()).contains("approved</span>");
            service.awaitAnalysis();
            for (String path :
                    List.of(
                            "/supervision/rewards",
                            "/planning/own",
                            "/supervision/facilities/MIN-01")) {
                assertThat(mine.get(path).body()).as(path).contains("least water per tonne");
            }
            assertThat(one.get("/planning/responsibility").body())
                    .contains("least water per tonne");
            assertThat(other.get("/supervision/rewards").body()).doesNotContain("least water");
            assertThat(other.get("/planning/own").body()).doesNotContain("least water");
        }
    }

    @Test
    void aRewardIsRevokedByTwoAndItsEnterpriseSeesWhy() throws Exception {
        String fields =
                "party=%s&kind=plan-preference&basis=a+notice&reason=figures+of+March"
                        .formatted(PARTY);
        try (Browser one = signedIn("rew-one");
                Browser two = signedIn("rew-two");
                Browser mine = signedIn("rew-mine")) {
            HttpResponse<String> given =
                    one.post(PROPOSING, PROPOSING, fields + "&go=propose&key=rew-to-revoke");
            String award = given.uri().getPath();
            approve(two, award);
            String name = award.substring(award.lastIndexOf('/') + 1);
            String at = REVOKING + "?reward=" + name;
            assertThat(one.get("/supervision/rewards").body()).contains(at);
            assertThat(mine.get("/supervision/rewards").body())
                    .contains("figures of March")
                    .doesNotContain("Revoke the reward");
            assertThat(mine.get(at).statusCode()).isEqualTo(403);
            assertThat(one.get(REVOKING + "?reward=nothing").statusCode()).isEqualTo(422);
            HttpResponse<String> empty =
                    one.post(at, REVOKING, "go=propose&key=k&basis=&reason=a&reward=" + name);
            assertThat(empty.statusCode()).isEqualTo(422);
            assertThat(empty.body()).contains("href=\"#basis\"", "aria-invalid=\"true\"");
            PagesIT.assertSound(one.get(at + "&lang=zh"), "zh-CN");
            PagesIT.assertSound(one.get(at + "&lang=en"), "en");
            String why = "basis=another+notice&reason=they+were+false&reward=" + name;
            HttpResponse<String> confirm = one.post(at, REVOKING, why);
            assertThat(confirm.body()).contains("they were false", "Propose it", name);
            HttpResponse<String> proposed =
                    one.post(at, REVOKING, why + "&go=propose&key=" + key(confirm));
            assertThat(proposed.body()).contains("Revocation of a reward", "they were false");
            assertThat(mine.get("/planning/own").body()).doesNotContain("they were false");
            approve(two, proposed.uri().getPath());
            for (String path : List.of("/supervision/rewards", "/planning/own")) {
                assertThat(mine.get(path).body())
                        .as(path)
                        .contains("figures of March", "they were false (another notice)");
            }
            assertThat(one.get("/planning/responsibility").body()).contains("they were false");
            assertThat(one.get("/supervision/rewards").body()).doesNotContain(at);
            HttpResponse<String> again = one.post(at, REVOKING, why + "&go=propose&key=rew-again");
            assertThat(again.statusCode()).isEqualTo(422);
            assertThat(again.body()).contains("this reward was revoked already");
        }
    }

    private static void approve(Browser second, String address) throws Exception {
        HttpResponse<String> approved =
                second.post(address, address + "/approval", "key=" + key(second.get(address)));
        assertThat(approved.body()).contains("approved</span>");
    }

    @Test
    void overTheApiARevocationNamesAStandingReward() throws Exception {
        TestService.Person one = service.person("rew-api", "authority", Role.SUPERVISOR);
        TestService.Person two = service.person("rew-api-2", "authority", Role.SUPERVISOR);
        TestService.Person mine = service.person("rew-api-3", PARTY, Role.ENTERPRISE_REPORTER);
        send(
                200,
                one,
                "rewards/proposals",
                "{\"proposal\":\"RW-1\",\"party\":\"%s\",\"kind\":\"commendation\",\"amount_yuan\":0,\"basis\":\"b\",\"reason\":\"least water\"}"
                        .formatted(PARTY));
        String revocation =
                "{\"proposal\":\"RW-2\",\"reward\":\"RW-1\",\"basis\":\"b\",\"reason\":\"it leaked\"}";
        send(422, one, "rewards/revocations", revocation);
        send(200, two, "proposals/approvals", "{\"proposals\":[\"RW-1\"]}");
        send(403, mine, "rewards/revocations", revocation);
        send(200, one, "rewards/revocations", revocation);
        assertThat(one.get("/api/v1/rewards").body()).doesNotContain("it leaked");
        send(200, two, "proposals/approvals", "{\"proposals\":[\"RW-2\"]}");
        assertThat(mine.get("/api/v1/rewards").json())
                .anySatisfy(row -> {
                    assertThat(row.path("reward").asString()).isEqualTo("RW-1");
                    assertThat(row.path("revoked").path("reason").asString())
                            .isEqualTo("it leaked");
                });
    }

    private static void send(int status, TestService.Person person, String path, String json)
            throws Exception {
        TestService.Answer answer =
                person.post("/api/v1/" + path, json, "rew-" + path + json.hashCode() + status);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "party=&kind=commendation&basis=b&reason=r|party",
                "party=NOBODY&kind=commendation&basis=b&reason=r|party",
                "party=919900003789700849&kind=gold&basis=b&reason=r|kind",
                "party=919900003789700849&kind=money&amount=&basis=b&reason=r|amount",
                "party=919900003789700849&kind=money&amount=0&basis=b&reason=r|amount",
                "party=919900003789700849&kind=commendation&amount=5&basis=b&reason=r|amount",
                "party=919900003789700849&kind=commendation&basis=&reason=r|basis",
                "party=919900003789700849&kind=commendation&basis=b&reason=a%E2%80%8Bb|reason",
            })
    void aRewardThatCannotBeIsToldBesideItsField(String line) throws Exception {
        String[] parts = line.split("\\|", -1);
        try (Browser one = signedIn("rew-one")) {
            HttpResponse<String> page =
                    one.post(PROPOSING, PROPOSING, parts[0] + "&go=propose&key=k");
            assertThat(page.statusCode()).isEqualTo(422);
            assertThat(page.body()).contains("href=\"#" + parts[1] + "\"", "aria-invalid=\"true\"");
        }
    }

    @Test
    void aFacilityOfAnotherIsRefusedByTheLedgerAndTold() throws Exception {
        String fields =
                "party=%s&facility=SEP-01&kind=commendation&basis=b&reason=r".formatted(PARTY);
        try (Browser one = signedIn("rew-one")) {
            HttpResponse<String> page =
                    one.post(PROPOSING, PROPOSING, fields + "&go=propose&key=rew-refused");
            assertThat(page.statusCode()).isEqualTo(422);
            assertThat(page.body()).contains("the facility belongs to another organisation");
        }
    }

    @Test
    void everyPageIsWholeInBothLanguages() throws Exception {
        try (Browser one = signedIn("rew-one")) {
            for (String path : List.of("/supervision/rewards?x=", PROPOSING + "?party=" + PARTY)) {
                PagesIT.assertSound(one.get(path + "&lang=zh"), "zh-CN");
                PagesIT.assertSound(one.get(path + "&lang=en"), "en");
            }
        }
        try (Browser mine = signedIn("rew-mine")) {
            assertThat(mine.get(PROPOSING).statusCode()).isEqualTo(403);
        }
    }
}
