package org.ytterby.server.epcis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.ytterby.core.testing.Vectors;
import org.ytterby.epcis.EpcisDocument;
import org.ytterby.epcis.EpcisEvent;
import org.ytterby.epcis.json.Json;
import org.ytterby.server.identity.Role;

/// Capturing and asking over HTTP, as whoever has only the standard before them would.
class EpcisIT {
    private static final String UUID_START = "urn:uuid:00000000-0000-4000-8000-00000000000";
    private static final AtomicInteger ORGANISATIONS = new AtomicInteger();

    /// Examples of another project that the published schema refuses as well.
    private static final Set<String> LOOSER_THAN_THE_STANDARD =
            Set.of(
                    "AggregationEvent_with_persistentDisposition.json",
                    "SensorData_with_combined_events.json");

    private static EpcisService service;

    @BeforeAll
    static void start() throws IOException {
        service = EpcisService.start();
        service.put("asker", "P-asked", Role.ENTERPRISE_REPORTER);
        service.put("stranger", "P-other", Role.ENTERPRISE_REPORTER);
        service.put("auditor", "P-state", Role.AUDITOR);
        assertThat(capture("asker", resource(), Map.of()).statusCode()).isEqualTo(202);
    }

    @AfterAll
    static void stop() throws IOException {
        service.close();
    }

    private static byte[] resource() throws IOException {
        try (var in = Objects.requireNonNull(EpcisIT.class.getResourceAsStream("events.json"))) {
            return in.readAllBytes();
        }
    }

    private static HttpResponse<byte[]> capture(
            String person, byte[] document, Map<String, String> headers) {
        return service.call(person, "POST", "/epcis/capture", document, headers);
    }

    /// A new organisation of which the person is the only member.
    private static void alone(String person) {
        service.put(person, "P-" + ORGANISATIONS.incrementAndGet(), Role.ENTERPRISE_REPORTER);
    }

