package org.ytterby.core.plan.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ytterby.core.environment.Evidence;
import org.ytterby.core.environment.Judgement;
import org.ytterby.core.ledger.Span;
import org.ytterby.core.plan.allocation.Allocation.Binding;
import org.ytterby.core.plan.allocation.Allocation.Row;
import org.ytterby.core.plan.allocation.Applicant.PastYear;
import org.ytterby.core.plan.allocation.Bounds.Upper;
import org.ytterby.core.plan.allocation.Consequence.Kind;
import org.ytterby.core.plan.allocation.Relaxation.Step;
import org.ytterby.core.plan.allocation.ScoreLine.Direction;

class AllocatorTest {
    private static Planning three() {
        return new Planning()
                .firm("a", "", 100, 1000)
                .firm("b", "", 200, 1000)
                .firm("c", "", 300, 1000);
    }

    @Test
    void withoutScoresAndBoundsSharesAreThoseOfTheReference() {
        Allocation plan = three().plan(900);
        assertThat(plan.rows()).extracting(Row::tonnes).containsExactly(150L, 300L, 450L);
        assertThat(plan.levels())
                .singleElement()
                .extracting(Allocation.Level::value)
                .isEqualTo(1.5);
        assertThat(plan.rows()).extracting(Row::binding).containsOnly(Binding.NONE);
    }

    @Test
    void theReserveIsHeldBack() {
        Allocation plan = three().reserve(300).plan(900);
        assertThat(plan.placedT()).isEqualTo(600);
        assertThat(plan.heldT()).isEqualTo(300);
    }

    @Test
    void aScoreMovesTheTargetAroundTheWeightedMean() {
        Allocation plan =
                new Planning()
                        .beta(0.5)
                        .line("water", 0.5, Direction.LOWER, 10)
                        .line("recovery", 0.5, Direction.HIGHER, 0.9)
                        .firm("a", "", 100, 1000, "water", 20, "recovery", 0.9)
                        .firm("b", "", 100, 1000, "water", 5, "recovery", 0.45)
                        .plan(200);
        assertThat(plan.row("a").grounds().score().total()).isCloseTo(0.75, within(1e-12));
        assertThat(plan.row("b").grounds().score().total()).isCloseTo(0.75, within(1e-12));
        Allocation better =
                new Planning()
                        .beta(0.5)
                        .line("recovery", 1, Direction.HIGHER, 0.9)
                        .firm("a", "", 100, 1000, "recovery", 0.9)
                        .firm("b", "", 100, 1000, "recovery", 0.45)
                        .plan(200);
        assertThat(better.meanScore()).isCloseTo(0.75, within(1e-12));
        assertThat(better.row("a").targetT()).isCloseTo(112.5, within(1e-9));
        assertThat(better.row("b").targetT()).isCloseTo(87.5, within(1e-9));
        // 112.5 and 87.5: the remainders are equal, the higher score is served first
        assertThat(better.rows()).extracting(Row::tonnes).containsExactly(113L, 87L);
    }

    @Test
    void aShutGateGivesNothingAndNamesTheClause() {
        Allocation plan =
                new Planning()
                        .gate("licence", 1)
                        .gate("capacity", 2000)
                        .firm("bad", "", 100, 1000, "licence", 1, "capacity", 1999)
                        .firm("good", "", 100, 1000, "licence", 1, "capacity", 2000)
                        .firm("mute", "", 100, 1000, "licence", 1)
                        .plan(100);
        assertThat(plan.rows()).extracting(Row::tonnes).containsExactly(0L, 100L, 0L);
        assertThat(plan.row("bad").binding()).isEqualTo(Binding.SHUT);
        assertThat(plan.row("bad").grounds().gates())
                .extracting(Gate.Answer::judgement)
                .containsExactly(Judgement.MET, Judgement.BROKEN);
        assertThat(plan.row("mute").grounds().gates().getLast().judgement())
                .isEqualTo(Judgement.MISSING);
        assertThat(plan.row("bad").grounds().gates().getLast().gate().condition().clause())
                .isEqualTo(Planning.CLAUSE);
    }

