package org.ytterby.core.supervision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.ytterby.core.balance.BalanceMemory;
import org.ytterby.core.balance.FacilityBalance;
import org.ytterby.core.balance.InventoryTest;
import org.ytterby.core.balance.SequentialStatistics;
import org.ytterby.core.ledger.Deposit;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.Groups;
import org.ytterby.core.ledger.Span;
import org.ytterby.core.material.Composition;
import org.ytterby.core.material.Element;

/// inventory-loss, inventory-gain, inventory-too-good: what the balances of a facility say.
final class InventoryRules {
    /// Fewer periods than this say nothing about differences that are too small.
    private static final int TOO_GOOD_PERIODS_MIN = 6;

    private final Scene scene;
    private final List<Deposit> deposits;
    private final List<Suspicion> suspicions = new ArrayList<>();
    private final List<Reconciliation.DetectableAmount> detectable = new ArrayList<>();
    private final List<Reconciliation.ScatterCheck> scatter;
    private final double level;

    /// @param level false-alarm level that detectable amounts and the check of scatter refer to
    InventoryRules(Scene scene, double level) {
        this.scene = scene;
        this.level = level;
        deposits = distinctDeposits();
        List<Composition> mixes = deposits.stream().map(Deposit::composition).toList();
        List<FacilityBalance> balances =
                scene.balances().stream().filter(b -> !b.elements().isEmpty()).toList();
        List<BalanceMemory.Tested> tested =
                balances.parallelStream() // facilities share nothing; the order of results is kept
                        .map(balance -> scene.memory().tested(balance, mixes, level))
                        .toList();
        scatter =
                ScatterChecks.of(
                        balances,
                        tested.stream().map(BalanceMemory.Tested::scatter).toList(),
                        level);
        for (int i = 0; i < balances.size(); i++) {
            judge(balances.get(i), tested.get(i).verdict());
            tooGood(balances.get(i)).ifPresent(suspicions::add);
        }
    }

    /// The first deposit of each composition.
    private List<Deposit> distinctDeposits() {
        Map<Composition, Deposit> distinct = new LinkedHashMap<>();
        scene.ledger()
                .declarations()
                .context()
                .deposits()
                .forEach(deposit -> distinct.putIfAbsent(deposit.composition(), deposit));
        return List.copyOf(distinct.values());
    }

    List<Suspicion> suspicions() {
        return suspicions;
    }

    List<Reconciliation.DetectableAmount> detectable() {
        return detectable;
    }

    List<Reconciliation.ScatterCheck> scatter() {
        return scatter;
    }

    private void judge(FacilityBalance balance, InventoryTest.Verdict verdict) {
        int f = balance.facility();
        double seen = verdict.detectableKg();
        suspicions.add(
                new Suspicion(
                        Rule.INVENTORY_LOSS,
                        verdict.loss().p(),
                        () -> draft(Rule.INVENTORY_LOSS, balance, verdict.loss(), seen)));
        suspicions.add(
                new Suspicion(
                        Rule.INVENTORY_GAIN,
                        verdict.gain().p(),
                        () -> draft(Rule.INVENTORY_GAIN, balance, verdict.gain(), seen)));
        detectable.add(
                new Reconciliation.DetectableAmount(
                        f, seen, verdict.loss().p(), verdict.gain().p()));
    }

    private Draft draft(
            Rule rule, FacilityBalance balance, InventoryTest.Side side, double seenKg) {
        int facility = balance.facility();
        boolean isLoss = rule == Rule.INVENTORY_LOSS;
        String place = scene.registry().facility(facility).id();
        Text amount = Say.mass(side.reo().value(), side.reo().sigma()).then(" REO");
        Text days = Say.days(side.span());
        Text seen = Say.mass(seenKg).then(" REO");
        return scene.draft(rule)
                .at(facility)
                .during(side.span())
                .elements(side.elements())
                .mass(side.reo())
                .restsOnLines(linesWithin(facility, side.span()))
                .shows(() -> working(balance, side, isLoss))
                .says(
                        place
                                + ": "
                                + amount.en()
                                + (isLoss ? " is missing" : " came from nowhere")
                                + ", "
                                + days.en()
                                + " ("
                                + Say.symbols(side.elements())
                                + "); the test could have seen "
                                + seen.en()
                                + " of the plant's own mix",
                        place
                                + "："
                                + days.zh()
                                + (isLoss ? " 短少 " : " 来源不明 ")
                                + amount.zh()
                                + "（"
                                + Say.chinese(side.elements())
                                + "）；按本厂配分，可检出量为 "
                                + seen.zh());
    }

