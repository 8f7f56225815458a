package org.ytterby.core.plan.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ytterby.core.plan.allocation.Applicant.PastYear;

/// What an enterprise stood for in the last years, t REO.
///
/// `b` is the median over the last three years of min(verified output, quota). Producing beyond the
/// quota adds nothing to it. Years before an enterprise's first are left out; a year between
/// without a row, or with an output that nobody verified, counts as 0.
///
/// @param years that were counted, by year; empty for a newcomer
public record Reference(double tonnes, Basis basis, List<Counted> years) {
    private static final int YEARS = 3;

    /// Where a reference comes from.
    public enum Basis {
        /// Earlier years.
        HISTORY,
        /// Verified capacity times utilisation, for want of earlier years.
        CAPACITY,
        /// Neither: without earlier years and without verified capacity.
        NOTHING
    }

    /// A year and what it counts for, t REO.
    public record Counted(int year, double tonnes, Why why) {}

    /// Why a year counts for as much as it does.
    public enum Why {
        OUTPUT,
        QUOTA,
        NOT_DECLARED,
        NOT_VERIFIED
    }

    static Reference of(Policy policy, Applicant applicant, double utilisation) {
        List<PastYear> before =
                applicant.history().stream().filter(p -> p.year() < policy.year()).toList();
        if (before.isEmpty()) {
            double capacityT = applicant.means().verifiedT();
            return Double.isNaN(capacityT)
                    ? new Reference(0, Basis.NOTHING, List.of())
                    : new Reference(capacityT * utilisation, Basis.CAPACITY, List.of());
        }
        List<Counted> years = new ArrayList<>();
        int first = Math.max(before.getFirst().year(), policy.year() - YEARS);
        for (int year = first; year < policy.year(); year++) {
            years.add(counted(year, before));
        }
        double[] tonnes = years.stream().mapToDouble(Counted::tonnes).toArray();
        return new Reference(median(tonnes), Basis.HISTORY, List.copyOf(years));
    }

    private static Counted counted(int year, List<PastYear> history) {
        for (PastYear past : history) {
            if (past.year() == year) {
                return counted(past);
            }
        }
        return new Counted(year, 0, Why.NOT_DECLARED);
    }

    private static Counted counted(PastYear past) {
        if (Double.isNaN(past.outputT())) {
            return new Counted(past.year(), 0, Why.NOT_DECLARED);
        }
        if (!past.verified()) {
            return new Counted(past.year(), 0, Why.NOT_VERIFIED);
        }
        return past.outputT() <= past.quotaT()
                ? new Counted(past.year(), past.outputT(), Why.OUTPUT)
                : new Counted(past.year(), past.quotaT(), Why.QUOTA);
    }

    /// Middle value, the mean of the middle two of an even number.
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
