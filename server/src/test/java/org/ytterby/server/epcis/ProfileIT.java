package org.ytterby.server.epcis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ytterby.core.ledger.AssayTable;
import org.ytterby.core.ledger.Declarations;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.material.Element;
import org.ytterby.formats.intake.PackageReader;
import org.ytterby.server.identity.Role;
import org.ytterby.server.ledger.LedgerReader;

/// Captured flow records of the profile reach the ledger, once.
class ProfileIT {
    private static final long WAIT_MS = 60_000;
    private static final long LOOK_MS = 50;

    private static EpcisService service;

    @BeforeAll
    static void start() throws IOException {
        service = EpcisService.start();
        service.put("officer", "P-state", Role.ADMINISTRATOR);
        service.put("miner", "P-mine", Role.ENTERPRISE_REPORTER);
        declare("parties", "{\"party\":\"P-mine\",\"name\":\"Mine\",\"kind\":\"enterprise\"}");
        declare(
                "facilities",
                "{\"facility\":\"F-1\",\"party\":\"P-mine\",\"stage\":\"mine\",\"name\":\"Pit\"}");
        declare("products", "{\"product\":\"ore\",\"stage\":\"ore\",\"name\":\"Ore\"}");
    }

    @AfterAll
    static void stop() throws IOException {
        service.close();
    }

    private static void declare(String table, String row) {
        HttpResponse<byte[]> answer =
                service.call(
                        "officer",
                        "POST",
                        "/api/v1/declarations",
                        EpcisService.bytes(
                                "{\"table\":\"%s\",\"rows\":[%s]}".formatted(table, row)),
                        Map.of("Idempotency-Key", table));
        assertThat(answer.statusCode()).as(EpcisService.text(answer)).isEqualTo(200);
    }

    private static void extracted(String id, String facility, String record) {
        String event =
                """
                {"@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",
                              {"ytterby": "https://ns.ytterby.org/epcis/"}],
                 "type": "ObjectEvent", "action": "ADD", "bizStep": "commissioning", "eventID": "%s",
                 "eventTime": "2026-01-05T12:00:00+08:00", "eventTimeZoneOffset": "+08:00",
                 "readPoint": {"id": "https://id.ytterby.org/facility/%s"},
                 "quantityList": [{"epcClass": "https://id.ytterby.org/lot/L%%201",
                                   "quantity": 1000.5, "uom": "KGM"}],
                 "ytterby:flow": "extraction", "ytterby:record": "%s", "ytterby:dateOnly": "true",
                 "ytterby:line": [{"ytterby:direction": "out", "ytterby:product": "ore",
                                   "ytterby:moisture": 0.1}]}
                """
                        .formatted(id, facility, record);
        HttpResponse<byte[]> answer =
                service.post("miner", "/epcis/events", EpcisService.bytes(event));
        assertThat(answer.statusCode()).as(EpcisService.text(answer)).isEqualTo(201);
    }

    @Test
    void aFlowRecordIsDeclaredOnceAndOnlyForOwnFacilities() throws InterruptedException {
        LedgerReader ledger = service.ledger();
        long before = ledger.size();
        extracted("https://example.org/event/1", "F-1", "R-1");
        extracted("https://example.org/event/2", "F-1", "R-1"); // says the same
        extracted("https://example.org/event/3", "F-of-others", "R-2");
        extracted("https://example.org/event/4", "F-1", "R-3");
        long until = System.currentTimeMillis() + WAIT_MS;
        while (flows(ledger).recordCount() < 2 && System.currentTimeMillis() < until) {
            Thread.sleep(LOOK_MS);
        }
        FlowTable flows = flows(ledger);
        assertThat(ledger.size()).isGreaterThan(before);
        assertThat(flows.recordCount()).isEqualTo(2);
        assertThat(flows.lotId(flows.lot(0))).isEqualTo("L 1");
        assertThat(flows.massMg(0)).isEqualTo(1_000_500_000);
        assertThat(flows.moisture(0)).isEqualTo(0.1);
        assertThat(flows.isDateOnly(0)).isTrue();
        assertThat(flows.recordId(0) + flows.recordId(1)).isEqualTo("R-1R-3");
    }

    @Test
    void anAssayIsDeclaredAndWhatBecameOfAnEventIsTold() throws InterruptedException {
        LedgerReader ledger = service.ledger();
        analysed("https://example.org/assay/1", "https://id.ytterby.org/lot/L%%201");
        analysed("https://example.org/assay/2", "https://example.org/elsewhere");
        String told = told("");
        long until = System.currentTimeMillis() + WAIT_MS;
        while (!told.contains("/assay/2") && System.currentTimeMillis() < until) {
            Thread.sleep(LOOK_MS);
            told = told("");
        }
        AssayTable assays = PackageReader.read(ledger.declared(ledger.size())).assays();
        assertThat(assays.size()).isEqualTo(1);
        assertThat(assays.fraction(0, Element.Nd.ordinal())).isEqualTo(0.0125);
        assertThat(told("https://example.org/assay/1"))
                .contains("\"is_declared\":true")
                .doesNotContain("assay/2");
        assertThat(told("https://example.org/assay/2"))
                .contains("\"is_declared\":false", "\"code\":\"outside-profile\"");
    }

    private static String told(String event) {
        HttpResponse<byte[]> answer =
                service.get(
                        "miner",
                        "/api/v1/events/declarations?event=" + EpcisService.encoded(event));
        assertThat(answer.statusCode()).as(EpcisService.text(answer)).isEqualTo(200);
        return EpcisService.text(answer);
    }

    private static void analysed(String id, String subject) {
        String event =
                """
                {"@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",
                              {"ytterby": "https://ns.ytterby.org/epcis/"}],
                 "type": "ObjectEvent", "action": "OBSERVE", "bizStep": "inspecting",
                 "eventID": "%s", "eventTime": "2026-01-06T12:00:00+08:00",
                 "eventTimeZoneOffset": "+08:00", "quantityList": [{"epcClass": "%s"}],
                 "sensorElementList": [{"sensorReport": [{"type": "Dimensionless", "value": 0.0125,
                     "chemicalSubstance": "https://id.ytterby.org/element/Nd"}]}],
                 "ytterby:assay": "A-1", "ytterby:laboratory": "Lab", "ytterby:method": "default"}
                """
                        .formatted(id, subject.replace("%%", "%"));
        HttpResponse<byte[]> answer =
                service.post("miner", "/epcis/events", EpcisService.bytes(event));
        assertThat(answer.statusCode()).as(EpcisService.text(answer)).isEqualTo(201);
    }

    private static FlowTable flows(LedgerReader ledger) {
        Declarations declared = PackageReader.read(ledger.declared(ledger.size()));
        return declared.flows();
    }
}
