package org.ytterby.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ytterby.server.TestService.Answer;
import org.ytterby.server.TestService.Person;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Jurisdiction;
import org.ytterby.server.identity.Role;
import tools.jackson.databind.JsonNode;

/// What people do in a case beside asking and deciding: they visit, seal and sample, other
/// departments help, the public tells something, and what was wrong is corrected. Who sees which
/// part of it.
@ExtendWith(ExampleService.class)
class CaseWorkIT {
    private static final String DUE =
            Long.toString(System.currentTimeMillis() * 1_000 + 86_400_000_000L);

    private static Person supervisor;
    private static Person customs;
    private static Person otherCustoms;
    private static Person laboratory;
    private static String finding;

    @BeforeAll
    static void signIn(TestService service) throws Exception {
        supervisor = service.person("cw-supervisor", "authority", Role.SUPERVISOR);
        customs = service.person("cw-customs", "customs-1", Role.CUSTOMS);
        otherCustoms = service.person("cw-customs-2", "customs-2", Role.CUSTOMS);
        laboratory = service.person("cw-laboratory", "laboratory-1", Role.LABORATORY);
        JsonNode first = supervisor.get("/api/v1/findings?limit=1").json().path("items").get(0);
        finding = first.path("id").asString();
    }

    private static Answer send(Person person, String path, String json) throws Exception {
        return Told.post(person, "/api/v1/cases" + path, json);
    }

    private static void take(Person person, String path, String json) throws Exception {
        Told.taken(send(person, path, json));
    }

    private static void refuse(String code, Person person, String path, String json)
            throws Exception {
        Told.refused(code, send(person, path, json));
    }

    /// Opens a case.
    ///
    /// @return somebody of the enterprise that it concerns
    private static Person open(String name, TestService service) throws Exception {
        take(
                supervisor,
                "",
                "{\"name\":\"%s\",\"finding\":\"%s\",\"assigned\":\"cw-supervisor\"}"
                        .formatted(name, finding));
        String party = supervisor.get("/api/v1/cases/" + name).json().path("party").asString();
        return service.person("cw-enterprise", party, Role.ENTERPRISE_REPORTER);
    }

    private static List<String> steps(Person person, String name) throws Exception {
        return person.get("/api/v1/cases/" + name).json().path("steps").findValuesAsString("step");
    }

    @Test
    void aSampleIsFollowedFromHandToHand(TestService service) throws Exception {
        Person enterprise = open("CW-1", service);
        take(supervisor, "/CW-1/visits", "{\"found\":\"three heaps, some 40 t\"}");
        take(supervisor, "/CW-1/seals", "{\"seal\":\"N-1\",\"place\":\"heap 1\"}");
        String sample =
                "{\"sample\":\"S-1\",\"lot\":\"\",\"seal\":\"%s\",\"material\":\"ore, three parts\"}";
        refuse("case-part-exists", supervisor, "/CW-1/samples", sample.formatted("N-1"));
        take(supervisor, "/CW-1/samples", sample.formatted("N-2"));
        String arrival = "{\"sample\":\"S-1\",\"intact\":true,\"remark\":\"by courier\"}";
        assertThat(send(laboratory, "/CW-1/receipts", arrival).status())
                .as("before it was sent there")
                .isEqualTo(404);
        take(supervisor, "/CW-1/dispatches", "{\"sample\":\"S-1\",\"to\":\"laboratory-1\"}");
        JsonNode awaited = laboratory.get("/api/v1/samples").json().path("items").get(0);
        assertThat(awaited.path("underway").asBoolean()).isTrue();
        refuse("case-part-of-another", supervisor, "/CW-1/receipts", arrival);
        String result =
                "{\"sample\":\"S-1\",\"assay\":\"\",\"result\":\"1.2 % REO, Longnan-like\"}";
        refuse("case-part-of-another", laboratory, "/CW-1/results", result);
        take(laboratory, "/CW-1/receipts", arrival);
        take(laboratory, "/CW-1/results", result);
        assertThat(laboratory.get("/api/v1/samples").json().path("items").get(0).path("results"))
                .hasToString("1");
        take(
                supervisor,
                "/CW-1/opened-seals",
                "{\"seal\":\"N-1\",\"intact\":true,\"remark\":\"end\"}");
        assertThat(steps(enterprise, "CW-1"))
                .containsExactly(
                        "opened",
                        "visited",
                        "sealed",
                        "sampled",
                        "dispatched",
                        "received",
                        "resulted",
                        "unsealed");
        assertThat(laboratory.get("/api/v1/cases/CW-1").status())
                .as("the case itself is not theirs to see")
                .isEqualTo(403);
    }

