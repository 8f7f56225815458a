package org.ytterby.core.plan.allocation;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Shares of whole tonnes, taken of the decimal digits of the share: 1.15 · 20 is 23, never
/// 22.999999999999996.
final class Whole {
    private Whole() {}

    /// `⌊tonnes · share⌋`.
    static long down(long tonnes, double share) {
        return of(tonnes, share, RoundingMode.FLOOR);
    }

    /// `⌈tonnes · share⌉`.
    static long up(long tonnes, double share) {
        return of(tonnes, share, RoundingMode.CEILING);
    }

    /// `⌊tonnes · (1 + change)⌋`.
    static long raised(long tonnes, double change) {
        return of(tonnes, BigDecimal.ONE.add(BigDecimal.valueOf(change)), RoundingMode.FLOOR);
    }

    /// `⌈tonnes · (1 - change)⌉`.
    static long lowered(long tonnes, double change) {
        return of(
                tonnes, BigDecimal.ONE.subtract(BigDecimal.valueOf(change)), RoundingMode.CEILING);
    }

    private static long of(long tonnes, double share, RoundingMode mode) {
        return of(tonnes, BigDecimal.valueOf(share), mode);
    }

    private static long of(long tonnes, BigDecimal share, RoundingMode mode) {
        return BigDecimal.valueOf(tonnes).multiply(share).setScale(0, mode).longValueExact();
    }
}
