package org.ytterby.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Each scenario changes what it says and only that.
class ScenarioTest {
    @TempDir static Path folder;
    private static Path honest;

    @BeforeAll
    static void simulate() {
        honest = folder.resolve("honest");
        Simulator.write(honest, SimulationPlan.honest(2019, 7));
    }

    private static Path planted(Scenario scenario) {
        Path target = folder.resolve(scenario.code());
        Simulator.write(target, SimulationPlan.honest(2019, 7).with(scenario));
        return target;
    }

    /// Rows of the second package that the first does not have.
    private static List<NamedCsvRecord> more(Path first, Path second, String table) {
        Set<String> known =
                Rows.of(first, table).stream().map(Rows::text).collect(Collectors.toSet());
        return Rows.of(second, table).stream()
                .filter(row -> !known.contains(Rows.text(row)))
                .toList();
    }

    private static JsonNode truth(Path target) {
        return JsonMapper.shared().readTree(target.resolve("planted.json").toFile()).path(0);
    }

    @ParameterizedTest
    @EnumSource
    void flowsChangeOnlyAtTheFacilitiesThatTheTruthNames(Scenario scenario) {
        Path target = planted(scenario);
        JsonNode truth = truth(target);
        assertThat(truth.path("scenario").asString()).isEqualTo(scenario.code());
        Set<String> named = new HashSet<>();
        truth.path("facilities").forEach(facility -> named.add(facility.asString()));
        Set<String> touched = new HashSet<>();
        more(honest, target, "flows").forEach(row -> touched.add(row.getField("facility")));
        more(target, honest, "flows").forEach(row -> touched.add(row.getField("facility")));
        assertThat(touched).isSubsetOf(named);
        assertThat(touched.isEmpty()).isEqualTo(named.isEmpty());
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "LAUNDERED_IONIC_ORE",
                "OVER_PLAN_MINING",
                "UNLICENSED_PIT",
                "PHANTOM_ROUND_TRIP",
                "FAKE_RECYCLING_ORIGIN"
            })
    void whatWasThereStaysAsItWas(Scenario scenario) {
        Path target = planted(scenario);
        assertThat(more(target, honest, "flows")).isEmpty();
        assertThat(more(target, honest, "assays")).isEmpty();
        assertThat(more(target, honest, "plans")).isEmpty();
        assertThat(more(target, honest, "partner_imports")).isEmpty();
    }

    @Test
    void recordsOfTheTruthAreInThePackage() {
        Path target = planted(Scenario.LAUNDERED_IONIC_ORE);
        Set<String> records = Rows.values(target, "flows", "record");
        Set<String> lots = Rows.values(target, "flows", "lot");
        truth(target).path("records").forEach(it -> assertThat(records).contains(it.asString()));
        truth(target).path("lots").forEach(it -> assertThat(lots).contains(it.asString()));
        assertThat(truth(target).path("hidden_reo_kg").asDouble()).isEqualTo(240_000);
    }

    @Test
    void anExceededLicenceIsTheOnlyOneChanged() {
        Path target = planted(Scenario.OVER_LICENCE_EXPORT);
        List<NamedCsvRecord> changed = more(honest, target, "licences");
        assertThat(changed).hasSize(1);
        assertThat(changed.getFirst().getField("licence"))
                .isEqualTo(truth(target).path("licences").path(0).asString());
    }

    @Test
    void anUndeclaredExportShowsInPartnerStatisticsAlone() {
        Path target = planted(Scenario.UNDECLARED_EXPORT);
        assertThat(more(honest, target, "partner_imports")).hasSize(12);
        assertThat(more(honest, target, "licences")).isEmpty();
    }

    @Test
    void scenariosAreKnownByTheirCodes() {
        for (Scenario scenario : Scenario.values()) {
            assertThat(Scenario.of(scenario.code())).isEqualTo(scenario);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scenario.of("none"))
                .withMessageContaining("laundered-ionic-ore");
    }
}
