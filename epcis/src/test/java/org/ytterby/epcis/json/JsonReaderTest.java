package org.ytterby.epcis.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ytterby.core.testing.Property;
import org.ytterby.epcis.EpcisDocument;
import org.ytterby.epcis.hash.EventHash;
import org.ytterby.epcis.schema.Schema;
import org.ytterby.epcis.testing.EpcisVectors;

class JsonReaderTest {
    private static Json read(String text) {
        return JsonReader.read(text.getBytes(StandardCharsets.UTF_8), _ -> {});
    }

    @TestFactory
    Stream<DynamicTest> everyPublishedDocumentIsWrittenAsItWasRead() {
        return EpcisVectors.jsonDocuments().stream()
                .map(file ->
                        dynamicTest(
                                EpcisVectors.name(file),
                                () -> {
                                    Json tree = EpcisDocument.read(EpcisVectors.bytes(file)).tree();
                                    assertThat(read(JsonWriter.compact(tree))).isEqualTo(tree);
                                    assertThat(read(JsonWriter.indented(tree))).isEqualTo(tree);
                                }));
    }

    @Test
    void numbersKeepTheirDigits() {
        String text = "[1.50,1e5,1E+05,-0,100000000000000000000.000,0.1]";
        assertThat(JsonWriter.compact(read(text))).isEqualTo(text);
    }

    @Test
    void theLastOfEqualNamesCountsAndIsTold() {
        List<Repetition> told = new ArrayList<>();
        byte[] bytes = "{\"a\": 1,\n \"a\": 2}".getBytes(StandardCharsets.UTF_8);
        assertThat(JsonWriter.compact(JsonReader.read(bytes, told::add))).isEqualTo("{\"a\":2}");
        assertThat(told)
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.name()).isEqualTo("a");
                    assertThat(r.line()).isEqualTo(2);
                });
    }

    @Test
    void aByteOrderMarkIsPassedOver() {
        assertThat(read("\ufeff{}")).isEqualTo(read("{}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1,]",
                "{\"a\":}",
                "NaN",
                "[Infinity]",
                "01",
                "1.",
                "+1",
                "nul",
                "{} {}",
                "'a'",
                "\"\\ud800\"",
                "{\"\\udc00\":1}",
                "\"\t\"",
                "[1 2]",
                "// a\n1"
            })
    void whatIsNoJsonIsRefusedInBothLanguages(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        JsonUnreadable.class, e -> assertThat(e.wording().zh()).isNotBlank());
    }

    @Test
    void malformedBytesAreRefusedWithTheirPlace() {
        byte[] bytes = "{\n\"a\": \"?\"}".getBytes(StandardCharsets.UTF_8);
        bytes[8] = (byte) 0xC0;
        assertThatThrownBy(() -> JsonReader.read(bytes, _ -> {}))
                .isInstanceOfSatisfying(
                        JsonUnreadable.class,
                        e -> {
                            assertThat(e.line()).isEqualTo(2);
                            assertThat(e.column()).isEqualTo(7);
                        });
    }

    @Test
    void depthLengthAndDigitsAreBounded() {
        assertThatThrownBy(() -> read("[".repeat(100_000))).isInstanceOf(JsonUnreadable.class);
        assertThatThrownBy(() -> read("\"" + "a".repeat(JsonReader.STRING_MAX + 1) + "\""))
                .isInstanceOf(JsonUnreadable.class);
        assertThatThrownBy(() -> read("1".repeat(1000))).isInstanceOf(JsonUnreadable.class);
    }

    @Test
    void aMillionItemsAreReadAndJudged() {
        String text = "{\"type\":\"ObjectEvent\",\"epcList\":[" + "1,".repeat(999_999) + "1]}";
        EpcisDocument document = EpcisDocument.read(text.getBytes(StandardCharsets.UTF_8));
        assertThat(EventHash.of(document.events().getFirst())).startsWith("ni:///sha-256;");
        assertThat(Schema.epcis().verdict(document.tree()).violations()).hasSizeLessThan(1001);
    }

    @Test
    void damagedBytesAreReadOrRefused() {
        List<byte[]> documents =
                EpcisVectors.jsonDocuments().stream().limit(20).map(EpcisVectors::bytes).toList();
        Property.forAll(
                300,
                random -> {
                    byte[] bytes = documents.get(random.nextInt(documents.size())).clone();
                    for (int i = random.nextInt(4); i >= 0; i--) {
                        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                    }
                    try {
                        EpcisDocument document = EpcisDocument.read(bytes);
                        document.events().forEach(EventHash::of);
                        Schema.epcis().verdict(document.tree());
                    } catch (JsonUnreadable e) {
                        assertThat(e.wording().en()).isNotBlank();
                    }
                });
    }
}
