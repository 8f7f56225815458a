package org.ytterby.core.ledger.entry;

/// An amount set aside from an account.
///
/// @param name unique for ever
/// @param organisation who set it aside, and who alone may confirm or release it
/// @param amount as set aside
/// @param untilMicros when it expires, microseconds since 1970
/// @param drawn what was drawn in the end; 0 unless confirmed
public record Hold(
        String name,
        AccountId account,
        String organisation,
        long amount,
        long untilMicros,
        State state,
        long drawn) {
    /// How far it is.
    public enum State {
        RESERVED("reserved"),
        CONFIRMED("confirmed"),
        RELEASED("released"),
        EXPIRED("expired");

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
            throw new IllegalArgumentException("no state of a reservation: " + code);
        }
    }

    Hold ended(State as, long amountDrawn) {
        return new Hold(name, account, organisation, amount, untilMicros, as, amountDrawn);
    }
}
