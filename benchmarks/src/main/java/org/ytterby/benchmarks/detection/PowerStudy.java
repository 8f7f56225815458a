package org.ytterby.benchmarks.detection;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ytterby.benchmarks.Study;
import org.ytterby.core.balance.Estimate;
import org.ytterby.core.balance.PatternTest;
import org.ytterby.core.balance.Whitening;

/// Detection probability of the shipped test on the published covariance of twelve periods of one
/// column, beside the best that any test could reach and the published figures of a rival.
public final class PowerStudy implements Study {
    private static final double LEVEL = 0.05;
    private static final int PERIODS = 12;
    private static final int RUNS = 200_000;

    /// What has to be reached: pattern, size in σ, probability.
    private static final List<Bar> BARS =
            List.of(
                    new Bar("uniform", 3.29, 0.935),
                    new Bar("worst case", 3.29, 0.92),
                    new Bar("second half", 2, 0.965),
                    new Bar("abrupt", 2, 0.99));

    private record Bar(String pattern, double sigmas, double probability) {}

    @Override
    public String name() {
        return "power";
    }

    @Override
    public String summary() {
        return "one column, twelve periods, loss side: power VECTORS [RUNS]";
    }

    @Override
    public void run(List<String> arguments, PrintStream out) throws IOException {
        if (arguments.isEmpty()) {
            throw new IllegalArgumentException("power needs the folder of published vectors");
        }
        double[][] covariance = VectorFiles.powerCovariance(Path.of(arguments.getFirst()));
        int runs = arguments.size() > 1 ? Integer.parseInt(arguments.get(1)) : RUNS;
        Gaussian gaussian = new Gaussian(covariance);
        Whitening whitening = Whitening.of(covariance);
        PatternTest test = oneColumn(whitening, PERIODS);
        double critical = Critical.logBound(test, LEVEL);

        out.println("| differences without loss | asked | measured |");
        out.println("|---|---|---|");
        long alarms = gaussian.count(runs, new double[PERIODS], d -> alarms(test, critical, d));
        out.printf(
                "| false alarms in %,d runs | %.3f | %.4f |%n%n", runs, LEVEL, part(alarms, runs));

        out.println("| loss | size, σ of the year | bar | bound | found |");
        out.println("|---|---|---|---|---|");
        double sigma = Math.sqrt(sum(covariance));
        patterns(covariance)
                .forEach((name, pattern) -> {
                    for (double sigmas : new double[] {2, 3.29}) {
                        double[] loss =
                                Arrays.stream(pattern).map(x -> x * sigmas * sigma).toArray();
                        long found = gaussian.count(runs, loss, d -> alarms(test, critical, d));
                        out.printf(
                                "| %s | %.2f | %s | %.4f | %.4f |%n",
                                name,
                                sigmas,
                                bar(name, sigmas),
                                bound(whitening, loss),
                                part(found, runs));
                    }
                });
        out.println();
        new DelayTable(covariance, runs / 10).print(patterns(covariance), sigma, out);
    }

    /// The shipped list for one element: its own mix and the element alone are the same.
    static PatternTest oneColumn(Whitening whitening, int periods) {
        double[][] steady = new double[periods][];
        Arrays.fill(steady, new double[] {1});
        return new PatternTest(whitening, List.of(new PatternTest.Pattern(steady, 1)));
    }

    static boolean alarms(PatternTest test, double critical, double[] differences) {
        return test.strongest(differences, 1).logBound() <= critical;
    }

    /// Shares of the loss in each period; they sum to 1.
    static Map<String, double[]> patterns(double[][] covariance) {
        double[] worst =
                Arrays.stream(covariance)
                        .mapToDouble(row -> Arrays.stream(row).sum() / sum(covariance))
                        .toArray();
        Map<String, double[]> patterns = new LinkedHashMap<>();
        patterns.put("uniform", during(0, PERIODS));
        patterns.put("worst case", worst);
        patterns.put("second half", during(PERIODS / 2, PERIODS));
        patterns.put("first quarter", during(0, PERIODS / 4));
        patterns.put("abrupt", during(PERIODS / 2 - 1, PERIODS / 2));
        return patterns;
    }

    private static double[] during(int from, int to) {
        double[] pattern = new double[PERIODS];
        Arrays.fill(pattern, from, to, 1.0 / (to - from));
        return pattern;
    }

    private static String bar(String pattern, double sigmas) {
        return BARS.stream()
                .filter(bar -> bar.pattern().equals(pattern) && bar.sigmas() == sigmas)
                .map(bar -> "≥ " + bar.probability())
                .findFirst()
                .orElse("–");
    }

    /// What the best test for this very loss finds (Neyman–Pearson).
    private static double bound(Whitening whitening, double[] loss) {
        double strength = Math.sqrt(Arrays.stream(whitening.apply(loss)).map(y -> y * y).sum());
        return Estimate.upperTail(Estimate.quantile(LEVEL) - strength);
    }

    private static double sum(double[][] matrix) {
        return Arrays.stream(matrix).flatMapToDouble(Arrays::stream).sum();
    }

    static double part(long count, int runs) {
        return (double) count / runs;
    }
}
