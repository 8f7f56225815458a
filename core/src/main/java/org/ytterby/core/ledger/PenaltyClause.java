package org.ytterby.core.ledger;

import org.jspecify.annotations.Nullable;

/// What the law threatens for an offence, in the time in which it is in force.
///
/// @param code by which cases name it
/// @param law where it stands, in both languages
/// @param offence in both languages
/// @param fine of what a fine may be, CNY; null where it follows from the illegal income
/// @param income how many times the illegal income a fine may be; null where it does not matter
/// @param span the time in which it is in force
/// @param confidence how sure the figures are
/// @param source where they were read
public record PenaltyClause(
        String code,
        Wording law,
        Wording offence,
        @Nullable Range fine,
        @Nullable Range income,
        Span span,
        String confidence,
        String source) {
    /// A sentence in both languages.
    public record Wording(String en, String zh) {}

    /// From the least to the most, both included.
    public record Range(long least, long most) {
        /// @throws IllegalArgumentException unless `0 <= least <= most`
        public Range {
            if (least < 0 || most < least) {
                throw new IllegalArgumentException("no range: " + least + " to " + most);
            }
        }

        /// Whether it holds a number.
        public boolean contains(long number) {
            return number >= least && number <= most;
        }
    }

    /// Whether a fine may be imposed by this clause: one in its range, or, where the range follows
    /// from income that the ledger does not know, any.
    ///
    /// An order to correct without a fine is always possible.
    public boolean allows(long fineYuan) {
        return fineYuan == 0 || fine == null || fine.contains(fineYuan);
    }
}