    private List<Exhibit> working(
            FacilityBalance balance, InventoryTest.Side side, boolean isLoss) {
        List<Exhibit> shown =
                new ArrayList<>(
                        InventoryWorking.difference(
                                balance,
                                side,
                                isLoss,
                                deposits.stream().map(Deposit::id).toList()));
        Optional<Reconciliation.ScatterCheck> check =
                scatter.stream().filter(c -> c.facility() == balance.facility()).findFirst();
        shown.add(
                ScatterChecks.working(check, times -> pScaled(balance.facility(), isLoss, times)));
        return shown;
    }

    /// The p-value of a side were all declared uncertainties so many times as large.
    private double pScaled(int facility, boolean isLoss, double times) {
        FacilityBalance balance =
                FacilityBalance.of(scene.model().scaled(times), facility).orElseThrow();
        List<Composition> mixes = deposits.stream().map(Deposit::composition).toList();
        InventoryTest.Verdict verdict = new InventoryTest(balance, mixes).verdict(level);
        return (isLoss ? verdict.loss() : verdict.gain()).p();
    }

    private List<Integer> linesWithin(int facility, Span span) {
        Groups all = scene.ledger().linesByFacility();
        List<Integer> lines = new ArrayList<>();
        for (int i = 0; i < all.size(facility); i++) {
            int line = all.get(facility, i);
            long time = scene.ledger().timeMicros(line);
            if (span.contains(time) || time == span.untilMicros()) {
                lines.add(line);
            }
        }
        return lines;
    }

    /// Each element's sum of squared standardised differences against the lower tail of its
    /// chi-squared distribution, Bonferroni over elements.
    private Optional<Suspicion> tooGood(FacilityBalance balance) {
        double smallest = 2;
        List<Element> shown = new ArrayList<>();
        int tested = 0;
        int shownPeriods = 0;
        for (Element e : balance.elements()) {
            SequentialStatistics s = balance.statistics(e).orElseThrow();
            double[] y = s.sitmuf();
            int periods = 0;
            for (double value : y) {
                periods += Double.isNaN(value) ? 0 : 1;
            }
            if (periods < TOO_GOOD_PERIODS_MIN) {
                continue;
            }
            tested++;
            double p = lowerTail(periods, s.gemuf()[y.length - 1]);
            if (p < smallest) {
                smallest = p;
                shown = List.of(e);
                shownPeriods = periods;
            }
        }
        if (tested == 0) {
            return Optional.empty();
        }
        Element named = shown.getFirst();
        int subjects = tested;
        int degrees = shownPeriods;
        return Optional.of(
                new Suspicion(
                        Rule.INVENTORY_TOO_GOOD,
                        Math.min(1, smallest * tested),
                        () ->
                                tooGoodDraft(balance, named)
                                        .shows(() ->
                                                InventoryWorking.tooGood(
                                                        balance,
                                                        named,
                                                        subjects,
                                                        sum -> lowerTail(degrees, sum)))));
    }

    /// The chance of a sum of squares this small from honest differences.
    private static double lowerTail(int periods, double sum) {
        return ChiSquaredDistribution.of(periods).cumulativeProbability(sum);
    }

    private Draft tooGoodDraft(FacilityBalance balance, Element element) {
        int facility = balance.facility();
        List<Element> named = List.of(element);
        String place = scene.registry().facility(facility).id();
        Span span =
                new Span(
                        balance.rows().getFirst().period().fromMicros(),
                        balance.rows().getLast().period().untilMicros());
        return scene.draft(Rule.INVENTORY_TOO_GOOD)
                .at(facility)
                .during(span)
                .elements(named)
                .restsOnLines(stocktakes(facility))
                .says(
                        place
                                + ": the balances of "
                                + Say.symbols(named)
                                + " close over "
                                + balance.periodCount()
                                + " periods far better than the declared uncertainties allow",
                        place
                                + "："
                                + balance.periodCount()
                                + " 个周期内"
                                + Say.chinese(named)
                                + "的账实差远小于申报的测量不确定度所能允许的水平");
    }

    private List<Integer> stocktakes(int facility) {
        Groups all = scene.ledger().linesByFacility();
        List<Integer> lines = new ArrayList<>();
        for (int i = 0; i < all.size(facility); i++) {
            if (scene.ledger().type(all.get(facility, i)) == FlowType.STOCKTAKE) {
                lines.add(all.get(facility, i));
            }
        }
        return lines;
    }
}
