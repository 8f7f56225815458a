package org.ytterby.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ytterby.server.TestService.Answer;
import org.ytterby.server.TestService.Person;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Jurisdiction;
import org.ytterby.server.identity.Role;
import tools.jackson.databind.JsonNode;

/// Notices as people get them over HTTP: of cases, proposals, findings and deadlines.
@ExtendWith(ExampleService.class)
class NoticesIT {
    private static final String OTHER_PARTY = "notices-other-party";
    private static final String LATER =
            Long.toString(System.currentTimeMillis() * 1_000 + 30 * 86_400_000_000L);

    private static TestService service;
    private static ToldCases cases;
    private static Person supervisor;
    private static Person reporter;
    private static Person stranger;
    private static Person customs;

    @BeforeAll
    static void signIn(TestService shared) throws Exception {
        service = shared;
        supervisor = service.person("nt-supervisor", "authority", Role.SUPERVISOR);
        cases = new ToldCases(service, supervisor, "nt-supervisor");
        reporter =
                service.person("nt-reporter", ExampleService.SOME_PARTY, Role.ENTERPRISE_REPORTER);
        stranger = service.person("nt-stranger", OTHER_PARTY, Role.ENTERPRISE_REPORTER);
        customs = service.person("nt-customs", "nt-customs-1", Role.CUSTOMS);
    }

    private static List<String> notices(Person person, String subject) throws Exception {
        List<String> kinds = new ArrayList<>();
        for (JsonNode notice : person.get("/api/v1/notices?limit=1000").json().path("items")) {
            if (notice.path("subject").asString().equals(subject)) {
                kinds.add(notice.path("kind").asString());
            }
        }
        return kinds;
    }

    /// What somebody is told leads to pages that they may open.
    private static void assertOpens(Person person, String subject) throws Exception {
        int opened = 0;
        for (JsonNode notice : person.get("/api/v1/notices?limit=1000").json().path("items")) {
            String link = notice.path("link").asString();
            if (notice.path("subject").asString().equals(subject) && !link.isEmpty()) {
                assertThat(person.get(link).status()).as(link).isEqualTo(200);
                opened++;
            }
        }
        assertThat(opened).as("links of %s", subject).isPositive();
    }

    @Test
    void aCaseIsToldStepByStepToThoseWhomItConcerns() throws Exception {
        cases.open("NT-1");
        cases.send(
                supervisor,
                "/cases/NT-1/question",
                "{\"question\":\"why?\",\"due_micros\":%s}".formatted(LATER));
        cases.send(
                supervisor,
                "/cases/NT-1/tasks",
                "{\"task\":\"T\",\"organisation\":\"nt-customs-1\",\"request\":\"?\",\"due_micros\":%s}"
                        .formatted(LATER));
        cases.send(reporter, "/cases/NT-1/reply", "{\"reply\":\"because\"}");
        cases.awaitAll();
        assertThat(notices(reporter, "NT-1")).containsExactly("case-asked");
        assertThat(notices(supervisor, "NT-1")).containsExactly("case-replied");
        assertThat(notices(customs, "NT-1")).containsExactly("task-given");
        assertThat(notices(stranger, "NT-1")).isEmpty();
        JsonNode notice =
                supervisor
                        .get("/api/v1/notices")
                        .json()
                        .path("items")
                        .valueStream()
                        .filter(n -> n.path("subject").asString().equals("NT-1"))
                        .findFirst()
                        .orElseThrow();
        assertThat(notice.path("link").asString()).isEqualTo("/cases/NT-1");
        assertThat(notice.path("read").asBoolean()).isFalse();
        assertOpens(supervisor, "NT-1");
        assertOpens(reporter, "NT-1");
        assertOpens(customs, "NT-1");
    }

