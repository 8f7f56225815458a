package org.ytterby.core.ledger.entry;

/// What one person proposed, and what became of it.
///
/// @param name unique for ever
/// @param organisation of the person
/// @param person who proposed it, and alone may withdraw it
/// @param untilMicros when it lapses, microseconds since 1970
/// @param endedBy the person who approved, rejected or withdrew it; empty unless one did
/// @param reason why it was rejected; empty unless it was
public record Proposal(
        String name,
        String organisation,
        String person,
        Command.FourEyes command,
        long untilMicros,
        State state,
        String endedBy,
        String reason) {
    /// How far it is.
    public enum State {
        PROPOSED("proposed"),
        APPROVED("approved"),
        REJECTED("rejected"),
        WITHDRAWN("withdrawn"),
        LAPSED("lapsed");

        private final String code;

        State(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        /// @throws IllegalArgumentException unless it is the code of a state
        public static State parse(String code) {
            for (State state : values()) {
                if (state.code.equals(code)) {
                    return state;
                }
            }
            throw new IllegalArgumentException("no state of a proposal: " + code);
        }
    }

    /// As it was when it was proposed.
    public static Proposal of(Entry.Proposed entry) {
        return new Proposal(
                entry.proposal(),
                entry.organisation(),
                entry.person(),
                entry.command(),
                entry.untilMicros(),
                State.PROPOSED,
                "",
                "");
    }

    /// The same, ended.
    public Proposal ended(State as, String by, String why) {
        return new Proposal(name, organisation, person, command, untilMicros, as, by, why);
    }

    /// The entry that recorded it.
    public Entry.Proposed entry() {
        return new Entry.Proposed(name, organisation, person, command, untilMicros);
    }
}
