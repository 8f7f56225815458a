package org.ytterby.core.plan.allocation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.environment.Evidence;

/// An enterprise that asks for a part of a stage's total.
///
/// @param id unified social credit code, or whatever names it
/// @param group id of its group; empty for none
/// @param kinds what conditions may ask for, such as the ore it works
/// @param history earlier years, in any order
/// @param evidence figures by the name of their indicator
public record Applicant(
        String id,
        String name,
        String nameEn,
        String group,
        Set<String> kinds,
        Means means,
        List<PastYear> history,
        Map<String, Evidence> evidence) {
    public Applicant {
        kinds = Set.copyOf(kinds);
        history = history.stream().sorted(Comparator.comparingInt(PastYear::year)).toList();
        evidence = Map.copyOf(evidence);
        for (int i = 1; i < history.size(); i++) {
            if (history.get(i).year() == history.get(i - 1).year()) {
                throw new IllegalArgumentException(
                        id + " has two rows for the year " + history.get(i).year());
            }
        }
    }

    /// What it can do and what it asks for, t REO a year; NaN where not given.
    ///
    /// @param licensedT capacity of its licence
    /// @param designT approved design of its mine
    /// @param reserveT t REO in the ground, proven
    /// @param applicationT what it asks for
    /// @param verifiedT capacity that somebody verified, for newcomers
    /// @param feedT ore at hand for separation: its own times recovery, and documented imports
    public record Means(
            double licensedT,
            double designT,
            double reserveT,
            double applicationT,
            double verifiedT,
            double feedT) {}

    /// A year that is over.
    ///
    /// @param outputT t REO; NaN where none was declared
    /// @param verified whether the output was verified
    /// @param quotaT whole tonnes REO
    public record PastYear(int year, double outputT, boolean verified, long quotaT) {
        public PastYear {
            if (quotaT < 0 || outputT < 0) {
                throw new IllegalArgumentException(
                        "output and quota of "
                                + year
                                + " must be >= 0: "
                                + outputT
                                + ", "
                                + quotaT);
            }
        }
    }

    /// Quota of a year, 0 where it had none.
    public long quotaT(int year) {
        for (PastYear past : history) {
            if (past.year() == year) {
                return past.quotaT();
            }
        }
        return 0;
    }

    /// The applicant with no more feed than this.
    ///
    /// @param limitT whole tonnes; absent for no further limit
    Applicant fedBy(@Nullable Long limitT) {
        if (limitT == null) {
            return this;
        }
        double feedT = Double.isNaN(means.feedT()) ? limitT : Math.min(means.feedT(), limitT);
        Means fed =
                new Means(
                        means.licensedT(),
                        means.designT(),
                        means.reserveT(),
                        means.applicationT(),
                        means.verifiedT(),
                        feedT);
        return new Applicant(id, name, nameEn, group, kinds, fed, history, evidence);
    }
}
