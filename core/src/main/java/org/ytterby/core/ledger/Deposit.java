package org.ytterby.core.ledger;

import org.jspecify.annotations.Nullable;
import org.ytterby.core.material.Composition;
import org.ytterby.core.material.OreType;

/// What the ore of one place is made of.
///
/// @param composition shares of trade oxides
/// @param spread standard deviation of the natural logarithm of each share
public record Deposit(
        String id, String name, @Nullable OreType oreType, Composition composition, double spread) {
    /// Natural variability where a package gives none.
    public static final double SPREAD_DEFAULT = 0.15;
}
