package org.ytterby.epcis.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ytterby.core.testing.Property;
import org.ytterby.epcis.EpcisDocument;
import org.ytterby.epcis.EpcisEvent;
import org.ytterby.epcis.json.Json;

class EventHashTest {
    private static EpcisEvent event(String fields) {
        String text = "{\"type\": \"ObjectEvent\", " + fields.replace('\'', '"') + "}";
        return EpcisDocument.read(text.getBytes(StandardCharsets.UTF_8)).events().getFirst();
    }

    private static String preHash(String fields) {
        return EventHash.preHash(event(fields));
    }

    @ParameterizedTest
    @CsvSource({
        "2023-02-02T11:04:03.1415Z,      2023-02-02T11:04:03.142Z",
        "2023-02-02T11:04:03.14149Z,     2023-02-02T11:04:03.141Z",
        "2023-12-31T23:59:59.9996+00:00, 2024-01-01T00:00:00.000Z",
        "2023-03-01T00:30:00+01:00,      2023-02-28T23:30:00.000Z",
        "2024-02-29T12:00:00-11:30,      2024-02-29T23:30:00.000Z",
        "2023-02-30T12:00:00Z,           2023-02-30T12:00:00Z",
        "2023-02-02,                     2023-02-02"
    })
    void timesAreUtcToTheMillisecond(String written, String hashed) {
        assertThat(preHash("'eventTime': '" + written + "'")).endsWith("eventTime=" + hashed);
    }

    @ParameterizedTest
    @CsvSource({
        "452.0, 452",
        "0.50, 0.5",
        "1e2, 100",
        "12.5E-1, 1.25",
        "-0.0, 0",
        "1E+999999999, 1E+999999999"
    })
    void numbersHaveNoTrailingZeros(String written, String hashed) {
        assertThat(
                        preHash(
                                "'quantityList': [{'epcClass': 'urn:a:b', 'quantity': "
                                        + written
                                        + "}]"))
                .endsWith("quantityListquantityElementepcClass=urn:a:bquantity=" + hashed);
    }

    @ParameterizedTest
    @CsvSource({
        "007, 7",
        "+1.50, 1.5",
        "1_000, 1000",
        "5., 5",
        "111100001111000011110000, 111100001111000003641344",
        "1.0E-7, 1e-07",
        "-12e-12, -1.2e-11",
        "1e, 1e",
        "1.2.3, 1.2.3",
        "+02:00, +02:00",
        "1e400, 1e400",
        "true, True",
        "null, None",
        "urn:epc:id:giai:4012345.ABC, https://id.gs1.org/8004/4012345ABC",
        "https://example.org/8004/4012345ABC?x=1, https://id.gs1.org/8004/4012345ABC",
        "urn:epcglobal:cbv:disp:active, https://ref.gs1.org/cbv/Disp-active"
    })
    void valuesOfExtensionsAreSpeltOnce(String written, String hashed) {
        String value = written.matches("true|null") ? written : "'" + written + "'";
        assertThat(preHash("'x:a': " + value)).endsWith("x:a=" + hashed);
    }

    @Test
    void anEmptyExtensionIsItsName() {
        assertThat(preHash("'x:a': '', 'x:b': {}, 'x:c': []")).endsWith("Eventx:ax:b");
    }

    @Test
    void anExtensionThatIsCalledListNamesItsItems() {
        assertThat(preHash("'x:codeList': ['b', 'a']")).endsWith("x:codeListx:code=ax:code=b");
    }

    @Test
    void aFullUriAsNameStaysWhole() {
        assertThat(preHash("'https://example.org/ns/a': 'v'"))
                .endsWith("Eventhttps://example.org/ns/a=v");
    }

    @Test
    void aWordOutsideTheVocabularyStaysBare() {
        assertThat(preHash("'bizStep': 'roasting'")).endsWith("bizStep=roasting");
    }

    @Test
    void fieldsThatAreNotInTheOrderStandAmongThoseOfExtensions() {
        String fields =
                "'sourceList': [{'type': 'location', 'source': 'urn:a:s'}], 'ilmd': {'x:a': '1'},"
                        + "'cbvmda:b': '2', 'bizTransactionList': [{'bizTransaction': 'urn:a:t'}]";
        assertThat(preHash(fields))
                .endsWith(
                        "EventbizTransactionListbizTransaction=urn:a:tcbvmda:b=2ilmdx:a=1"
                                + "sourceListtype=https://ref.gs1.org/cbv/SDT-locationsource=urn:a:s");
    }

    private static String ofDocument(String text) {
        byte[] bytes = text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return EventHash.preHash(EpcisDocument.read(bytes).events().getFirst());
    }

    private static String place(String namespace, String place) {
        return ofDocument(
                "{'@context': [{'x': '"
                        + namespace
                        + "'}], 'type': 'EPCISDocument', 'epcisBody': {'eventList': [{"
                        + "'type': 'ObjectEvent', 'readPoint': "
                        + place
                        + ", 'x:z': '9'}]}}");
    }

