package org.ytterby.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ytterby.core.supervision.Finding;
import org.ytterby.server.identity.Role;

/// What others do in a case, on pages alone: a laboratory gets a sample, customs a task, and the
/// public tells something.
@ExtendWith(ExampleService.class)
class CaseWorkPagesIT {
    private static TestService service;
    private static String finding;

    @BeforeAll
    static void people(TestService loaded) throws Exception {
        service = loaded;
        finding =
                loaded.service().analysis().newest().reconciliation().findings().stream()
                        .map(Finding::id)
                        .findFirst()
                        .orElseThrow();
        service.person("work-supervisor", "authority", Role.SUPERVISOR);
        service.person("work-customs", "customs-work", Role.CUSTOMS);
        service.person("work-other", "customs-other", Role.CUSTOMS);
        service.person("work-laboratory", "laboratory-work", Role.LABORATORY);
    }

    private static Browser signedIn(String name) throws Exception {
        return Browser.signedIn(service, name);
    }

    private static String opened(Browser supervisor) throws Exception {
        return CaseDesk.opened(supervisor, "finding", finding, "assigned", "work-supervisor");
    }

    @Test
    void aSampleGoesFromHandToHand() throws Exception {
        try (Browser supervisor = signedIn("work-supervisor");
                Browser laboratory = signedIn("work-laboratory")) {
            String at = "/cases/" + opened(supervisor);
            assertThat(supervisor.get(at).body()).doesNotContain(at + "/unseal", at + "/dispatch");
            CaseDesk.enter(supervisor, at + "/seal", "seal", "N-1", "place", "heap 1");
            CaseDesk.enter(
                    supervisor,
                    at + "/sample",
                    "sample",
                    "S-1",
                    "seal",
                    "N-2",
                    "lot",
                    "",
                    "material",
                    "ore in three parts");
            assertThat(supervisor.get(at + "/dispatch").body())
                    .contains(">S-1</option>", "laboratory-work");
            assertThat(laboratory.get(at + "/receive?part=S-1").statusCode())
                    .as("before it was sent there")
                    .isEqualTo(404);
            CaseDesk.enter(supervisor, at + "/dispatch", "sample", "S-1", "to", "laboratory-work");
            assertThat(laboratory.get("/samples").body()).contains("S-1", "on its way here");
            HttpResponse<String> received =
                    CaseDesk.enter(
                            laboratory,
                            at + "/receive",
                            "sample",
                            "S-1",
                            "intact",
                            "yes",
                            "remark",
                            "by courier");
            assertThat(received.uri().getPath()).isEqualTo("/samples");
            assertThat(received.body())
                    .contains("Entered into the ledger at position", "held here");
            CaseDesk.enter(
                    laboratory,
                    at + "/result",
                    "sample",
                    "S-1",
                    "assay",
                    "",
                    "result",
                    "1.2 % REO by ICP-MS");
            assertThat(laboratory.get(at).statusCode())
                    .as("the case itself is not theirs to see")
                    .isEqualTo(403);
            CaseDesk.enter(
                    supervisor, at + "/unseal", "seal", "N-1", "intact", "no", "remark", "torn");
            assertThat(supervisor.get(at).body())
                    .contains("1.2 % REO by ICP-MS", "Seal taken off", "by courier");
        }
    }

    @Test
    void aTaskOfALaboratoryIsAnsweredThere() throws Exception {
        try (Browser supervisor = signedIn("work-supervisor");
                Browser laboratory = signedIn("work-laboratory")) {
            String at = "/cases/" + opened(supervisor);
            String due = LocalDate.now(ZoneOffset.ofHours(8)).plusDays(10).toString();
            assertThat(supervisor.get(at + "/task").body()).contains("laboratory-work");
            CaseDesk.enter(
                    supervisor,
                    at + "/task",
                    "task",
                    "method",
                    "to",
                    "laboratory-work",
                    "request",
                    "By which method?",
                    "due",
                    due);
            assertThat(laboratory.get("/tasks").body()).contains("By which method?");
            assertThat(laboratory.get(at).statusCode())
                    .as("the case itself is not theirs to see")
                    .isEqualTo(403);
            CaseDesk.enter(laboratory, at + "/answer", "task", "method", "answer", "By ICP-MS.");
            assertThat(supervisor.get(at).body()).contains("By ICP-MS.");
        }
    }

