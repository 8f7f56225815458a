package org.ytterby.core.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.material.Element;
import org.ytterby.core.testing.LedgerText;
import org.ytterby.core.testing.SimulatedPlant;

class InventoryTestTest {
    private static final double LEVEL = 0.05;
    private static final int MONTHS = 11;
    private static final int SEPARATION = 2;

    /// REO of a month's feed, kg.
    private static final double FEED_REO =
            10_000 * (0.3 * 1.166377 + 0.1 * 1.208161 + 0.02 * 1.147683);

    private static InventoryTest.Verdict verdict(String text) {
        FacilityBalance balance =
                FacilityBalance.of(new ErrorModel(LedgerText.ledger(text)), SEPARATION)
                        .orElseThrow();
        return new InventoryTest(balance, List.of()).verdict(LEVEL);
    }

    private static double[] hidden(int from, double part) {
        double[] hidden = new double[MONTHS];
        Arrays.fill(hidden, from, MONTHS, part);
        return hidden;
    }

    private static String plant(long seed, double... hidden) {
        return SimulatedPlant.rows(new SplittableRandom(seed), 1, hidden);
    }

    @Test
    void aPlantedGainIsFoundAndNoLoss() {
        InventoryTest.Verdict verdict = verdict(plant(1, hidden(0, 0.05)));
        assertThat(verdict.gain().p()).isLessThan(1e-6);
        assertThat(verdict.loss().p()).isGreaterThan(LEVEL);
        assertThat(verdict.gain().elements()).containsExactly(Element.Pr, Element.Nd, Element.Dy);
        double truth = 0.05 * FEED_REO * MONTHS;
        assertThat(verdict.gain().reo().value())
                .isCloseTo(truth, within(4 * verdict.gain().reo().sigma()));
    }

    @Test
    void aPlantedLossIsFoundAndNoGain() {
        InventoryTest.Verdict verdict = verdict(plant(2, hidden(0, -0.05)));
        assertThat(verdict.loss().p()).isLessThan(1e-6);
        assertThat(verdict.gain().p()).isGreaterThan(LEVEL);
        assertThat(verdict.loss().reo().value()).isPositive();
    }

    @Test
    void aGainThatBeginsLateIsDatedToItsBeginning() {
        InventoryTest.Verdict verdict = verdict(plant(3, hidden(6, 0.2)));
        assertThat(LedgerTime.monthOf(verdict.gain().span().fromMicros())).isEqualTo(2024 * 12 + 6);
        assertThat(LedgerTime.format(verdict.gain().span().untilMicros()))
                .isEqualTo("2024-12-01T00:00:00+08:00");
        assertThat(verdict.gain().reo().value())
                .isCloseTo(0.2 * FEED_REO * (MONTHS - 6), within(4 * verdict.gain().reo().sigma()));
    }

    @Test
    void aLossOfOneMonthIsDatedToIt() {
        double[] once = new double[MONTHS];
        once[4] = -0.3;
        InventoryTest.Verdict verdict = verdict(plant(4, once));
        assertThat(verdict.loss().p()).isLessThan(1e-6);
        assertThat(LedgerTime.monthOf(verdict.loss().span().fromMicros())).isEqualTo(2024 * 12 + 4);
        assertThat(LedgerTime.monthOf(verdict.loss().span().untilMicros()))
                .isEqualTo(2024 * 12 + 5);
    }

    @Test
    void aCleanPlantIsRarelySuspected() {
        int plants = 500;
        int losses = 0;
        int gains = 0;
        RandomGenerator.SplittableGenerator seeds = new SplittableRandom(20_24);
        for (int i = 0; i < plants; i++) {
            InventoryTest.Verdict verdict =
                    verdict(SimulatedPlant.rows(seeds.split(), 1, new double[MONTHS]));
            losses += verdict.loss().p() < LEVEL ? 1 : 0;
            gains += verdict.gain().p() < LEVEL ? 1 : 0;
        }
        assertThat(losses).as("losses among %d", plants).isBetween(1, plants * 6 / 100);
        assertThat(gains).as("gains among %d", plants).isBetween(1, plants * 6 / 100);
    }

    @Test
    void theDetectableAmountIsMostlyFound() {
        double perMonth = verdict(plant(5, new double[MONTHS])).detectableKg() / MONTHS / FEED_REO;
        int found = 0;
        RandomGenerator.SplittableGenerator seeds = new SplittableRandom(20_25);
        for (int i = 0; i < 200; i++) {
            String text = SimulatedPlant.rows(seeds.split(), 1, hidden(0, perMonth));
            found += verdict(text).gain().p() < LEVEL ? 1 : 0;
        }
        assertThat(found).isBetween(180, 200);
    }

    @Test
    void theDetectableAmountShrinksWithTheUncertainty() {
        double usual = verdict(plant(6, new double[MONTHS])).detectableKg();
        double half =
                verdict(SimulatedPlant.rows(new SplittableRandom(6), 0.5, new double[MONTHS]))
                        .detectableKg();
        assertThat(half).isCloseTo(usual / 2, Percentage.withPercentage(5));
    }

    private static final String EXACT =
            """
            K0 stocktake 2024-01-31 SEP A conc 10
            R  receipt   2024-02-05 SEP A conc 100 partner=M1
            K1 stocktake 2024-02-29 SEP A conc %s
            """;

    @Test
    void withoutUncertaintyAnyDifferenceIsReal() {
        InventoryTest.Verdict loss = verdict(EXACT.formatted("109"));
        assertThat(loss.loss().p()).isZero();
        assertThat(loss.gain().p()).isEqualTo(1);
        assertThat(loss.loss().reo().value()).isCloseTo(1.166377, within(1e-9));
        InventoryTest.Verdict gain = verdict(EXACT.formatted("111"));
        assertThat(gain.gain().p()).isZero();
        assertThat(gain.loss().p()).isEqualTo(1);
    }

    @Test
    void withoutUncertaintyABalanceThatClosesSaysNothing() {
        InventoryTest.Verdict verdict = verdict(EXACT.formatted("110"));
        assertThat(verdict.loss().p()).isEqualTo(1);
        assertThat(verdict.gain().p()).isEqualTo(1);
        assertThat(verdict.detectableKg()).isNaN();
    }

    @Test
    void withoutUncertaintyRoundingIsNoDifference() {
        assertThat(verdict(EXACT.formatted("110.000001")).gain().p()).isEqualTo(1);
    }

    @Test
    void anErrorSharedByArrivalAndDepartureCancels() {
        // one assay serves the lot coming and going: only the scale can hide anything
        InventoryTest.Verdict verdict =
                verdict(
                        """
                        assaying icp 0.1 0.1
                        weighing bench 0.0001 0
                        assay a A Nd=0.5 method=icp
                        K0 stocktake 2024-01-31 SEP
                        R  receipt   2024-02-05 SEP A conc 1000 partner=M1 method=bench
                        S  shipment  2024-02-06 SEP A conc 1000 partner=MET method=bench
                        K1 stocktake 2024-02-29 SEP
                        """);
        assertThat(verdict.loss().p()).isGreaterThan(LEVEL);
        assertThat(verdict.gain().p()).isGreaterThan(LEVEL);
    }
}
