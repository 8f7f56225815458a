package org.ytterby.server.planning;

import java.time.LocalDate;
import java.util.List;

/// A draft that was published: one set of proposed plans, which another person approves.
///
/// @param year that the plans govern
/// @param totalT whole tonnes REO of all of them
/// @param issuedOn day of issue
public record Publication(
        long draft,
        int year,
        long totalT,
        LocalDate issuedOn,
        Draft.Made made,
        List<Recipient> recipients) {
    public Publication {
        recipients = List.copyOf(recipients);
    }

    /// An enterprise's part.
    ///
    /// @param plan id of the plan in the ledger, empty where it gets none
    /// @param proposal by which it is granted, empty where it gets none
    public record Recipient(
            String stage, String party, long tonnes, String plan, String proposal, Sheets why) {
        /// Whether it gets anything.
        public boolean isGranted() {
            return !plan.isEmpty();
        }
    }

    /// Why it is so, as parts of a page.
    public record Sheets(String zh, String en) {}

    /// Those who get a plan.
    public List<Recipient> granted() {
        return recipients.stream().filter(Recipient::isGranted).toList();
    }
}
