package org.ytterby.benchmarks.detection;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.ytterby.benchmarks.Study;
import org.ytterby.core.ledger.Deposit;
import org.ytterby.core.material.Composition;
import org.ytterby.core.material.Element;
import org.ytterby.core.provenance.Aitchison;
import org.ytterby.core.provenance.DepositShare;
import org.ytterby.core.provenance.ExpectedComposition;
import org.ytterby.core.provenance.NearestSource;
import org.ytterby.core.provenance.OriginTest;

/// Which source a lot comes from, and whether a declared blend can be true.
public final class ProvenanceStudy implements Study {
    private static final int LOTS = 1_000;
    private static final double ASSAY_ERROR = 0.03;
    private static final double LEVEL = 0.05;
    private static final double[] SPREADS = {0.05, Deposit.SPREAD_DEFAULT, 0.30};
    private static final double[] REPLACED = {0.02, 0.05, 0.1, 0.2, 0.5, 1};
    private static final long SEED = 20_190_101;

    @Override
    public String name() {
        return "provenance";
    }

    @Override
    public String summary() {
        return "nearest source and declared blends on published ores: provenance [LOTS=1000 [ree_distributions.csv]]";
    }

    @Override
    public void run(List<String> arguments, PrintStream out) throws IOException {
        int lots = Runs.count(arguments, 0, LOTS);
        List<OreSource> sources =
                OreSource.read(arguments.size() > 1 ? Path.of(arguments.get(1)) : null);
        out.printf(
                Locale.ROOT,
                "%d published sources with every oxide itemised, %d lots of each; natural spread %.0f %% of each share, assay error %.0f %%.%n%n",
                sources.size(),
                lots,
                100 * Deposit.SPREAD_DEFAULT,
                100 * ASSAY_ERROR);
        int[][] confusion = confusion(sources, lots, Deposit.SPREAD_DEFAULT);
        perSource(sources, confusion, out);
        table(confusion, out);
        spreads(sources, lots, out);
        blends(sources, lots, out);
    }

    /// Lots by true source and by the source taken for theirs.
    private static int[][] confusion(List<OreSource> sources, int lots, double spread) {
        List<double[]> known = sources.stream().map(s -> parts(s.composition())).toList();
        return Runs.each(
                        sources.size(),
                        s -> {
                            SplittableRandom random = new SplittableRandom(SEED + s);
                            int[] taken = new int[known.size()];
                            List<DepositShare> lot =
                                    List.of(
                                            new DepositShare(
                                                    sources.get(s).composition(), spread, 1));
                            for (int i = 0; i < lots; i++) {
                                Composition assay = SampledLot.of(lot, ASSAY_ERROR, random);
                                taken[NearestSource.of(parts(assay), known).source()]++;
                            }
                            return taken;
                        })
                .toArray(int[][]::new);
    }

    /// All shares but that of scandium, which no source itemises.
    private static double[] parts(Composition composition) {
        double[] shares =
                Element.ALL.stream()
                        .filter(e -> e != Element.Sc)
                        .mapToDouble(composition::share)
                        .toArray();
        return Aitchison.closed(shares, OriginTest.SHARE_FLOOR);
    }

    private static void perSource(List<OreSource> sources, int[][] confusion, PrintStream out) {
        out.println("| | source | right (95 % interval) | most often taken for | share |");
        out.println("|---|---|---|---|---|");
        for (int s = 0; s < confusion.length; s++) {
            int total = Arrays.stream(confusion[s]).sum();
            int worst = -1;
            for (int t = 0; t < confusion.length; t++) {
                if (t != s && (worst < 0 || confusion[s][t] > confusion[s][worst])) {
                    worst = t;
                }
            }
            boolean any = confusion[s][worst] > 0;
            out.printf(
                    Locale.ROOT,
                    "| %d | %s | %s | %s | %s |%n",
                    s + 1,
                    sources.get(s).name(),
                    new Rate(confusion[s][s], total),
                    any ? sources.get(worst).name() : "–",
                    any ? "%.1f %%".formatted(100.0 * confusion[s][worst] / total) : "0");
        }
        out.println();
    }

    /// The whole table, percent, rows true and columns taken for; `·` for none.
    private static void table(int[][] confusion, PrintStream out) {
        StringBuilder head = new StringBuilder("| true \\ taken for |");
        StringBuilder rule = new StringBuilder("|---|");
        for (int t = 0; t < confusion.length; t++) {
            head.append(' ').append(t + 1).append(" |");
            rule.append("---|");
        }
        out.println(head);
        out.println(rule);
        for (int s = 0; s < confusion.length; s++) {
            int total = Arrays.stream(confusion[s]).sum();
            StringBuilder row = new StringBuilder("| " + (s + 1) + " |");
            for (int count : confusion[s]) {
                row.append(' ')
                        .append(
                                count == 0
                                        ? "·"
                                        : String.format(Locale.ROOT, "%.1f", 100.0 * count / total))
                        .append(" |");
            }
            out.println(row);
        }
        out.println();
    }

