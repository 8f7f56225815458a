package org.ytterby.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ytterby.core.supervision.Reconciler;
import org.ytterby.core.supervision.Reconciliation;
import org.ytterby.core.supervision.Settings;
import org.ytterby.formats.intake.PackageReader;

/// What is planted is found by the rules that it names, and an honest year is clean.
class DetectionTest {
    private static final double FALSE_ALARMS = 0.05;
    private static final long SEED = 11;

    @TempDir Path folder;

    private Reconciliation reconciled(SimulationPlan plan) {
        Simulator.write(folder, plan);
        return Reconciler.reconcile(
                PackageReader.read(folder), new Settings(FALSE_ALARMS, false, Set.of()));
    }

    private static Set<String> rules(Reconciliation reconciliation) {
        return reconciliation.findings().stream()
                .map(finding -> finding.rule().code())
                .collect(Collectors.toSet());
    }

    @Test
    void anHonestYearHasNeitherProblemsNorFindings() {
        Reconciliation honest = reconciled(SimulationPlan.honest(2019, SEED));
        assertThat(honest.problems()).isEmpty();
        assertThat(honest.findings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aPlantedScenarioIsFoundByItsRulesAndNoneBesides(Scenario scenario) {
        Set<String> found = rules(reconciled(SimulationPlan.honest(2019, SEED).with(scenario)));
        assertThat(found).containsAll(scenario.rules());
        found.removeAll(scenario.rules());
        assertThat(scenario.consequences()).containsAll(found);
    }
}
