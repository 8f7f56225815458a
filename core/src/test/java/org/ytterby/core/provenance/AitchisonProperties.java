package org.ytterby.core.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.ytterby.core.testing.Property;

class AitchisonProperties {
    private static final int TRIES = 1000;
    private static final double ROUNDING = 1e-12;

    @Test
    void closingTwiceIsClosingOnce() {
        Property.forAll(
                TRIES,
                random -> {
                    double[] parts = partsWithTraces(random);
                    double floor = random.nextDouble(0.001, 0.9) / parts.length;
                    double[] once = Aitchison.closed(parts, floor);
                    assertThat(Aitchison.closed(once, floor))
                            .containsExactly(once, within(ROUNDING));
                });
    }

    @Test
    void closedSharesSumToOneAndReachTheFloor() {
        Property.forAll(
                TRIES,
                random -> {
                    double[] parts = partsWithTraces(random);
                    double floor = random.nextDouble(0.001, 0.9) / parts.length;
                    double[] shares = Aitchison.closed(parts, floor);
                    assertThat(Arrays.stream(shares).sum()).isCloseTo(1, within(ROUNDING));
                    assertThat(Arrays.stream(shares).min().orElseThrow())
                            .isGreaterThanOrEqualTo(floor - ROUNDING);
                });
    }

    @Test
    void closedSharesAreTheLargerOfTheFloorAndACommonMultiple() {
        Property.forAll(
                TRIES,
                random -> {
                    double[] parts = partsWithTraces(random);
                    double floor = random.nextDouble(0.001, 0.9) / parts.length;
                    assertThat(Aitchison.closed(parts, floor))
                            .containsExactly(bisected(parts, floor), within(ROUNDING));
                });
    }

    @Test
    void distanceIsSymmetric() {
        Property.forAll(
                TRIES,
                random -> {
                    int length = random.nextInt(1, 17);
                    double[] a = positive(random, length);
                    double[] b = positive(random, length);
                    assertThat(Aitchison.distance(a, b)).isEqualTo(Aitchison.distance(b, a));
                });
    }

    @Test
    void distanceObeysTheTriangleInequality() {
        Property.forAll(
                TRIES,
                random -> {
                    int length = random.nextInt(1, 17);
                    double[] a = positive(random, length);
                    double[] b = positive(random, length);
                    double[] c = positive(random, length);
                    assertThat(Aitchison.distance(a, c))
                            .isLessThanOrEqualTo(
                                    Aitchison.distance(a, b) + Aitchison.distance(b, c) + ROUNDING);
                });
    }

    @Test
    void distanceEqualsTheSumOverAllPairsOfLogRatios() {
        Property.forAll(
                TRIES,
                random -> {
                    int length = random.nextInt(1, 17);
                    double[] a = positive(random, length);
                    double[] b = positive(random, length);
                    assertThat(Aitchison.distance(a, b)).isCloseTo(pairwise(a, b), within(1e-10));
                });
    }

    /// The definition by Aitchison (1986): all ratios of two parts, each pair once.
    private static double pairwise(double[] a, double[] b) {
        double squares = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = i + 1; j < a.length; j++) {
                double difference = Math.log(a[i] / a[j]) - Math.log(b[i] / b[j]);
                squares += difference * difference;
            }
        }
        return Math.sqrt(squares / a.length);
    }

    /// Finds the multiple by halving an interval.
    private static double[] bisected(double[] parts, double floor) {
        double low = 0;
        double high = 1 / Arrays.stream(parts).max().orElseThrow();
        for (int i = 0; i < 200; i++) {
            double middle = (low + high) / 2;
            if (Arrays.stream(floored(parts, middle, floor)).sum() < 1) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return floored(parts, low, floor);
    }

    private static double[] floored(double[] parts, double multiple, double floor) {
        return Arrays.stream(parts).map(part -> Math.max(floor, multiple * part)).toArray();
    }

    private static double[] partsWithTraces(RandomGenerator random) {
        double[] parts = positive(random, random.nextInt(1, 17));
        for (int i = 1; i < parts.length; i++) {
            parts[i] = random.nextInt(4) == 0 ? 0 : parts[i];
        }
        return parts;
    }

    private static double[] positive(RandomGenerator random, int length) {
        return random.doubles(length, -8, 3).map(Math::exp).toArray();
    }
}
