package org.ytterby.core.plan.allocation;

/// What those who plan have decided for one stage and year.
///
/// @param dayMicros the day on which conditions and evidence are looked at
/// @param totalT whole tonnes REO for the year
/// @param reserveT whole tonnes of it that are held back
public record Policy(
        PlanStage stage,
        int year,
        long dayMicros,
        long totalT,
        long reserveT,
        Tuning tuning,
        OnGap onGap) {
    /// Totals beyond this are not believed; sums then stay exact.
    public static final long TOTAL_MAX_T = 1_000_000_000L;

    /// What to do with inputs that contradict each other.
    public enum OnGap {
        /// Tell the gap in tonnes and give no plan.
        REFUSE,
        /// Widen bounds in the fixed order, and tell it.
        RELAX
    }

    /// How strongly scores and last year pull.
    ///
    /// @param beta how far a score moves a target, 0 to 0.5
    /// @param deltaDown largest fall against last year's quota, 0 to 1 (1: no floor)
    /// @param deltaUp largest rise against last year's quota; infinite for none
    /// @param lifeYearsMin years for which a mine's reserves have to last
    /// @param utilisation share of capacity that newcomers may count; NaN for that of the sector
    public record Tuning(
            double beta,
            double deltaDown,
            double deltaUp,
            double lifeYearsMin,
            double utilisation) {
        /// Beyond this a score would count for more than what was produced.
        public static final double BETA_MAX = 0.5;

        public Tuning {
            require(beta >= 0 && beta <= BETA_MAX, "beta must be in 0 … 0.5, not ", beta);
            require(
                    deltaDown >= 0 && deltaDown <= 1,
                    "delta_down must be in 0 … 1, not ",
                    deltaDown);
            require(deltaUp >= 0, "delta_up must be >= 0, not ", deltaUp);
            require(lifeYearsMin > 0, "the minimum life must be above 0 years, not ", lifeYearsMin);
            require(
                    Double.isNaN(utilisation) || (utilisation >= 0 && utilisation <= 1),
                    "utilisation must be in 0 … 1, not ",
                    utilisation);
        }

        private static void require(boolean holds, String claim, double value) {
            if (!holds) {
                throw new IllegalArgumentException(claim + value);
            }
        }
    }

    public Policy {
        if (totalT < 0 || totalT > TOTAL_MAX_T) {
            throw new IllegalArgumentException(
                    "the total must be in 0 … " + TOTAL_MAX_T + " t, not " + totalT);
        }
        if (reserveT < 0 || reserveT > totalT) {
            throw new IllegalArgumentException(
                    "the reserve must be in 0 … " + totalT + " t, not " + reserveT);
        }
    }

    /// What is there to be placed, whole tonnes.
    public long placedT() {
        return totalT - reserveT;
    }
}
