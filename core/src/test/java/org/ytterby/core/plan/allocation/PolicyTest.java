package org.ytterby.core.plan.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTest {
    private static Policy policy(long totalT, long reserveT) {
        return new Policy(
                PlanStage.ROCK_MINING,
                2026,
                0,
                totalT,
                reserveT,
                new Policy.Tuning(0, 0, 0, 1, Double.NaN),
                Policy.OnGap.REFUSE);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "1000000000, 0, 1000000000", "10, 10, 0", "10, 3, 7"})
    void whatIsPlacedIsTheTotalLessTheReserve(long totalT, long reserveT, long placedT) {
        assertThat(policy(totalT, reserveT).placedT()).isEqualTo(placedT);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 0, the total must be in 0 … 1000000000 t",
        "1000000001, 0, the total must be in 0 … 1000000000 t",
        "10, -1, the reserve must be in 0 … 10 t",
        "10, 11, the reserve must be in 0 … 10 t"
    })
    void tonnesOutsideTheirRangeAreRefused(long totalT, long reserveT, String told) {
        assertThatThrownBy(() -> policy(totalT, reserveT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(told);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 1e-9, 0",
        "0.5, 1, Infinity, 20, 1",
        "0.3, 0.1, 0.2, 10, NaN",
    })
    void tuningAtTheEndsOfItsRangesIsTaken(
            double beta, double down, double up, double years, double utilisation) {
        assertThat(new Policy.Tuning(beta, down, up, years, utilisation).beta()).isEqualTo(beta);
    }

    @ParameterizedTest
    @CsvSource({
        "-0.1, 0, 0, 1, 0, beta",
        "0.51, 0, 0, 1, 0, beta",
        "NaN, 0, 0, 1, 0, beta",
        "0, -0.1, 0, 1, 0, delta_down",
        "0, 1.1, 0, 1, 0, delta_down",
        "0, 0, -0.1, 1, 0, delta_up",
        "0, 0, 0, 0, 0, minimum life",
        "0, 0, 0, 1, -0.1, utilisation",
        "0, 0, 0, 1, 1.1, utilisation"
    })
    void tuningBeyondThemIsRefused(
            double beta, double down, double up, double years, double utilisation, String told) {
        assertThatThrownBy(() -> new Policy.Tuning(beta, down, up, years, utilisation))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(told);
    }
}