    @Test
    void whatIsUnverifiedOrOutOfDateCountsNothingAndSaysSo() {
        Applicant plain = Planning.applicant("a", "", 100, 1000);
        Evidence unverified = new Evidence(1, false, Planning.ALWAYS, "");
        Evidence old = new Evidence(1, true, new Span(0, Planning.DAY), "");
        Planning planning =
                new Planning()
                        .line("x", 0.5, Direction.HIGHER, 1)
                        .line("y", 0.5, Direction.HIGHER, 1)
                        .with(
                                new Applicant(
                                        "a",
                                        "",
                                        "",
                                        "",
                                        plain.kinds(),
                                        plain.means(),
                                        plain.history(),
                                        Map.of("x", unverified, "y", old)));
        Score score = planning.plan(10).row("a").grounds().score();
        assertThat(score.total()).isZero();
        assertThat(score.lines())
                .extracting(Score.Line::proof)
                .containsExactly(Judgement.UNVERIFIED, Judgement.EXPIRED);
    }

    @Test
    void aReferenceIsTheMedianOfVerifiedOutputWithinTheQuota() {
        Applicant plain = Planning.applicant("a", "", 0, 1000);
        Applicant grown =
                new Applicant(
                        "a",
                        "",
                        "",
                        "",
                        plain.kinds(),
                        plain.means(),
                        List.of(
                                new PastYear(Planning.YEAR - 3, 90, true, 100),
                                new PastYear(Planning.YEAR - 2, 500, true, 120),
                                new PastYear(Planning.YEAR - 1, 400, false, 400)),
                        Map.of());
        Reference reference = new Planning().with(grown).plan(10).row("a").grounds().reference();
        assertThat(reference.tonnes()).isEqualTo(90);
        assertThat(reference.years())
                .extracting(Reference.Counted::why)
                .containsExactly(
                        Reference.Why.OUTPUT, Reference.Why.QUOTA, Reference.Why.NOT_VERIFIED);
    }

    @Test
    void aNewcomerCountsItsCapacityAtTheUseOfTheSector() {
        Allocation plan =
                new Planning().firm("old", "", 400, 1000).firm("new", "", 0, 500).plan(300);
        assertThat(plan.utilisation()).isEqualTo(0.4);
        assertThat(plan.row("new").grounds().reference().tonnes()).isEqualTo(200);
        assertThat(plan.row("new").tonnes()).isEqualTo(100);
    }

    @Test
    void boundsHoldAgainstLastYear() {
        Allocation plan =
                new Planning()
                        .beta(0.5)
                        .bounds(0.1, 0.15)
                        .line("x", 1, Direction.HIGHER, 1)
                        .firm("a", "", 20, 1000, "x", 1)
                        .firm("b", "", 20, 1000)
                        .firm("c", "", 20, 21, "x", 1)
                        .plan(61);
        assertThat(plan.row("a").bounds()).isEqualTo(new Bounds(20, 18, 23, Upper.RISE, false));
        assertThat(plan.row("c").bounds()).isEqualTo(new Bounds(20, 18, 21, Upper.CAP, false));
        assertThat(plan.rows()).extracting(Row::tonnes).containsExactly(22L, 18L, 21L);
        assertThat(plan.rows())
                .extracting(Row::binding)
                .containsExactly(Binding.NONE, Binding.FLOOR, Binding.CEILING);
        assertThat(plan.row("b").points()).containsExactly(0.0);
    }

