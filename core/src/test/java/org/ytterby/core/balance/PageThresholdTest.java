package org.ytterby.core.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.ytterby.core.testing.Vectors;

class PageThresholdTest {
    private static final String REFERENCE = "0.5";

    @TestFactory
    Stream<DynamicNode> agreesWithPublishedThresholds() {
        return Vectors.cases(
                "accountancy",
                "page_thresholds*.csv",
                (name, path) -> dynamicContainer(name, rows(path)));
    }

    private static Stream<DynamicNode> rows(Path path) {
        try {
            return Files.readAllLines(path).stream()
                    .skip(1)
                    .map(row -> row.split(",", -1))
                    .filter(cells -> cells[1].equals(REFERENCE))
                    .map(PageThresholdTest::row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DynamicNode row(String[] cells) {
        int periods = Integer.parseInt(cells[0]);
        double alpha = Double.parseDouble(cells[2]);
        return dynamicTest(
                periods + " periods at " + alpha,
                () -> {
                    double one = Double.parseDouble(cells[3]);
                    double two = Double.parseDouble(cells[4]);
                    assertThat(PageThreshold.of(periods, alpha)).isCloseTo(one, within(1e-6));
                    assertThat(PageThreshold.of(periods, alpha / 2)).isCloseTo(two, within(1e-6));
                });
    }

    @Test
    void simulatedAlarmsComeAsOftenAsPromised() {
        double h = PageThreshold.of(12, 0.05);
        Random random = new Random(3);
        int alarms = 0;
        int runs = 40_000;
        for (int run = 0; run < runs; run++) {
            double page = 0;
            double highest = 0;
            for (int t = 0; t < 12; t++) {
                page = Math.max(0, page + random.nextGaussian() - 0.5);
                highest = Math.max(highest, page);
            }
            alarms += highest > h ? 1 : 0;
        }
        assertThat(alarms / (double) runs).isCloseTo(0.05, within(0.004));
    }

    @Test
    void refusesWhatHasNoThreshold() {
        assertThatIllegalArgumentException().isThrownBy(() -> PageThreshold.of(0, 0.05));
        assertThatIllegalArgumentException().isThrownBy(() -> PageThreshold.of(12, 0));
    }
}
