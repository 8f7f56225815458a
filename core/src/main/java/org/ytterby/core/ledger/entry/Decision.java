package org.ytterby.core.ledger.entry;

import java.util.List;

/// What becomes of a command.
public sealed interface Decision {
    /// It is taken; these entries record it.
    record Accepted(List<Entry> entries) implements Decision {
        public Accepted {
            entries = List.copyOf(entries);
        }
    }

    /// It is not taken; nothing changes but that this is recorded.
    record Refused(Refusal refusal) implements Decision {}

    /// Taken, with these entries.
    static Decision accepted(Entry... entries) {
        return new Accepted(List.of(entries));
    }

    /// Not taken, for this reason.
    static Decision refused(Refusal.Code code, Object subject, Object value) {
        return new Refused(new Refusal(code, subject.toString(), value.toString()));
    }
}
