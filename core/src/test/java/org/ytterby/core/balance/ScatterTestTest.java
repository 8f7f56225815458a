package org.ytterby.core.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.Span;
import org.ytterby.core.testing.LedgerText;
import org.ytterby.core.testing.SimulatedPlant;

class ScatterTestTest {
    private static final int MONTHS = 11;
    private static final int PLANTS = 200;

    private static FacilityBalance balance(int seed, double times, double... hidden) {
        Ledger ledger =
                LedgerText.ledger(SimulatedPlant.rows(new SplittableRandom(seed), 1, hidden));
        int facility = 2; // SEP of the cast
        return FacilityBalance.of(new ErrorModel(ledger).scaled(times), facility).orElseThrow();
    }

    private static double[] steady(double part) {
        double[] hidden = new double[MONTHS];
        Arrays.fill(hidden, part);
        return hidden;
    }

    private static Scatter scatter(FacilityBalance balance) {
        return scatter(balance, List.of()).orElseThrow();
    }

    private static Optional<Scatter> scatter(
            FacilityBalance balance, List<ScatterTest.Suspect> suspected) {
        JointCovariance joint = new JointCovariance(balance, balance.elements());
        return new ScatterTest(balance, joint, joint.whitening(), suspected).verdict();
    }

    private static double warned(double times, double hidden) {
        int warned = 0;
        for (int seed = 0; seed < PLANTS; seed++) {
            warned += scatter(balance(seed, times, steady(hidden))).p() <= 0.05 ? 1 : 0;
        }
        return (double) warned / PLANTS;
    }

    @Test
    void trueUncertaintiesAreDoubtedNoMoreOftenThanTheLevel() {
        assertThat(warned(1, 0)).isLessThan(0.10); // 0.05 and four standard errors above
    }

    @Test
    void aLastingFlowIsNoScatter() {
        assertThat(warned(1, 0.05)).isLessThan(0.10);
        assertThat(warned(1, -0.05)).isLessThan(0.10);
    }

    @Test
    void uncertaintiesUnderstatedByHalfAreSeen() {
        assertThat(warned(1 / 1.5, 0)).isGreaterThan(0.5);
    }

    @Test
    void uncertaintiesOverstatedAreNotDoubted() {
        assertThat(warned(1.5, 0)).isLessThan(0.01);
    }

    @Test
    void whatTheInventoryTestPointsAtIsNoScatter() {
        double[] hidden = new double[MONTHS];
        hidden[6] = 0.3;
        FacilityBalance balance = balance(4, 1, hidden);
        assertThat(scatter(balance).p()).isLessThan(0.05);
        InventoryTest test = new InventoryTest(balance, List.of());
        InventoryTest.Verdict verdict = test.verdict(0.05);
        assertThat(verdict.gain().p()).isLessThan(0.01);
        assertThat(test.scatter(verdict).orElseThrow().p()).isGreaterThan(0.05);
    }

    @Test
    void anElementUnderSuspicionIsNotCheckedThere() {
        FacilityBalance balance = balance(3, 1, new double[MONTHS]);
        int all = scatter(balance).loudest().degreesOfFreedom();
        Span half =
                new Span(
                        balance.periods().getFirst().fromMicros(),
                        balance.periods().get(5).untilMicros());
        ScatterTest.Suspect suspect =
                new ScatterTest.Suspect(half, List.of(balance.elements().getFirst()));
        Scatter rest = scatter(balance, List.of(suspect)).orElseThrow();
        assertThat(rest.loudest().degreesOfFreedom()).isLessThan(all);
    }

    @Test
    void whereEverythingIsSuspectNothingIsLeftToCheck() {
        FacilityBalance balance = balance(3, 1, steady(0.3));
        Span all =
                new Span(
                        balance.periods().getFirst().fromMicros(),
                        balance.periods().getLast().untilMicros());
        ScatterTest.Suspect everything = new ScatterTest.Suspect(all, balance.elements());
        assertThat(scatter(balance, List.of(everything))).isEmpty();
    }

    @Test
    void fivePeriodsSayNothing() {
        assertThat(scatter(balance(1, 1, new double[5]), List.of())).isEmpty();
        assertThat(scatter(balance(1, 1, new double[6]), List.of())).isPresent();
    }

    @Test
    void theRatioIsThatOfTheUncertainties() {
        double[] squares = new double[2];
        for (int seed = 0; seed < PLANTS; seed++) {
            squares[0] += Math.pow(scatter(balance(seed, 1, steady(0))).ratio(), 2) / PLANTS;
            squares[1] += Math.pow(scatter(balance(seed, 0.5, steady(0))).ratio(), 2) / PLANTS;
        }
        assertThat(squares[0]).isBetween(0.9, 1.1);
        assertThat(squares[1]).isBetween(3.6, 4.4);
    }
}
