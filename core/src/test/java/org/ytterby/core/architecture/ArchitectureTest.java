package org.ytterby.core.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ytterby.core.material.Element;

/// Core keeps its borders, and each rule would notice if it did not.
class ArchitectureTest {
    private static final String ROOT = "org.ytterby.core";
    private static final String HERE = ROOT + ".architecture";

    /// Everything that is shipped: what stands where a class of core stands.
    private static final JavaClasses CORE =
            new ClassFileImporter()
                    .importUrl(Element.class.getProtectionDomain().getCodeSource().getLocation());

    private static final JavaClasses PLANTED = imported("planted");
    private static final JavaClasses EFFECTS = imported("effects");

    private static JavaClasses imported(String name) {
        return new ClassFileImporter().importPackages(HERE + "." + name);
    }

    private static List<String> violations(ArchRule rule, JavaClasses classes) {
        return rule.evaluate(classes).getFailureReport().getDetails();
    }

    @Test
    void theWholeOfCoreIsLookedAt() {
        assertThat(CORE.size()).isGreaterThan(100);
    }

    @Test
    void packagesUseOnlyWhatTheListAllows() {
        assertThat(violations(CoreRules.arrows(ROOT), CORE)).isEmpty();
    }

    @Test
    void coreUsesOnlyTheListedLibraries() {
        assertThat(violations(CoreRules.libraries(ROOT), CORE)).isEmpty();
    }

    @Test
    void coreIsPure() {
        assertThat(violations(CoreRules.pureness(), CORE)).isEmpty();
    }

    @Test
    void theListHasNoCircles() {
        CoreRules.ARROWS.forEach((from, allowed) ->
                assertThat(allowed)
                        .allSatisfy(to ->
                                assertThat(CoreRules.ARROWS.get(to))
                                        .as(from + " ↔ " + to)
                                        .isNotNull()
                                        .doesNotContain(from)));
    }

    @Test
    void anArrowThatPointsUpIsNoticed() {
        String root = HERE + ".planted";
        assertThat(violations(CoreRules.arrows(root), PLANTED))
                .filteredOn(v -> v.contains("→"))
                .containsExactly(root + ".material.UsesLedger: material → ledger");
    }

    @Test
    void aPackageThatIsNotListedIsNoticed() {
        String root = HERE + ".planted";
        assertThat(violations(CoreRules.arrows(root), PLANTED))
                .filteredOn(v -> v.contains("not in the list"))
                .isNotEmpty()
                .allMatch(v -> v.contains("unlisted"));
    }

    @Test
    void aLibraryThatIsNotListedIsNoticed() {
        assertThat(violations(CoreRules.libraries(ROOT), EFFECTS))
                .anyMatch(v -> v.contains("UsesALibrary uses tools.jackson.databind.JsonNode"));
    }

    @ParameterizedTest
    @CsvSource({
        "AsksTheClock,       java.time.Instant.now()",
        "AsksTheSystemClock, java.lang.System.nanoTime()",
        "DrawsLots,          java.util.random.RandomGenerator",
        "MintsIds,           java.util.UUID",
        "PrintsLines,        java.io.PrintStream",
        "ReadsFiles,         java.nio.file.Path"
    })
    void anEffectIsNoticed(String planted, String what) {
        assertThat(violations(CoreRules.pureness(), EFFECTS))
                .anyMatch(v -> v.contains("." + planted) && v.contains(what));
    }
}
