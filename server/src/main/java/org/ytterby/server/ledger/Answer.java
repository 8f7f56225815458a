package org.ytterby.server.ledger;

import org.ytterby.core.ledger.entry.Entry;

/// What became of a submission.
///
/// @param position of its verdict in the ledger; its entries follow
/// @param entries how many follow
public record Answer(long position, int entries, Entry.Outcome outcome) {
    /// Whether it was taken.
    public boolean isAccepted() {
        return switch (outcome) {
            case Entry.Outcome.Accepted() -> true;
            case Entry.Outcome.Refused _ -> false;
        };
    }
}
