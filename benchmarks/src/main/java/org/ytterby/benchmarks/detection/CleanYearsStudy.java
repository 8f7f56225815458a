package org.ytterby.benchmarks.detection;

import java.io.PrintStream;
import java.util.List;
import java.util.function.Predicate;
import org.ytterby.benchmarks.Study;
import org.ytterby.core.supervision.Finding;
import org.ytterby.core.supervision.Reconciler;
import org.ytterby.core.supervision.Reconciliation;
import org.ytterby.core.supervision.Reconciliation.ScatterCheck;
import org.ytterby.core.supervision.Rule;
import org.ytterby.core.supervision.Settings;
import org.ytterby.simulator.SimulationPlan;

/// False alarms over national years in which nobody offends.
public final class CleanYearsStudy implements Study {
    private static final int YEARS = 200;
    private static final int YEAR = 2019;
    private static final long FIRST_SEED = 1_000;

    /// Years with a false alarm that the level of 0.05 still makes believable, of 200: the 0.975
    /// quantile of the binomial distribution rounded up.
    private static final int BAR = 17;

    @Override
    public String name() {
        return "clean-years";
    }

    @Override
    public String summary() {
        return "false alarms over honest national years: clean-years [YEARS=200]";
    }

    /// What one honest year gave.
    private record Year(long lines, List<Rule> rules, boolean doubted) {
        boolean has(Rule.Kind kind) {
            return rules.stream().anyMatch(rule -> rule.kind() == kind);
        }
    }

    @Override
    public void run(List<String> arguments, PrintStream out) {
        int count = Runs.count(arguments, 0, YEARS);
        List<Year> years = Runs.each(count, CleanYearsStudy::year);
        out.printf(
                "%d honest years of about %d lines, seeds %d to %d, --false-alarms 0.05%n%n",
                count, years.getFirst().lines(), FIRST_SEED, FIRST_SEED + count - 1);
        out.println("| years with | count | share (95 % interval) | bar |");
        out.println("|---|---|---|---|");
        row(out, years, "a statistical finding", y -> y.has(Rule.Kind.STATISTICAL), bar(count));
        row(out, years, "a finding of logic", y -> y.has(Rule.Kind.LOGIC), "0");
        row(out, years, "a warning about declared uncertainties", Year::doubted, bar(count));
        out.println();
        out.println("| rule | findings | years with one |");
        out.println("|---|---|---|");
        for (Rule rule : Rule.values()) {
            long findings =
                    years.stream().flatMap(y -> y.rules().stream()).filter(rule::equals).count();
            long concerned = years.stream().filter(y -> y.rules().contains(rule)).count();
            if (findings > 0) {
                out.printf("| `%s` | %d | %d |%n", rule.code(), findings, concerned);
            }
        }
    }

    private static String bar(int count) {
        return count == YEARS ? "≤ " + BAR : "≤ %.1f %%".formatted(100.0 * BAR / YEARS);
    }

    private static void row(
            PrintStream out, List<Year> years, String what, Predicate<Year> test, String bar) {
        Rate rate = new Rate((int) years.stream().filter(test).count(), years.size());
        out.printf("| %s | %d of %d | %s | %s |%n", what, rate.hits(), rate.runs(), rate, bar);
    }

    private static Year year(int number) {
        SimulatedYear year = SimulatedYear.of(SimulationPlan.honest(YEAR, FIRST_SEED + number));
        Reconciliation answer = Reconciler.reconcile(year.declarations(), Settings.standard());
        return new Year(
                answer.ledger().lines().length,
                answer.findings().stream().map(Finding::rule).toList(),
                answer.scatter().stream().anyMatch(ScatterCheck::disagrees));
    }
}