    @Test
    void noticesAreReadOnePageAtATimeUnreadOnesFirst() throws Exception {
        Person own = service.person("nt-pages", "nt-pages-1", Role.CUSTOMS);
        cases.open("NT-2");
        for (int i = 0; i < 3; i++) {
            cases.send(
                    supervisor,
                    "/cases/NT-2/tasks",
                    "{\"task\":\"T-%d\",\"organisation\":\"nt-pages-1\",\"request\":\"?\",\"due_micros\":%s}"
                            .formatted(i, LATER));
        }
        cases.awaitAll();
        JsonNode all = own.get("/api/v1/notices").json();
        assertThat(all.path("unread").asInt()).isEqualTo(3);
        String newest = all.path("items").get(0).path("id").asString();
        String oldest = all.path("items").get(2).path("id").asString();
        String read = "/api/v1/notices/read";
        assertThat(stranger.post(read, "{\"ids\":[%s]}".formatted(newest), "").status())
                .isEqualTo(200);
        assertThat(own.get("/api/v1/notices").json().path("unread").asInt())
                .as("not by others")
                .isEqualTo(3);
        JsonNode left = own.post(read, "{\"ids\":[%s]}".formatted(newest), "").json();
        assertThat(left.path("unread").asInt()).isEqualTo(2);
        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = own.get("/api/v1/notices?limit=1&after=" + after).json();
            seen.add(page.path("items").get(0).path("id").asString());
            after = page.path("next").asString("");
        } while (!after.isEmpty());
        assertThat(seen).hasSize(3).startsWith(all.path("items").get(1).path("id").asString());
        assertThat(seen).endsWith(newest).contains(oldest);
        assertThat(own.post(read, "{\"up_to\":%s}".formatted(newest), "").json().path("unread"))
                .hasToString("0");
        assertThat(own.post(read, "{}", "").status()).isEqualTo(422);
        assertThat(own.get("/api/v1/notices?after=x").status()).isEqualTo(400);
        assertThat(own.get("/api/v1/notices?limit=0").status()).isEqualTo(400);
    }

    @Test
    void settingsAreOnesOwnAndSayThatNoMailIsSent() throws Exception {
        Person own = service.person("nt-settings", "nt-settings-1", Role.CUSTOMS);
        String path = "/api/v1/notice-settings";
        JsonNode others = customs.get(path).json();
        JsonNode unset = own.get(path).json();
        assertThat(unset.path("mail_offered").asBoolean()).isFalse();
        assertThat(unset.path("mail").asString()).isEqualTo("daily");
        assertThat(own.send("PUT", path, "{\"language\":\"zh\",\"mail\":\"none\"}").status())
                .isEqualTo(200);
        cases.open("NT-3");
        cases.send(
                supervisor,
                "/cases/NT-3/tasks",
                "{\"task\":\"T\",\"organisation\":\"nt-settings-1\",\"request\":\"?\",\"due_micros\":%s}"
                        .formatted(LATER));
        cases.awaitAll();
        assertThat(own.get("/api/v1/notices").json().path("items").get(0).path("text").asString())
                .startsWith("本部门协查事项：NT-3，期限 ");
        own.send("PUT", path, "{\"language\":\"en\"}");
        assertThat(own.get("/api/v1/notices").json().path("items").get(0).path("text").asString())
                .startsWith("A task for your department: NT-3, due ");
        for (String bad :
                List.of(
                        "{\"email\":\"a@example.org\"}",
                        "{\"language\":\"fr\"}",
                        "{\"mail\":\"hourly\"}",
                        "{\"digest_hour\":24}",
                        "{\"webhook\":\"http://127.0.0.1/\",\"webhook_secret\":\"0123456789abcdef\"}",
                        "{\"webhook\":\"https://example.org/\"}")) {
            Answer answer = own.send("PUT", path, bad);
            assertThat(answer.status()).as(bad).isEqualTo(422);
        }
        assertThat(own.post(path + "/confirmation", "{\"code\":\"x\"}", "").status())
                .isEqualTo(422);
        assertThat(customs.get(path).json()).as("of others it stays").isEqualTo(others);
        assertThat(own.post(path + "/test", "", "").status()).isEqualTo(200);
        assertThat(notices(own, "nt-settings")).containsExactly("test");
    }

    @Test
    void aProposalIsToldToThoseWhoMayDecideItAndItsEndToWhoProposedIt() throws Exception {
        Person first = service.person("nt-decider-1", "authority", Role.EXPORT_DECIDER);
        Person second = service.person("nt-decider-2", "authority", Role.EXPORT_DECIDER);
        Person regional =
                service.person(
                        new Caller(
                                "nt-decider-3",
                                "authority-15",
                                Set.of(Role.EXPORT_DECIDER),
                                new Jurisdiction("15")));
        Person officer = service.person("nt-officer", "authority", Role.PLAN_OFFICER);
        cases.send(
                first,
                "/proposals/grants",
                """
                {"proposal":"NT-P1","table":"licences","row":{"licence":"NT-L1","exporter":"%s","consignee":"F-02",
                 "end_user":"F-02","destination":"XB","product":"la-oxide","mass_kg":"10","valid_from":"2026-01-01",
                 "valid_until":"2026-12-31"}}
                """
                        .formatted(ExampleService.SOME_PARTY));
        cases.awaitAll();
        assertThat(notices(second, "NT-P1")).containsExactly("proposal-waiting");
        for (Person other : List.of(first, regional, officer, supervisor, reporter)) {
            assertThat(notices(other, "NT-P1")).isEmpty();
        }
        cases.send(second, "/proposals/rejections", "{\"proposal\":\"NT-P1\",\"reason\":\"no\"}");
        cases.awaitAll();
        assertThat(notices(first, "NT-P1")).containsExactly("proposal-rejected");
        assertOpens(first, "NT-P1");
        assertOpens(second, "NT-P1");
        assertThat(notices(second, "NT-P1")).containsExactly("proposal-waiting");
    }

    @Test
    void aPenaltyWaitsForAnotherSupervisorAndIsThenToldToTheEnterprise() throws Exception {
        Person other = service.person("nt-supervisor-2", "authority", Role.SUPERVISOR);
        cases.open("NT-4");
        String clause = "decree-785-25-failure";
        cases.send(
                supervisor,
                "/cases/NT-4/decision",
                "{\"confirmed\":true,\"reason\":\"seen\",\"clause\":\"%s\"}".formatted(clause));
        cases.send(
                supervisor,
                "/cases/NT-4/penalty",
                "{\"proposal\":\"NT-P2\",\"clause\":\"%s\",\"fine_yuan\":60000,\"reason\":\"r\"}"
                        .formatted(clause));
        cases.awaitAll();
        assertThat(notices(other, "NT-P2")).containsExactly("proposal-waiting");
        assertThat(notices(supervisor, "NT-P2")).isEmpty();
        cases.send(other, "/proposals/approvals", "{\"proposals\":[\"NT-P2\"]}");
        cases.awaitAll();
        assertThat(notices(supervisor, "NT-P2")).containsExactly("proposal-approved");
        assertThat(notices(reporter, "NT-4")).containsExactly("case-penalised", "case-decided");
        assertThat(notices(stranger, "NT-4")).isEmpty();
    }

    @Test
    void aNewFindingIsToldToWhomItConcernsAndCountedForSupervisors() throws Exception {
        String party =
                service.bean(JdbcClient.class)
                        .sql("SELECT party FROM ledger.facility WHERE facility = 'SEP-02'")
                        .query(String.class)
                        .single();
        Person concerned = service.person("nt-concerned", party, Role.ENTERPRISE_REPORTER);
        Person admin = service.person("nt-admin", "authority", Role.ADMINISTRATOR);
        declare(
                admin,
                "assays",
                "{\"assay\":\"A-NT\",\"subject\":\"NT-lot\",\"basis\":\"oxide\",\"treo\":\"0.5\",\"Ce\":\"1\"}");
        declare(
                admin,
                "flows",
                """
                {"record":"NT-R","type":"extraction","time":"2019-12-20T10:00:00+08:00","facility":"SEP-02",
                 "direction":"out","lot":"NT-lot","product":"conc-mixed","mass_kg":"5000"}
                """);
        long size = service.service().ledger().size();
        ToldCases.await(() -> cases.progress("generation") >= size);
        JsonNode own = concerned.get("/api/v1/findings?limit=1000").json().path("items");
        List<String> ids = own.findValuesAsString("id");
        List<String> told = new ArrayList<>();
        for (JsonNode notice : concerned.get("/api/v1/notices").json().path("items")) {
            if (notice.path("kind").asString().equals("finding-new")) {
                told.add(notice.path("subject").asString());
            }
        }
        assertThat(told).isNotEmpty().isSubsetOf(ids).doesNotHaveDuplicates();
        assertThat(notices(stranger, told.getFirst())).isEmpty();
        assertOpens(concerned, told.getFirst());
        JsonNode counted = supervisor.get("/api/v1/notices?limit=1000").json();
        assertThat(counted.findValuesAsString("link")).contains("/supervision/findings");
        assertThat(counted.findValuesAsString("kind"))
                .contains("findings-new")
                .doesNotContain("finding-new");
    }

    private static void declare(Person admin, String table, String row) throws Exception {
        cases.send(
                admin, "/declarations", "{\"table\":\"%s\",\"rows\":[%s]}".formatted(table, row));
    }

    @Test
    void whatIsOverdueIsToldOnceOnBothSides() throws Exception {
        cases.open("NT-5");
        cases.send(
                supervisor,
                "/cases/NT-5/question",
                "{\"question\":\"why?\",\"due_micros\":%s}".formatted(LATER));
        cases.awaitAll();
        JdbcClient jdbc = service.bean(JdbcClient.class);
        String turn = "UPDATE notices.deadline SET due_micros = ? WHERE case_name = 'NT-5'";
        long now = System.currentTimeMillis() * 1_000;
        jdbc.sql(turn).param(now + 86_400_000_000L).update();
        ToldCases.await(() -> notices(reporter, "NT-5").contains("reply-due"));
        jdbc.sql(turn).param(now - 1).update();
        ToldCases.await(() -> notices(supervisor, "NT-5").contains("reply-overdue"));
        assertThat(notices(reporter, "NT-5"))
                .containsExactly("reply-overdue", "reply-due", "case-asked");
        cases.send(reporter, "/cases/NT-5/reply", "{\"reply\":\"late\"}");
        cases.awaitAll();
        assertThat(
                        jdbc.sql("SELECT count(*) FROM notices.deadline WHERE case_name = 'NT-5'")
                                .query(Long.class)
                                .single())
                .as("nothing is awaited any more")
                .isZero();
    }

    @Test
    void aRestartGoesOnWhereItStoppedAndNothingIsToldTwice() throws Exception {
        cases.open("NT-6");
        cases.send(
                supervisor,
                "/cases/NT-6/question",
                "{\"question\":\"why?\",\"due_micros\":%s}".formatted(LATER));
        cases.awaitAll();
        List<String> before = rows();
        JdbcClient jdbc = service.bean(JdbcClient.class);
        // as if every step since the beginning had been killed before it was noted
        jdbc.sql("UPDATE notices.progress SET position = 0, generation = -1").update();
        service.restart();
        service.awaitAnalysis();
        cases.awaitAll();
        long position = service.service().analysis().position();
        ToldCases.await(() -> cases.progress("generation") >= position);
        assertThat(rows()).isEqualTo(before);
        cases.send(reporter, "/cases/NT-6/reply", "{\"reply\":\"because\"}");
        cases.awaitAll();
        assertThat(notices(supervisor, "NT-6")).containsExactly("case-replied");
    }

    /// What was told of this case, to whom.
    private static List<String> rows() {
        return service.bean(JdbcClient.class)
                .sql(
                        "SELECT person || ' ' || cause FROM notices.notice WHERE subject = 'NT-6'"
                                + " OR kind = 'finding-new' ORDER BY person, cause")
                .query(String.class)
                .list();
    }
}
