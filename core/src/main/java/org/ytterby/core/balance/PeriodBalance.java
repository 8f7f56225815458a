package org.ytterby.core.balance;

import org.ytterby.core.ledger.Span;
import org.ytterby.core.material.Element;

/// The material balance of one facility, element and period between two stocktakes.
///
/// Booked masses are exact, in mg of element. `openingMg + additionsMg - removalsMg - closingMg` is
/// the inventory difference: positive when material is missing, negative when it came from nowhere.
///
/// @param facility position in the registry
public record PeriodBalance(
        int facility,
        Element element,
        Span period,
        long openingMg,
        long additionsMg,
        long removalsMg,
        long closingMg,
        Statistics statistics) {
    /// What can be said about a difference in the light of its uncertainty.
    ///
    /// @param sigmaKg standard uncertainty of the difference
    /// @param sitmuf difference given those before it, in units of its own standard uncertainty;
    ///   NaN where nothing uncertain is left
    /// @param cumulativeMg sum of differences so far
    /// @param cumulativeSigmaKg standard uncertainty of that sum
    /// @param pageLoss Page's statistic for a lasting loss, `>= 0`
    /// @param pageGain Page's statistic for a lasting gain, `>= 0`
    public record Statistics(
            double sigmaKg,
            double sitmuf,
            long cumulativeMg,
            double cumulativeSigmaKg,
            double pageLoss,
            double pageGain) {}

    /// The inventory difference, mg.
    public long differenceMg() {
        return openingMg + additionsMg - removalsMg - closingMg;
    }
}
