package org.ytterby.core.environment;

import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Span;

/// What is left in the ground of a mine, by its last report of reserves and the ledger since.
///
/// @param extractedKg REO extracted since the report
/// @param usedUpKg reserves used up by that: extracted ÷ mining recovery
/// @param leftKg reserves left; below 0 where more was used up than was reported
/// @param lifeYears what is left over what the last year used up; infinite where that is nothing
public record ResourceBook(
        int facility,
        Report report,
        double extractedKg,
        double usedUpKg,
        double leftKg,
        double lifeYears) {
    private static final long YEAR = 365 * LedgerTime.DAY;

    /// Reserves as reported on a day.
    ///
    /// @param standard of reporting, such as GB/T 17766-2020
    /// @param provenKg kg REO in the ground
    /// @param resourcesKg kg REO of resources beyond the reserves
    public record Report(long atMicros, String standard, double provenKg, double resourcesKg) {
        public Report {
            if (!(provenKg >= 0) || !(resourcesKg >= 0)) {
                throw new IllegalArgumentException(
                        "reserves must be >= 0: " + provenKg + ", " + resourcesKg);
            }
        }
    }

    /// Opens the book of a mine on a day.
    ///
    /// @param miningRecovery share of what is used up that is extracted, above 0 and at most 1
    /// @throws IllegalArgumentException if the recovery is no such share
    public static ResourceBook of(
            Ledger ledger, int facility, Report report, double miningRecovery, long atMicros) {
        if (!(miningRecovery > 0 && miningRecovery <= 1)) {
            throw new IllegalArgumentException(
                    "mining recovery must be above 0 and at most 1, not " + miningRecovery);
        }
        double since = extractedKg(ledger, facility, new Span(report.atMicros(), atMicros));
        double lastYear = extractedKg(ledger, facility, new Span(atMicros - YEAR, atMicros));
        double left = report.provenKg() - since / miningRecovery;
        double perYear = lastYear / miningRecovery;
        return new ResourceBook(
                facility,
                report,
                since,
                since / miningRecovery,
                left,
                perYear > 0 ? left / perYear : Double.POSITIVE_INFINITY);
    }

    private static double extractedKg(Ledger ledger, int facility, Span span) {
        double sum = 0;
        for (int line : ledger.linesByFacility().items(facility)) {
            if (ledger.type(line) == FlowType.EXTRACTION
                    && span.contains(ledger.timeMicros(line))) {
                sum += ledger.reoKg(line);
            }
        }
        return sum;
    }
}