    @Test
    void aDepartmentSeesItsTaskAndNothingElse(TestService service) throws Exception {
        Person enterprise = open("CW-2", service);
        take(
                supervisor,
                "/CW-2/tasks",
                "{\"task\":\"T-1\",\"organisation\":\"customs-1\",\"request\":\"whose lorry?\",\"due_micros\":%s}"
                        .formatted(DUE));
        JsonNode tasks = customs.get("/api/v1/tasks").json().path("items");
        assertThat(tasks).hasSize(1);
        assertThat(tasks.get(0).path("request").asString()).isEqualTo("whose lorry?");
        assertThat(otherCustoms.get("/api/v1/tasks").json().path("items")).isEmpty();
        String answer = "{\"task\":\"T-1\",\"answer\":\"a carrier's\"}";
        refuse("case-part-of-another", otherCustoms, "/CW-2/answers", answer);
        take(customs, "/CW-2/answers", answer);
        refuse("case-part-state", customs, "/CW-2/answers", answer);
        assertThat(customs.get("/api/v1/tasks").json().path("items").get(0).path("answered"))
                .hasToString("true");
        assertThat(steps(supervisor, "CW-2")).containsExactly("opened", "tasked", "answered");
        assertThat(steps(enterprise, "CW-2")).containsExactly("opened");
    }

    @Test
    void whatIsOrderedIsReportedAndChecked(TestService service) throws Exception {
        Person enterprise = open("CW-3", service);
        String order = "{\"order\":\"declare the stock\",\"due_micros\":%s}".formatted(DUE);
        refuse("case-state", supervisor, "/CW-3/order", order);
        take(
                supervisor,
                "/CW-3/decision",
                "{\"confirmed\":true,\"reason\":\"seen\",\"clause\":\"art. 25\"}");
        take(supervisor, "/CW-3/order", order);
        refuse("case-state", supervisor, "/CW-3/closure", "{\"reason\":\"done\"}");
        take(enterprise, "/CW-3/report", "{\"report\":\"declared\"}");
        assertThat(enterprise.get("/api/v1/cases/CW-3").json().path("correction").asString())
                .isEqualTo("reported");
        take(supervisor, "/CW-3/check", "{\"enough\":true,\"reason\":\"it stands in the ledger\"}");
        take(supervisor, "/CW-3/closure", "{\"reason\":\"done\"}");
        assertThat(steps(enterprise, "CW-3"))
                .containsExactly(
                        "opened", "confirmed", "ordered", "reported", "corrected", "closed");
    }

    @Test
    void aRegionWorksOnItsOwnCasesAndOnNoOthers(TestService service) throws Exception {
        JsonNode visit = visitSomewhere();
        String about = visit.path("findings").get(0).path("id").asString();
        String opening = "{\"name\":\"%s\",\"finding\":\"%s\",\"assigned\":\"cw-regional\"}";
        Person here =
                regional(service, "cw-regional", new Jurisdiction(visit.path("region").asString()));
        Person elsewhere = regional(service, "cw-elsewhere", new Jurisdiction("Nowhere"));
        refuse("not-allowed", elsewhere, "", opening.formatted("CW-6", about));
        take(here, "", opening.formatted("CW-6", about));
        String note = "{\"evidence\":\"seen from the road\"}";
        refuse("not-allowed", elsewhere, "/CW-6/note", note);
        take(here, "/CW-6/note", note);
        assertThat(steps(here, "CW-6")).containsExactly("opened", "noted");
        assertThat(elsewhere.get("/api/v1/cases/CW-6").status()).isEqualTo(404);
        assertThat(names(here)).contains("CW-6");
        assertThat(names(elsewhere)).isEmpty();
    }

    /// A facility with findings whose region is known.
    private static JsonNode visitSomewhere() throws Exception {
        for (JsonNode each :
                supervisor.get("/api/v1/inspection-plan?limit=100").json().path("items")) {
            if (!each.path("region").asString().isEmpty()) {
                return each;
            }
        }
        throw new AssertionError("no facility with findings has a region");
    }

    private static Person regional(TestService service, String name, Jurisdiction region)
            throws Exception {
        return service.person(new Caller(name, name, Set.of(Role.SUPERVISOR), region));
    }

    private static List<String> names(Person person) throws Exception {
        return person.get("/api/v1/cases?limit=1000")
                .json()
                .path("items")
                .findValuesAsString("name");
    }

