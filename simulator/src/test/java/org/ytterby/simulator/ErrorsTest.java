package org.ytterby.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// The spread of errors is the one that `methods.csv` declares.
class ErrorsTest {
    private static final int DRAWS = 4_000;

    private final Catalogue catalogue = new Catalogue();
    private final SiteSpec spec = catalogue.sites().getFirst();

    private Errors errors(int seed) {
        return new Errors(new Streams(new SplittableRandom(seed)), 2019);
    }

    private Site site() {
        return new Site(spec, "", "L1", 1);
    }

    @Test
    void linesOfOneFacilityAndYearShareTheSystematicPart() {
        Errors errors = errors(1);
        Site site = site();
        SplittableRandom noise = new SplittableRandom(2);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            double error = errors.weighed(site, "hold-up", 2019, noise) - 1;
            sum += error;
            squares += error * error;
        }
        double mean = sum / DRAWS;
        assertThat(Math.sqrt(squares / DRAWS - mean * mean)).isCloseTo(0.03, within(0.0015));
    }

    @Test
    void systematicPartsOfFacilitiesSpreadAsDeclared() {
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            Site site = site();
            double error = errors(i).weighed(site, "hold-up", 2019, new SplittableRandom(-i)) - 1;
            squares += error * error;
        }
        assertThat(Math.sqrt(squares / DRAWS)).isCloseTo(Math.hypot(0.03, 0.02), within(0.0015));
    }

    @Test
    void elementsAreAssayedIndependently() {
        Errors errors = errors(3);
        ProductSpec product = catalogue.product("conc-mixed");
        double[] fraction = Amounts.ofOxides(catalogue.ore("mixed-1").composition(), 0.5);
        Lot lot = new Lot("lot", product, site(), fraction, new Lot.Origin(0, 0));
        SplittableRandom noise = new SplittableRandom(4);
        double la = 0;
        double ce = 0;
        double both = 0;
        double sumLa = 0;
        double sumCe = 0;
        for (int i = 0; i < DRAWS; i++) {
            double[] found = errors.assayed(lot, 2019, noise);
            double errorLa = found[0] / fraction[0] - 1;
            double errorCe = found[1] / fraction[1] - 1;
            sumLa += errorLa;
            sumCe += errorCe;
            la += errorLa * errorLa;
            ce += errorCe * errorCe;
            both += errorLa * errorCe;
        }
        double varLa = la / DRAWS - Math.pow(sumLa / DRAWS, 2);
        double varCe = ce / DRAWS - Math.pow(sumCe / DRAWS, 2);
        double cov = both / DRAWS - sumLa / DRAWS * sumCe / DRAWS;
        assertThat(Math.sqrt(varLa)).isCloseTo(0.0075, within(0.0004));
        assertThat(cov / Math.sqrt(varLa * varCe)).isCloseTo(0, within(0.06));
    }
}
