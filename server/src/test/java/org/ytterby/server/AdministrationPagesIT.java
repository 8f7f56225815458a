package org.ytterby.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ytterby.server.identity.Role;

/// Pages of the nation's administrator: organisations, machines, reference data.
@ExtendWith(ExampleService.class)
class AdministrationPagesIT {
    private static final String MACHINES = "/administration/machines";
    private static final String PARTIES = "/administration/organisations/parties";
    private static final String MEMBERSHIPS = "/administration/organisations/memberships";
    private static final String LIMITS = "/administration/reference/limits/row";

    private static TestService service;

    @BeforeAll
    static void people(TestService loaded) throws Exception {
        service = loaded;
        service.person("adm-nation", "authority", Role.ADMINISTRATOR);
        service.person("adm-second", "authority", Role.ADMINISTRATOR);
        service.person("adm-auditor", "authority", Role.AUDITOR);
    }

    private static Browser signedIn(String name) throws Exception {
        return Browser.signedIn(service, name);
    }

    private static String hidden(HttpResponse<String> page, String name) {
        Matcher field =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page.body());
        assertThat(field.find()).as("%s in %s", name, page.body()).isTrue();
        return field.group(1);
    }

    @Test
    void anOrganisationIsRegisteredAndPutIntoAGroupByTheLedger() throws Exception {
        try (Browser admin = signedIn("adm-nation")) {
            entered(admin, PARTIES, "party=ADM-NEW&name=Newcomer+Ltd&kind=enterprise&country=CN");
            entered(admin, PARTIES, "party=ADM-GROUP&name=Group+of+Newcomers&kind=group");
            entered(admin, MEMBERSHIPS, "party=ADM-NEW&group=ADM-GROUP&from=2027-01-01");
            assertThat(admin.get("/administration").body())
                    .contains("Newcomer Ltd", "Group of Newcomers (from 2027-01-01)");
            HttpResponse<String> twice =
                    admin.post(PARTIES, PARTIES, "party=ADM-NEW&name=Another&kind=enterprise");
            assertThat(twice.statusCode()).isEqualTo(422);
            assertThat(twice.body()).contains("registered already", "value=\"Another\"");
        }
    }

    private static void entered(Browser admin, String path, String fields) throws Exception {
        HttpResponse<String> confirmation = admin.post(path, path, fields);
        assertThat(confirmation.statusCode()).as(confirmation.body()).isEqualTo(200);
        assertThat(confirmation.body()).contains("This will enter the ledger");
        String enter = fields + "&go=enter&key=" + hidden(confirmation, "key");
        HttpResponse<String> done = admin.post(path, path, enter);
        assertThat(done.body()).contains("Entered into the ledger at position");
        service.awaitAnalysis();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "parties|party=&name=N&kind=enterprise|party",
                "parties|party=ADM-X&name=&kind=enterprise|name",
                "parties|party=ADM-X&name=N&kind=emperor|kind",
                "parties|party=ADM-X&name=N&kind=enterprise&country=cn|country",
                "memberships|party=ADM-NOBODY&group=ADM-NOBODY&from=2027-01-01|group",
                "memberships|party=ADM-X&group=ADM-X&from=soon|from",
            })
    void aRowThatCannotBeIsToldBesideItsField(String line) throws Exception {
        String[] parts = line.split("\\|", -1);
        String path = "/administration/organisations/" + parts[0];
        try (Browser admin = signedIn("adm-nation")) {
            HttpResponse<String> page = admin.post(path, path, parts[1] + "&go=enter&key=k");
            assertThat(page.statusCode()).isEqualTo(422);
            assertThat(page.body()).contains("href=\"#" + parts[2] + "\"", "aria-invalid=\"true\"");
        }
    }

    private static int token(String id, String secret) throws Exception {
        String both =
                Base64.getEncoder()
                        .encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return service.form("/oauth2/token", "Basic " + both, "grant_type=client_credentials")
                .status();
    }

    @Test
    void aMachineIsRegisteredAndEnded() throws Exception {
        String fields = "id=adm-erp&organisation=P-1&roles=enterprise_reporter";
        try (Browser admin = signedIn("adm-nation")) {
            HttpResponse<String> added = admin.post(MACHINES, MACHINES, fields);
            Matcher told = Pattern.compile("class=\"link\">([^<]+)<").matcher(added.body());
            assertThat(told.find()).as(added.body()).isTrue();
            String secret = told.group(1);
            assertThat(token("adm-erp", secret)).isEqualTo(200);
            HttpResponse<String> again = admin.post(MACHINES, MACHINES, fields);
            assertThat(again.statusCode()).isEqualTo(422);
            assertThat(again.body())
                    .contains("there is a machine of this name")
                    .doesNotContain(secret);
            HttpResponse<String> asked = admin.post(MACHINES, MACHINES + "/end", "id=adm-erp");
            assertThat(asked.body()).contains("Yes, do it");
            assertThat(token("adm-erp", secret)).as("not yet").isEqualTo(200);
            HttpResponse<String> ended =
                    admin.post(MACHINES, MACHINES + "/end", "id=adm-erp&sure=yes");
            assertThat(ended.body()).contains("The machine has ended").doesNotContain("adm-erp");
            assertThat(token("adm-erp", secret)).isEqualTo(401);
            assertThat(admin.post(MACHINES, MACHINES + "/end", "id=adm-erp&sure=yes").statusCode())
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id=a+b&organisation=P&roles=customs|id",
                "id=adm-m&organisation=&roles=customs|organisation",
                "id=adm-m&organisation=P|roles",
                "id=adm-m&organisation=P&roles=administrator|roles",
            })
    void aMachineThatCannotBeIsRefused(String line) throws Exception {
        String[] parts = line.split("\\|", -1);
        try (Browser admin = signedIn("adm-nation")) {
            HttpResponse<String> page = admin.post(MACHINES, MACHINES, parts[0]);
            assertThat(page.statusCode()).isEqualTo(422);
            assertThat(page.body()).contains("href=\"#" + parts[1] + "\"");
        }
    }

    private static String limit(String value, String from) {
        return "limit=stocktake_days_max&value=%s&from=%s&source=a+notice&source_zh=%%E9%%80%%9A%%E7%%9F%%A5"
                .formatted(value, from);
    }

    @Test
    void anotherLimitShowsWhatItWouldAlterAndAltersNothing() throws Exception {
        try (Browser admin = signedIn("adm-nation")) {
            int before = service.service().analysis().newest().reconciliation().findings().size();
            assertThat(admin.post(LIMITS, LIMITS, limit("45", "2019-01-01")).body())
                    .contains("Raised in addition: 0", "No longer raised: 0");
            HttpResponse<String> strict = admin.post(LIMITS, LIMITS, limit("1", "2019-01-01"));
            assertThat(strict.statusCode()).as(strict.body()).isEqualTo(200);
            assertThat(strict.body())
                    .contains("What it would alter", "takes the place of a row", "Propose it")
                    .doesNotContain("Raised in addition: 0");
            assertThat(service.service().analysis().newest().reconciliation().findings())
                    .hasSize(before);
            HttpResponse<String> changed =
                    admin.post(LIMITS, LIMITS, limit("1", "2019-01-01") + "&go=change");
            assertThat(changed.body()).contains("value=\"1\"", "value=\"2019-01-01\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limits|limit=emperor&value=1&from=2026-01-01&source=s&source_zh=s|limit",
                "limits|limit=stocktake_days_max&value=much&from=2026-01-01&source=s&source_zh=s|value",
                "limits|limit=stocktake_days_max&value=-1&from=2026-01-01&source=s&source_zh=s|value",
                "limits|limit=stocktake_days_max&value=1.5&from=2026-01-01&source=s&source_zh=s|value",
                "limits|limit=stocktake_days_max&value=NaN&from=2026-01-01&source=s&source_zh=s|value",
                "limits|limit=stocktake_days_max&value=1&from=soon&source=s&source_zh=s|from",
                "limits|limit=stocktake_days_max&value=1&from=2026-01-01&source=&source_zh=s|source",
                "penalties|clause=x&from=2026-01-01|law_en",
                "duties|duty=record-flow&from=2026-01-01|asks_zh",
                "split-deadlines|year=26&working_days=5&from=2026-01-01&confidence=primary&source=s&source_zh=s|year",
            })
    void aRowOfLawThatCannotBeIsToldBesideItsField(String line) throws Exception {
        String[] parts = line.split("\\|", -1);
        String path = "/administration/reference/" + parts[0] + "/row";
        try (Browser admin = signedIn("adm-nation")) {
            for (String go : List.of("&go=check", "&go=propose&key=k")) {
                HttpResponse<String> page = admin.post(path, path, parts[1] + go);
                assertThat(page.statusCode()).isEqualTo(422);
                assertThat(page.body())
                        .contains("href=\"#" + parts[2] + "\"", "aria-invalid=\"true\"");
            }
        }
    }

    @Test
    void aDutyIsProposedByOneAdministratorAndPutIntoForceByAnother() throws Exception {
        String path = "/administration/reference/duties/row";
        String fields =
                "duty=adm-duty&law_en=A+fictional+act&law_zh=%E6%9F%90%E6%B3%95&asks_en=firms+wave&asks_zh=%E6%8C%A5%E6%89%8B"
                        + "&from=2026-01-01&confidence=primary&source=gazette&source_zh=%E5%85%AC%E6%8A%A5";
        try (Browser admin = signedIn("adm-nation");
                Browser second = signedIn("adm-second");
                Browser auditor = signedIn("adm-auditor")) {
            HttpResponse<String> effect = admin.post(path, path, fields);
            assertThat(effect.body()).contains("takes the place of no row", "firms wave");
            String sent = fields + "&go=propose&key=" + hidden(effect, "key");
            HttpResponse<String> proposed = admin.post(path, path, sent);
            assertThat(proposed.body()).contains("Row of dated law", "A fictional act");
            assertThat(proposed.body()).doesNotContain("name=\"reason\"");
            assertThat(admin.get("/administration/reference").body()).doesNotContain("firms wave");
            String address = proposed.uri().getPath();
            assertThat(auditor.get(address).body())
                    .contains("A fictional act")
                    .doesNotContain("/administration/reference/proposals/");
            String name = address.substring(address.lastIndexOf('/') + 1);
            String looked = "/administration/reference/proposals/" + name;
            assertThat(second.get(address).body()).contains(looked);
            assertThat(second.get(looked).body()).contains("firms wave", "To the proposal");
            HttpResponse<String> approval = second.get(address);
            HttpResponse<String> approved =
                    second.post(address, address + "/approval", "key=" + hidden(approval, "key"));
            assertThat(approved.body()).contains("approved</span>");
            assertThat(second.get("/administration/reference").body())
                    .contains("firms wave", "enacted by two administrators");
            assertThat(second.get(looked).statusCode()).isEqualTo(404);
            assertThat(admin.get(path + "?like=adm-duty").body()).contains("A fictional act");
            service.awaitAnalysis();
        }
    }

    @Test
    void everyPageIsWholeInBothLanguages() throws Exception {
        try (Browser admin = signedIn("adm-nation")) {
            for (String path :
                    List.of(
                            "/administration?x=",
                            MACHINES + "?x=",
                            PARTIES + "?x=",
                            MEMBERSHIPS + "?x=",
                            "/administration/reference?x=",
                            LIMITS + "?like=transfer_days_max",
                            "/administration/reference/penalties/row?x=",
                            "/administration/reference/duties/row?x=",
                            "/administration/reference/split-deadlines/row?x=")) {
                PagesIT.assertSound(admin.get(path + "&lang=zh"), "zh-CN");
                PagesIT.assertSound(admin.get(path + "&lang=en"), "en");
            }
        }
    }

    @Test
    void whoIsNoAdministratorSeesNoneOfIt() throws Exception {
        try (Browser auditor = signedIn("adm-auditor")) {
            for (String path :
                    List.of(
                            "/administration",
                            MACHINES,
                            PARTIES,
                            "/administration/reference",
                            LIMITS)) {
                assertThat(auditor.get(path).statusCode()).as(path).isEqualTo(403);
            }
        }
    }
}
