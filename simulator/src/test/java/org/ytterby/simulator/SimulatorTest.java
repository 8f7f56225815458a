package org.ytterby.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorTest {
    @TempDir Path folder;

    @Test
    void equalSeedsGiveEqualPackages() throws IOException {
        SimulationPlan plan =
                SimulationPlan.honest(2019, 42)
                        .with(Scenario.LAUNDERED_IONIC_ORE)
                        .with(Scenario.UNLICENSED_PIT);
        Simulator.write(folder.resolve("a"), plan);
        Simulator.write(folder.resolve("b"), plan);
        try (Stream<Path> files = Files.list(folder.resolve("a"))) {
            List<Path> all = files.toList();
            assertThat(all).hasSizeGreaterThan(12);
            for (Path file : all) {
                assertThat(file)
                        .hasSameBinaryContentAs(folder.resolve("b").resolve(file.getFileName()));
            }
        }
    }

    @Test
    void anotherSeedGivesAnotherPackage() throws IOException {
        Simulator.write(folder.resolve("a"), SimulationPlan.honest(2019, 1));
        Simulator.write(folder.resolve("b"), SimulationPlan.honest(2019, 2));
        assertThat(Files.mismatch(folder.resolve("a/flows.csv"), folder.resolve("b/flows.csv")))
                .isNotNegative();
    }

    @Test
    void aZipHoldsThePackageAndTheTruthStandsBesideIt() throws IOException {
        Simulator.write(folder.resolve("year.zip"), SimulationPlan.honest(2019, 1));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("year.zip", "year.planted.json", "year.README.md");
        }
    }

    @Test
    void linesComeNearTheNumberAskedFor() {
        SimulationSummary summary =
                Simulator.write(
                        folder.resolve("p"), SimulationPlan.honest(2019, 1).withLines(100_000));
        assertThat(summary.flowLines()).isBetween(67_000L, 134_000L);
    }

    @ParameterizedTest
    @ValueSource(ints = {2018, 2020, 2021, 2022, 2023, 2024})
    void yearsWithPublishedPlansCanBeSimulated(int year) {
        SimulationSummary summary =
                Simulator.write(folder.resolve("p"), SimulationPlan.honest(year, 1));
        assertThat(summary.minedTonnesReo()).isPositive();
        double separationPlan =
                Rows.of(folder.resolve("p"), "plans").stream()
                        .filter(row -> row.getField("kind").equals("smelting_separation"))
                        .filter(row -> row.getField("revoked_on").isEmpty())
                        .mapToDouble(row -> Table.number(row, "tonnes_reo"))
                        .sum();
        assertThat(summary.separatedTonnesReo()).isLessThan(separationPlan);
    }

    @Test
    void aYearWithoutPlanIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Simulator.write(folder.resolve("p"), SimulationPlan.honest(1990, 1)))
                .withMessageContaining("1990");
    }
}
