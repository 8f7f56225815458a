package org.ytterby.benchmarks.detection;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.ytterby.benchmarks.Study;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.supervision.Reconciler;
import org.ytterby.core.supervision.Reconciliation;
import org.ytterby.core.supervision.Settings;
import org.ytterby.simulator.Scenario;
import org.ytterby.simulator.SimulationPlan;

/// Every planted scenario at several sizes: found or not, when, and with what estimate.
public final class ScenarioStudy implements Study {
    private static final int SEEDS = 50;
    private static final int YEAR = 2019;
    private static final long FIRST_SEED = 5_000;
    private static final int MONTHS = 12;

    @Override
    public String name() {
        return "scenarios";
    }

    @Override
    public String summary() {
        return "which planted offences are found, when and how large: scenarios [SEEDS=50 [SCENARIO]]";
    }

    /// Sizes from hard to find to the usual one, in the unit of the scenario.
    private static double[] sizes(Scenario scenario) {
        return switch (scenario) {
            case LAUNDERED_IONIC_ORE -> new double[] {0.5, 2, 20};
            case OVER_PLAN_MINING -> new double[] {25, 100, 250};
            case UNLICENSED_PIT -> new double[] {1, 12, 120};
            case PHANTOM_ROUND_TRIP -> new double[] {1, 2, 4};
            case OVER_LICENCE_EXPORT -> new double[] {0.002, 0.01, 0.1};
            case UNDER_WEIGHING -> new double[] {0.005, 0.01, 0.04};
            case FAKE_RECYCLING_ORIGIN -> new double[] {0.5, 2, 15};
            case UNDECLARED_EXPORT -> new double[] {1, 6, 60};
            case LATE_REPORTING -> new double[] {1, 2, 4};
            case NUMBERS_MADE_TO_CLOSE -> new double[] {5, 8, 12};
        };
    }

    /// One year with one scenario.
    ///
    /// @param rules whether each rule that should see it does
    /// @param months of activity when it was found first, 0 if never or not asked for
    private record Year(
            boolean found,
            List<Boolean> rules,
            Set<String> strays,
            List<PlantedAnswer.Amount> amounts,
            int months) {}

