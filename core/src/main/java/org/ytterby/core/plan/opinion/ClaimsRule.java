package org.ytterby.core.plan.opinion;

import java.util.Arrays;
import java.util.Locale;

/// How an estate that is too small is divided among those who claim a part of it.
///
/// Source: Aumann and Maschler, Journal of Economic Theory 36 (1985) 195; Herrero and Villar,
/// Mathematical Social Sciences 42 (2001) 307.
public enum ClaimsRule {
    /// Each gets the same share of its claim.
    PROPORTIONAL,
    /// Constrained equal awards: all the same, nobody more than its claim.
    CEA,
    /// Constrained equal losses: all lose the same, nobody more than its claim.
    CEL,
    /// Half of each claim is first won by equal awards, then lost by equal losses.
    TALMUD;

    private final String code = name().toLowerCase(Locale.ROOT);

    /// The word used in files.
    public String code() {
        return code;
    }

    /// What each gets, in the unit of the claims; the claims themselves where the estate covers
    /// them. O(n log n).
    ///
    /// @param claims not negative
    /// @param estate not negative
    public double[] awards(double[] claims, double estate) {
        double sum = 0;
        for (double claim : claims) {
            if (!(claim >= 0)) {
                throw new IllegalArgumentException("a claim must be >= 0, not " + claim);
            }
            sum += claim;
        }
        if (!(estate >= 0)) {
            throw new IllegalArgumentException("an estate must be >= 0, not " + estate);
        }
        if (estate >= sum) {
            return claims.clone();
        }
        double all = sum;
        return switch (this) {
            case PROPORTIONAL -> Arrays.stream(claims).map(c -> c * estate / all).toArray();
            case CEA -> equalAwards(claims, estate);
            case CEL -> equalLosses(claims, sum - estate);
            case TALMUD -> talmud(claims, estate, sum);
        };
    }

    private static double[] talmud(double[] claims, double estate, double sum) {
        double[] halves = Arrays.stream(claims).map(c -> c / 2).toArray();
        return estate <= sum / 2
                ? equalAwards(halves, estate)
                : minus(claims, equalAwards(halves, sum - estate));
    }

    private static double[] equalLosses(double[] claims, double loss) {
        return minus(claims, equalAwards(claims, loss));
    }

    private static double[] minus(double[] claims, double[] losses) {
        double[] left = claims.clone();
        for (int i = 0; i < left.length; i++) {
            left[i] -= losses[i];
        }
        return left;
    }

    /// `min(level, claim)`, with the level at which it is all given.
    private static double[] equalAwards(double[] claims, double estate) {
        double[] sorted = claims.clone();
        Arrays.sort(sorted);
        double left = estate;
        double level = 0;
        for (int i = 0; i < sorted.length; i++) {
            level = left / (sorted.length - i);
            if (level <= sorted[i]) {
                break;
            }
            left -= sorted[i];
        }
        double equal = level;
        return Arrays.stream(claims).map(c -> Math.min(c, equal)).toArray();
    }
}
