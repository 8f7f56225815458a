package org.ytterby.core.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.testing.LedgerText;
import org.ytterby.core.testing.Property;

class FamilyTest {
    private static final Ledger NOTHING = LedgerText.ledger("");

    private static Family family(double... p) {
        return new Family(
                DoubleStream.of(p)
                        .mapToObj(value ->
                                new Suspicion(
                                        Rule.PLAN_EXCEEDED,
                                        value,
                                        () -> new Draft(NOTHING, Rule.PLAN_EXCEEDED)))
                        .toList());
    }

    private static double[] believed(double level, double... p) {
        return family(p).findings(level, _ -> true).stream()
                .mapToDouble(one -> one.finding().weight().pValue())
                .toArray();
    }

    /// Benjamini & Hochberg 1995: all up to the largest i with p(i) <= level · i / n.
    private static double[] stepUp(double level, double... p) {
        double[] sorted = DoubleStream.of(p).sorted().toArray();
        double threshold = -1;
        for (int i = 1; i <= sorted.length; i++) {
            if (sorted[i - 1] <= level * i / sorted.length) {
                threshold = sorted[i - 1];
            }
        }
        double limit = threshold;
        return DoubleStream.of(p).filter(value -> value <= limit).toArray();
    }

    @Test
    void theExampleOfThePaper() {
        // Benjamini & Hochberg 1995, section 3.3: four of fifteen at 0.05
        double[] p = {
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
            0.5719, 0.6528, 0.7590, 1.0000
        };
        assertThat(believed(0.05, p)).containsExactly(0.0001, 0.0004, 0.0019, 0.0095);
    }

    @Test
    void aLargerOneMayCarryASmallerOneThatFailsAlone() {
        assertThat(believed(0.05, 0.049, 0.04)).containsExactly(0.049, 0.04);
        assertThat(believed(0.05, 0.051, 0.04)).isEmpty();
    }

    @Test
    void theStepUpDefinitionAgrees() {
        Property.forAll(
                1_000,
                random -> {
                    double[] p =
                            random.doubles(random.nextInt(1, 40))
                                    .map(x -> random.nextBoolean() ? x : x * x * x * x)
                                    .toArray();
                    double level = random.nextDouble(0.01, 0.5);
                    assertThat(believed(level, p)).containsExactly(stepUp(level, p));
                });
    }

    @Test
    void qIsTheSmallestLevelAtWhichASubjectIsBelieved() {
        Property.forAll(
                300,
                random -> {
                    double[] p = random.doubles(random.nextInt(1, 20)).toArray();
                    List<Reasoned> all = family(p).findings(1, _ -> true);
                    for (Reasoned one : all) {
                        Finding finding = one.finding();
                        double q = finding.weight().qValue();
                        assertThat(stepUp(q * (1 + 1e-12), p)).contains(finding.weight().pValue());
                        assertThat(stepUp(q * (1 - 1e-9), p))
                                .doesNotContain(finding.weight().pValue());
                    }
                });
    }

    @Test
    void onlyTheRulesAskedForAreAnswered() {
        assertThat(family(0, 0).findings(0.05, rule -> rule == Rule.SECTOR_GAP)).isEmpty();
    }

    @Test
    void anEmptyFamilyBelievesNothing() {
        assertThat(believed(0.05)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void whatIsNoProbabilityIsRefused(double p) {
        assertThatThrownBy(() -> family(p))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Double.toString(p));
    }
}
