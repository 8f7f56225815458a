package org.ytterby.core.plan;

import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.PlanKind;
import org.ytterby.core.material.OreType;

/// How much of a year's plan its holder has used.
///
/// @param oreType absent for all ores
/// @param holder position of the party or group
/// @param grantedKg kg REO, 0 for a use without plan
/// @param usedKg kg REO
/// @param usedSigmaKg standard uncertainty of the use, kg REO
public record PlanUse(
        int year,
        PlanKind kind,
        @Nullable OreType oreType,
        int holder,
        double grantedKg,
        double usedKg,
        double usedSigmaKg) {
    /// What may still be used; negative when the plan is exceeded.
    public double remainingKg() {
        return grantedKg - usedKg;
    }
}
