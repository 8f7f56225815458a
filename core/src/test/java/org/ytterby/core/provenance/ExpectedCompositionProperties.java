package org.ytterby.core.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ytterby.core.material.Composition;
import org.ytterby.core.material.Element;
import org.ytterby.core.testing.Property;

class ExpectedCompositionProperties {
    private static final double STEP = 1e-5;

    @Test
    void theVarianceIsThatOfTheSlopesByEachDepositsLogarithm() {
        Property.forAll(
                300,
                random -> {
                    List<DepositShare> blend = blend(random);
                    double[] lnVariances = ExpectedComposition.of(blend).lnVariances();
                    for (Element e : Element.ALL) {
                        assertThat(lnVariances[e.ordinal()])
                                .isCloseTo(bySlopes(blend, e), within(1e-8));
                    }
                });
    }

    private static double bySlopes(List<DepositShare> blend, Element element) {
        double variance = 0;
        for (int o = 0; o < blend.size(); o++) {
            double rise = lnShare(blend, element, o, STEP) - lnShare(blend, element, o, -STEP);
            double deviation = rise / (2 * STEP) * blend.get(o).spread();
            variance += deviation * deviation;
        }
        return variance;
    }

    private static double lnShare(
            List<DepositShare> blend, Element element, int moved, double step) {
        double share = 0;
        for (int o = 0; o < blend.size(); o++) {
            DepositShare deposit = blend.get(o);
            double factor = o == moved ? Math.exp(step) : 1;
            share += deposit.weight() * deposit.composition().share(element) * factor;
        }
        return Math.log(share);
    }

    private static List<DepositShare> blend(RandomGenerator random) {
        double[] parts = random.doubles(random.nextInt(1, 6), 0.01, 1).toArray();
        double sum = Arrays.stream(parts).sum();
        return IntStream.range(0, parts.length)
                .mapToObj(o ->
                        new DepositShare(
                                composition(random), random.nextDouble(0.5), parts[o] / sum))
                .toList();
    }

    private static Composition composition(RandomGenerator random) {
        return Composition.closing(random.doubles(Element.COUNT, -8, 0).map(Math::exp).toArray());
    }
}
