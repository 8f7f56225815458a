package org.ytterby.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ytterby.core.supervision.Finding;
import org.ytterby.server.analysis.Generation;
import org.ytterby.server.identity.Role;

/// A case from finding to closure, on pages alone: by a supervisor, the enterprise and a second
/// supervisor.
@ExtendWith(ExampleService.class)
class CasePagesIT {
    private static TestService service;

    /// A finding that names one enterprise.
    private static Finding finding;

    @BeforeAll
    static void people(TestService loaded) throws Exception {
        service = loaded;
        Generation now = service.service().analysis().newest();
        finding =
                now.reconciliation().findings().stream()
                        .filter(f -> !f.subject().party().isEmpty())
                        .findFirst()
                        .orElseThrow();
        service.person("case-supervisor", "authority", Role.SUPERVISOR);
        service.person("case-second", "authority", Role.SUPERVISOR);
        service.person("case-enterprise", finding.subject().party(), Role.ENTERPRISE_REPORTER);
        service.person("case-stranger", "somebody-else", Role.ENTERPRISE_REPORTER);
    }

    private static Browser signedIn(String name) throws Exception {
        return Browser.signedIn(service, name);
    }

    private static String opened(Browser supervisor) throws Exception {
        assertThat(supervisor.get("/cases/opening?finding=" + Browser.encoded(finding.id())).body())
                .contains("case-second");
        return CaseDesk.opened(supervisor, "finding", finding.id(), "assigned", "case-supervisor");
    }

    @Test
    void aFindingBecomesACaseIsAnsweredDecidedPenalisedByTwoAndClosed() throws Exception {
        try (Browser supervisor = signedIn("case-supervisor");
                Browser second = signedIn("case-second");
                Browser enterprise = signedIn("case-enterprise")) {
            String name = opened(supervisor);
            String at = "/cases/" + name;
            String due = LocalDate.now(ZoneOffset.ofHours(8)).plusDays(30).toString();
            CaseDesk.enter(
                    supervisor,
                    at + "/question",
                    "question",
                    "Where did it come from?",
                    "due",
                    due);
            CaseDesk.enter(supervisor, at + "/note", "evidence", "seen on site");
            assertThat(enterprise.get("/cases").body()).contains(name, "reply awaited");
            CaseDesk.enter(enterprise, at + "/reply", "reply", "A scale was broken.");
            assertThat(enterprise.get(at).body())
                    .contains("Where did it come from?", "A scale was broken.")
                    .doesNotContain("seen on site", "case-supervisor");
            CaseDesk.enter(
                    supervisor,
                    at + "/decision",
                    "ruling",
                    "confirmed",
                    "reason",
                    "The scale was sound.",
                    "clause",
                    "Article 1");
            HttpResponse<String> proposed =
                    CaseDesk.enter(
                            supervisor,
                            at + "/penalty",
                            "clause",
                            "Article 2",
                            "fine",
                            "50000",
                            "reason",
                            "first offence");
            assertThat(proposed.body()).contains("Penalties proposed", "CNY 50,000");
            penalised(supervisor, second, proposed);
            assertThat(supervisor.get(at).body()).contains("Penalty imposed");
            HttpResponse<String> closed =
                    CaseDesk.enter(supervisor, at + "/closure", "reason", "It was paid.");
            assertThat(closed.body()).contains("closed", "It was paid.");
            assertThat(supervisor.get("/cases?state=closed").body()).contains(name);
            assertThat(supervisor.get("/supervision/findings/1").statusCode()).isEqualTo(200);
        }
    }

