package org.ytterby.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.ytterby.core.environment.Comparison;
import org.ytterby.core.environment.Confidence;
import org.ytterby.core.plan.allocation.Consequence;
import org.ytterby.core.plan.allocation.PlanStage;
import org.ytterby.core.plan.allocation.Policy;
import org.ytterby.core.plan.allocation.ScoreLine;

/// Readers pair words with constants by their position.
class AllocationSchemaTest {
    private static final PackageSchema SCHEMA = PackageSchema.allocation();

    private static void assertWords(String table, String field, List<String> words) {
        assertThat(SCHEMA.table(table).field(field).allowed()).isEqualTo(words);
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(v -> v.name().toLowerCase(Locale.ROOT)).toList();
    }

    @Test
    void theWordsAreThoseOfTheModel() {
        List<String> stages = Arrays.stream(PlanStage.values()).map(PlanStage::code).toList();
        for (String table :
                List.of("policy", "bands", "lines", "applications", "history", "indicators")) {
            assertWords(table, "stage", stages);
        }
        assertWords("policy", "when_infeasible", names(Policy.OnGap.values()));
        assertWords("lines", "direction", names(ScoreLine.Direction.values()));
        assertWords("consequences", "kind", names(Consequence.Kind.values()));
        assertWords("gates", "confidence", names(Confidence.values()));
        assertWords(
                "gates",
                "comparison",
                Arrays.stream(Comparison.values()).map(Comparison::code).toList());
        assertWords("history", "verified", List.of("yes", "no"));
        assertWords("indicators", "verified", List.of("yes", "no"));
    }

    @Test
    void everySheetAndColumnIsWordedInBothLanguages() {
        for (TableSchema table : SCHEMA.tables()) {
            assertThat(table.title().zh()).as(table.name()).matches(".*\\p{IsHan}.*");
            assertThat(table.description().zh()).as(table.name()).matches(".*\\p{IsHan}.*");
            for (FieldSchema field : table.fields()) {
                String where = table.name() + "." + field.name();
                assertThat(field.title().en()).as(where).isNotBlank();
                assertThat(field.title().zh()).as(where).matches(".*\\p{IsHan}.*");
                assertThat(field.description().en()).as(where).isNotBlank();
                assertThat(field.description().zh()).as(where).matches(".*\\p{IsHan}.*");
            }
            for (ForeignKey key : table.foreignKeys()) {
                table.field(key.field());
                SCHEMA.table(key.table()).field(key.referencedField());
            }
        }
    }
}
