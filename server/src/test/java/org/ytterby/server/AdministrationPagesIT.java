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
    private static final String LIMIT = "/administration/reference/limit";

    private static TestService service;

    @BeforeAll
    static void people(TestService loaded) throws Exception {
        service = loaded;
        service.person("adm-nation", "authority", Role.ADMINISTRATOR);
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
                    .contains("Newcomer Ltd", "ADM-GROUP (from 2027-01-01)");
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

    @Test
    void anotherLimitShowsWhatItWouldAlterAndAltersNothing() throws Exception {
        try (Browser admin = signedIn("adm-nation")) {
            int before = service.service().analysis().newest().reconciliation().findings().size();
            String same = "?limit=stocktake_days_max&value=45&from=2019-01-01";
            assertThat(admin.get(LIMIT + same).body())
                    .contains("Raised in addition: 0", "No longer raised: 0");
            HttpResponse<String> strict =
                    admin.get(LIMIT + "?limit=stocktake_days_max&value=1&from=2019-01-01");
            assertThat(strict.statusCode()).isEqualTo(200);
            assertThat(strict.body())
                    .contains("findings with the present number, 45", "findings with 1")
                    .doesNotContain("Raised in addition: 0");
            assertThat(service.service().analysis().newest().reconciliation().findings())
                    .hasSize(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=emperor&value=1&from=2026-01-01|limit",
                "limit=stocktake_days_max&value=much&from=2026-01-01|value",
                "limit=stocktake_days_max&value=-1&from=2026-01-01|value",
                "limit=stocktake_days_max&value=1.5&from=2026-01-01|value",
                "limit=stocktake_days_max&value=NaN&from=2026-01-01|value",
                "limit=stocktake_days_max&value=1&from=soon|from",
            })
    void aLimitThatCannotBeIsToldBesideItsField(String line) throws Exception {
        String[] parts = line.split("\\|", -1);
        try (Browser admin = signedIn("adm-nation")) {
            HttpResponse<String> page = admin.get(LIMIT + "?" + parts[0]);
            assertThat(page.statusCode()).isEqualTo(422);
            assertThat(page.body()).contains("href=\"#" + parts[1] + "\"");
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
                            LIMIT + "?limit=transfer_days_max&value=20&from=2019-01-01")) {
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
                            LIMIT)) {
                assertThat(auditor.get(path).statusCode()).as(path).isEqualTo(403);
            }
        }
    }
}
