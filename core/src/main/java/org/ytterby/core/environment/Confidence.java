package org.ytterby.core.environment;

import java.util.Locale;

/// How sure it is that a figure or a rule of the world is told rightly.
///
/// It stands in the data beside each figure and is shown wherever the figure is used.
public enum Confidence {
    /// Read in the document named.
    SEEN,
    /// Computed from figures that were read.
    DERIVED,
    /// Concluded from what was read; nobody says it in so many words.
    INFERRED,
    /// Remembered, not read again: check it before it is relied upon.
    RECALLED,
    /// Set by whoever runs the plan.
    SET,
    /// Known to exist; what it says was not seen.
    NOT_SEEN;

    private final String code = name().toLowerCase(Locale.ROOT);

    /// The word used in files.
    public String code() {
        return code;
    }
}
