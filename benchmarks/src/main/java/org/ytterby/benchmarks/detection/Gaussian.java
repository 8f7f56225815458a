package org.ytterby.benchmarks.detection;

import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Draws differences with a given covariance; the same ones each time.
final class Gaussian {
    private static final int BATCHES = 64;
    private static final long SEED = 2026;

    private final double[][] factor;

    /// @param covariance positive definite
    Gaussian(double[][] covariance) {
        int n = covariance.length;
        factor = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double left = covariance[i][j];
                for (int k = 0; k < j; k++) {
                    left -= factor[i][k] * factor[j][k];
                }
                factor[i][j] = i == j ? Math.sqrt(left) : left / factor[j][j];
            }
        }
    }

    /// How many of a number of draws around a mean have a property.
    long count(int runs, double[] mean, Predicate<double[]> property) {
        return IntStream.range(0, BATCHES)
                .parallel()
                .mapToLong(batch -> {
                    SplittableRandom random = new SplittableRandom(SEED + batch);
                    int from = (int) ((long) runs * batch / BATCHES);
                    int to = (int) ((long) runs * (batch + 1) / BATCHES);
                    long count = 0;
                    for (int i = from; i < to; i++) {
                        count += property.test(draw(random, mean)) ? 1 : 0;
                    }
                    return count;
                })
                .sum();
    }

    double[] draw(SplittableRandom random, double[] mean) {
        double[] values = mean.clone();
        for (int k = 0; k < values.length; k++) {
            double normal = random.nextGaussian();
            for (int i = k; i < values.length; i++) {
                values[i] += factor[i][k] * normal;
            }
        }
        return values;
    }
}
