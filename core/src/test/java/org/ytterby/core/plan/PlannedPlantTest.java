package org.ytterby.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.Registry;
import org.ytterby.core.testing.LedgerText;

/// Mines and plants of a year. The cast's mines and plant are licensed, and their group has plans
/// for 2024.
class PlannedPlantTest {
    private static List<String> rows(String text, int year) {
        Ledger ledger = LedgerText.ledger(text);
        Registry registry = ledger.registry();
        return PlannedPlant.of(ledger, year).stream()
                .map(plant ->
                        "%s %s %s"
                                .formatted(
                                        registry.facility(plant.facility()).id(),
                                        plant.kind().code(),
                                        registry.party(plant.group()).id()))
                .toList();
    }

    @Test
    void licensedUnderTheGroupsPlan() {
        assertThat(rows("", 2024))
                .containsExactly("M1 mining G", "M2 mining G", "SEP smelting_separation G");
    }

    @Test
    void notWithoutPlan() {
        assertThat(rows("", 2025)).isEmpty();
        assertThat(rows("plan mine-24 2024 mining G 1 revoked", 2024))
                .containsExactly("SEP smelting_separation G");
        assertThat(rows("plan p 2025 mining E 1", 2025))
                .as("a plan of the enterprise itself")
                .containsExactly("M1 mining G", "M2 mining G");
    }

    @Test
    void notWithoutLicence() {
        assertThat(rows("facility M9 E mine", 2024)).doesNotContain("M9 mining G");
    }

    @Test
    void onlyOfWhomThePlanIs() {
        String another =
                """
                party    Z enterprise country=CN
                facility MZ Z mine
                permit   MZ mining
                """;
        assertThat(rows(another, 2024)).doesNotContain("MZ mining Z");
        assertThat(rows(another + "plan z 2024 mining Z 1", 2024)).contains("MZ mining Z");
    }

    @Test
    void yearsHaveAPlanThatStands() {
        Ledger ledger = LedgerText.ledger("plan a 2025 mining G 1\nplan b 2026 mining G 1 revoked");
        assertThat(PlannedPlant.years(ledger)).contains(2024, 2025).doesNotContain(2026);
    }
}
