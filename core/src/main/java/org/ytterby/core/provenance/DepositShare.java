package org.ytterby.core.provenance;

import org.ytterby.core.material.Composition;

/// What one deposit supplies to a blend.
///
/// @param composition shares of trade oxides in the deposit
/// @param spread standard deviation of the natural logarithm of each share, finite and `>= 0`
/// @param weight its part of the blend's total oxides, `0..1`
public record DepositShare(Composition composition, double spread, double weight) {
    public DepositShare {
        if (!(spread >= 0 && spread < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a spread must be finite and >= 0: " + spread);
        }
        if (!(weight >= 0 && weight <= 1)) {
            throw new IllegalArgumentException("a weight must be in 0..1: " + weight);
        }
    }
}
