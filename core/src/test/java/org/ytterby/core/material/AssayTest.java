package org.ytterby.core.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.ytterby.core.testing.Property;

class AssayTest {
    private static double[] shares(RandomGenerator random) {
        double[] shares = new double[Element.COUNT];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = random.nextDouble();
        }
        return shares;
    }

    @Test
    void anOxideShareBecomesElementByItsFactor() {
        double[] shares = new double[Element.COUNT];
        shares[Element.Nd.ordinal()] = 0.75;
        shares[Element.Pr.ordinal()] = 0.25;
        double[] fractions = Assay.fractionsOfOxides(0.5, shares);
        assertThat(fractions[Element.Nd.ordinal()]).isCloseTo(0.5 * 0.75 / 1.166377, within(1e-15));
        assertThat(fractions[Element.Pr.ordinal()]).isCloseTo(0.5 * 0.25 / 1.208161, within(1e-15));
        assertThat(fractions[Element.Dy.ordinal()]).isZero();
    }

    @Test
    void sharesAreClosedToOne() {
        double[] shares = new double[Element.COUNT];
        shares[Element.Nd.ordinal()] = 0.96;
        assertThat(Assay.treo(Assay.fractionsOfOxides(0.5, shares))).isCloseTo(0.5, within(1e-15));
    }

    @Test
    void theOxidesOfTheFractionsSumBackToTheTotal() {
        Property.forAll(
                500,
                random -> {
                    double treo = random.nextDouble();
                    double[] fractions = Assay.fractionsOfOxides(treo, shares(random));
                    assertThat(Assay.treo(fractions)).isCloseTo(treo, within(1e-14));
                });
    }
}
