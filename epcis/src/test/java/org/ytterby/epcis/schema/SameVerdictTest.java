package org.ytterby.epcis.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.ytterby.core.testing.Property;
import org.ytterby.epcis.EpcisDocument;
import org.ytterby.epcis.json.Json;
import org.ytterby.epcis.json.JsonWriter;
import org.ytterby.epcis.testing.EpcisVectors;
import org.ytterby.epcis.testing.Mutation;

/// Our schema, judged by our own code, says what the published one says, judged by a library; and
/// the library, given our schema, agrees with our code.
class SameVerdictTest {
    private static final int CHANGES = 400;

    private static com.networknt.schema.Schema published() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(
                        Files.readString(
                                EpcisVectors.folder().resolve("gs1/EPCIS-JSON-Schema.json")));
    }

    private static com.networknt.schema.Schema ours() throws IOException {
        try (var in = SameVerdictTest.class.getResourceAsStream("epcis-2.0.json")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text);
        }
    }

    private static boolean accepts(com.networknt.schema.Schema schema, String text) {
        return schema.validate(
                        text,
                        InputFormat.JSON,
                        context ->
                                context.executionConfig(
                                        config -> config.formatAssertionsEnabled(true)))
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> everyPublishedDocumentIsJudgedAlike() throws IOException {
        com.networknt.schema.Schema published = published();
        com.networknt.schema.Schema ours = ours();
        return EpcisVectors.jsonDocuments().stream()
                .map(file ->
                        dynamicTest(
                                EpcisVectors.name(file),
                                () -> judgedAlike(read(file), published, ours)));
    }

    @Test
    void seededChangesAreJudgedAlike() throws IOException {
        List<Json> documents = EpcisVectors.jsonDocuments().stream().map(this::read).toList();
        com.networknt.schema.Schema published = published();
        com.networknt.schema.Schema ours = ours();
        Property.forAll(
                CHANGES,
                random -> {
                    Json document = documents.get(random.nextInt(documents.size()));
                    for (int i = random.nextInt(3); i >= 0; i--) {
                        document = Mutation.of(document, random);
                    }
                    judgedAlike(document, published, ours);
                });
    }

    private Json read(Path file) {
        return EpcisDocument.read(EpcisVectors.bytes(file)).tree();
    }

    private static void judgedAlike(
            Json document,
            com.networknt.schema.Schema published,
            com.networknt.schema.Schema ours) {
        String text = JsonWriter.compact(document);
        Verdict verdict = Schema.epcis().verdict(document);
        assertThat(verdict.isValid())
                .as("%s%n%s", verdict.violations(), text)
                .isEqualTo(accepts(published, text))
                .isEqualTo(accepts(ours, text));
        assertThat(verdict.violations()).allSatisfy(v -> assertThat(v.problem().zh()).isNotBlank());
    }
}
