package org.ytterby.core.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestSourceTest {
    private static final double[] LIGHT = {0.7, 0.2, 0.1};
    private static final double[] HEAVY = {0.1, 0.1, 0.8};

    @Test
    void theNearestSourceIsTheOneWithTheClosestRatios() {
        double[] halfTheHeavy = {0.05, 0.06, 0.39};
        assertThat(NearestSource.of(halfTheHeavy, List.of(LIGHT, HEAVY)).source()).isEqualTo(1);
    }

    @Test
    void theFirstOfEquallyNearSourcesIsTaken() {
        assertThat(NearestSource.of(LIGHT, List.of(HEAVY, LIGHT, LIGHT)))
                .isEqualTo(new NearestSource(1, 0));
    }

    @Test
    void withoutSourcesNoneIsNearest() {
        assertThatThrownBy(() -> NearestSource.of(LIGHT, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no source");
    }

    @Test
    void aSourceWithATraceOfZeroIsRefused() {
        assertThatThrownBy(() -> NearestSource.of(LIGHT, List.of(new double[] {1, 1, 0})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("> 0: 0.0");
    }
}
