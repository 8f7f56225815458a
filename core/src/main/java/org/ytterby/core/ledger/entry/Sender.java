package org.ytterby.core.ledger.entry;

import org.jspecify.annotations.Nullable;

/// Who asks.
///
/// @param organisation party code of the sender's organisation
/// @param person who of them, or which of their machines; never shown to other organisations
/// @param standing for whom they may declare
/// @param attestation their signature under the request; null where they did not sign
public record Sender(
        String organisation, String person, Standing standing, @Nullable Attestation attestation) {
    /// One who did not sign.
    public Sender(String organisation, String person, Standing standing) {
        this(organisation, person, standing, null);
    }

    /// For whom somebody may declare.
    public enum Standing {
        /// For the facilities of the own organisation.
        OWN_FACILITIES,
        /// For everybody: an authority's register. What grants takes a second person.
        AUTHORITY,
        /// For everybody and alone: the ledger itself, and whoever loads on the machine what was
        /// decided elsewhere. Nobody has it over the network.
        EVERYBODY
    }

    /// Whether they may declare for other organisations.
    public boolean isForAll() {
        return switch (standing) {
            case OWN_FACILITIES -> false;
            case AUTHORITY, EVERYBODY -> true;
        };
    }
}
