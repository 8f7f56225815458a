package org.ytterby.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.ytterby.core.ledger.Activity;
import org.ytterby.core.ledger.Direction;
import org.ytterby.core.ledger.FacilityStage;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.PartyKind;
import org.ytterby.core.ledger.PlanKind;
import org.ytterby.core.material.Element;
import org.ytterby.core.material.ProductStage;

class PackageSchemaTest {
    private static final PackageSchema SCHEMA = PackageSchema.standard();

    @Test
    void tablesStandInTheOrderOfTheContract() {
        assertThat(SCHEMA.tables().stream().map(TableSchema::name))
                .containsExactly(
                        "parties",
                        "memberships",
                        "facilities",
                        "permits",
                        "products",
                        "methods",
                        "assays",
                        "flows",
                        "plans",
                        "licences",
                        "deposits",
                        "partner_imports",
                        "environmental_returns",
                        "capacities",
                        "reserves",
                        "stockpile");
    }

    @Test
    void fiveTablesAreRequired() {
        assertThat(SCHEMA.tables().stream().filter(TableSchema::required).map(TableSchema::name))
                .containsExactly("parties", "facilities", "products", "assays", "flows");
    }

    @Test
    void theElementColumnsStandInTableOrder() {
        List<String> symbols = Element.ALL.stream().map(Element::name).toList();
        assertThat(SCHEMA.table("assays").fieldNames()).containsSubsequence(symbols);
        assertThat(SCHEMA.table("deposits").fieldNames()).containsSubsequence(symbols);
        assertThat(SCHEMA.table("methods").field("element").allowed()).isEqualTo(symbols);
    }

    @Test
    void theWordsAreThoseOfTheModel() {
        assertWords("parties", "kind", PartyKind.values(), PartyKind::code);
        assertWords("facilities", "stage", FacilityStage.values(), FacilityStage::code);
        assertWords("permits", "activity", Activity.values(), Activity::code);
        assertWords("products", "stage", ProductStage.values(), ProductStage::code);
        assertWords("flows", "type", FlowType.values(), FlowType::code);
        assertWords("flows", "direction", Direction.values(), Direction::code);
        assertWords("plans", "kind", PlanKind.values(), PlanKind::code);
    }

    private static <T> void assertWords(
            String table, String field, T[] values, Function<T, String> code) {
        assertThat(SCHEMA.table(table).field(field).allowed())
                .isEqualTo(Arrays.stream(values).map(code).toList());
    }

    @Test
    void foreignKeysNameTablesAndFieldsThatExist() {
        for (TableSchema table : SCHEMA.tables()) {
            for (ForeignKey key : table.foreignKeys()) {
                table.field(key.field());
                SCHEMA.table(key.table()).field(key.referencedField());
            }
            table.primaryKey().forEach(table::field);
        }
    }

    @Test
    void everyTableAndFieldIsWordedInBothLanguages() {
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
        }
    }

    @Test
    void aLotIsUsuallyButNotAlwaysPresent() {
        assertThat(SCHEMA.table("flows").field("lot").presence()).isEqualTo(Presence.USUALLY);
        assertThat(SCHEMA.table("flows").field("record").required()).isTrue();
        assertThat(SCHEMA.table("flows").field("moisture").maximum()).isEqualTo(1.0);
    }

    @Test
    void anUnknownNameIsRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SCHEMA.table("flow"))
                .withMessageContaining("flow");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SCHEMA.table("flows").field("weight"))
                .withMessageContaining("flows")
                .withMessageContaining("weight");
    }
}
