package org.ytterby.core.ledger;

import java.util.Locale;

/// Which way a line goes, seen from the facility or the process.
public enum Direction {
    IN,
    OUT,
    COUNT;

    private final String code = name().toLowerCase(Locale.ROOT);

    /// The word used in files.
    public String code() {
        return code;
    }
}
