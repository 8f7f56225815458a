package org.ytterby.core.ledger;

import org.jspecify.annotations.Nullable;
import org.ytterby.core.material.OreType;

/// An amount that a holder may mine or separate in a year.
///
/// @param batch empty when not given
/// @param oreType absent for all ores
/// @param holder index of the party or group
/// @param kgReo kg REO
/// @param revoked a revoked plan counts for nothing
public record ControlPlan(
        String id,
        int year,
        String batch,
        PlanKind kind,
        @Nullable OreType oreType,
        int holder,
        double kgReo,
        boolean revoked) {}
