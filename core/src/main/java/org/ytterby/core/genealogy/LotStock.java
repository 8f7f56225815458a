package org.ytterby.core.genealogy;

/// What became of a lot in one facility, as dry mass in mg.
///
/// @param facility position in the registry
/// @param lot number of the lot
/// @param product position of the product
/// @param madeMg extraction, import, opening stock and outputs of processing
/// @param receivedMg receipts
/// @param taken what left again
public record LotStock(
        int facility, int lot, int product, long madeMg, long receivedMg, Taken taken) {
    /// What left a facility, by the way it left.
    public record Taken(long usedMg, long shippedMg, long exportedMg, long disposedMg) {
        /// All of it.
        public long totalMg() {
            return usedMg + shippedMg + exportedMg + disposedMg;
        }
    }

    /// What should be left.
    public long remainingMg() {
        return madeMg + receivedMg - taken.totalMg();
    }
}
