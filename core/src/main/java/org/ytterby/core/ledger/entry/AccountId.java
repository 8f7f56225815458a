package org.ytterby.core.ledger.entry;

/// Names an account.
///
/// @param kind what it is for
/// @param name the id of the plan or licence that opened it
public record AccountId(Kind kind, String name) {
    /// What accounts are for, and in which unit they are kept.
    public enum Kind {
        /// A control plan, kg REO.
        PLAN("plan", "kg REO"),
        /// An export licence, mg as weighed.
        LICENCE("licence", "mg");

        private final String code;
        private final String unit;

        Kind(String code, String unit) {
            this.code = code;
            this.unit = unit;
        }

        public String code() {
            return code;
        }

        public String unit() {
            return unit;
        }
    }

    /// @throws IllegalArgumentException unless the text was written by [#toString]
    public static AccountId parse(String text) {
        for (Kind kind : Kind.values()) {
            if (text.startsWith(kind.code + ":") && text.length() > kind.code.length() + 1) {
                return new AccountId(kind, text.substring(kind.code.length() + 1));
            }
        }
        throw new IllegalArgumentException("no account: " + text);
    }

    /// `kind:name`.
    @Override
    public String toString() {
        return kind.code + ":" + name;
    }
}
