package org.ytterby.benchmarks.detection;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.ytterby.benchmarks.Study;
import org.ytterby.core.balance.PeriodBalance;
import org.ytterby.core.material.Element;
import org.ytterby.core.supervision.Reconciler;
import org.ytterby.core.supervision.Reconciliation;
import org.ytterby.core.supervision.Settings;

/// What the inventory rules do at a plant whose errors are not those that it declares.
public final class MisspecificationStudy implements Study {
    private static final int RUNS = 1_000;
    private static final double LEVEL = 0.05;
    private static final long SEED = 20_190_101;

    /// Part of the detectable amount that is planted as a loss.
    private static final double PLANTED = 0.9;

    @Override
    public String name() {
        return "misspecification";
    }

    @Override
    public String summary() {
        return "false alarms and power where errors are not those declared: misspecification [RUNS=1000]";
    }

    /// The p-values of one plant.
    private record Plant(double loss, double gain, double tooGood, boolean doubted) {}

    @Override
    public void run(List<String> arguments, PrintStream out) {
        int runs = Runs.count(arguments, 0, RUNS);
        double detectable =
                Reconciler.reconcile(
                                ModelPlant.declarations(
                                        Distortion.all().getFirst(), 0, new SplittableRandom(SEED)),
                                Settings.standard())
                        .detectable()
                        .getFirst()
                        .amountKg();
        double loss = PLANTED * detectable / ModelPlant.feedReoKg();
        out.printf(
                Locale.ROOT,
                "One plant, 12 periods, 9 elements, %d years each; every side at level 0.05. Planted loss: %.2f %% of the feed, %.0f %% of the detectable amount of %.1f t REO. Wilson's 95 %% intervals.%n%n",
                runs,
                100 * loss,
                100 * PLANTED,
                detectable / 1e3);
        out.println(
                "| errors | false loss | false gain | false too-good | σ doubted | power at the planted loss | σ doubted beside the loss |");
        out.println("|---|---|---|---|---|---|---|");
        for (Distortion distortion : Distortion.all()) {
            List<Plant> honest = Runs.each(runs, i -> plant(distortion, 0, i));
            List<Plant> losing = Runs.each(runs, i -> plant(distortion, loss, runs + i));
            out.printf(
                    "| %s | %s | %s | %s | %s | %s | %s |%n",
                    distortion.name(),
                    rate(honest, p -> p.loss() <= LEVEL),
                    rate(honest, p -> p.gain() <= LEVEL),
                    rate(honest, p -> p.tooGood() <= LEVEL),
                    rate(honest, Plant::doubted),
                    rate(losing, p -> p.loss() <= LEVEL),
                    rate(losing, Plant::doubted));
        }
    }

    private static Rate rate(List<Plant> plants, Predicate<Plant> test) {
        return new Rate((int) plants.stream().filter(test).count(), plants.size());
    }

    private static Plant plant(Distortion distortion, double loss, int number) {
        Reconciliation answer =
                Reconciler.reconcile(
                        ModelPlant.declarations(
                                distortion, loss, new SplittableRandom(SEED + number)),
                        Settings.standard());
        Reconciliation.DetectableAmount amount = answer.detectable().getFirst();
        return new Plant(
                amount.pLoss(),
                amount.pGain(),
                tooGood(answer.balances()),
                answer.scatter().stream().anyMatch(Reconciliation.ScatterCheck::disagrees));
    }

    /// The p-value of inventory-too-good, as `docs/formulas.md` has it.
    private static double tooGood(List<PeriodBalance> balances) {
        Map<Element, double[]> sums = new TreeMap<>();
        for (PeriodBalance balance : balances) {
            double y = balance.statistics().sitmuf();
            if (!Double.isNaN(y)) {
                double[] sum = sums.computeIfAbsent(balance.element(), _ -> new double[2]);
                sum[0] += y * y;
                sum[1]++;
            }
        }
        double smallest = 1;
        for (double[] sum : sums.values()) {
            double p = ChiSquaredDistribution.of(sum[1]).cumulativeProbability(sum[0]);
            smallest = Math.min(smallest, p * sums.size());
        }
        return smallest;
    }
}