    /// The first person cannot approve, the second does.
    private static void penalised(Browser supervisor, Browser second, HttpResponse<String> proposed)
            throws Exception {
        Matcher link =
                Pattern.compile("href=\"(/approvals/penalty-[^\"]+)\"").matcher(proposed.body());
        assertThat(link.find()).isTrue();
        String proposal = link.group(1);
        assertThat(supervisor.get(proposal).body())
                .contains("Withdraw")
                .doesNotContain("/approval\"");
        HttpResponse<String> alone =
                supervisor.post(
                        proposal, proposal + "/approval", "key=alone-" + proposal.hashCode());
        assertThat(alone.statusCode()).isEqualTo(422);
        assertThat(alone.body()).contains("the second person must be another one");
        HttpResponse<String> noReason =
                second.post(proposal, proposal + "/rejection", "key=x&reason=");
        assertThat(noReason.statusCode()).isEqualTo(422);
        HttpResponse<String> approved =
                second.post(
                        proposal,
                        proposal + "/approval",
                        "key=" + CaseDesk.hidden(second.get(proposal), "key"));
        assertThat(approved.body()).contains("Entered into the ledger at position", "approved");
    }

    @Test
    void whatIsWrongIsToldBesideItsFieldAndNothingIsLost() throws Exception {
        try (Browser supervisor = signedIn("case-supervisor")) {
            String at = "/cases/" + opened(supervisor);
            HttpResponse<String> wrong =
                    supervisor.post(
                            at + "/question",
                            at + "/question",
                            CaseDesk.sent("question", "Where from?", "due", "2001-01-01"));
            assertThat(wrong.statusCode()).isEqualTo(422);
            assertThat(wrong.body())
                    .contains(
                            "This day has passed", "Where from?", "href=\"#due\"", "aria-invalid");
            HttpResponse<String> early =
                    supervisor.post(
                            at + "/closure",
                            at + "/closure",
                            CaseDesk.sent(
                                    "reason", "x", "go", "enter", "key", "early" + at.hashCode()));
            assertThat(early.statusCode()).isEqualTo(422);
            for (List<String> pair :
                    List.of(
                            List.of("fine", "1.5"),
                            List.of("fine", "-1"),
                            List.of("fine", "99999999999999"))) {
                HttpResponse<String> odd =
                        supervisor.post(
                                at + "/penalty",
                                at + "/penalty",
                                CaseDesk.sent(
                                        "clause", "a", "reason", "b", pair.get(0), pair.get(1)));
                assertThat(odd.statusCode()).isEqualTo(422);
                assertThat(odd.body()).contains("Give whole yuan in digits");
            }
            HttpResponse<String> far =
                    supervisor.post(
                            at + "/penalty",
                            at + "/penalty",
                            CaseDesk.sent(
                                    "clause",
                                    "decree-785-25-failure",
                                    "reason",
                                    "far above",
                                    "fine",
                                    "500000"));
            assertThat(far.statusCode()).isEqualTo(422);
            assertThat(far.body())
                    .contains("This clause allows CNY ", "far above", "href=\"#fine\"");
            HttpResponse<String> refuted =
                    supervisor.post(
                            at + "/decision",
                            at + "/decision",
                            CaseDesk.sent(
                                    "ruling", "refuted", "reason", "r", "clause", "Article 1"));
            assertThat(refuted.body()).contains("leave this empty");
        }
    }

    @Test
    void aCaseOfAnotherIsNotSeenAndNotRepliedTo() throws Exception {
        try (Browser supervisor = signedIn("case-supervisor");
                Browser stranger = signedIn("case-stranger")) {
            String at = "/cases/" + opened(supervisor);
            assertThat(stranger.get(at).statusCode()).isEqualTo(404);
            assertThat(stranger.get(at + "/reply").statusCode()).isEqualTo(404);
            assertThat(stranger.get("/cases").body()).doesNotContain(at);
            assertThat(stranger.get("/cases/opening").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void theSamePageSentTwiceCountsOnce() throws Exception {
        try (Browser supervisor = signedIn("case-supervisor")) {
            String at = "/cases/" + opened(supervisor);
            String twice =
                    CaseDesk.sent("evidence", "weighed twice", "go", "enter", "key", "twice" + at);
            supervisor.post(at + "/note", at + "/note", twice);
            HttpResponse<String> page = supervisor.post(at + "/note", at + "/note", twice);
            assertThat(page.body().split("weighed twice", -1)).hasSize(2);
        }
    }
}
