package org.ytterby.epcis.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.ytterby.core.testing.Vectors;
import org.ytterby.epcis.EpcisDocument;
import org.ytterby.epcis.EpcisEvent;
import org.ytterby.epcis.testing.EpcisVectors;

/// Published hashes, event by event.
class EventHashVectorsTest {
    /// Rows of the table whose hashes have prefixes in them that only other documents declare: the
    /// table was made in one run over all documents, and the reference implementation keeps what it
    /// read before. See docs/adr/0023.
    private static final Set<String> WITH_PREFIXES_OF_OTHERS =
            Set.of(
                    "openepcis/JumbledFieldsOrder.json 0",
                    "openepcis/Namespaces_at_different_level.json 0",
                    "openepcis/Namespaces_at_different_level.json 1");

    @TestFactory
    Stream<DynamicNode> everyPublishedDocumentHasItsHashes() {
        return Vectors.cases(
                "epcis/event-hash",
                "*.{jsonld,xml}",
                (name, file) -> dynamicTest(name, () -> check(file)));
    }

    private static void check(Path file) throws IOException {
        String stem = file.toString().replaceFirst("\\.(jsonld|xml)$", "");
        List<String> expected =
                Files.readAllLines(Path.of(stem + ".hashes")).stream()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
        List<EpcisEvent> events = EpcisDocument.read(EpcisVectors.bytes(file)).events();
        assertThat(events)
                .as("%s", events.stream().map(EventHash::preHash).toList())
                .extracting(EventHash::of)
                .isEqualTo(expected);
    }

    @TestFactory
    Stream<DynamicTest> everyRowOfTheTableAgrees() throws IOException {
        Path folder = EpcisVectors.folder();
        return Files.readAllLines(folder.resolve("reference-hashes.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .map(row -> new Row(row[0].replaceFirst(" \\[.*", ""), row[1], row[2].strip()))
                .filter(row -> Files.exists(folder.resolve(row.file)))
                .map(row -> dynamicTest(row.name(), () -> check(folder, row)));
    }

    private static void check(Path folder, Row row) {
        EpcisEvent event =
                EpcisDocument.read(EpcisVectors.bytes(folder.resolve(row.file)))
                        .events()
                        .get(Integer.parseInt(row.index));
        if (WITH_PREFIXES_OF_OTHERS.contains(row.name())) {
            assertThat(EventHash.of(event)).isNotEqualTo(row.hash);
        } else {
            assertThat(EventHash.of(event)).as(EventHash.preHash(event)).isEqualTo(row.hash);
        }
    }

    /// A row of `reference-hashes.tsv`.
    private record Row(String file, String index, String hash) {
        String name() {
            return file + " " + index;
        }
    }
}
