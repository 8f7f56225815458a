package org.ytterby.benchmarks.detection;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ytterby.core.balance.PatternTest;
import org.ytterby.core.balance.Whitening;

/// How long a loss lasts before it is found, when the test is run anew after every period.
///
/// Every run has the same level, such that 5 % of the years without loss have any alarm.
final class DelayTable {
    private static final double LEVEL = 0.05;
    private static final double SIGMAS = 3.29;
    private static final long SEED = 1905;

    private final Gaussian gaussian;
    private final List<PatternTest> tests; // over the first t + 1 periods
    private final int periods;
    private final int runs;
    private final double critical;

    DelayTable(double[][] covariance, int runs) {
        periods = covariance.length;
        this.runs = runs;
        gaussian = new Gaussian(covariance);
        tests =
                IntStream.rangeClosed(1, periods)
                        .mapToObj(t -> PowerStudy.oneColumn(Whitening.of(corner(covariance, t)), t))
                        .toList();
        double[] smallest =
                IntStream.range(0, runs)
                        .parallel()
                        .mapToDouble(i ->
                                Arrays.stream(bounds(i, new double[periods])).min().orElseThrow())
                        .sorted()
                        .toArray();
        critical = smallest[(int) (LEVEL * runs)];
    }

    private static double[][] corner(double[][] covariance, int size) {
        return Arrays.stream(covariance)
                .limit(size)
                .map(row -> Arrays.copyOf(row, size))
                .toArray(double[][]::new);
    }

    /// Bound of the run after each period.
    private double[] bounds(int run, double[] loss) {
        double[] d = gaussian.draw(new SplittableRandom(SEED + run), loss);
        return IntStream.range(0, periods)
                .mapToDouble(t -> tests.get(t).strongest(Arrays.copyOf(d, t + 1), 1).logBound())
                .toArray();
    }

    void print(Map<String, double[]> patterns, double sigma, PrintStream out) {
        out.printf(
                "Run after every period, 5 %% of clean years with any alarm, %,d years, loss %.2f σ:%n%n",
                runs, SIGMAS);
        out.println("| loss | found within the year | mean delay after its beginning, periods |");
        out.println("|---|---|---|");
        patterns.forEach((name, pattern) -> {
            double[] loss = Arrays.stream(pattern).map(x -> x * SIGMAS * sigma).toArray();
            int onset = 0;
            while (loss[onset] == 0) {
                onset++;
            }
            int beginning = onset;
            int[] delays =
                    IntStream.range(0, runs)
                            .parallel()
                            .map(i -> delay(bounds(i, loss), beginning))
                            .filter(delay -> delay >= 0)
                            .toArray();
            out.printf(
                    "| %s | %.4f | %.2f |%n",
                    name,
                    PowerStudy.part(delays.length, runs),
                    Arrays.stream(delays).average().orElse(Double.NaN));
        });
        out.println();
    }

    /// Periods from the first with a loss to the first alarm; −1 if there is none.
    private int delay(double[] bounds, int onset) {
        for (int t = onset; t < periods; t++) {
            if (bounds[t] <= critical) {
                return t - onset;
            }
        }
        return -1;
    }
}
