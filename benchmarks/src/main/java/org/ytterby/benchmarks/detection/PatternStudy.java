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
import org.ytterby.core.material.Composition;
import org.ytterby.core.material.Element;

/// What the shipped test of all elements finds in the published separation plant: losses of several
/// shapes beside their bound, and the smallest black feed of each published source.
public final class PatternStudy implements Study {
    private static final double LEVEL = 0.05;
    private static final double DETECTION = 0.9;
    private static final double SIGMAS = 3.29;
    private static final int RUNS = 20_000;
    private static final int HALVINGS = 9;

    @Override
    public String name() {
        return "patterns";
    }

    @Override
    public String summary() {
        return "fifteen elements, four quarters, a bastnäsite plant of 4,795 t REO: patterns VECTORS [RUNS]";
    }

    @Override
    public void run(List<String> arguments, PrintStream out) throws IOException {
        if (arguments.isEmpty()) {
            throw new IllegalArgumentException("patterns needs the folder of published vectors");
        }
        SeparationPlant plant = SeparationPlant.read(Path.of(arguments.getFirst()));
        int runs = arguments.size() > 1 ? Integer.parseInt(arguments.get(1)) : RUNS;
        List<OreSource> sources = OreSource.read(null);
        List<Composition> library = sources.stream().map(OreSource::composition).toList();
        losses(plant, plant.shipped(library), runs, out);
        blackFeed(plant, sources, runs, out);
    }

    private static void losses(SeparationPlant plant, PatternTest test, int runs, PrintStream out) {
        double critical = Critical.logBound(test, LEVEL / 2);
        out.printf(
                "Both sides together 5 %%, loss of %.2f σ of the pattern, %,d runs:%n%n",
                SIGMAS, runs);
        out.println("| loss | bound | found | found / bound |");
        out.println("|---|---|---|---|");
        double[] nothing = new double[plant.positions()];
        double bound = Estimate.upperTail(Estimate.quantile(LEVEL / 2) - SIGMAS);
        shapes(plant)
                .forEach((name, shape) -> {
                    double[] loss = scaled(shape, SIGMAS / plant.strength(shape));
                    double found =
                            PowerStudy.part(
                                    plant.gaussian()
                                            .count(runs, loss, d -> isFound(test, critical, d, 1)),
                                    runs);
                    out.printf("| %s | %.4f | %.4f | %.3f |%n", name, bound, found, found / bound);
                });
        long loss = plant.gaussian().count(runs, nothing, d -> isFound(test, critical, d, 1));
        long gain = plant.gaussian().count(runs, nothing, d -> isFound(test, critical, d, -1));
        out.printf(
                "%nFalse alarms: loss %.4f, gain %.4f (asked: %.3f each).%n%n",
                PowerStudy.part(loss, runs), PowerStudy.part(gain, runs), LEVEL / 2);
    }

    private static Map<String, double[]> shapes(SeparationPlant plant) {
        Map<String, double[]> shapes = new LinkedHashMap<>();
        shapes.put("own mix, whole year", plant.ownMix(0, 4));
        shapes.put("own mix, second half", plant.ownMix(2, 4));
        shapes.put("own mix, one quarter", plant.ownMix(1, 2));
        shapes.put("neodymium alone, whole year", plant.single(Element.Nd));
        shapes.put("dysprosium alone, whole year", plant.single(Element.Dy));
        return shapes;
    }

    private static void blackFeed(
            SeparationPlant plant, List<OreSource> sources, int runs, PrintStream out) {
        out.printf(
                "Smallest black feed found with %.0f %% probability, %.0f %% false alarms, t REO a year:%n%n",
                100 * DETECTION, 100 * LEVEL);
        out.println(
                "| source | kind | bound: pattern known | shipped test | shipped, this source not in the library |");
        out.println("|---|---|---|---|---|");
        List<Composition> library = sources.stream().map(OreSource::composition).toList();
        PatternTest whole = plant.shipped(library);
        for (OreSource source : sources) {
            double[] tonne = plant.steadyTonne(source.composition());
            double known =
                    (Estimate.quantile(LEVEL) + Estimate.quantile(1 - DETECTION))
                            / plant.strength(tonne);
            List<Composition> others =
                    library.stream().filter(mix -> !mix.equals(source.composition())).toList();
            out.printf(
                    "| %s | %s | %.2f | %.2f | %.2f |%n",
                    source.name(),
                    source.isIonic() ? "ionic" : source.mineral(),
                    known,
                    smallest(plant, whole, tonne, known, runs),
                    smallest(plant, plant.shipped(others), tonne, known, runs));
        }
        out.println();
    }

    /// Tonnes of black feed that are found with the probability asked for.
    private static double smallest(
            SeparationPlant plant, PatternTest test, double[] tonne, double known, int runs) {
        double critical = Critical.logBound(test, LEVEL);
        double low = known;
        double high = 8 * known;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            double[] feed = scaled(tonne, -middle);
            long found = plant.gaussian().count(runs, feed, d -> isFound(test, critical, d, -1));
            if (PowerStudy.part(found, runs) < DETECTION) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static boolean isFound(PatternTest test, double critical, double[] d, int sign) {
        return test.strongest(d, sign).logBound() <= critical;
    }

    private static double[] scaled(double[] values, double factor) {
        return Arrays.stream(values).map(x -> x * factor).toArray();
    }
}
