package org.ytterby.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionTest {
    @Test
    void aQuarterOfTheGlobeIsAQuarterOfItsCircumference() {
        assertThat(new Position(0, 0).distanceKm(new Position(0, 90)))
                .isCloseTo(Math.PI / 2 * 6_371.0088, within(1e-9));
    }

    @Test
    void oppositeEndsAreHalfTheCircumferenceApart() {
        assertThat(new Position(0, 0).distanceKm(new Position(0, 180)))
                .isCloseTo(Math.PI * 6_371.0088, within(1e-6));
    }

    @Test
    void aPlaceIsNowhereFromItself() {
        Position place = new Position(25.85, 114.93);
        assertThat(place.distanceKm(place)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "30, 0, 60, 0",
        "60, 0, 60, 90",
        "25.85, 114.93, 40.66, 109.84",
        "-10, 170, 20, -150"
    })
    void theHaversineAgreesWithTheLawOfCosines(double lat1, double lon1, double lat2, double lon2) {
        double p = Math.toRadians(lat1);
        double q = Math.toRadians(lat2);
        double arc =
                Math.acos(
                        Math.sin(p) * Math.sin(q)
                                + Math.cos(p)
                                        * Math.cos(q)
                                        * Math.cos(Math.toRadians(lon2 - lon1)));
        assertThat(new Position(lat1, lon1).distanceKm(new Position(lat2, lon2)))
                .isCloseTo(arc * 6_371.0088, within(1e-6));
    }

    @Test
    void thePolesAndTheDateLineAreOnTheGlobe() {
        assertThat(new Position(90, 180).distanceKm(new Position(-90, -180)))
                .isCloseTo(Math.PI * 6_371.0088, within(1e-6));
    }

    @Test
    void theWayBackIsAsLong() {
        Position a = new Position(25.85, 114.93);
        Position b = new Position(-40.66, 109.84);
        assertThat(a.distanceKm(b)).isEqualTo(b.distanceKm(a));
    }

    @ParameterizedTest
    @CsvSource({"90.1, 0", "-90.1, 0", "0, 180.1", "0, -180.1", "NaN, 0", "0, NaN"})
    void aPlaceOffTheGlobeIsRefused(double latitude, double longitude) {
        assertThatThrownBy(() -> new Position(latitude, longitude))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Double.toString(latitude));
    }
}
