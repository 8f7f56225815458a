package org.ytterby.core.plan.allocation;

import java.util.Locale;

/// Between what an enterprise's plan must lie, whole tonnes.
///
/// `l = ⌈(1 - δ⁻) · q⌉`, `u = min(cap, ⌊(1 + δ⁺) · q⌋)`, with q the quota of last year. Without one
/// there is no floor and no ceiling but the cap. Where the cap is below the floor, the cap counts.
///
/// @param lastYearT quota of last year, 0 for none
/// @param lowered whether the floor was lowered to the ceiling
public record Bounds(long lastYearT, long floorT, long ceilingT, Upper upper, boolean lowered) {
    /// What the ceiling is.
    public enum Upper {
        /// The cap: licence, design, reserves, application or feed.
        CAP,
        /// The largest rise against last year.
        RISE,
        /// What a reduction leaves of last year's quota.
        REDUCTION,
        /// Nothing at all: a gate is shut or the enterprise is excluded.
        SHUT;

        private final String code = name().toLowerCase(Locale.ROOT);

        /// The word used in files.
        public String code() {
            return code;
        }
    }

    static Bounds of(Grounds grounds, long quotaT, double deltaDown, double deltaUp) {
        if (!grounds.isEligible()) {
            return new Bounds(quotaT, 0, 0, Upper.SHUT, false);
        }
        long ceiling = grounds.caps().tonnes();
        Upper upper = Upper.CAP;
        if (quotaT > 0 && Double.isFinite(deltaUp)) {
            long raised = Whole.raised(quotaT, deltaUp);
            upper = raised < ceiling ? Upper.RISE : upper;
            ceiling = Math.min(ceiling, raised);
        }
        boolean reduced = grounds.reduction() > 0;
        if (quotaT > 0 && reduced) {
            long left = Math.max(0, quotaT - Whole.up(quotaT, grounds.reduction()));
            upper = left < ceiling ? Upper.REDUCTION : upper;
            ceiling = Math.min(ceiling, left);
        }
        long floor = reduced ? 0 : Math.max(0, Whole.lowered(quotaT, deltaDown));
        return new Bounds(quotaT, Math.min(floor, ceiling), ceiling, upper, floor > ceiling);
    }
}
