package org.ytterby.epcis.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ytterby.core.testing.Property;
import org.ytterby.epcis.EpcisDocument;
import org.ytterby.epcis.hash.EventHash;
import org.ytterby.epcis.json.JsonUnreadable;
import org.ytterby.epcis.testing.EpcisVectors;

/// Hashes of published XML documents are checked by `EventHashVectorsTest`.
class XmlReaderTest {
    private static final String START = "<e:EPCISDocument xmlns:e='urn:epcglobal:epcis:xsd:2'>";

    private static EpcisDocument read(String text) {
        return EpcisDocument.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<",
                "<a>",
                "<a></b>",
                "<a/><b/>",
                "<other/>",
                "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
                "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>",
                "<a>&unknown;</a>",
                "<a b='1' b='2'/>"
            })
    void whatIsNoDocumentIsRefused(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        JsonUnreadable.class, e -> assertThat(e.wording().zh()).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<ObjectEvent xmlns:y='urn:y:'><y:a>1</y:a></ObjectEvent>",
                "<ObjectEvent><z:a xmlns:z='urn:y:'>1</z:a></ObjectEvent>",
                "<ObjectEvent><a xmlns='urn:y:'> 1 </a></ObjectEvent>",
                "<ObjectEvent><e:a xmlns:e='urn:y:'>1</e:a></ObjectEvent>"
            })
    void itDoesNotMatterWhereAPrefixIsDeclared(String event) {
        EpcisDocument document =
                read(
                        START
                                + "<EPCISBody><EventList>"
                                + event
                                + "</EventList></EPCISBody></e:EPCISDocument>");
        assertThat(EventHash.preHash(document.events().getFirst()))
                .isEqualTo("eventType=ObjectEvent{urn:y:}a=1");
    }

    @Test
    void depthIsBounded() {
        assertThatThrownBy(() -> read(START + "<a>".repeat(100_000)))
                .isInstanceOf(JsonUnreadable.class);
    }

    @Test
    void aDocumentWithoutEventsHasNone() {
        assertThat(read(START + "</e:EPCISDocument>").events()).isEmpty();
    }

    @Test
    void damagedBytesAreReadOrRefused() {
        List<Path> files = EpcisVectors.xmlDocuments();
        Property.forAll(
                200,
                random -> {
                    byte[] bytes = EpcisVectors.bytes(files.get(random.nextInt(files.size())));
                    for (int i = random.nextInt(3); i >= 0; i--) {
                        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(128);
                    }
                    try {
                        EpcisDocument.read(bytes).events().forEach(EventHash::of);
                    } catch (JsonUnreadable e) {
                        assertThat(e.wording().en()).isNotBlank();
                    }
                });
    }
}