    private static void spreads(List<OreSource> sources, int lots, PrintStream out) {
        out.println("| natural spread | nearest source right (95 % interval) | worst source |");
        out.println("|---|---|---|");
        for (double spread : SPREADS) {
            int[][] confusion = confusion(sources, lots, spread);
            int right = 0;
            int worst = lots;
            for (int s = 0; s < confusion.length; s++) {
                right += confusion[s][s];
                worst = Math.min(worst, confusion[s][s]);
            }
            out.printf(
                    Locale.ROOT,
                    "| %.0f %% | %s | %.1f %% |%n",
                    100 * spread,
                    new Rate(right, lots * confusion.length),
                    100.0 * worst / lots);
        }
        out.println();
    }

    /// A source or a blend of two is declared; in the false blends a part comes from a third.
    private static void blends(List<OreSource> sources, int lots, PrintStream out) {
        out.println(
                "| declared origin | judged implausible at 0.05 by the origin test (95 % interval) | with the common factor taken out |");
        out.println("|---|---|---|");
        int runs = lots * sources.size();
        out.println(row("one source, true", judged(sources, runs, 0, true)));
        out.println(row("blend of two, true", judged(sources, runs, 0, false)));
        for (double replaced : REPLACED) {
            String what =
                    String.format(
                            Locale.ROOT, "blend of two, %.0f %% from a third", 100 * replaced);
            out.println(row(what, judged(sources, runs, replaced, false)));
        }
    }

    private static String row(String what, Judged judged) {
        return "| %s | %s | %s |".formatted(what, judged.shipped(), judged.withoutFactor());
    }

    /// How often two tests judge lots implausible: the origin test, and the same with the factor
    /// common to all elements taken out.
    private record Judged(Rate shipped, Rate withoutFactor) {}

    private static Judged judged(
            List<OreSource> sources, int runs, double replaced, boolean single) {
        SplittableRandom random = new SplittableRandom(SEED);
        int shipped = 0;
        int without = 0;
        for (int i = 0; i < runs; i++) {
            int first = random.nextInt(sources.size());
            int second = other(random, sources.size(), first, first);
            int third = other(random, sources.size(), first, second);
            double weight = single ? 1 : 0.1 + 0.8 * random.nextDouble();
            List<DepositShare> declared =
                    List.of(share(sources, first, weight), share(sources, second, 1 - weight));
            List<DepositShare> real =
                    List.of(
                            share(sources, first, weight * (1 - replaced)),
                            share(sources, second, (1 - weight) * (1 - replaced)),
                            share(sources, third, replaced));
            Composition assay = SampledLot.of(real, ASSAY_ERROR, random);
            ExpectedComposition expected = ExpectedComposition.of(declared);
            double[] variances = expected.lnVariances();
            for (int e = 0; e < variances.length; e++) {
                variances[e] += ASSAY_ERROR * ASSAY_ERROR;
            }
            OriginTest test = OriginTest.of(assay, expected.composition(), variances);
            double other =
                    withoutFactor(OriginTest.deviations(assay, expected.composition(), variances));
            shipped += test.pValue() <= LEVEL ? 1 : 0;
            without += other <= LEVEL ? 1 : 0;
        }
        return new Judged(new Rate(shipped, runs), new Rate(without, runs));
    }

    /// Closing shares to 1 moves them all by one factor; the deviations about their weighted mean
    /// do not know it, at the price of a degree of freedom.
    private static double withoutFactor(List<OriginTest.Deviation> deviations) {
        double weights = 0;
        double mean = 0;
        double squares = 0;
        for (OriginTest.Deviation deviation : deviations) {
            weights += 1 / deviation.lnVariance();
            mean += deviation.lnRatio() / deviation.lnVariance();
            squares += deviation.term();
        }
        return ChiSquaredDistribution.of(deviations.size() - 1)
                .survivalProbability(squares - mean * mean / weights);
    }

    private static DepositShare share(List<OreSource> sources, int source, double weight) {
        return new DepositShare(sources.get(source).composition(), Deposit.SPREAD_DEFAULT, weight);
    }

    private static int other(SplittableRandom random, int bound, int not, int nor) {
        int drawn = random.nextInt(bound);
        while (drawn == not || drawn == nor) {
            drawn = random.nextInt(bound);
        }
        return drawn;
    }
}
