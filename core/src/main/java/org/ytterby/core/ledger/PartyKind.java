package org.ytterby.core.ledger;

import java.util.Locale;

/// What a party is.
public enum PartyKind {
    GROUP,
    ENTERPRISE,
    LABORATORY,
    AUTHORITY,
    FOREIGN;

    private final String code = name().toLowerCase(Locale.ROOT);

    /// The word used in files.
    public String code() {
        return code;
    }
}
