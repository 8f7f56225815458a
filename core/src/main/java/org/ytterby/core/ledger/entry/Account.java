package org.ytterby.core.ledger.entry;

/// An entitlement and what became of it, in the unit of its kind.
///
/// @param granted all that was granted, as it was altered since
/// @param reserved set aside and not yet confirmed
/// @param posted drawn for good, or passed on
public record Account(AccountId id, long granted, long reserved, long posted) {
    /// @throws IllegalArgumentException if it is overdrawn
    public Account {
        if (granted < 0 || reserved < 0 || posted < 0 || reserved > granted - posted) {
            throw new IllegalArgumentException(
                    "%s overdrawn: granted %d, reserved %d, posted %d"
                            .formatted(id, granted, reserved, posted));
        }
    }

    /// What can still be set aside or passed on.
    public long available() {
        return granted - reserved - posted;
    }

    /// The same with more granted; less, below 0.
    Account withGranted(long more) {
        return new Account(id, Math.addExact(granted, more), reserved, posted);
    }

    Account withReserved(long more) {
        return new Account(id, granted, Math.addExact(reserved, more), posted);
    }

    Account withPosted(long more) {
        return new Account(id, granted, reserved, Math.addExact(posted, more));
    }

    /// What was set aside ends: part of it is drawn, the rest returns.
    Account settled(long held, long drawn) {
        return new Account(id, granted, reserved - held, Math.addExact(posted, drawn));
    }
}