    @Test
    void aFineLiesWithinTheRangeOfItsClause(TestService service) throws Exception {
        JsonNode clauses = supervisor.get("/api/v1/penalty-clauses?on=2026-01-31").json();
        assertThat(clauses.findValuesAsString("clause")).contains("decree-785-25-failure");
        assertThat(supervisor.get("/api/v1/penalty-clauses?on=2024-09-30").json()).isEmpty();
        assertThat(supervisor.get("/api/v1/penalty-clauses?on=May").status()).isEqualTo(400);
        open("CW-5", service);
        take(
                supervisor,
                "/CW-5/decision",
                "{\"confirmed\":true,\"reason\":\"seen\",\"clause\":\"decree-785-25-failure\"}");
        String penalty =
                "{\"proposal\":\"CW-F-%d\",\"clause\":\"decree-785-25-failure\",\"fine_yuan\":%d,\"reason\":\"first\"}";
        Answer above = send(supervisor, "/CW-5/penalty", penalty.formatted(1, 200_001));
        assertThat(above.status()).isEqualTo(422);
        assertThat(above.body()).contains("CNY 50,000 to 200,000");
        assertThat(send(supervisor, "/CW-5/penalty", penalty.formatted(1, 49_999)).status())
                .isEqualTo(422);
        take(supervisor, "/CW-5/penalty", penalty.formatted(1, 200_000));
        take(supervisor, "/CW-5/penalty", penalty.formatted(2, 0));
    }

    @Test
    void thePlanOfInspectionsSaysWhereToGoAndWhatToMeasure() throws Exception {
        JsonNode visits = supervisor.get("/api/v1/inspection-plan?limit=3").json().path("items");
        assertThat(visits).hasSize(3);
        assertThat(visits.get(0).path("findings").get(0).path("severity").asString())
                .isEqualTo("high");
        assertThat(visits).anySatisfy(visit -> assertThat(visit.path("measure")).isNotEmpty());
        assertThat(supervisor.get("/api/v1/inspection-plan?limit=0").status()).isEqualTo(400);
        assertThat(customs.get("/api/v1/inspection-plan").status()).isEqualTo(403);
    }

    @Test
    void aTipOffIsFollowedByItsCodeAndBecomesACase(TestService service) throws Exception {
        Person nobody = service.nobody();
        assertThat(nobody.post("/api/v1/tip-offs", "{\"text\":\" \"}", "").status()).isEqualTo(422);
        Answer told = nobody.post("/api/v1/tip-offs", "{\"text\":\"lorries at night\"}", "");
        assertThat(told.status()).as(told.body()).isEqualTo(200);
        String code = told.json().path("code").asString();
        assertThat(code).matches("([A-Z2-7]{6}-){3}[A-Z2-7]{6}");
        assertThat(customs.get("/api/v1/tip-offs").status()).isEqualTo(403);
        JsonNode heard = supervisor.get("/api/v1/tip-offs?state=new").json().path("items").get(0);
        assertThat(heard.toString()).contains("lorries at night").doesNotContain(code);
        String number = heard.path("number").asString();
        String path = "/api/v1/tip-offs/" + number;
        supervisor.post(path + "/answers", "{\"text\":\"Which gate?\"}", "");
        nobody.post(
                "/api/v1/tip-offs/additions",
                "{\"code\":\"%s\",\"text\":\"the northern one\"}".formatted(code),
                "");
        String opening =
                "{\"name\":\"CW-4\",\"finding\":\"tip-off-%s\",\"assigned\":\"cw-supervisor\"%s}";
        assertThat(send(supervisor, "", opening.formatted(number, "")).status())
                .as("without a party")
                .isEqualTo(422);
        assertThat(send(supervisor, "", opening.formatted("999999", ",\"party\":\"p\"")).status())
                .as("no such tip-off")
                .isEqualTo(422);
        take(
                supervisor,
                "",
                opening.formatted(number, ",\"party\":\"" + ExampleService.SOME_PARTY + "\""));
        assertThat(supervisor.post(path + "/state", "{\"state\":\"lost\"}", "").status())
                .isEqualTo(422);
        supervisor.post(path + "/state", "{\"state\":\"taken-up\"}", "");
        JsonNode followed =
                nobody.post("/api/v1/tip-offs/followed", "{\"code\":\"%s\"}".formatted(code), "")
                        .json();
        assertThat(followed.path("state").asString()).isEqualTo("taken-up");
        assertThat(followed.path("messages").findValuesAsString("by"))
                .containsExactly("public", "authority", "public");
        assertThat(nobody.post("/api/v1/tip-offs/followed", "{\"code\":\"AAAAAA\"}", "").status())
                .isEqualTo(404);
    }
}
