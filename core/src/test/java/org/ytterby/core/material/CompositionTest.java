package org.ytterby.core.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompositionTest {
    private static double[] parts(double each) {
        double[] parts = new double[Element.COUNT];
        Arrays.fill(parts, each);
        return parts;
    }

    @Test
    void partsOnAnyScaleAreClosedToOne() {
        assertThat(Composition.closing(parts(5)).share(Element.Dy))
                .isCloseTo(1.0 / 16, within(1e-15));
    }

    @Test
    void itIsNotChangedFromOutside() {
        double[] parts = parts(1);
        Composition composition = Composition.closing(parts);
        parts[0] = 100;
        composition.shares()[0] = 100;
        assertThat(composition).isEqualTo(Composition.closing(parts(1)));
        assertThat(composition).hasSameHashCodeAs(Composition.closing(parts(1)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aPartOutOfRangeIsRefused(double part) {
        double[] parts = parts(1);
        parts[3] = part;
        assertThatThrownBy(() -> Composition.closing(parts))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Double.toString(part));
    }

    @Test
    void nothingIsNoComposition() {
        assertThatThrownBy(() -> Composition.closing(parts(0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anotherNumberOfPartsIsRefused() {
        assertThatThrownBy(() -> Composition.closing(1, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("16");
    }
}
