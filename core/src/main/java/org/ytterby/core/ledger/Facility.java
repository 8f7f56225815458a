package org.ytterby.core.ledger;

import org.jspecify.annotations.Nullable;

/// A place of production, trade or shipment: the area over which material is balanced.
///
/// @param party index of the party that runs it
/// @param region empty when not given
/// @param capacityTReo t REO per calendar year
/// @param deposit id of the deposit a mine works on, empty when not given
public record Facility(
        String id,
        int party,
        String name,
        FacilityStage stage,
        String region,
        @Nullable Position position,
        @Nullable Double capacityTReo,
        String deposit) {}
