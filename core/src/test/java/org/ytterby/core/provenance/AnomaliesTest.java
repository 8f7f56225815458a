package org.ytterby.core.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ytterby.core.material.Composition;
import org.ytterby.core.material.Element;

class AnomaliesTest {
    private static final Chondrite CHONDRITE = Chondrite.MCDONOUGH_SUN_1995;

    @Test
    void theChondriteItselfHasNoAnomaly() {
        Anomalies anomalies = Anomalies.of(chondriteWith(Element.Sc, 0), CHONDRITE);
        assertThat(anomalies.europium().orElseThrow()).isCloseTo(1, within(1e-12));
        assertThat(anomalies.cerium().orElseThrow()).isCloseTo(1, within(1e-12));
        assertThat(anomalies.lanthanumToYtterbium().orElseThrow()).isCloseTo(1, within(1e-12));
        assertThat(anomalies.yttriumToHolmium().orElseThrow())
                .isCloseTo(1.57 / 0.0546, within(1e-12));
    }

    @Test
    void twiceTheCeriumIsACeriumAnomalyOfTwo() {
        Composition oxides = chondriteWith(Element.Ce, 2 * CHONDRITE.mgPerKg(Element.Ce));
        assertThat(Anomalies.of(oxides, CHONDRITE).cerium().orElseThrow())
                .isCloseTo(2, within(1e-12));
    }

    @Test
    void aRatioWithoutItsMiddleElementIsEmptyAndTheOthersStay() {
        Anomalies anomalies = Anomalies.of(chondriteWith(Element.Eu, 0), CHONDRITE);
        assertThat(anomalies.europium()).isEqualTo(OptionalDouble.empty());
        assertThat(anomalies.cerium()).isPresent();
    }

    @Test
    void aRatioWithoutItsDenominatorIsEmpty() {
        assertThat(Anomalies.of(chondriteWith(Element.Ho, 0), CHONDRITE).yttriumToHolmium())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aChondriteWithoutAUsableValueOfAnElementIsRefused(double mgPerKg) {
        Map<Element, Double> values = new EnumMap<>(CHONDRITE.mgPerKg());
        values.put(Element.Tm, mgPerKg);
        assertThatThrownBy(() -> new Chondrite("made up", values))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Tm: " + mgPerKg);
    }

    @Test
    void aChondriteThatLacksAnElementIsRefused() {
        Map<Element, Double> values = new EnumMap<>(CHONDRITE.mgPerKg());
        values.remove(Element.Lu);
        assertThatThrownBy(() -> new Chondrite("made up", values))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Lu");
    }

    /// The chondrite as oxides, with another mass of one element.
    private static Composition chondriteWith(Element changed, double mgPerKg) {
        double[] oxides = new double[Element.COUNT];
        for (Element e : Element.ALL) {
            double mass = e == changed ? mgPerKg : CHONDRITE.mgPerKg(e);
            oxides[e.ordinal()] = mass * e.oxideFactor();
        }
        return Composition.closing(oxides);
    }
}
