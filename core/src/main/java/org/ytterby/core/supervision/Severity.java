package org.ytterby.core.supervision;

import java.util.Locale;

/// How serious a finding is, most serious first.
public enum Severity {
    HIGH,
    MEDIUM,
    LOW;

    /// The word used in files.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
