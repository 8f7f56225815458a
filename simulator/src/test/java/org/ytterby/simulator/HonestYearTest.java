package org.ytterby.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A year in which nobody offends.
class HonestYearTest {
    private static final double MINING_PLAN_T = 132_000;
    private static final double SEPARATION_PLAN_T = 127_001;
    private static final double EXPORTS_T = 46_330;

    @TempDir static Path folder;
    private static SimulationSummary summary;

    @BeforeAll
    static void simulate() {
        summary = Simulator.write(folder, SimulationPlan.honest(2019, 1));
    }

    @Test
    void miningIsJustBelowThePlan() {
        assertThat(summary.minedTonnesReo())
                .isLessThan(MINING_PLAN_T)
                .isGreaterThan(0.98 * MINING_PLAN_T);
    }

    @Test
    void separationIsJustBelowThePlan() {
        assertThat(summary.separatedTonnesReo())
                .isLessThan(SEPARATION_PLAN_T)
                .isGreaterThan(0.97 * SEPARATION_PLAN_T);
    }

    @Test
    void exportsAreNearThePublishedFigure() {
        assertThat(summary.exportedTonnes()).isCloseTo(EXPORTS_T, within(0.05 * EXPORTS_T));
    }

    @Test
    void plansSumToTheNationalFigures() {
        Map<String, Double> sums =
                Rows.of(folder, "plans").stream()
                        .filter(row -> row.getField("revoked_on").isEmpty())
                        .collect(
                                Collectors.groupingBy(
                                        row -> row.getField("kind") + row.getField("ore_type"),
                                        Collectors.summingDouble(
                                                row -> Table.number(row, "tonnes_reo"))));
        assertThat(sums)
                .containsEntry("miningrock", 112_850.0)
                .containsEntry("miningionic", 19_150.0)
                .containsEntry("smelting_separation", SEPARATION_PLAN_T);
    }

    @Test
    void allIdsResolve() {
        resolves("facilities", "party", "parties", "party");
        resolves("facilities", "deposit", "deposits", "deposit");
        resolves("memberships", "party", "parties", "party");
        resolves("memberships", "group", "parties", "party");
        resolves("permits", "facility", "facilities", "facility");
        resolves("plans", "holder", "parties", "party");
        resolves("licences", "exporter", "parties", "party");
        resolves("licences", "consignee", "parties", "party");
        resolves("licences", "product", "products", "product");
        resolves("assays", "laboratory", "parties", "party");
        resolves("assays", "method", "methods", "method");
        resolves("flows", "facility", "facilities", "facility");
        resolves("flows", "product", "products", "product");
        resolves("flows", "method", "methods", "method");
        resolves("flows", "corrects", "flows", "record");
        resolves("flows", "lot", "assays", "subject");
    }

    private static void resolves(String table, String column, String inTable, String asColumn) {
        Set<String> used = new HashSet<>(Rows.values(folder, table, column));
        used.remove("");
        assertThat(Rows.values(folder, inTable, asColumn)).containsAll(used);
    }

    @Test
    void homePartiesHaveValidCodes() {
        for (NamedCsvRecord party : Rows.of(folder, "parties")) {
            if (party.getField("country").equals("CN")) {
                String code = party.getField("party");
                assertThat(code).hasSize(18);
                assertThat(code.charAt(17)).isEqualTo(CreditCode.check(code));
            }
        }
    }

    @Test
    void everythingIsReportedInTime() {
        for (NamedCsvRecord row : Rows.of(folder, "flows")) {
            LocalDate time = OffsetDateTime.parse(row.getField("time")).toLocalDate();
            LocalDate deadline = time.withDayOfMonth(1).plusMonths(1).withDayOfMonth(10);
            assertThat(OffsetDateTime.parse(row.getField("entered")).toLocalDate())
                    .isBeforeOrEqualTo(deadline);
        }
    }

    @Test
    void shippedAndReceivedMassesDifferAsMuchAsTheirMethodsAllow() {
        Map<String, Double> methods = new HashMap<>();
        for (NamedCsvRecord row : Rows.of(folder, "methods")) {
            if (row.getField("quantity").equals("mass")) {
                double random = Table.number(row, "random_rel");
                double systematic = Table.number(row, "systematic_rel");
                methods.put(row.getField("method"), Math.hypot(random, systematic));
            }
        }
        Set<String> replaced = Rows.values(folder, "flows", "corrects");
        Map<String, Double> shipped = new HashMap<>();
        double squares = 0;
        int pairs = 0;
        for (NamedCsvRecord row : Rows.of(folder, "flows")) {
            if (replaced.contains(row.getField("record"))) {
                continue;
            }
            String document = row.getField("document");
            if (row.getField("type").equals("shipment")) {
                shipped.put(document, Table.number(row, "mass_kg"));
            } else if (row.getField("type").equals("receipt") && shipped.containsKey(document)) {
                double sent = shipped.getOrDefault(document, 0.0);
                double sigma = methods.getOrDefault(row.getField("method"), 0.0) * Math.sqrt(2);
                squares += Math.pow((Table.number(row, "mass_kg") / sent - 1) / sigma, 2);
                pairs++;
            }
        }
        assertThat(pairs).isGreaterThan(1_000);
        assertThat(Math.sqrt(squares / pairs)).isCloseTo(1, within(0.15));
    }
}