    private static List<Json.Members> events(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).as(EpcisService.text(answer)).isEqualTo(200);
        return EpcisDocument.of(EpcisService.json(answer)).events().stream()
                .map(EpcisEvent::tree)
                .toList();
    }

    private static String digits(HttpResponse<byte[]> answer) {
        StringBuilder digits = new StringBuilder();
        for (Json.Members event : events(answer)) {
            digits.append(String.valueOf(event.text("eventID")).replace(UUID_START, ""));
        }
        return digits.toString();
    }

    // ---- vectors

    private static Stream<Path> documents(String... folders) throws IOException {
        List<Path> all = new ArrayList<>();
        for (String folder : folders) {
            try (Stream<Path> files = Files.walk(Vectors.folder("epcis").resolve(folder))) {
                files.filter(file -> file.toString().matches(".*\\.(json|jsonld|xml)"))
                        .forEach(all::add);
            }
        }
        return all.stream().sorted();
    }

    @TestFactory
    Stream<DynamicTest> everyPublishedDocumentIsReadBackEqual() throws IOException {
        return documents("event-hash", "gs1/JSON", "openepcis")
                .filter(file ->
                        !LOOSER_THAN_THE_STANDARD.contains(String.valueOf(file.getFileName())))
                .map(file ->
                        dynamicTest(
                                Vectors.folder("epcis").relativize(file).toString(),
                                () -> isReadBackEqual(Files.readAllBytes(file))));
    }

    private static void isReadBackEqual(byte[] document) {
        alone("publisher");
        boolean isXml = EpcisDocument.isXml(document);
        String type = isXml ? "application/xml" : "application/json";
        HttpResponse<byte[]> taken = capture("publisher", document, Map.of("Content-Type", type));
        assertThat(taken.statusCode()).as(EpcisService.text(taken)).isEqualTo(202);
        Json job =
                EpcisService.json(
                        service.get(
                                "publisher", taken.headers().firstValue("Location").orElseThrow()));
        assertThat(((Json.Members) job).get("success"))
                .as("%s", job)
                .isEqualTo(new Json.Truth(true));
        Json tree = EpcisDocument.read(document).tree();
        List<EpcisEvent> sent = EpcisDocument.of(isXml ? XmlWords.bare(tree) : tree).events();
        List<Json.Members> found = events(service.get("publisher", "/epcis/events?perPage=1000"));
        assertThat(found).hasSameSizeAs(sent);
        for (int i = 0; i < sent.size(); i++) {
            Json.Members event = sent.get(i).tree();
            assertThat(said(found.get(i), event)).isEqualTo(said(event, event));
            assertThat(found.get(i).text("recordTime")).isNotNull();
            isFoundById(found.get(i), event);
        }
    }

    private static void isFoundById(Json.Members found, Json.Members sent) {
        String id = Objects.requireNonNull(found.text("eventID"));
        HttpResponse<byte[]> alone =
                service.get("publisher", "/epcis/events/" + EpcisService.encoded(id));
        assertThat(alone.statusCode()).as(id).isEqualTo(200);
        if (sent.get("errorDeclaration") != null) {
            Json.Members event = (Json.Members) EpcisService.json(alone);
            assertThat(event.get("errorDeclaration")).isNotNull();
        }
        assertThat(
                        events(
                                service.get(
                                        "publisher",
                                        "/epcis/events?EQ_eventID=" + EpcisService.encoded(id))))
                .isNotEmpty();
    }

    /// What was said by the sender, without what a repository adds.
    private static Map<String, Json> said(Json.Members event, Json.Members sent) {
        Map<String, Json> said = new LinkedHashMap<>(event.members());
        said.remove("recordTime");
        for (String added : List.of("eventID", "@context")) {
            if (sent.get(added) == null) {
                said.remove(added);
            }
        }
        return said;
    }

    @ParameterizedTest
    @FieldSource("LOOSER_THAN_THE_STANDARD")
    void examplesThatTheStandardRefusesAreRefused(String file) throws IOException {
        byte[] document =
                Files.readAllBytes(Vectors.folder("epcis").resolve("openepcis").resolve(file));
        HttpResponse<byte[]> refused = capture("stranger", document, Map.of());
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(EpcisService.text(refused)).contains("/epcisBody/eventList/");
    }

    @TestFactory
    Stream<DynamicTest> everyInvalidDocumentIsRefusedByField() throws IOException {
        Map<String, String> fields =
                Map.of(
                        "EPCISDocument_without_context.json", "/@context",
                        "ObjectEvent_with_ilmd_field_without_namespace.json", "materialType",
                        "ObjectEvent_with_quantity_as_text.json", "/quantityList/0/quantity",
                        "ObjectEvent_without_action_and_eventTime.json", "/eventTime",
                        "ObjectEvent_without_identifier_list.json", "epcList");
        return documents("openepcis-invalid")
                .map(file -> {
                    String name = String.valueOf(file.getFileName());
                    return dynamicTest(
                            name,
                            () -> {
                                HttpResponse<byte[]> refused =
                                        capture("stranger", Files.readAllBytes(file), Map.of());
                                assertThat(refused.statusCode()).isEqualTo(400);
                                assertThat(refused.headers().firstValue("Content-Type"))
                                        .hasValue("application/problem+json");
                                assertThat(EpcisService.text(refused))
                                        .contains("epcisException:ValidationException")
                                        .contains(fields.get(name));
                            });
                });
    }

    // ---- queries

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            textBlock =
                    """
                    '' > 12345
                    eventType=ObjectEvent|TransformationEvent > 13
                    EQ_action=ADD > 15
                    EQ_action=DELETE%7COBSERVE > 24
                    EQ_bizStep=packing > 2
                    EQ_bizStep=https%3A%2F%2Fref.gs1.org%2Fcbv%2FBizStep-packing > 2
                    EQ_bizStep=urn:epcglobal:cbv:bizstep:packing&EQ_action=OBSERVE > 2
                    EQ_bizStep=https://example.org/steps/fitting > 5
                    EQ_disposition=active > 1
                    EQ_persistentDisposition_set=completeness_verified > 3
                    EQ_persistentDisposition_unset=completeness_verified > ''
                    EQ_readPoint=https://id.gs1.org/414/0614141073467/254/1234 > 1
                    EQ_readPoint=https://id.gs1.org/414/0614141073467 > ''
                    WD_readPoint=https://id.gs1.org/414/0614141073467 > 1
                    EQ_bizLocation=urn:epc:id:sgln:0614141.07346.0|https://example.org/hall/5 > 15
                    EQ_transformationID=https://id.gs1.org/253/06141410601221234 > 3
                    EQ_transformationID=urn:epc:id:gdti:0614141.06012.1234 > 3
                    MATCH_epc=https://id.gs1.org/01/10614141073464/21/2017 > 12
                    MATCH_epc=https://example.com/01/10614141073464/21/2017?a=b > 12
                    MATCH_epc=urn:epc:id:sgtin:0614141.107346.2017 > 12
                    MATCH_epc=urn:epc:idpat:sgtin:0614141.107346.* > 12
                    MATCH_epc=https://example.org/thing/7 > 24
                    MATCH_parentID=https://id.gs1.org/00/106141412345678908 > 2
                    MATCH_anyEPC=https://example.org/thing/8 > 3
                    MATCH_outputEPC=https://example.org/thing/8 > 3
                    MATCH_inputEPC=https://example.org/thing/8 > ''
                    MATCH_epcClass=https://id.gs1.org/01/04012345123456/10/998877 > 1
                    MATCH_inputEPCClass=urn:epc:class:lgtin:4012345.012345.998877 > 3
                    MATCH_outputEPCClass=https://example.org/lot/9 > 3
                    MATCH_anyEPCClass=urn:epc:class:lgtin:4012345.012345.998877 > 13
                    EQ_quantity=200.5 > 1
                    GE_quantity_KGM=100 > 13
                    GT_quantity_KGM=100 > 1
                    LT_quantity_GRM=1000 > ''
                    LE_quantity=90 > 3
                    GE_eventTime=2026-01-03T00:00:00Z > 345
                    GE_eventTime=2026-01-02T00:00:00Z&LT_eventTime=2026-01-04T00:00:00Z > 23
                    GE_recordTime=2026-01-01T00:00:00Z > 12345
                    LT_recordTime=2026-01-01T00:00:00Z > ''
                    EXISTS_errorDeclaration=true > 4
                    EXISTS_errorDeclaration=false > 1235
                    EQ_errorReason=incorrect_data > 4
                    GE_errorDeclarationTime=2026-01-05T00:00:00Z > 4
                    LT_errorDeclaration_Time=2026-01-05T00:00:00Z > ''
                    EQ_correctiveEventID=urn:uuid:00000000-0000-4000-8000-000000000005 > 4
                    EQ_ERROR_DECLARATION_ex:by=inspector > 4
                    EQ_bizTransaction_po=urn:epcglobal:cbv:bt:0614141073467:1152 > 1
                    EQ_bizTransaction_desadv=urn:epcglobal:cbv:bt:0614141073467:1152 > ''
                    EQ_bizTransaction_desadv=https://example.org/doc/4 > 4
                    EQ_source_possessing_party=https://id.gs1.org/417/4012345000016 > 1
                    EQ_destination_owning_party=urn:epc:id:pgln:0614141.00001 > 1
                    EQ_destination_possessing_party=urn:epc:id:pgln:0614141.00001 > ''
                    EQ_ILMD_ex:grade=A|B > 1
                    EXISTS_ILMD_ex:grade= > 1
                    EQ_INNER_ILMD_ex:nd=0.210 > 1
                    GT_INNER_ILMD_ex:nd=0.2 > 1
                    GT_INNER_ILMD_ex:nd=0.21 > ''
                    LT_INNER_ILMD_ex:date=2026-01-01T00:00:00Z > 1
                    EQ_ILMD_https://example.org/own/grade=A > 1
                    EQ_ex:note=first > 1
                    EQ_ex:priority=5 > 1
                    GE_ex:priority=5 > 12
                    LT_ex:priority=9 > 1
                    EXISTS_ex:priority=true > 12
                    EQ_none:priority=5 > ''
                    EQ_readPoint_ex:gate=north > 1
                    EXISTS_sensorElementList=true > 3
                    EQ_type=Temperature > 3
                    EQ_type=gs1:Temperature > ''
                    EQ_deviceID=https://id.gs1.org/8004/4000001111 > 3
                    GE_value_CEL=26 > 3
                    GT_value_CEL=26 > ''
                    LT_minValue_A93=12.2 > 3
                    EQ_booleanValue=true > 3
                    EQ_stringValue=dry|wet > 3
                    GE_startTime=2026-01-03T00:00:00Z&LT_endTime=2026-01-03T02:00:00Z > 3
                    EQ_SENSORREPORT_ex:raw=r1 > 3
                    orderBy=eventTime > 54321
                    orderBy=eventTime&orderDirection=ASC > 12345
                    orderBy=recordTime&orderDirection=DESC > 54321
                    orderBy=eventTime&eventCountLimit=2 > 54
                    maxEventCount=5 > 12345
                    """)
    void aQueryFindsWhatItAsksFor(String parameters, String expected) {
        assertThat(digits(service.get("asker", "/epcis/events?" + parameters))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            textBlock =
                    """
                    EQ_bizSteps=packing > EQ_bizSteps
                    foo=1 > foo
                    GE_eventTime=yesterday > GE_eventTime
                    GE_eventTime=2026-01-01T00:00:00 > GE_eventTime
                    EQ_action=MOVE > EQ_action
                    MATCH_thing=urn:a:b > MATCH_thing
                    MATCH_epc=urn:epc:idpat:sgtin:0614141.*.* > MATCH_epc
                    GE_quantity=much > GE_quantity
                    orderBy=colour > orderBy
                    orderDirection=UP > orderDirection
                    perPage=0 > perPage
                    nextPageToken=abc > nextPageToken
                    eventCountLimit=1&maxEventCount=1 > eventCountLimit
                    EXISTS_errorDeclaration=perhaps > EXISTS_errorDeclaration
                    """)
    void aParameterThatIsNoneIsRefusedByName(String parameters, String named) {
        HttpResponse<byte[]> refused = service.get("asker", "/epcis/events?" + parameters);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(EpcisService.text(refused))
                .contains("epcisException:QueryParameterException")
                .contains(named);
    }

    @Test
    void moreEventsThanAllowedAreRefused() {
        assertThat(service.get("asker", "/epcis/events?maxEventCount=4").statusCode())
                .isEqualTo(413);
    }

    @Test
    void pagesShowEachEventOnceWhileOthersAreCaptured() throws IOException {
        alone("pager");
        byte[] document = resource();
        assertThat(capture("pager", document, Map.of()).statusCode()).isEqualTo(202);
        String path = "/epcis/events?orderBy=eventTime&EQ_action=ADD|DELETE|OBSERVE&perPage=2";
        HttpResponse<byte[]> first = service.get("pager", path);
        String other = new String(document, StandardCharsets.UTF_8);
        other = other.replace("-8000-", "-9000-");
        assertThat(capture("pager", EpcisService.bytes(other), Map.of()).statusCode())
                .isEqualTo(202);
        HttpResponse<byte[]> second = service.get("pager", next(first));
        assertThat(digits(first) + "," + digits(second)).isEqualTo("54,21");
        assertThat(second.headers().firstValue("Link")).isEmpty();
        assertThat(service.get("stranger", next(first)).statusCode()).isEqualTo(400);
    }

    private static String next(HttpResponse<byte[]> page) {
        String link = page.headers().firstValue("Link").orElseThrow();
        assertThat(link).endsWith("; rel=\"next\"");
        return link.substring(1, link.indexOf('>'));
    }

    // ---- whose events

    @Test
    void twoOrganisationsDoNotSeeEachOther() {
        assertThat(events(service.get("stranger", "/epcis/events"))).isEmpty();
        String one = "/epcis/events/" + EpcisService.encoded(UUID_START + "1");
        assertThat(service.get("stranger", one).statusCode()).isEqualTo(404);
        assertThat(service.get("asker", one).statusCode()).isEqualTo(200);
        assertThat(service.get("auditor", one).statusCode()).isEqualTo(200);
        assertThat(EpcisService.text(service.get("stranger", "/epcis/epcs"))).contains("[]");
        assertThat(service.get("", "/epcis/events").statusCode()).isEqualTo(401);
    }

    // ---- capturing

    @Test
    void anEventOfTheSameIdIsRefusedButItsErrorDeclarationStandsBesideIt() {
        alone("declarer");
        String event =
                """
                {"@context": "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",
                 "type": "ObjectEvent", "action": "ADD", "epcList": ["https://example.org/thing/1"],
                 "eventID": "https://example.org/event?id=1;2",
                 "eventTime": "2026-01-01T00:00:00.1234567Z", "eventTimeZoneOffset": "+00:00"%s}
                """;
        byte[] plain = EpcisService.bytes(event.formatted(""));
        HttpResponse<byte[]> created = service.post("declarer", "/epcis/events", plain);
        assertThat(created.statusCode()).isEqualTo(201);
        String location = created.headers().firstValue("Location").orElseThrow();
        assertThat(EpcisService.text(service.get("declarer", location)))
                .contains("2026-01-01T00:00:00.1234567Z");
        assertThat(service.post("declarer", "/epcis/events", plain).statusCode()).isEqualTo(409);
        String error = ", \"errorDeclaration\": {\"declarationTime\": \"2026-01-02T00:00:00Z\"}";
        byte[] declared = EpcisService.bytes(event.formatted(error));
        assertThat(service.post("declarer", "/epcis/events", declared).statusCode()).isEqualTo(201);
        assertThat(service.post("declarer", "/epcis/events", declared).statusCode()).isEqualTo(409);
        assertThat(events(service.get("declarer", "/epcis/events"))).hasSize(2);
        assertThat(EpcisService.text(service.get("declarer", location)))
                .contains("errorDeclaration");
    }

    @Test
    void oneWrongEventKeepsAllOutUnlessTheOthersAreToProceed() throws IOException {
        alone("sender");
        String wrong =
                new String(resource(), StandardCharsets.UTF_8)
                        .replace("\"action\": \"DELETE\"", "\"action\": \"MOVE\"");
        HttpResponse<byte[]> refused = capture("sender", EpcisService.bytes(wrong), Map.of());
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(EpcisService.text(refused)).contains("/epcisBody/eventList/3/action");
        Map<String, String> proceed = Map.of("GS1-Capture-Error-Behaviour", "proceed");
        HttpResponse<byte[]> some = capture("sender", EpcisService.bytes(wrong), proceed);
        assertThat(some.statusCode()).isEqualTo(202);
        String job = some.headers().firstValue("Location").orElseThrow();
        assertThat(EpcisService.text(service.get("sender", job)))
                .contains("\"success\":false", "\"running\":false", "/eventList/3/action");
        assertThat(digits(service.get("sender", "/epcis/events"))).isEqualTo("1235");
        HttpResponse<byte[]> again = capture("sender", resource(), Map.of());
        assertThat(
                        EpcisService.text(
                                service.get(
                                        "sender",
                                        again.headers().firstValue("Location").orElseThrow())))
                .contains("\"success\":false", "ResourceAlreadyExistsException");
        assertThat(digits(service.get("sender", "/epcis/events"))).isEqualTo("1235");
        assertThat(capture("sender", resource(), proceed).statusCode()).isEqualTo(202);
        assertThat(digits(service.get("sender", "/epcis/events"))).isEqualTo("12354");
        HttpResponse<byte[]> jobs = service.get("sender", "/epcis/capture?perPage=2");
        assertThat(((Json.Items) EpcisService.json(jobs)).items()).hasSize(2);
        assertThat(((Json.Items) EpcisService.json(service.get("sender", next(jobs)))).items())
                .hasSize(1);
        assertThat(service.get("stranger", job).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            textBlock =
                    """
                    {"type": > line 1
                    [] > object
                    """)
    void whatIsNoDocumentIsRefused(String body, String said) {
        HttpResponse<byte[]> refused = capture("asker", EpcisService.bytes(body), Map.of());
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(EpcisService.text(refused)).contains(said);
    }

    // ---- resources, versions

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            textBlock =
                    """
                    eventTypes > ObjectEvent > 1
                    bizSteps > packing > 2
                    dispositions > active > 1
                    readPoints > https://id.gs1.org/414/0614141073467/254/1234 > 1
                    bizLocations > https://example.org/hall/5 > 5
                    epcs > https://id.gs1.org/01/10614141073464/21/2017 > 12
                    epcs > https://example.org/lot/9 > 3
                    """)
    void aResourceIsListedWithItsEvents(String kind, String value, String expected) {
        String path = "/epcis/" + kind;
        assertThat(EpcisService.text(service.get("asker", path))).contains('"' + value + '"');
        String one = path + "/" + EpcisService.encoded(value);
        assertThat(EpcisService.text(service.get("asker", one))).contains("[\"events\"]");
        assertThat(service.get("stranger", one).statusCode()).isEqualTo(404);
        assertThat(digits(service.get("asker", one + "/events"))).isEqualTo(expected);
        assertThat(digits(service.get("asker", one + "/events?EQ_action=ADD")))
                .isSubstringOf(expected);
    }

    @Test
    void resourcesAreListedByPage() {
        Set<Json> all = new LinkedHashSet<>();
        String path = "/epcis/eventTypes?perPage=2";
        for (int page = 0; page < 3; page++) {
            HttpResponse<byte[]> answer = service.get("asker", path);
            Json members = ((Json.Members) EpcisService.json(answer)).get("member");
            all.addAll(((Json.Items) Objects.requireNonNull(members)).items());
            path = page < 2 ? next(answer) : "";
        }
        assertThat(all).hasSize(5);
    }

    @Test
    void versionsAreToldAndNegotiated() {
        HttpResponse<byte[]> told = service.call("", "OPTIONS", "/epcis/capture", null, Map.of());
        assertThat(told.statusCode()).isEqualTo(204);
        assertThat(told.headers().map())
                .containsKeys(
                        "Allow",
                        "GS1-EPCIS-Version",
                        "GS1-EPCIS-Capture-Limit",
                        "GS1-EPCIS-Capture-File-Size-Limit",
                        "GS1-Capture-Error-Behaviour");
        for (String path : List.of("/epcis", "/epcis/events", "/epcis/queries/q/subscriptions")) {
            assertThat(service.call("", "OPTIONS", path, null, Map.of()).statusCode())
                    .isEqualTo(204);
        }
        assertThat(asking("GS1-EPCIS-Min", "2.0.0")).isEqualTo(200);
        assertThat(asking("GS1-EPCIS-Min", "2.1.0")).isEqualTo(406);
        assertThat(asking("GS1-EPCIS-Max", "1.2")).isEqualTo(406);
        assertThat(asking("GS1-CBV-Max", "2")).isEqualTo(200);
        assertThat(asking("GS1-EPC-Format", "Always_EPC_URN")).isEqualTo(406);
        assertThat(service.get("asker", "/epcis").headers().firstValue("GS1-CBV-Version"))
                .hasValue("2.0.0");
    }

    private static int asking(String header, String value) {
        return service.call("asker", "GET", "/epcis/events", null, Map.of(header, value))
                .statusCode();
    }
}
