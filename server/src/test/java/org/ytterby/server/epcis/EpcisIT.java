package org.ytterby.server.epcis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.ytterby.server.epcis.EpcisAnswers.digits;
import static org.ytterby.server.epcis.EpcisAnswers.events;
import static org.ytterby.server.epcis.EpcisAnswers.next;
import static org.ytterby.server.epcis.EpcisAnswers.resource;

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

    private static HttpResponse<byte[]> capture(
            String person, byte[] document, Map<String, String> headers) {
        return service.call(person, "POST", "/epcis/capture", document, headers);
    }

    /// A new organisation of which the person is the only member.
    private static void alone(String person) {
        service.put(person, "P-" + ORGANISATIONS.incrementAndGet(), Role.ENTERPRISE_REPORTER);
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
        EpcisDocument read = EpcisDocument.read(document);
        List<EpcisEvent> sent = (isXml ? read.with(XmlWords.bare(read.tree())) : read).events();
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
        assertThat(events(alone)).allMatch(event -> id.equals(event.text("eventID")));
        if (sent.get("errorDeclaration") != null) {
            assertThat(events(alone).getLast().get("errorDeclaration")).isNotNull();
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

    // ---- whose events

    @Test
    void twoOrganisationsDoNotSeeEachOther() {
        assertThat(events(service.get("stranger", "/epcis/events"))).isEmpty();
        String one = "/epcis/events/" + EpcisService.encoded(EpcisAnswers.UUID_START + "1");
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            textBlock =
                    """
                    GET > /epcis/events > Accept > text/html > 406 > NotAcceptableException
                    GET > /epcis/events > Accept > application/xml > 406 > NotAcceptableException
                    POST > /epcis/capture > Content-Type > text/plain > 415 > UnsupportedMediaTypeException
                    GET > /epcis/events/none > Accept > */* > 404 > NoSuchResourceException
                    GET > /epcis/queries/none > Accept > */* > 404 > NoSuchNameException
                    """)
    void refusalsBearTheTypesOfTheStandard(
            String method, String path, String header, String value, int status, String type) {
        byte[] body = method.equals("POST") ? EpcisService.bytes("{}") : null;
        HttpResponse<byte[]> refused =
                service.call("asker", method, path, body, Map.of(header, value));
        assertThat(refused.statusCode()).as(EpcisService.text(refused)).isEqualTo(status);
        assertThat(EpcisService.text(refused)).contains("\"epcisException:" + type + '"');
    }

    @Test
    void whoDoesNotSignInOrAsksTooMuchHearsItInTheTypesOfTheStandard() {
        HttpResponse<byte[]> unknown = service.get("", "/epcis/events");
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(EpcisService.text(unknown)).contains("\"epcisException:SecurityException\"");
        String many = "urn:example:thing:1%7C".repeat(800);
        HttpResponse<byte[]> tooLong =
                service.get("asker", "/epcis/events?MATCH_epc=" + many + "urn:example:thing:1");
        assertThat(tooLong.statusCode()).isEqualTo(414);
        assertThat(EpcisService.text(tooLong)).contains("\"epcisException:URITooLongException\"");
        HttpResponse<byte[]> tooLarge =
                capture("asker", new byte[CaptureController.BYTES_MAX + 1], Map.of());
        assertThat(tooLarge.statusCode()).isEqualTo(413);
        assertThat(tooLarge.headers().firstValue("GS1-EPCIS-Capture-Limit")).hasValue("20000");
    }

    @Test
    void anAnswerIsCalledWhatWasAskedFor() {
        HttpResponse<byte[]> linked =
                service.call(
                        "asker",
                        "GET",
                        "/epcis/events",
                        null,
                        Map.of("Accept", "application/ld+json"));
        assertThat(linked.statusCode()).isEqualTo(200);
        assertThat(linked.headers().firstValue("Content-Type")).hasValue("application/ld+json");
        assertThat(linked.headers().firstValue("GS1-Extensions"))
                .hasValue("ytterby=https://ns.ytterby.org/epcis/");
    }

    private static int asking(String header, String value) {
        return service.call("asker", "GET", "/epcis/events", null, Map.of(header, value))
                .statusCode();
    }
}
