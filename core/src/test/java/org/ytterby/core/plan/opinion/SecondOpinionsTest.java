package org.ytterby.core.plan.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.ytterby.core.plan.allocation.Allocation;
import org.ytterby.core.plan.allocation.Planning;
import org.ytterby.core.plan.allocation.ScoreLine.Direction;

class SecondOpinionsTest {
    private static final Offset<Double> EXACT = within(1e-9);

    /// Two that may have a plan, one of which did better on every line, and one that may not.
    private static Planning firms() {
        return new Planning()
                .gate("safe", 1)
                .line("recovery", 0.5, Direction.HIGHER, 1)
                .line("water", 0.5, Direction.LOWER, 10)
                .firm("a", "", 300, 600, "safe", 1, "recovery", 0.8, "water", 10)
                .firm("b", "", 100, 200, "safe", 1, "recovery", 0.4, "water", 20)
                .firm("c", "", 100, 900, "safe", 0, "recovery", 1, "water", 1);
    }

    private static SecondOpinions.Row row(SecondOpinions opinions, String id) {
        return opinions.rows().stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
    }

    private static double award(SecondOpinions.Row row, ClaimsRule rule) {
        return row.awardsT().getOrDefault(rule, Double.NaN);
    }

    @Test
    void onlyThoseThatMayHaveAPlanAreCompared() {
        assertThat(SecondOpinions.of(firms().plan(400)).rows())
                .extracting(SecondOpinions.Row::id)
                .containsExactly("a", "b");
    }

    @Test
    void claimsAreTheCapsAndTheEstateIsWhatIsPlaced() {
        SecondOpinions opinions = SecondOpinions.of(firms().plan(400));
        assertThat(award(row(opinions, "a"), ClaimsRule.PROPORTIONAL)).isCloseTo(300, EXACT);
        assertThat(award(row(opinions, "b"), ClaimsRule.PROPORTIONAL)).isCloseTo(100, EXACT);
        assertThat(award(row(opinions, "a"), ClaimsRule.CEA)).isCloseTo(200, EXACT);
        assertThat(award(row(opinions, "a"), ClaimsRule.CEL)).isCloseTo(400, EXACT);
    }

    @Test
    void lastYearsSharesAreThoseOfWhatIsPlacedNow() {
        SecondOpinions opinions = SecondOpinions.of(firms().plan(800));
        assertThat(row(opinions, "a").lastShareT()).isCloseTo(600, EXACT);
        assertThat(row(opinions, "b").lastShareT()).isCloseTo(200, EXACT);
    }

    @Test
    void whoeverIsBetterOnEveryLineIsAtTheEdgeAndClosest() {
        SecondOpinions opinions = SecondOpinions.of(firms().plan(400));
        assertThat(row(opinions, "a").efficiency()).isCloseTo(1, EXACT);
        assertThat(row(opinions, "b").efficiency()).isCloseTo(0.5, EXACT);
        assertThat(row(opinions, "a").closeness()).isCloseTo(1, EXACT);
        assertThat(row(opinions, "b").closeness()).isCloseTo(0, EXACT);
        assertThat(opinions.entropyWeights()).hasSize(2);
    }

    @Test
    void tonnesAreThoseOfThePlan() {
        Allocation plan = firms().plan(400);
        SecondOpinions opinions = SecondOpinions.of(plan);
        assertThat(row(opinions, "a").tonnes()).isEqualTo(plan.row("a").tonnes());
    }

    @Test
    void whereNothingIsPlacedNothingMoved() {
        assertThat(SecondOpinions.movedShare(firms().plan(0))).isNaN();
    }

    @Test
    void withoutALastYearThereAreNoSharesOfIt() {
        Allocation plan = new Planning().firm("a", "", 0, 100).firm("b", "", 0, 100).plan(0);
        assertThat(SecondOpinions.of(plan).rows())
                .extracting(SecondOpinions.Row::lastShareT)
                .containsOnly(0.0);
        assertThat(SecondOpinions.movedShare(plan)).isNaN();
    }

    @Test
    void aPlanByLastYearsSharesMovesNothing() {
        Allocation plan =
                new Planning().firm("a", "", 100, 1000).firm("b", "", 300, 1000).plan(400);
        assertThat(SecondOpinions.movedShare(plan)).isCloseTo(0, EXACT);
    }

    @Test
    void whatOneLosesAnotherGetsAndIsCountedOnce() {
        Allocation plan =
                new Planning()
                        .gate("safe", 1)
                        .firm("a", "", 100, 1000, "safe", 1)
                        .firm("b", "", 300, 1000, "safe", 0)
                        .plan(400);
        assertThat(SecondOpinions.movedShare(plan)).isCloseTo(0.75, EXACT);
    }
}
