package org.ytterby.core.plan.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ytterby.core.plan.allocation.ScoreLine.Direction;

class TrialTest {
    private static final Trial.Tuned AS_IT_IS = new Trial.Tuned(null, null, null, null, null);

    private static Request request() {
        return new Planning()
                .beta(0.5)
                .bounds(0.5, 1)
                .line("water", 0.5, Direction.HIGHER, 1)
                .line("energy", 0.3, Direction.HIGHER, 1)
                .line("tracing", 0.2, Direction.HIGHER, 1)
                .firm("a", "", 100, 1000, "water", 1, "energy", 0.5, "tracing", 0.5)
                .firm("b", "", 100, 1000, "water", 0.5, "energy", 0.5, "tracing", 1)
                .request(200);
    }

    private static Trial trial(
            Trial.Tuned tuned,
            Map<String, Double> weights,
            Trial.@Nullable Figure figure,
            Trial.@Nullable Conduct conduct) {
        return new Trial(PlanStage.SEPARATION, tuned, weights, figure, conduct);
    }

    private static long tonnes(Request request, String id) {
        return Planning.plan(request).row(id).tonnes();
    }

    @Test
    void whatIsAbsentStaysAsItIs() {
        Request before = request();
        assertThat(trial(AS_IT_IS, Map.of(), null, null).on(before)).isEqualTo(before);
    }

    @Test
    void figuresOfThePolicyAreReplaced() {
        Policy policy =
                trial(new Trial.Tuned(300L, 20L, 0.1, 0.2, 0.3), Map.of(), null, null)
                        .on(request())
                        .policy();
        assertThat(policy.placedT()).isEqualTo(280);
        assertThat(policy.tuning().beta()).isEqualTo(0.1);
        assertThat(policy.tuning().deltaDown()).isEqualTo(0.2);
        assertThat(policy.tuning().deltaUp()).isEqualTo(0.3);
    }

    @Test
    void theOtherWeightsKeepTheirProportions() {
        Request tried = trial(AS_IT_IS, Map.of("water", 0.0), null, null).on(request());
        assertThat(tried.lines())
                .extracting(ScoreLine::weight)
                .satisfiesExactly(
                        w -> assertThat(w).isEqualTo(0),
                        w -> assertThat(w).isCloseTo(0.6, within(1e-12)),
                        w -> assertThat(w).isCloseTo(0.4, within(1e-12)));
        assertThat(tonnes(tried, "b")).isGreaterThan(tonnes(request(), "b"));
    }

    @Test
    void oneFigureMovesItsFirmUpAndTheOthersDown() {
        Request tried =
                trial(AS_IT_IS, Map.of(), new Trial.Figure("b", "water", 1), null).on(request());
        assertThat(tonnes(tried, "b")).isGreaterThan(tonnes(request(), "b"));
        assertThat(tonnes(tried, "a")).isLessThan(tonnes(request(), "a"));
    }

    @Test
    void aReductionStandsBesideWhatThereIs() {
        Trial.Conduct reduction = new Trial.Conduct("a", Consequence.Kind.REDUCTION, 0.4);
        Request tried = trial(AS_IT_IS, Map.of(), null, reduction).on(request());
        assertThat(tonnes(tried, "a")).isEqualTo(60);
        assertThat(tried.consequences()).containsOnlyKeys("a");
    }

    @Test
    void anotherStageIsLeftAlone() {
        Request before = request();
        Trial other =
                new Trial(
                        PlanStage.ROCK_MINING,
                        new Trial.Tuned(1L, null, null, null, null),
                        Map.of(),
                        null,
                        null);
        assertThat(other.on(before)).isSameAs(before);
    }

    @Test
    void whatIsNotThereOrCannotBeIsRefused() {
        Request before = request();
        assertThatThrownBy(() -> trial(AS_IT_IS, Map.of("nothing", 0.5), null, null).on(before))
                .hasMessageContaining("no line scores nothing");
        assertThatThrownBy(() -> trial(AS_IT_IS, Map.of("water", 1.5), null, null).on(before))
                .hasMessageContaining("above 1");
        assertThatThrownBy(() ->
                        trial(AS_IT_IS, Map.of(), new Trial.Figure("z", "water", 1), null)
                                .on(before))
                .hasMessageContaining("nobody of that id");
        assertThatThrownBy(() ->
                        trial(new Trial.Tuned(10L, 20L, null, null, null), Map.of(), null, null)
                                .on(before))
                .hasMessageContaining("reserve");
    }
}
