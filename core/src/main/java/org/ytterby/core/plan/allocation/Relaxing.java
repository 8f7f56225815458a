package org.ytterby.core.plan.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.ytterby.core.plan.allocation.Relaxation.Result;
import org.ytterby.core.plan.allocation.Relaxation.Step;
import org.ytterby.core.plan.allocation.Relaxation.Width;

/// Widens bounds in the fixed order δ⁺, δ⁻, bands of groups, each to the least thousandth that
/// closes as much of the gap as that step can.
final class Relaxing {
    private static final int PER_WHOLE = 1000;

    /// Beyond this a bound binds nobody: a rise to a million times last year, bands apart by as
    /// much.
    private static final long STEPS_MAX = 1_000_000L * PER_WHOLE;

    private Relaxing() {}

    /// @param gapT tonnes that do not fit at a width; widening never makes it larger
    static Result of(Width start, ToLongFunction<Width> gapT) {
        Width width = start;
        List<Relaxation> done = new ArrayList<>();
        for (Step step : Step.values()) {
            long before = gapT.applyAsLong(width);
            if (before == 0) {
                break;
            }
            Width base = width;
            double now = width.of(step);
            if (!Double.isFinite(now)) {
                continue;
            }
            long first = (long) Math.ceil(now * PER_WHOLE);
            long last = step == Step.FALL ? PER_WHOLE : STEPS_MAX;
            long best = gapT.applyAsLong(base.with(step, share(last)));
            if (best == before) {
                continue;
            }
            while (first < last) {
                long middle = (first + last) >>> 1;
                if (gapT.applyAsLong(base.with(step, share(middle))) == best) {
                    last = middle;
                } else {
                    first = middle + 1;
                }
            }
            width = base.with(step, share(last));
            done.add(new Relaxation(step, now, share(last), before, best));
        }
        return new Result(width, List.copyOf(done));
    }

    private static double share(long steps) {
        return steps / (double) PER_WHOLE;
    }
}