    @Test
    void anExtensionWithinAFieldIsToldInItsPlaceOrBelowTheLabelsThatLeadToIt() {
        assertThat(place("urn:n/", "{'id': 'urn:a:p', 'x:y': '1'}"))
                .endsWith("EventreadPointid=urn:a:p{urn:n/}y=1{urn:n/}z=9");
        assertThat(place("urn:n", "{'id': 'urn:a:p', 'x:y': '1'}"))
                .endsWith("EventreadPointid=urn:a:preadPoint{urn:n}y=1{urn:n}z=9");
        assertThat(place("urn:n/", "{'x:y': '1'}"))
                .endsWith("EventreadPoint{urn:n/}y=1{urn:n/}z=9");
        assertThat(place("urn:n/", "{'id': 'urn:a:p', 'x:action': '1'}"))
                .endsWith("EventreadPointid=urn:a:preadPoint{urn:n/}action=1{urn:n/}z=9");
    }

    @Test
    void resultsMayNameTheFieldsThatNoHashCovers() {
        String text =
                "{'@context': [{'x': 'urn:n:'}], 'type': 'EPCISQueryDocument', 'epcisBody': "
                        + "{'queryResults': {'x:ignoreFields': ['x:a'], 'resultsBody': {'eventList': "
                        + "[{'type': 'ObjectEvent', 'x:a': '1', 'x:b': '2'}]}}}}";
        assertThat(ofDocument(text)).isEqualTo("eventType=ObjectEvent{urn:n:}b=2");
    }

    @Test
    void aBodyMayHoldOneEventAlone() {
        assertThat(ofDocument("{'epcisBody': {'event': {'type': 'ObjectEvent', 'x:b': '2'}}}"))
                .isEqualTo("eventType=ObjectEventx:b=2");
    }

    @Test
    void xmlKeepsPrefixesInValuesButThoseOfTheVocabularies() {
        String event =
                "<ObjectEvent><x:a at=\"7\">x:v</x:a><x:b>gs1:Mass</x:b><x:c>true</x:c></ObjectEvent>";
        String text =
                "<e:EPCISDocument xmlns:e=\"urn:epcglobal:epcis:xsd:2\" xmlns:x=\"urn:n:\">"
                        + "<EPCISBody><EventList>"
                        + event
                        + "</EventList></EPCISBody></e:EPCISDocument>";
        assertThat(
                        EventHash.preHash(
                                EpcisDocument.read(text.getBytes(StandardCharsets.UTF_8))
                                        .events()
                                        .getFirst()))
                .isEqualTo(
                        "eventType=ObjectEvent{urn:n:}a=x:vat=7{urn:n:}b=https://gs1.org/voc/Mass"
                                + "{urn:n:}c=true");
    }

    @Test
    void orderOfFieldsAndListsDoesNotMatter() {
        String one =
                "'epcList': ['urn:a:1', 'urn:a:2'], 'action': 'ADD', 'x:b': '1', 'x:a': ['2', '3']";
        String other =
                "'x:a': ['3', '2'], 'x:b': ' 1 ', 'action': 'ADD', 'epcList': ['urn:a:2', 'urn:a:1']";
        assertThat(preHash(one)).isEqualTo(preHash(other));
    }

    @Test
    void spellingsOfOneWordAreEqual() {
        assertThat(preHash("'bizStep': 'shipping'"))
                .isEqualTo(preHash("'bizStep': 'urn:epcglobal:cbv:bizstep:shipping'"))
                .isEqualTo(preHash("'bizStep': 'https://ref.gs1.org/cbv/BizStep-shipping'"));
    }

    @Test
    void whatIsNoPartOfTheEventIsNotHashed() {
        assertThat(
                        preHash(
                                "'eventID': 'urn:a:b', 'recordTime': '2020-01-01T00:00:00Z', "
                                        + "'errorDeclaration': {'reason': 'incorrect_data'}, 'epcList': []"))
                .isEqualTo("eventType=ObjectEvent");
    }

    @Test
    void charactersBeyondTheBasicPlaneSortByTheirBytes() {
        assertThat(preHash("'epcList': ['urn:a:\\ud83d\\ude00', 'urn:a:\\uff5e']"))
                .endsWith("epc=urn:a:\uff5eepc=urn:a:\ud83d\ude00");
    }

    @Test
    void anyChangeOfAValueChangesTheHash() {
        Property.forAll(
                200,
                random -> {
                    int a = random.nextInt(1000);
                    int b = a + 1 + random.nextInt(1000);
                    assertThat(EventHash.of(event("'x:a': {'x:b': '" + a + "'}")))
                            .isNotEqualTo(EventHash.of(event("'x:a': {'x:b': '" + b + "'}")));
                });
    }

    @Test
    void theTreeOfAnEventStaysWhole() {
        assertThat(event("'a': 1.50").tree().get("a")).isEqualTo(new Json.Numeral("1.50"));
    }
}
