package org.ytterby.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ytterby.server.TestService.Answer;
import org.ytterby.server.TestService.Person;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Role;

/// Inviting and keeping people: by administrators of the nation, and by those of an enterprise, who
/// reach no further than their own.
@ExtendWith(ExampleService.class)
class PeoplePagesIT {
    private static final String OWN = ExampleService.SOME_PARTY;
    private static final String PHRASE = "a long enough phrase";
    private static final String INVITE = "/people/invitation";
    private static final String PERSON = "/people/person";

    private static TestService service;
    private static Person nation;
    private static Person keeper;

    @BeforeAll
    static void people(TestService loaded) throws Exception {
        service = loaded;
        nation = service.person("people-nation", "authority", Role.ADMINISTRATOR);
        keeper = service.person("people-keeper", OWN, Role.ENTERPRISE_ADMINISTRATOR);
        service.person("people-clerk", OWN, Role.ENTERPRISE_REPORTER);
        service.person("people-laboratory", OWN, Role.LABORATORY);
        service.person("people-other", "P-ELSEWHERE", Role.ENTERPRISE_REPORTER);
    }

    private static Browser signedIn(String name) throws Exception {
        return Browser.signedIn(service, name);
    }

    private static String wanted(String name, String organisation, String... roles) {
        StringBuilder fields =
                new StringBuilder(
                        "name=%s&organisation=%s&jurisdiction="
                                .formatted(Browser.encoded(name), Browser.encoded(organisation)));
        for (String role : roles) {
            fields.append("&roles=").append(role);
        }
        return fields.toString();
    }

    private static String linkOn(HttpResponse<String> page) {
        Matcher link = Pattern.compile(">http[^<]*(/invitation/[^<]+)<").matcher(page.body());
        assertThat(link.find()).as(page.body()).isTrue();
        return link.group(1);
    }

    /// Invites on pages and gives the path of the link.
    private static String invited(Browser browser, String fields) throws Exception {
        HttpResponse<String> confirmation = browser.post(INVITE, INVITE, fields);
        assertThat(confirmation.statusCode()).as(confirmation.body()).isEqualTo(200);
        assertThat(confirmation.body()).contains("They will be invited");
        return linkOn(browser.post(INVITE, INVITE, fields + "&go=enter"));
    }

    private static HttpResponse<String> accept(Browser browser, String link, String password)
            throws Exception {
        String both = Browser.encoded(password);
        return browser.post("/sign-in", link, "password=" + both + "&again=" + both);
    }

