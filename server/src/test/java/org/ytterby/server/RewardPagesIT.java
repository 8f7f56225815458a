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
