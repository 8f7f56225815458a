package org.ytterby.core.environment;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What became of a condition, or of a figure that a score asks for.
public enum Judgement {
    /// The figure is proven and keeps to the condition.
    MET,
    /// The figure is proven and breaks the condition.
    BROKEN,
    /// No figure was given.
    MISSING,
    /// A figure was given that nobody has verified.
    UNVERIFIED,
    /// The evidence does not cover the day.
    EXPIRED;

    private final String code = name().toLowerCase(Locale.ROOT);

    /// The word used in files.
    public String code() {
        return code;
    }

    /// Whether a figure may be used on a day: [#MET], or what is wrong with it.
    public static Judgement of(@Nullable Evidence evidence, long atMicros) {
        if (evidence == null) {
            return MISSING;
        }
        if (!evidence.verified()) {
            return UNVERIFIED;
        }
        return evidence.valid().contains(atMicros) ? MET : EXPIRED;
    }
}