    @Test
    void whoIsInvitedChoosesAPasswordOnceAndIsSignedIn() throws Exception {
        try (Browser admin = signedIn("people-nation");
                Browser invitee = new Browser(service);
                Browser thief = new Browser(service)) {
            String link = invited(admin, wanted("people-invited", OWN, "enterprise_reporter"));
            assertThat(admin.get("/people").body())
                    .contains("people-invited")
                    .as("the secret is told once")
                    .doesNotContain(link);
            assertThat(invitee.get(link).body()).contains("people-invited", OWN, "Good until");
            HttpResponse<String> landed = accept(invitee, link, PHRASE);
            assertThat(landed.statusCode()).isEqualTo(200);
            assertThat(invitee.get("/account").body()).contains("people-invited");
            HttpResponse<String> again = accept(thief, link, PHRASE);
            assertThat(again.statusCode()).isEqualTo(410);
            assertThat(again.body()).contains("This link was used already");
            assertThat(thief.get("/account").uri().getPath()).isEqualTo("/sign-in");
            assertThat(thief.signIn("people-invited", PHRASE, "/account").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aLinkThatIsAlteredReplacedTakenBackOrOverIsRefused() throws Exception {
        try (Browser admin = signedIn("people-nation");
                Browser invitee = new Browser(service)) {
            String link = invited(admin, wanted("people-late", OWN, "enterprise_reporter"));
            HttpResponse<String> altered = invitee.get(link.substring(0, link.length() - 2));
            assertThat(altered.statusCode()).isEqualTo(404);
            assertThat(altered.body()).contains("This link is not known");
            String id = waiting("people-late");
            String newer =
                    linkOn(admin.post("/people", "/people/invitations/" + id + "/renewal", ""));
            assertThat(invitee.get(link).body()).contains("This link is not known");
            assertThat(accept(invitee, link, PHRASE).statusCode()).isEqualTo(404);
            assertThat(invitee.get(newer).statusCode()).isEqualTo(200);
            asOwner(
                    "UPDATE identity.invitation SET expires = now() - interval '1 second'"
                            + " WHERE name = 'people-late'");
            HttpResponse<String> late = accept(invitee, newer, PHRASE);
            assertThat(late.statusCode()).isEqualTo(410);
            assertThat(late.body()).contains("its time is over");
            String third =
                    linkOn(admin.post("/people", "/people/invitations/" + id + "/renewal", ""));
            String revoke = "/people/invitations/" + id + "/revocation";
            assertThat(admin.post("/people", revoke, "").body()).contains("was taken back");
            HttpResponse<String> revoked = accept(invitee, third, PHRASE);
            assertThat(revoked.statusCode()).isEqualTo(410);
            assertThat(revoked.body()).contains("This invitation was taken back");
            assertThat(admin.post("/people", revoke, "").statusCode()).isEqualTo(404);
            String renew = "/people/invitations/" + id + "/renewal";
            assertThat(admin.post("/people", renew, "").statusCode()).isEqualTo(404);
            assertThat(invitee.signIn("people-late", PHRASE, "/").statusCode()).isEqualTo(401);
        }
    }

    private static String waiting(String name) throws Exception {
        for (var invitation : nation.get("/api/v1/invitations").json()) {
            if (invitation.path("name").asString().equals(name)) {
                return invitation.path("id").asString();
            }
        }
        throw new AssertionError("no invitation of " + name);
    }

    private static void asOwner(String sql) throws Exception {
        try (Connection connection = service.service().source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aPasswordThatIsUnfitOrMistypedIsRefusedAndTheLinkStays() throws Exception {
        try (Browser admin = signedIn("people-nation");
                Browser invitee = new Browser(service)) {
            String link = invited(admin, wanted("people-unfit", OWN, "enterprise_reporter"));
            HttpResponse<String> unfit = accept(invitee, link, "short");
            assertThat(unfit.statusCode()).isEqualTo(422);
            assertThat(unfit.body()).contains("Too short", "aria-invalid");
            HttpResponse<String> mistyped =
                    invitee.post(
                            "/sign-in", link, "password=" + Browser.encoded(PHRASE) + "&again=x");
            assertThat(mistyped.statusCode()).isEqualTo(422);
            assertThat(mistyped.body()).contains("do not agree");
            service.service()
                    .people()
                    .put(new Caller("people-unfit", OWN, Set.of(Role.LABORATORY)), PHRASE + "!");
            HttpResponse<String> taken = accept(invitee, link, PHRASE);
            assertThat(taken.statusCode()).as("the name went to another").isEqualTo(422);
            assertThat(taken.body()).contains("was given this user name in the meantime");
            assertThat(invitee.signIn("people-unfit", PHRASE, "/").statusCode()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name=a+b&organisation=P&roles=supervisor|#name",
                "name=people-x&organisation=&roles=supervisor|#organisation",
                "name=people-x&organisation=P|#roles",
                "name=people-x&organisation=P&roles=emperor|#roles",
                "name=people-x&organisation=P&roles=supervisor&jurisdiction=151|#jurisdiction",
                "name=people-x&organisation=P&roles=laboratory&jurisdiction=15|#jurisdiction",
            })
    void whoCannotBeSoIsNotInvited(String wanted) throws Exception {
        String[] parts = wanted.split("\\|", -1);
        try (Browser admin = signedIn("people-nation")) {
            HttpResponse<String> page = admin.post(INVITE, INVITE, parts[0] + "&go=enter");
            assertThat(page.statusCode()).isEqualTo(422);
            assertThat(page.body()).contains("role=\"alert\"", "href=\"" + parts[1] + "\"");
        }
    }

    @Test
    void aNameThatIsTakenIsNotInvited() throws Exception {
        try (Browser admin = signedIn("people-nation")) {
            invited(admin, wanted("people-twice", OWN, "enterprise_reporter"));
            for (String name : List.of("people-twice", "people-clerk")) {
                HttpResponse<String> page =
                        admin.post(
                                INVITE,
                                INVITE,
                                wanted(name, OWN, "enterprise_reporter") + "&go=enter");
                assertThat(page.statusCode()).isEqualTo(422);
                assertThat(page.body()).contains("Somebody has this name");
            }
        }
    }

    @Test
    void anEnterprisesAdministratorKeepsItsOwnPeople() throws Exception {
        try (Browser browser = signedIn("people-keeper");
                Browser invitee = new Browser(service)) {
            assertThat(browser.get("/").uri().getPath()).isEqualTo("/people");
            assertThat(browser.get("/people").body())
                    .contains("people-clerk", "people-laboratory")
                    .doesNotContain("people-other", "people-nation");
            String link = invited(browser, wanted("people-colleague", "", "enterprise_reporter"));
            accept(invitee, link, PHRASE);
            assertThat(invitee.get("/account").body()).contains(OWN);
            String changed =
                    wanted("people-colleague", "", "group_officer", "enterprise_administrator");
            assertThat(browser.post(PERSON, PERSON, changed).body())
                    .contains("This will be changed", "group officer");
            HttpResponse<String> done = browser.post(PERSON, PERSON, changed + "&go=enter");
            assertThat(done.body()).contains("Changed. It holds at once", "group officer");
            HttpResponse<String> ended =
                    browser.post(PERSON, PERSON, changed + "&ended=yes&go=enter");
            assertThat(ended.body()).contains("ended");
            assertThat(invitee.get("/account").uri().getPath()).as("at once").isEqualTo("/sign-in");
        }
    }

    @Test
    void anEnterprisesAdministratorReachesNoFurtherOnPages() throws Exception {
        try (Browser browser = signedIn("people-keeper")) {
            assertThat(browser.get(PERSON + "?name=people-other").statusCode()).isEqualTo(404);
            assertThat(browser.get(PERSON + "?name=people-laboratory").body())
                    .contains("a role that you may not give")
                    .doesNotContain("<form class=\"fields\"");
            assertThat(browser.get(PERSON + "?name=people-keeper").body())
                    .contains("This is your own account");
            HttpResponse<String> raised =
                    browser.post("/people", INVITE, wanted("people-y", "", "supervisor"));
            assertThat(raised.statusCode()).isEqualTo(422);
            assertThat(raised.body()).contains("Choose among the roles that you may give");
            HttpResponse<String> elsewhere =
                    browser.post(
                            "/people",
                            INVITE,
                            wanted("people-y", "P-ELSEWHERE", "enterprise_reporter"));
            assertThat(elsewhere.body())
                    .as("the organisation is theirs, whatever is sent")
                    .contains(OWN)
                    .doesNotContain("<dd>P-ELSEWHERE</dd>");
            for (String path : List.of("/administration", "/administration/machines")) {
                assertThat(browser.get(path).statusCode()).isEqualTo(403);
            }
        }
    }

    @Test
    void whatAnEnterprisesAdministratorSendsForOthersChangesNothing() throws Exception {
        try (Browser browser = signedIn("people-keeper")) {
            for (String name : List.of("people-laboratory", "people-keeper")) {
                HttpResponse<String> page =
                        browser.post(
                                "/people",
                                PERSON,
                                wanted(name, "", "enterprise_reporter") + "&go=enter");
                assertThat(page.statusCode()).as(name).isEqualTo(422);
                for (String action : List.of("password", "factor")) {
                    String path = PERSON + "/" + action;
                    assertThat(browser.post("/people", path, "sure=yes&name=" + name).statusCode())
                            .as("%s of %s", action, name)
                            .isEqualTo(422);
                }
            }
            for (String path : List.of(PERSON, PERSON + "/password", PERSON + "/factor")) {
                assertThat(
                                browser.post(
                                                "/people",
                                                path,
                                                wanted("people-other", "", "enterprise_reporter")
                                                        + "&go=enter&sure=yes")
                                        .statusCode())
                        .as(path)
                        .isEqualTo(404);
            }
        }
    }

    private static String json(String name, String organisation, String role) {
        return "{\"name\":\"%s\",\"organisation\":\"%s\",\"roles\":[\"%s\"]}"
                .formatted(name, organisation, role);
    }

    @Test
    void anEnterprisesAdministratorReachesNoFurtherByTheInterface() throws Exception {
        String own = json("people-z", OWN, "enterprise_reporter");
        for (String path : List.of("/api/v1/people", "/api/v1/invitations")) {
            for (String beyond :
                    List.of(
                            json("people-z", "P-ELSEWHERE", "enterprise_reporter"),
                            json("people-z", OWN, "supervisor"),
                            json("people-z", OWN, "administrator"),
                            json("people-z", OWN, "laboratory"))) {
                assertThat(keeper.send("POST", path, beyond).status()).as(beyond).isEqualTo(403);
            }
        }
        assertThat(keeper.get("/api/v1/people/people-other").status()).isEqualTo(404);
        assertThat(keeper.get("/api/v1/people?limit=1000").body())
                .contains("people-clerk")
                .doesNotContain("people-other");
        assertThat(keeper.get("/api/v1/clients").status()).isEqualTo(403);
        Answer invited = keeper.send("POST", "/api/v1/invitations", own);
        assertThat(invited.status()).as(invited.body()).isEqualTo(201);
        String id = invited.json().path("id").asString();
        assertThat(keeper.send("DELETE", "/api/v1/invitations/" + id, "").status()).isEqualTo(204);
    }

    @Test
    void anEnterprisesAdministratorChangesNobodyElseByTheInterface() throws Exception {
        String clerk = "/api/v1/people/people-clerk";
        assertThat(
                        keeper.send("PUT", clerk, json("", "P-ELSEWHERE", "enterprise_reporter"))
                                .status())
                .as("moved away")
                .isEqualTo(403);
        assertThat(keeper.send("PUT", clerk, json("", OWN, "auditor")).status()).isEqualTo(403);
        assertThat(
                        keeper.send(
                                        "PUT",
                                        "/api/v1/people/people-laboratory",
                                        json("", OWN, "enterprise_reporter"))
                                .status())
                .isEqualTo(403);
        String self = "/api/v1/people/people-keeper";
        assertThat(keeper.send("PUT", self, json("", OWN, "group_officer")).status())
                .isEqualTo(409);
        assertThat(keeper.send("POST", self + "/password", "").status()).isEqualTo(409);
        assertThat(keeper.send("POST", "/api/v1/people/people-other/password", "").status())
                .isEqualTo(404);
        assertThat(
                        keeper.send("DELETE", "/api/v1/people/people-laboratory/second-factor", "")
                                .status())
                .isEqualTo(403);
    }

    @Test
    void invitationsOfOthersAreNeitherSeenNorKept() throws Exception {
        Answer invited =
                nation.send(
                        "POST",
                        "/api/v1/invitations",
                        json("people-far", "P-ELSEWHERE", "enterprise_reporter"));
        assertThat(invited.status()).as(invited.body()).isEqualTo(201);
        String at = "/api/v1/invitations/" + invited.json().path("id").asString();
        assertThat(keeper.get("/api/v1/invitations").body()).doesNotContain("people-far");
        assertThat(keeper.send("DELETE", at, "").status()).isEqualTo(404);
        assertThat(keeper.send("POST", at + "/renewal", "").status()).isEqualTo(404);
        Answer raised =
                nation.send("POST", "/api/v1/invitations", json("people-lab2", OWN, "laboratory"));
        String lab = "/api/v1/invitations/" + raised.json().path("id").asString();
        assertThat(keeper.send("DELETE", lab, "").status())
                .as("seen, but of a role that is not theirs to give")
                .isEqualTo(404);
        assertThat(nation.send("DELETE", at, "").status()).isEqualTo(204);
        assertThat(nation.send("DELETE", lab, "").status()).isEqualTo(204);
    }

    @Test
    void whoForgotThePasswordIsHelpedAfterBeingAskedAbout() throws Exception {
        service.person("people-forgot", OWN, Role.ENTERPRISE_REPORTER);
        try (Browser browser = signedIn("people-keeper");
                Browser helped = signedIn("people-forgot")) {
            String path = PERSON + "/password";
            HttpResponse<String> asked = browser.post("/people", path, "name=people-forgot");
            assertThat(asked.body()).contains("Yes, do it");
            assertThat(helped.get("/account").statusCode()).isEqualTo(200);
            HttpResponse<String> done =
                    browser.post("/people", path, "name=people-forgot&sure=yes");
            Matcher drawn = Pattern.compile("class=\"link\">([^<]+)<").matcher(done.body());
            assertThat(drawn.find()).isTrue();
            assertThat(helped.get("/account").uri().getPath()).isEqualTo("/sign-in");
            assertThat(helped.signIn("people-forgot", drawn.group(1), "/").statusCode())
                    .as("to be replaced")
                    .isEqualTo(422);
        }
    }

    @Test
    void everyPageIsWholeInBothLanguages() throws Exception {
        try (Browser admin = signedIn("people-nation");
                Browser own = signedIn("people-keeper")) {
            String link = invited(admin, wanted("people-page", OWN, "enterprise_reporter"));
            for (Browser browser : List.of(admin, own)) {
                for (String path :
                        List.of(
                                "/people?after=",
                                INVITE + "?name=",
                                PERSON + "?name=people-clerk")) {
                    PagesIT.assertSound(browser.get(path + "&lang=zh"), "zh-CN");
                    PagesIT.assertSound(browser.get(path + "&lang=en"), "en");
                }
            }
            try (Browser invitee = new Browser(service)) {
                PagesIT.assertSound(invitee.get(link + "?lang=zh"), "zh-CN");
                PagesIT.assertSound(invitee.get(link + "?lang=en"), "en");
            }
        }
    }
}