    @Override
    public void run(List<String> arguments, PrintStream out) {
        int seeds = Runs.count(arguments, 0, SEEDS);
        List<Scenario> scenarios =
                arguments.size() > 1
                        ? List.of(Scenario.of(arguments.get(1)))
                        : List.of(Scenario.values());
        out.printf(
                "%d years for each size, seeds %d to %d, --false-alarms 0.05. Intervals of shares are Wilson's at 95 %%.%n%n",
                seeds, FIRST_SEED, FIRST_SEED + seeds - 1);
        out.println(
                "| scenario | size, unit | found by its rules | each rule | estimate ÷ truth, median | estimates | 95 % interval covers | years with other findings |");
        out.println("|---|---|---|---|---|---|---|---|");
        List<String> delays = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            for (double size : sizes(scenario)) {
                boolean usual = size == scenario.defaultSize();
                List<Year> years = Runs.each(seeds, i -> year(scenario, size, i, usual));
                out.println(row(scenario, size, years));
                if (usual) {
                    delays.add(delayRow(scenario, years));
                }
            }
        }
        out.println();
        out.println(
                "Reconciled month by month at the usual size, with what was entered by the tenth of the next month:");
        out.println();
        out.println(
                "| scenario | found in the year | months of activity until found: median | range | within 1 | within 3 | within 6 |");
        out.println("|---|---|---|---|---|---|---|");
        delays.forEach(out::println);
    }

    private static Year year(Scenario scenario, double size, int number, boolean byMonth) {
        SimulatedYear year =
                SimulatedYear.of(
                        SimulationPlan.honest(YEAR, FIRST_SEED + number).with(scenario, size));
        Reconciliation whole = Reconciler.reconcile(year.declarations(), Settings.standard());
        PlantedAnswer answer = new PlantedAnswer(scenario, size, year.planted().getFirst(), whole);
        return new Year(
                answer.isFound(),
                scenario.rules().stream().map(answer::isFoundBy).toList(),
                answer.strays(),
                answer.amounts(),
                byMonth ? monthsUntilFound(scenario, size, year) : 0);
    }

    private static int monthsUntilFound(Scenario scenario, double size, SimulatedYear year) {
        String from = year.planted().getFirst().path("from").asString("");
        int onset =
                from.isEmpty() // the whole year
                        ? YEAR * MONTHS
                        : LedgerTime.monthOf(LedgerTime.parseDate(from).orElseThrow());
        for (int month = onset; month < (YEAR + 1) * MONTHS; month++) {
            Reconciliation known =
                    Reconciler.reconcile(
                            UntilMonth.of(year.declarations(), month), Settings.standard());
            if (new PlantedAnswer(scenario, size, year.planted().getFirst(), known).isFound()) {
                return month - onset + 1;
            }
        }
        return 0;
    }

    private static String row(Scenario scenario, double size, List<Year> years) {
        List<String> byRule = new ArrayList<>();
        for (int i = 0; i < scenario.rules().size(); i++) {
            int rule = i;
            Rate rate = rate(years, year -> year.rules().get(rule));
            byRule.add("`%s` %.0f %%".formatted(scenario.rules().get(i), 100 * rate.share()));
        }
        List<PlantedAnswer.Amount> amounts =
                years.stream().flatMap(year -> year.amounts().stream()).toList();
        List<PlantedAnswer.Amount> bounded =
                amounts.stream().filter(a -> !Double.isNaN(a.sigma())).toList();
        double[] ratios =
                amounts.stream().mapToDouble(a -> a.estimate() / a.truth()).sorted().toArray();
        boolean comparable = scenario != Scenario.OVER_PLAN_MINING; // the mine had room left
        Rate covered =
                new Rate(
                        (int) bounded.stream().filter(PlantedAnswer.Amount::isCovered).count(),
                        bounded.size());
        return String.format(
                Locale.ROOT,
                "| `%s` | %s %s | %s | %s | %s | %d | %s | %s |",
                scenario.code(),
                trimmed(size),
                scenario.unit(),
                rate(years, Year::found),
                String.join(", ", byRule),
                ratios.length == 0 ? "–" : "%.2f".formatted(ratios[ratios.length / 2]),
                amounts.size(),
                comparable ? covered : "–",
                rate(years, year -> !year.strays().isEmpty()) + strays(years));
    }

    /// Which other rules spoke, and in how many years.
    private static String strays(List<Year> years) {
        Map<String, Integer> counts = new TreeMap<>();
        years.forEach(year -> year.strays().forEach(rule -> counts.merge(rule, 1, Integer::sum)));
        StringBuilder text = new StringBuilder();
        counts.forEach((rule, count) -> text.append(" `%s` %d".formatted(rule, count)));
        return text.toString();
    }

    private static String delayRow(Scenario scenario, List<Year> years) {
        int[] delays = years.stream().mapToInt(Year::months).filter(m -> m > 0).sorted().toArray();
        if (delays.length == 0) {
            return "| `%s` | 0 of %d | – | – | – | – | – |"
                    .formatted(scenario.code(), years.size());
        }
        return "| `%s` | %d of %d | %d | %d–%d | %s | %s | %s |"
                .formatted(
                        scenario.code(),
                        delays.length,
                        years.size(),
                        delays[delays.length / 2],
                        delays[0],
                        delays[delays.length - 1],
                        within(years, 1),
                        within(years, 3),
                        within(years, 6));
    }

    private static String within(List<Year> years, int months) {
        Rate rate = rate(years, year -> year.months() > 0 && year.months() <= months);
        return "%.0f %%".formatted(100 * rate.share());
    }

    private static Rate rate(List<Year> years, Predicate<Year> test) {
        return new Rate((int) years.stream().filter(test).count(), years.size());
    }

    private static String trimmed(double size) {
        return size == Math.rint(size) ? Long.toString((long) size) : Double.toString(size);
    }
}
