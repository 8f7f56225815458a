package org.ytterby.core.plan.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who gets the last tonne.
class RoundingTest {
    private static final List<Band> TWO_GROUPS =
            List.of(new Band("A", "", "A", "A", 1, 100, 1), new Band("B", "", "B", "B", 1, 100, 1));
    private static final int[] NO_GROUP = {0, 0};

    private static Rounding.Tie tie(double score, long quotaT, String id) {
        return new Rounding.Tie(score, quotaT, id);
    }

    /// Boxes of 0 to 100 t.
    private static long[] rounded(
            double[] exact, int[] node, List<Band> bands, long total, Rounding.Tie... ties) {
        long[] ceilings = new long[exact.length];
        Arrays.fill(ceilings, 100);
        return rounded(exact, new long[exact.length], ceilings, node, bands, total, ties);
    }

    private static long[] rounded(
            double[] exact,
            long[] floors,
            long[] ceilings,
            int[] node,
            List<Band> bands,
            long total,
            Rounding.Tie... ties) {
        BandTree tree = BandTree.of(bands, 200, 0);
        return Rounding.of(
                new WaterFilling.Task(exact, floors, ceilings, node, tree, total),
                exact,
                List.of(ties));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "the largest remainder,            1.4, 1.6, 3, 1.0, 0, a, 0.0, 0, b, 1, 2",
        "then the higher score,            1.5, 2.5, 4, 0.2, 0, a, 0.7, 9, b, 1, 3",
        "then the smaller quota,           1.5, 2.5, 4, 0.7, 5, a, 0.7, 4, b, 1, 3",
        "then the first id,                1.5, 2.5, 4, 0.7, 5, z, 0.7, 5, b, 1, 3",
        "whole but for rounding,           1.999999999999, 1.000000000001, 3, 0, 0, a, 0, 0, b, 2, 1",
        "too much: the smallest remainder, 2.1, 2.3, 3, 0.0, 0, a, 0.0, 0, b, 1, 2"
    })
    void theLastTonneGoesTo(
            String rule,
            double a,
            double b,
            long total,
            double scoreA,
            long quotaA,
            String idA,
            double scoreB,
            long quotaB,
            String idB,
            long wholeA,
            long wholeB) {
        assertThat(
                        rounded(
                                new double[] {a, b},
                                NO_GROUP,
                                List.of(),
                                total,
                                tie(scoreA, quotaA, idA),
                                tie(scoreB, quotaB, idB)))
                .as(rule)
                .containsExactly(wholeA, wholeB);
    }

    /// Group A holds 1.25 and 0.25 t, group B 1.5 t.
    private static long[] ofGroups(Rounding.Tie one, Rounding.Tie two, Rounding.Tie three) {
        return rounded(
                new double[] {1.25, 0.25, 1.5},
                new int[] {1, 1, 2},
                TWO_GROUPS,
                3,
                one,
                two,
                three);
    }

    @Test
    void aGroupHasTheScoreOfItsTonnes() {
        // of A (1.25 * 0.2 + 0.25 * 1) / 1.5 = 0.33 a tonne, less than the 0.5 of B
        assertThat(ofGroups(tie(0.2, 0, "a"), tie(1, 0, "b"), tie(0.5, 0, "c")))
                .containsExactly(1, 0, 2);
    }

    @Test
    void aGroupHasTheQuotasOfItsMembers() {
        assertThat(ofGroups(tie(0.5, 3, "a"), tie(0.5, 3, "b"), tie(0.5, 5, "c")))
                .containsExactly(1, 0, 2);
    }

    @ParameterizedTest
    @CsvSource({"0, 100, 201, leave 1 t of 201 t", "2, 9, 3, leave -1 t of 3 t"})
    void aTotalThatFitsNowhereIsTold(long floor, long ceiling, long total, String told) {
        assertThatThrownBy(() ->
                        rounded(
                                new double[] {3, 3},
                                new long[] {floor, floor},
                                new long[] {ceiling, ceiling},
                                NO_GROUP,
                                List.of(),
                                total,
                                tie(0, 0, "a"),
                                tie(0, 0, "b")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(told);
    }
}
