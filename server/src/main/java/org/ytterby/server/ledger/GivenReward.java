package org.ytterby.server.ledger;

import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.core.ledger.entry.Reward;

/// A reward as it stands.
///
/// @param name of the proposal by which it was given; empty where it was given without one
/// @param revoked absent while it stands
public record GivenReward(String name, Entry.Awarded awarded, Entry.@Nullable Revoked revoked) {
    public Reward reward() {
        return awarded.reward();
    }
}
