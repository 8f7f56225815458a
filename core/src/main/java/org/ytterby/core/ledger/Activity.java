package org.ytterby.core.ledger;

import java.util.Locale;

/// What a permit allows.
public enum Activity {
    MINING,
    SMELTING_SEPARATION,
    RECYCLING;

    private final String code = name().toLowerCase(Locale.ROOT);

    /// The word used in files.
    public String code() {
        return code;
    }
}
