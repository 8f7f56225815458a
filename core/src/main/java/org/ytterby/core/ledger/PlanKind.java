package org.ytterby.core.ledger;

import java.util.Locale;

/// What a control plan limits.
public enum PlanKind {
    MINING,
    SMELTING_SEPARATION;

    private final String code = name().toLowerCase(Locale.ROOT);

    /// The word used in files.
    public String code() {
        return code;
    }
}
