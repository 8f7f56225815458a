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
    void aDocumentTypeThatIsOnlyANameDoesNothing() {
        String start = "<!DOCTYPE project>" + START;
        EpcisDocument document =
                read(start + "<EPCISBody><EventList/></EPCISBody></e:EPCISDocument>");
        assertThat(document.events()).isEmpty();
    }

    @Test
    void aFieldThatIsNilIsAbsent() {
        String nil =
                "<quantityElement><epcClass>urn:a:b</epcClass>"
                        + "<quantity xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
                        + " xsi:nil='true'/></quantityElement>";
        assertThat(
                        EventHash.preHash(
                                read(START
                                                + "<EPCISBody><EventList><ObjectEvent><quantityList>"
                                                + nil
                                                + "</quantityList></ObjectEvent></EventList></EPCISBody>"
                                                + "</e:EPCISDocument>")
                                        .events()
                                        .getFirst()))
                .endsWith("quantityElementepcClass=urn:a:b");
    }

    @Test
    void depthIsBounded() {
        assertThatThrownBy(() -> read(START + "<a>".repeat(100_000)))
                .isInstanceOf(JsonUnreadable.class);
    }

    private static String withField(String xml) {
        return START
                + "<EPCISBody><EventList><ObjectEvent xmlns:y='urn:y:'>"
                + xml
                + "</ObjectEvent></EventList></EPCISBody></e:EPCISDocument>";
    }

    @Test
    void aFieldThatStandsTwiceIsTold() {
        EpcisDocument document =
                read(
                        withField(
                                "\n<epcList><epc>urn:a</epc></epcList>"
                                        + "\n<epcList><epc>urn:b</epc></epcList>"));
        assertThat(document.repetitions())
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.name()).isEqualTo("epcList");
                    assertThat(r.line()).isEqualTo(3);
                });
    }

    /// A body of another namespace is an extension, and no body.
    @Test
    void onlyTheStandardsOwnBodyHasEvents() {
        String other =
                "<x:EPCISBody xmlns:x='urn:x'><EventList><ObjectEvent/></EventList></x:EPCISBody>";
        assertThat(read(START + other + "</e:EPCISDocument>").events()).isEmpty();
    }

    @Test
    void anyNumberOfEscapedCharactersIsRead() {
        String text = "&amp;".repeat(100_000);
        EpcisDocument document = read(withField("<y:a>" + text + "</y:a><y:b c='" + text + "'/>"));
        assertThat(document.events().getFirst().tree().text("y:a")).isEqualTo("&".repeat(100_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<y:a>%s</y:a>", "<y:a><![CDATA[%s]]>%1$s</y:a>", "<y:a b='%s'/>"})
    void aTextIsBoundedAsInJson(String field) {
        String half = "half".repeat(1 << 17);
        assertThat(
                        read(withField(field.replaceAll("%s]]>%1\\$s", "%s]]>").formatted(half)))
                                .events())
                .hasSize(1);
        assertThatThrownBy(() -> read(withField(field.formatted(half + half + "x"))))
                .isInstanceOfSatisfying(
                        JsonUnreadable.class,
                        e -> assertThat(e.wording().en()).contains("1048576 characters"));
    }

    /// One prefix for ever other namespaces: each gets a number of its own, without a search.
    @Test
    void prefixesThatMeanSomethingElseAreNumbered() {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < 9_000; i++) {
            fields.append("<z:a xmlns:z='urn:z").append(i).append("'>1</z:a>");
        }
        EpcisDocument document = read(withField(fields.toString()));
        assertThat(document.events().getFirst().tree().text("z9000:a")).isEqualTo("1");
        String more = fields.toString();
        assertThatThrownBy(() -> read(withField(more + more.replace("urn:z", "urn:w"))))
                .isInstanceOfSatisfying(
                        JsonUnreadable.class, e -> assertThat(e.wording().zh()).contains("命名空间过多"));
    }

    @Test
    void anotherPrefixOfANamespaceKeepsItsMeaning() {
        EpcisDocument document = read(withField("<y:a>1</y:a><z:a xmlns:z='urn:y:'>2</z:a>"));
        assertThat(document.events().getFirst().names().expanded("z:b")).isEqualTo("urn:y:b");
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
