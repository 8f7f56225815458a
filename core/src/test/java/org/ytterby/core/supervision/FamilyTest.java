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

    /// Subjects of two kinds, the first of them few and the rest many.
    private static Family family(double level, double... p) {
        int few = p.length / 3;
        NumberedSubjects many =
                new NumberedSubjects(
                        Rule.LOT_OVERDRAWN, _ -> new Draft(NOTHING, Rule.LOT_OVERDRAWN));
        for (int i = few; i < p.length; i++) {
            many.add(i, p[i]);
        }
        List<Suspicion> first =
                DoubleStream.of(p)
                        .limit(few)
                        .mapToObj(value ->
                                new Suspicion(
                                        Rule.PLAN_EXCEEDED,
                                        value,
                                        () -> new Draft(NOTHING, Rule.PLAN_EXCEEDED)))
                        .toList();
        return new Family(List.of(Subjects.of(first), many), level);
    }

    private static double[] believed(double level, double... p) {
        return family(level, p).findings(_ -> true).stream()
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
                    List<Reasoned> all = family(1, p).findings(_ -> true);
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
        Family family = family(0.05, 0, 0, 0);
        assertThat(family.findings(rule -> rule == Rule.SECTOR_GAP)).isEmpty();
        assertThat(family.findings(rule -> rule == Rule.PLAN_EXCEEDED)).hasSize(1);
        assertThat(family.findings(rule -> rule == Rule.LOT_OVERDRAWN)).hasSize(2);
    }

    @Test
    void anEmptyFamilyBelievesNothing() {
        assertThat(believed(0.05)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void whatIsNoProbabilityIsRefused(double p) {
        assertThatThrownBy(() -> family(0.05, p))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Double.toString(p));
        assertThatThrownBy(() -> family(0.05, p, 0.5, 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Double.toString(p));
    }
}
