package org.ytterby.core.plan.allocation;

import org.jspecify.annotations.Nullable;

/// A group, and what its members together may get.
///
/// @param parent id of the group that it belongs to; empty for none
/// @param minT whole tonnes, 0 for no lower bound
/// @param maxT whole tonnes, [#NO_MAX] for no upper bound
/// @param shareMax largest share of what is placed, 1 for no bound
public record Band(
        String id,
        String parent,
        String name,
        String nameEn,
        long minT,
        long maxT,
        double shareMax) {
    /// No upper bound.
    public static final long NO_MAX = Policy.TOTAL_MAX_T;

    public Band {
        if (minT < 0 || maxT < minT || maxT > NO_MAX) {
            throw new IllegalArgumentException(
                    id + ": a band needs 0 <= min <= max, not " + minT + " … " + maxT);
        }
        if (!(shareMax > 0 && shareMax <= 1)) {
            throw new IllegalArgumentException(
                    id + ": the largest share must be above 0 and at most 1, not " + shareMax);
        }
    }

    /// A group without bounds of its own.
    public static Band open(String id, String parent, String name, String nameEn) {
        return new Band(id, parent, name, nameEn, 0, NO_MAX, 1);
    }

    /// The band under one more upper bound.
    ///
    /// @param limitT whole tonnes; absent for none
    Band within(@Nullable Long limitT) {
        return limitT == null || limitT >= maxT
                ? this
                : new Band(id, parent, name, nameEn, Math.min(minT, limitT), limitT, shareMax);
    }
}
