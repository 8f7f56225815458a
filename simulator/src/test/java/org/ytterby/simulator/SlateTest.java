package org.ytterby.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SlateTest {
    private final Catalogue catalogue = new Catalogue();

    @Test
    void nothingIsLostInParting() {
        double[] feed = Amounts.ofOxides(catalogue.ore("ionic-medium-1").composition(), 1_000);
        double[] sum = Amounts.none();
        catalogue
                .slate("ionic")
                .part(feed, catalogue.leak())
                .forEach(part -> Amounts.add(sum, part, 1));
        for (int e = 0; e < feed.length; e++) {
            assertThat(sum[e]).isCloseTo(feed[e], within(1e-9 * feed[e] + 1e-12));
        }
    }

    @Test
    void whatIsNotInTheFeedIsInNoProduct() {
        double[] feed = Amounts.ofOxides(catalogue.ore("bast-1").composition(), 1_000);
        for (double[] part : catalogue.slate("rock").part(feed, catalogue.leak())) {
            for (int e = 0; e < feed.length; e++) {
                assertThat(feed[e] > 0 || part[e] == 0).isTrue();
            }
        }
    }
}
