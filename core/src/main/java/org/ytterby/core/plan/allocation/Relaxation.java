package org.ytterby.core.plan.allocation;

import java.util.List;
import java.util.Locale;

/// A bound of policy that was widened because inputs contradict each other, and no further than
/// needed.
///
/// @param from as the policy has it
/// @param to as it was used, in steps of a thousandth
/// @param gapBeforeT tonnes that did not fit before this step
/// @param gapAfterT tonnes that do not fit after it
public record Relaxation(Step step, double from, double to, long gapBeforeT, long gapAfterT) {
    /// The fixed order. Gates and caps are not in it.
    public enum Step {
        /// The largest rise against last year, δ⁺.
        RISE,
        /// The largest fall against last year, δ⁻.
        FALL,
        /// The bands of groups, by the same share for all.
        BANDS;

        private final String code = name().toLowerCase(Locale.ROOT);

        /// The word used in files.
        public String code() {
            return code;
        }
    }

    /// How far bounds are moved apart.
    record Width(double deltaUp, double deltaDown, double bands) {
        double of(Step step) {
            return switch (step) {
                case RISE -> deltaUp;
                case FALL -> deltaDown;
                case BANDS -> bands;
            };
        }

        Width with(Step step, double value) {
            return switch (step) {
                case RISE -> new Width(value, deltaDown, bands);
                case FALL -> new Width(deltaUp, value, bands);
                case BANDS -> new Width(deltaUp, deltaDown, value);
            };
        }
    }

    /// What was widened, and how far everything is now.
    record Result(Width width, List<Relaxation> done) {}
}
