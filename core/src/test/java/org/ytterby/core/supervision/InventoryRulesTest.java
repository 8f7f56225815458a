package org.ytterby.core.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ytterby.core.supervision.Rule.INVENTORY_GAIN;
import static org.ytterby.core.supervision.Rule.INVENTORY_LOSS;
import static org.ytterby.core.supervision.Rule.INVENTORY_TOO_GOOD;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ytterby.core.material.Element;
import org.ytterby.core.testing.SimulatedPlant;

class InventoryRulesTest {
    private static String plant(double part) {
        double[] hidden = new double[11];
        Arrays.fill(hidden, part);
        return SimulatedPlant.rows(new SplittableRandom(11), 1, hidden);
    }

    @Test
    void materialFromNowhereIsAGain() {
        Finding finding = Raised.one(INVENTORY_GAIN, plant(0.05));
        assertThat(Raised.subject(finding)).isEqualTo("SEP");
        assertThat(finding.severity()).isEqualTo(Severity.HIGH);
        assertThat(finding.elements()).containsExactly(Element.Pr, Element.Nd, Element.Dy);
        double truth = 11 * 0.05 * 10_000 * (0.3 * 1.166377 + 0.1 * 1.208161 + 0.02 * 1.147683);
        assertThat(Raised.kg(finding)).isCloseTo(truth, within(4 * finding.weight().sigmaKg()));
        Raised.none(INVENTORY_LOSS, plant(0.05));
    }

    @Test
    void materialGoneIsALoss() {
        assertThat(Raised.kg(Raised.one(INVENTORY_LOSS, plant(-0.05)))).isPositive();
        Raised.none(INVENTORY_GAIN, plant(-0.05));
    }

    @Test
    void aCleanPlantHasNeither() {
        Raised.none(INVENTORY_GAIN, plant(0));
        Raised.none(INVENTORY_LOSS, plant(0));
        Raised.none(INVENTORY_TOO_GOOD, plant(0));
    }

    @Test
    void whatCouldHaveBeenHiddenIsSaidOfEveryFacility() {
        assertThat(Raised.reconciled(plant(0)).detectable())
                .singleElement()
                .satisfies(d -> assertThat(d.amountKg()).isBetween(100.0, 5_000.0));
    }

    /// Stocktakes of a store that never changes, with an error of 1 % declared.
    private static String counted(int times) {
        StringBuilder text = new StringBuilder("weighing default 0.01 0\n");
        for (int i = 0; i < times; i++) {
            text.append(
                    String.format(
                            Locale.ROOT, "K%d stocktake 2024-%02d-01 SEP A conc 1000%n", i, i + 1));
        }
        return text.toString();
    }

    @Test
    void balancesThatCloseTooWellOverSixPeriodsAreFound() {
        Finding finding = Raised.one(INVENTORY_TOO_GOOD, counted(7));
        assertThat(Raised.subject(finding)).isEqualTo("SEP");
        assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
        assertThat(finding.elements()).containsExactly(Element.Nd);
        assertThat(finding.evidence().first()).hasSize(7);
    }

    @Test
    void fivePeriodsSayNothing() {
        Raised.none(INVENTORY_TOO_GOOD, counted(6));
    }
}
