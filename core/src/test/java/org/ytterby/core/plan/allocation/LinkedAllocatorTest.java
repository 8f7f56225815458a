package org.ytterby.core.plan.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;
import org.ytterby.core.plan.allocation.Allocation.Row;
import org.ytterby.core.plan.allocation.LinkedAllocator.Linked;
import org.ytterby.core.testing.Property;

class LinkedAllocatorTest {
    private static final int TRIES = 150;

    private static Request at(PlanStage stage, Request request) {
        Policy p = request.policy();
        Policy policy =
                new Policy(
                        stage,
                        p.year(),
                        p.dayMicros(),
                        p.totalT(),
                        p.reserveT(),
                        p.tuning(),
                        p.onGap());
        List<Applicant> applicants = new ArrayList<>();
        for (Applicant a : request.applicants()) {
            double capacity = a.means().licensedT();
            applicants.add(
                    new Applicant(
                            a.id(),
                            a.name(),
                            a.nameEn(),
                            a.group(),
                            a.kinds(),
                            new Applicant.Means(
                                    capacity, capacity, 1e6, capacity, capacity, Double.NaN),
                            a.history(),
                            a.evidence()));
        }
        return new Request(
                policy, request.gates(), request.lines(), request.bands(), applicants, Map.of());
    }

    private static Linked linked(long mined, long separated, FeedLink... links) {
        Planning mines =
                new Planning()
                        .band("N", "", 0, Band.NO_MAX)
                        .band("S", "", 0, Band.NO_MAX)
                        .firm("n-mine", "N", 100, 1000)
                        .firm("s-mine", "S", 100, 1000);
        Planning plants =
                new Planning()
                        .band("N", "", 0, Band.NO_MAX)
                        .band("S", "", 0, Band.NO_MAX)
                        .firm("n-plant", "N", 50, 1000)
                        .firm("s-plant", "S", 130, 1000);
        return LinkedAllocator.outcome(
                List.of(at(PlanStage.ROCK_MINING, mines.request(mined)), plants.request(separated)),
                List.of(links));
    }

    private static Linked.Planned planned(Linked linked) {
        return switch (linked) {
            case Linked.Planned planned -> planned;
            case Linked.Contradicted gap -> throw new AssertionError("a gap: " + gap);
            case Linked.Unfed unfed -> throw new AssertionError("no feed: " + unfed);
        };
    }

    private static List<Long> tonnes(Linked.Planned planned, PlanStage stage) {
        return plan(planned, stage).rows().stream().map(Row::tonnes).toList();
    }

    private static Allocation plan(Linked.Planned planned, PlanStage stage) {
        return Optional.ofNullable(planned.plans().get(stage)).orElseThrow();
    }

    @Test
    void whereFeedSufficesStagesArePlannedAlone() {
        Linked.Planned plan =
                planned(linked(200, 180, new FeedLink("N", 0.9, 0), new FeedLink("S", 0.9, 40)));
        assertThat(tonnes(plan, PlanStage.ROCK_MINING)).containsExactly(100L, 100L);
        assertThat(tonnes(plan, PlanStage.SEPARATION)).containsExactly(50L, 130L);
        assertThat(plan.states()).extracting(FeedLink.State::price).containsOnly(0.0);
    }

    @Test
    void aHolderShortOfOreMinesMoreAndSeparatesLess() {
        Linked.Planned plan =
                planned(linked(200, 170, new FeedLink("N", 0.9, 0), new FeedLink("S", 0.9, 0)));
        // by hand: the least of 2d²/100 + (30 - 0.9d)²/50 + (0.9d - 40)²/130 is at d = 19.25
        Allocation mining = plan(plan, PlanStage.ROCK_MINING);
        assertThat(mining.row("s-mine").exactT()).isCloseTo(119.253, within(1e-3));
        assertThat(tonnes(plan, PlanStage.ROCK_MINING)).containsExactly(81L, 119L);
        assertThat(tonnes(plan, PlanStage.SEPARATION)).containsExactly(63L, 107L);
        FeedLink.State south = plan.states().getLast();
        assertThat(south.feedT()).isCloseTo(107.1, within(1e-9));
        assertThat(south.price()).isPositive();
        assertThat(plan.states().getFirst().price()).isZero();
    }

