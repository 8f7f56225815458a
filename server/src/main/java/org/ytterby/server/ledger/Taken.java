package org.ytterby.server.ledger;

import java.util.List;

/// What a batch adds to the ledger, as it is stored.
///
/// @param first position of the first entry
/// @param entries salt and content of each, in order
record Taken(long first, List<Stored> entries) {
    /// An entry as it is stored and hashed.
    ///
    /// @param topic table of what is declared, else kind of entry
    record Stored(String topic, byte[] salt, byte[] content) {}

    long next() {
        return first + entries.size();
    }
}
