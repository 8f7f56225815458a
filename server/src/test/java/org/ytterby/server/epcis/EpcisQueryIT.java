package org.ytterby.server.epcis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ytterby.server.epcis.EpcisAnswers.digits;
import static org.ytterby.server.epcis.EpcisAnswers.next;
import static org.ytterby.server.epcis.EpcisAnswers.resource;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ytterby.server.identity.Role;

/// The parameters of a query over HTTP, and its pages.
class EpcisQueryIT {
    private static EpcisService service;

    @BeforeAll
    static void start() throws IOException {
        service = EpcisService.start();
        service.put("asker", "P-asked", Role.ENTERPRISE_REPORTER);
        service.put("stranger", "P-other", Role.ENTERPRISE_REPORTER);
        service.put("pager", "P-paged", Role.ENTERPRISE_REPORTER);
        assertThat(service.post("asker", "/epcis/capture", resource()).statusCode()).isEqualTo(202);
    }

    @AfterAll
    static void stop() throws IOException {
        service.close();
    }

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
                    MATCH_epc=urn:epc:idpat:sgtin:0614141.*.* > 12
                    MATCH_epc=urn:epc:idpat:sgtin:*.*.* > 12
                    MATCH_epc=urn:epc:idpat:sgtin:0614142.*.*|https://example.org/thing/7 > 24
                    MATCH_epc=urn:epc:idpat:sgtin:0614142.*.* > ''
                    MATCH_anyEPC=urn:epc:idpat:sscc:0614141.* > 2
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
                    EQ_quantity_GRM=200500 > 1
                    LT_quantity_TNE=0.1 > 3
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
                    MATCH_epc=urn:epc:idpat:sgtin:0614141.*.7 > MATCH_epc
                    MATCH_epc=urn:epc:idpat:sgtin:06141x1.*.* > MATCH_epc
                    MATCH_epc=urn:epc:idpat:* > MATCH_epc
                    GE_quantity=much > GE_quantity
                    orderBy=colour > orderBy
                    orderDirection=UP > orderDirection
                    perPage=0 > perPage
                    nextPageToken=abc > nextPageToken
                    eventCountLimit=1&maxEventCount=1 > eventCountLimit
                    HASATTR_colour=urn:a:b > HASATTR_colour
                    HASATTR_bizLocation_use=urn:a:b > HASATTR_bizLocation_use
                    EQATTR_bizLocation=urn:a:b > EQATTR_bizLocation
                    EXISTS_errorDeclaration=perhaps > EXISTS_errorDeclaration
                    """)
    void aParameterThatIsNoneIsRefusedByName(String parameters, String named) {
        HttpResponse<byte[]> refused = service.get("asker", "/epcis/events?" + parameters);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(EpcisService.text(refused))
                .contains("epcisException:QueryParameterException")
                .contains(named);
    }

    private static void keep(String person, String use, String id) {
        String document =
                """
                {"@context":["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",
                  {"ex":"https://example.org/own/"}],
                 "type":"EPCISDocument","schemaVersion":"2.0","creationDate":"2026-02-01T00:00:00Z",
                 "epcisHeader":{"epcisMasterData":{"vocabularyList":[
                   {"type":"urn:epcglobal:epcis:vtype:BusinessLocation","vocabularyElementList":[
                     {"id":"https://example.org/site/1","children":["https://example.org/hall/1"]},
                     {"id":"https://example.org/hall/1","children":["https://example.org/room/1",
                       "https://example.org/site/1"]},
                     {"id":"https://example.org/room/1","attributes":[
                       {"id":"ex:use","attribute":"%s"},{"id":"ex:floor","attribute":2}]}]}]}},
                 "epcisBody":{"eventList":[
                   {"type":"ObjectEvent","action":"OBSERVE","eventID":"urn:uuid:%s",
                    "eventTime":"2026-02-01T00:00:00Z","eventTimeZoneOffset":"+00:00",
                    "epcList":["https://example.org/thing/77"],
                    "bizLocation":{"id":"https://example.org/room/1"}}]}}
                """
                        .formatted(use, id);
        HttpResponse<byte[]> answer =
                service.post(person, "/epcis/capture", EpcisService.bytes(document));
        assertThat(answer.statusCode()).as(EpcisService.text(answer)).isEqualTo(202);
    }

    @Test
    void attributesOfMasterDataFindEventsOfTheirOwnOrganisation() throws IOException {
        service.put("keeper", "P-kept", Role.ENTERPRISE_REPORTER);
        service.put("keeper-2", "P-kept-2", Role.ENTERPRISE_REPORTER);
        keep("keeper", "smelting", "00000000-0000-4000-8000-000000000007");
        keep("keeper-2", "storing", "00000000-0000-4000-8000-000000000008");
        Map<String, String> expected =
                Map.ofEntries(
                        Map.entry("HASATTR_bizLocation=https://example.org/own/use", "7"),
                        Map.entry("HASATTR_bizLocation=https://example.org/own/none", ""),
                        Map.entry("HASATTR_readPoint=https://example.org/own/use", ""),
                        Map.entry(
                                "EQATTR_bizLocation_https://example.org/own/use=smelting|other",
                                "7"),
                        Map.entry("EQATTR_bizLocation_https://example.org/own/use=storing", ""),
                        Map.entry("EQATTR_bizLocation_https://example.org/own/floor=2.0", "7"),
                        Map.entry("WD_bizLocation=https://example.org/site/1", "7"),
                        Map.entry("WD_bizLocation=https://example.org/room/1", "7"),
                        Map.entry("EQ_bizLocation=https://example.org/site/1", ""),
                        Map.entry("WD_readPoint=https://example.org/site/1", ""));
        expected.forEach((query, found) ->
                assertThat(digits(service.get("keeper", "/epcis/events?" + query)))
                        .as(query)
                        .isEqualTo(found));
        keep("keeper", "roasting", "00000000-0000-4000-8000-000000000009");
        String changed = "/epcis/events?EQATTR_bizLocation_https://example.org/own/use=";
        assertThat(digits(service.get("keeper", changed + "smelting"))).isEmpty();
        assertThat(digits(service.get("keeper", changed + "roasting"))).isEqualTo("79");
    }

    @Test
    void moreEventsThanAllowedAreRefused() {
        assertThat(service.get("asker", "/epcis/events?maxEventCount=4").statusCode())
                .isEqualTo(413);
    }

    @Test
    void pagesShowEachEventOnceWhileOthersAreCaptured() throws IOException {
        byte[] document = resource();
        assertThat(service.post("pager", "/epcis/capture", document).statusCode()).isEqualTo(202);
        String path = "/epcis/events?orderBy=eventTime&EQ_action=ADD|DELETE|OBSERVE&perPage=2";
        HttpResponse<byte[]> first = service.get("pager", path);
        String other = new String(document, StandardCharsets.UTF_8);
        other = other.replace("-8000-", "-9000-");
        assertThat(service.post("pager", "/epcis/capture", EpcisService.bytes(other)).statusCode())
                .isEqualTo(202);
        HttpResponse<byte[]> second = service.get("pager", next(first));
        assertThat(digits(first) + "," + digits(second)).isEqualTo("54,21");
        assertThat(second.headers().firstValue("Link")).isEmpty();
        assertThat(service.get("stranger", next(first)).statusCode()).isEqualTo(400);
    }
}
