package org.ytterby.core.plan.allocation;

import java.util.Locale;
import org.ytterby.core.environment.Clause;

/// What earlier conduct does to a plan.
///
/// @param share of the target and of last year's quota that a reduction takes, or of the target
///   that a bonus adds, 0 to 1; without meaning for an exclusion
/// @param reason what was done, and the clause that it rests on
public record Consequence(Kind kind, double share, Clause reason) {
    /// Which way it goes.
    public enum Kind {
        /// Lowers the target, takes the floor away and caps the plan at what is left of last
        /// year's.
        REDUCTION,
        /// No plan.
        EXCLUSION,
        /// Raises the target.
        BONUS;

        private final String code = name().toLowerCase(Locale.ROOT);

        /// The word used in files.
        public String code() {
            return code;
        }
    }

    public Consequence {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share must be in 0 … 1, not " + share);
        }
    }
}