    @Test
    void missingFeedIsToldInTonnes() {
        Linked linked = linked(200, 190, new FeedLink("N", 0.9, 0), new FeedLink("S", 0.9, 0));
        assertThat(linked).isInstanceOf(Linked.Unfed.class);
        if (linked instanceof Linked.Unfed(Map<String, Long> missing)) {
            long sum = missing.values().stream().mapToLong(Long::longValue).sum();
            assertThat(sum).isEqualTo(10);
        }
        assertThat(linked(200, 181, new FeedLink("N", 0.9, 0), new FeedLink("S", 0.9, 0)))
                .isEqualTo(new Linked.Unfed(Map.of("S", 1L)));
    }

    @Test
    void feedThatJustSufficesIsFound() {
        Linked.Planned plan =
                planned(linked(200, 180, new FeedLink("N", 0.9, 0), new FeedLink("S", 0.9, 0)));
        // by hand: the least of 2d²/100 + (40 - 0.9d)²·(1/50 + 1/130) is at d = 23.49
        assertThat(plan(plan, PlanStage.ROCK_MINING).row("s-mine").exactT())
                .isCloseTo(123.494, within(1e-2));
    }

    @Test
    void linksThatOverlapOrNameNobodyAreRefused() {
        assertThatThrownBy(
                        () -> linked(1, 1, new FeedLink("N", 1, 0), new FeedLink("n-mine", 1, 0)))
                .hasMessageContaining("overlap");
        assertThatThrownBy(() -> linked(1, 1, new FeedLink("X", 1, 0)))
                .hasMessageContaining("nobody");
        assertThatThrownBy(() -> new FeedLink("X", 1.1, 0)).hasMessageContaining("1.1");
        assertThatThrownBy(() -> new FeedLink("X", 1, -1)).hasMessageContaining("-1");
    }

    @Test
    void aStageThatContradictsItselfIsNamed() {
        Linked linked = linked(10_000, 1);
        assertThat(linked).isInstanceOf(Linked.Contradicted.class);
    }

    @Test
    void crossingRowsAgreeWithAGeneralSolver() {
        Property.forAll(
                TRIES,
                random -> {
                    int n = random.nextInt(2, 25);
                    double[] weights = random.doubles(n, 1, 1000).toArray();
                    double[] floors = random.doubles(n, 0, 100).toArray();
                    double[] ceilings = new double[n];
                    double[] inside = new double[n];
                    for (int i = 0; i < n; i++) {
                        ceilings[i] = floors[i] + random.nextDouble(1500);
                        inside[i] = floors[i] + (ceilings[i] - floors[i]) * random.nextDouble();
                    }
                    List<BoxProgram.Row> rows = new ArrayList<>();
                    for (int r = 0; r < random.nextInt(1, 6); r++) {
                        int[] all = new int[n];
                        double[] factors = new double[n];
                        double sum = 0;
                        for (int i = 0; i < n; i++) {
                            all[i] = i;
                            factors[i] = r == 0 ? 1 : random.nextDouble(-1, 1);
                            sum += factors[i] * inside[i];
                        }
                        double wide = r == 0 ? 0 : random.nextDouble(200);
                        rows.add(new BoxProgram.Row(all, factors, sum - wide, sum + wide));
                    }
                    BoxProgram.Boxes boxes =
                            new BoxProgram.Boxes(weights, floors, ceilings, new double[n]);
                    BoxProgram.Solution found = BoxProgram.solved(boxes, rows);
                    assertThat(found.isSolved()).isTrue();
                    assertThat(found.x()).containsExactly(solved(boxes, rows), within(0.05));
                });
    }

    private static double[] solved(BoxProgram.Boxes boxes, List<BoxProgram.Row> rows) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Expression cost = model.newExpression("cost").weight(1.0);
        List<Variable> x = new ArrayList<>();
        for (int i = 0; i < boxes.weights().length; i++) {
            Variable v =
                    model.newVariable("x" + i).lower(boxes.floors()[i]).upper(boxes.ceilings()[i]);
            x.add(v);
            cost.set(v, v, 1 / boxes.weights()[i]);
            cost.set(v, -2.0);
        }
        for (int r = 0; r < rows.size(); r++) {
            Expression row =
                    model.newExpression("row" + r)
                            .lower(rows.get(r).low())
                            .upper(rows.get(r).high());
            for (int k = 0; k < rows.get(r).boxes().length; k++) {
                row.set(x.get(rows.get(r).boxes()[k]), rows.get(r).factors()[k]);
            }
        }
        var result = model.minimise();
        double[] solved = new double[x.size()];
        for (int i = 0; i < solved.length; i++) {
            solved[i] = result.doubleValue(i);
        }
        return solved;
    }
}
