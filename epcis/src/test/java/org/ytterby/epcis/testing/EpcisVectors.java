package org.ytterby.epcis.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ytterby.core.testing.Vectors;

/// Published EPCIS documents, read where they lie.
public final class EpcisVectors {
    /// Folders of documents, those of schemas and contexts not among them.
    private static final List<String> FOLDERS =
            List.of("event-hash", "gs1/JSON", "openepcis", "openepcis-invalid");

    private EpcisVectors() {}

    public static Path folder() {
        return Vectors.folder("epcis");
    }

    /// All documents in JSON or JSON-LD; skips the running test where there is none.
    public static List<Path> jsonDocuments() {
        Path root = folder();
        return FOLDERS.stream()
                .map(root::resolve)
                .filter(Files::isDirectory)
                .flatMap(EpcisVectors::walk)
                .filter(file -> file.toString().matches(".*\\.json(ld)?"))
                .sorted()
                .toList();
    }

    /// All documents in XML.
    public static List<Path> xmlDocuments() {
        return walk(folder().resolve("event-hash"))
                .filter(file -> file.toString().endsWith(".xml"))
                .sorted()
                .toList();
    }

    public static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The name of a document in reports.
    public static String name(Path file) {
        return folder().relativize(file).toString();
    }

    private static Stream<Path> walk(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
