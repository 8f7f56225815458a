package org.ytterby.core.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StandardDrawsTest {
    @Test
    void noUniformDrawIsNextToZero() {
        assertThat(Arrays.stream(uniforms()).min().orElseThrow()).isGreaterThan(1e-6);
    }

    @Test
    void uniformDrawsSpreadOverTheirRange() {
        double mean = Arrays.stream(uniforms()).average().orElseThrow();
        assertThat(mean).isCloseTo(0.5, within(4 / Math.sqrt(12 * StandardDraws.COUNT)));
        assertThat(uniforms()).doesNotHaveDuplicates();
    }

    private static double[] uniforms() {
        return IntStream.range(0, StandardDraws.COUNT)
                .mapToDouble(StandardDraws::uniform)
                .toArray();
    }
}
