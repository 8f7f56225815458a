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
