package org.ytterby.core.plan.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who gets the last tonne.
class RoundingTest {
    private static final List<Band> TWO_GROUPS =
            List.of(new Band("A", "", "A", "A", 1, 100, 1), new Band("B", "", "B", "B", 1, 100, 1));
    private static final int[] NO_GROUP = {0, 0};

    private static Rounding.Tie tie(double score, long quotaT, String id) {
        return new Rounding.Tie(score, quotaT, id);
    }

    /// Boxes without bounds that matter.
    private static long[] rounded(
            double[] exact, int[] node, List<Band> bands, long total, Rounding.Tie... ties) {
        long[] floors = new long[exact.length];
        long[] ceilings = new long[exact.length];
        Arrays.fill(ceilings, 100);
        return Rounding.of(
                new WaterFilling.Task(
                        exact, floors, ceilings, node, BandTree.of(bands, 200, 0), total),
                exact,
                List.of(ties));
    }

    @Test
    void theLargestRemainderComesFirst() {
        assertThat(
                        rounded(
                                new double[] {1.4, 1.6},
                                NO_GROUP,
                                List.of(),
                                3,
                                tie(1, 0, "a"),
                                tie(0, 0, "b")))
                .containsExactly(1, 2);
    }

    @Test
    void ofEqualRemaindersTheHigherScoreComesFirst() {
        assertThat(
                        rounded(
                                new double[] {1.5, 2.5},
                                NO_GROUP,
                                List.of(),
                                4,
                                tie(0.2, 0, "a"),
                                tie(0.7, 9, "b")))
                .containsExactly(1, 3);
    }

    @Test
    void ofEqualScoresTheSmallerQuotaOfLastYearComesFirst() {
        assertThat(
                        rounded(
                                new double[] {1.5, 2.5},
                                NO_GROUP,
                                List.of(),
                                4,
                                tie(0.7, 5, "a"),
                                tie(0.7, 4, "b")))
                .containsExactly(1, 3);
    }

    @Test
    void ofEqualQuotasTheFirstIdComesFirst() {
        assertThat(
                        rounded(
                                new double[] {1.5, 2.5},
                                NO_GROUP,
                                List.of(),
                                4,
                                tie(0.7, 5, "z"),
                                tie(0.7, 5, "b")))
                .containsExactly(1, 3);
    }

    @Test
    void aGroupHasTheScoreOfItsTonnes() {
        // A holds 1.25 t at 0.2 and 0.25 t at 1: 0.33 a tonne; B 1.5 t at 0.5
        double[] exact = {1.25, 0.25, 1.5};
        int[] node = {1, 1, 2};
        assertThat(
                        rounded(
                                exact,
                                node,
                                TWO_GROUPS,
                                3,
                                tie(0.2, 0, "a"),
                                tie(1, 0, "b"),
                                tie(0.5, 0, "c")))
                .containsExactly(1, 0, 2);
    }

    @Test
    void aGroupHasTheQuotasOfItsMembers() {
        double[] exact = {1.25, 0.25, 1.5};
        int[] node = {1, 1, 2};
        assertThat(
                        rounded(
                                exact,
                                node,
                                TWO_GROUPS,
                                3,
                                tie(0.5, 3, "a"),
                                tie(0.5, 3, "b"),
                                tie(0.5, 5, "c")))
                .containsExactly(1, 0, 2);
    }

    @Test
    void whatIsWholeButForRoundingIsWhole() {
        assertThat(
                        rounded(
                                new double[] {2 - 1e-12, 1 + 1e-12},
                                NO_GROUP,
                                List.of(),
                                3,
                                tie(0, 0, "a"),
                                tie(0, 0, "b")))
                .containsExactly(2, 1);
    }

    @Test
    void aTotalThatFitsNowhereIsTold() {
        assertThatThrownBy(() ->
                        rounded(
                                new double[] {1, 1},
                                NO_GROUP,
                                List.of(),
                                201,
                                tie(0, 0, "a"),
                                tie(0, 0, "b")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("leave 1 t of 201 t");
    }

    @Test
    void aTotalBelowTheFloorsIsTold() {
        double[] exact = {3, 3};
        WaterFilling.Task task =
                new WaterFilling.Task(
                        exact,
                        new long[] {2, 2},
                        new long[] {9, 9},
                        NO_GROUP,
                        BandTree.of(List.of(), 200, 0),
                        3);
        assertThatThrownBy(() -> Rounding.of(task, exact, List.of(tie(0, 0, "a"), tie(0, 0, "b"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("leave -1 t of 3 t");
    }

    @Test
    void whatIsTooMuchIsTakenFromTheSmallestRemainderFirst() {
        assertThat(
                        rounded(
                                new double[] {2.1, 2.3},
                                NO_GROUP,
                                List.of(),
                                3,
                                tie(0, 0, "a"),
                                tie(0, 0, "b")))
                .containsExactly(1, 2);
    }
}