    @Test
    void aTaskIsAnsweredByItsDepartmentAlone() throws Exception {
        try (Browser supervisor = signedIn("work-supervisor");
                Browser customs = signedIn("work-customs");
                Browser other = signedIn("work-other")) {
            String name = opened(supervisor);
            String at = "/cases/" + name;
            String due = LocalDate.now(ZoneOffset.ofHours(8)).plusDays(10).toString();
            CaseDesk.enter(
                    supervisor,
                    at + "/task",
                    "task",
                    "exports",
                    "to",
                    "customs-work",
                    "request",
                    "Exports since May?",
                    "due",
                    due);
            CaseDesk.enter(supervisor, at + "/note", "evidence", "not for customs");
            assertThat(customs.get("/tasks").body())
                    .contains("Exports since May?", name, "in 10 days")
                    .doesNotContain("href=\"" + at + "\"", "not for customs");
            assertThat(other.get("/tasks").body()).doesNotContain(name);
            assertThat(other.get(at + "/answer").statusCode()).isEqualTo(404);
            HttpResponse<String> answered =
                    CaseDesk.enter(
                            customs, at + "/answer", "task", "exports", "answer", "None declared.");
            assertThat(answered.uri().getPath()).isEqualTo("/tasks");
            assertThat(customs.get("/tasks").body()).contains("answered");
            assertThat(supervisor.get(at).body()).contains("None declared.");
            HttpResponse<String> again =
                    customs.post(
                            "/tasks",
                            at + "/answer",
                            CaseDesk.sent(
                                    "task",
                                    "exports",
                                    "answer",
                                    "Again.",
                                    "go",
                                    "enter",
                                    "key",
                                    "again" + name));
            assertThat(again.statusCode()).isEqualTo(422);
            assertThat(again.body()).contains("Again.");
        }
    }

    @Test
    void whatIsWrongIsToldBesideItsField() throws Exception {
        try (Browser supervisor = signedIn("work-supervisor")) {
            String at = "/cases/" + opened(supervisor);
            HttpResponse<String> named =
                    supervisor.post(
                            at + "/seal",
                            at + "/seal",
                            CaseDesk.sent("seal", "封条 1", "place", "heap"));
            assertThat(named.statusCode()).isEqualTo(422);
            assertThat(named.body()).contains("without spaces", "封条 1", "href=\"#seal\"");
            HttpResponse<String> looked =
                    supervisor.post(
                            at + "/note",
                            at + "/unseal",
                            CaseDesk.sent("seal", "N-9", "intact", "perhaps", "remark", "r"));
            assertThat(looked.statusCode()).isEqualTo(422);
            assertThat(looked.body()).contains("Choose one of the two");
        }
    }

    @Test
    void clausesInForceAreSuggestedWithTheirRanges() throws Exception {
        try (Browser supervisor = signedIn("work-supervisor")) {
            String at = "/cases/" + opened(supervisor);
            CaseDesk.enter(
                    supervisor,
                    at + "/decision",
                    "ruling",
                    "confirmed",
                    "reason",
                    "It is so.",
                    "clause",
                    "Article 1");
            assertThat(supervisor.get(at + "/penalty").body())
                    .contains("<datalist", "Clauses in force", "CNY ");
        }
    }

    @Test
    void thePublicTellsSomethingAndComesBackByACode() throws Exception {
        try (Browser anybody = new Browser(service);
                Browser supervisor = signedIn("work-supervisor")) {
            HttpResponse<String> empty = anybody.post("/tell", "/tell", "text=+");
            assertThat(empty.statusCode()).isEqualTo(422);
            String told = "Lorries at night.\r\nEvery Monday.";
            HttpResponse<String> page = anybody.post("/tell", "/tell", CaseDesk.sent("text", told));
            Matcher code =
                    Pattern.compile("<code class=\"secret\">([^<]+)</code>").matcher(page.body());
            assertThat(code.find()).as(page.body()).isTrue();
            String number = number(supervisor.get("/tip-offs").body(), "Lorries at night.");
            String at = "/tip-offs/" + number;
            supervisor.post(at, at + "/answer", CaseDesk.sent("text", "Which road?"));
            supervisor.post(at, at + "/state", "state=taken-up");
            String follow = CaseDesk.sent("code", code.group(1));
            assertThat(anybody.post("/tell", "/tell/follow", follow).body())
                    .contains("Every Monday.", "Which road?", "taken up");
            anybody.post("/tell", "/tell/addition", follow + "&text=The+north+one.");
            assertThat(supervisor.get(at).body()).contains("The north one.");
            HttpResponse<String> unknown =
                    anybody.post("/tell", "/tell/follow", "code=NOBODY-KNOWS");
            assertThat(unknown.statusCode()).isEqualTo(422);
            assertThat(unknown.body()).contains("Nothing was told under this code");
            String name =
                    CaseDesk.opened(
                            supervisor,
                            "finding",
                            "tip-off-" + number,
                            "assigned",
                            "work-supervisor",
                            "party",
                            "some-enterprise",
                            "facility",
                            "");
            assertThat(supervisor.get(at).body()).contains("/cases/" + name);
        }
    }

    private static String number(String list, String text) {
        Matcher row =
                Pattern.compile("href=\"/tip-offs/(\\d+)\"(?:(?!href=)[\\s\\S])*?" + text)
                        .matcher(list);
        assertThat(row.find()).as(list).isTrue();
        return row.group(1);
    }

    @Test
    void tipOffsAreForTheNationsSupervisors() throws Exception {
        try (Browser customs = signedIn("work-customs")) {
            assertThat(customs.get("/tip-offs").statusCode()).isEqualTo(403);
            assertThat(customs.get("/supervision/visits").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void theInspectionPlanSaysWhereToGoFirst() throws Exception {
        try (Browser supervisor = signedIn("work-supervisor")) {
            assertThat(supervisor.get("/supervision/visits").body())
                    .contains("Where to go first", "What to measure again", "What to count");
        }
    }
}