    @Test
    void aReductionTakesTheFloorAwayAndCapsThePlan() {
        Allocation plan =
                three().bounds(0.05, 0.5)
                        .consequence("b", Kind.REDUCTION, 0.3)
                        .consequence("a", Kind.BONUS, 0.2)
                        .plan(600);
        Bounds reduced = plan.row("b").bounds();
        assertThat(reduced.floorT()).isZero();
        assertThat(reduced.ceilingT()).isEqualTo(140);
        assertThat(reduced.upper()).isEqualTo(Upper.REDUCTION);
        assertThat(plan.row("b").tonnes()).isEqualTo(140);
        assertThat(plan.row("a").targetT()).isCloseTo(120, within(1e-9));
        Allocation excluded = three().consequence("c", Kind.EXCLUSION, 0).plan(600);
        assertThat(excluded.rows()).extracting(Row::tonnes).containsExactly(200L, 400L, 0L);
    }

    @Test
    void aBandGivesAGroupALevelOfItsOwn() {
        Allocation plan =
                new Planning()
                        .band("g", "", 0, 200)
                        .band("h", "g", 150, 1000)
                        .firm("a", "g", 100, 1000)
                        .firm("b", "h", 100, 1000)
                        .firm("c", "", 100, 1000)
                        .plan(600);
        assertThat(plan.rows()).extracting(Row::tonnes).containsExactly(50L, 150L, 400L);
        assertThat(plan.levels()).extracting(Allocation.Level::group).containsExactly("", "g", "h");
        assertThat(plan.row("b").level().value()).isCloseTo(1.5, within(1e-12));
    }

    @Test
    void contradictionsAreToldInTonnes() {
        Outcome.Contradicted gap = three().bounds(0.1, 0.2).gap(800);
        assertThat(gap.gapT()).isEqualTo(80);
        assertThat(gap.gaps()).containsExactly(new Gap("", Gap.Kind.MINIMUM, 800, 720));
        assertThat(gap.relaxations())
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.step()).isEqualTo(Step.RISE);
                    assertThat(r.to()).isEqualTo(0.335);
                    assertThat(r.gapAfterT()).isZero();
                });
        assertThat(three().bounds(0.1, 0.2).gap(500).gaps())
                .containsExactly(new Gap("", Gap.Kind.MAXIMUM, 500, 540));
    }

    @Test
    void relaxingGoesInTheFixedOrderAndNeverTouchesCaps() {
        Allocation plan = three().bounds(0.1, 0.2).relaxing().plan(800);
        assertThat(plan.placedT()).isEqualTo(800);
        assertThat(plan.relaxations()).extracting(Relaxation::step).containsExactly(Step.RISE);
        Allocation less = three().bounds(0.1, 0.2).relaxing().plan(500);
        assertThat(less.relaxations()).extracting(Relaxation::step).containsExactly(Step.FALL);
        Allocation full =
                three().bounds(0.1, 0.2)
                        .band("g", "", 0, 50)
                        .firm("d", "g", 50, 90)
                        .relaxing()
                        .plan(4000);
        assertThat(full.relaxations())
                .extracting(Relaxation::step)
                .containsExactly(Step.RISE, Step.BANDS);
        assertThat(full.rows()).extracting(Row::tonnes).containsExactly(1000L, 1000L, 1000L, 90L);
        assertThat(full.unplacedT()).isEqualTo(910);
    }

    @Test
    void requestsThatCannotBeMeantAreRefused() {
        assertThatThrownBy(() -> three().line("x", 0.9, Direction.HIGHER, 1).request(1))
                .hasMessageContaining("0.9");
        assertThatThrownBy(() -> three().beta(0.6).request(1)).hasMessageContaining("0.6");
        assertThatThrownBy(() -> three().firm("a", "", 1, 1).request(1)).hasMessageContaining("a");
        assertThatThrownBy(() -> three().firm("d", "none", 1, 1).request(1))
                .hasMessageContaining("none");
        assertThatThrownBy(() -> three().band("g", "h", 0, 1).band("h", "g", 0, 1).request(1))
                .hasMessageContaining("top");
        assertThatThrownBy(() -> three().reserve(2).request(1)).hasMessageContaining("2");
    }
}
