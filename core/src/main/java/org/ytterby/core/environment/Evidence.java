package org.ytterby.core.environment;

import org.ytterby.core.ledger.Span;

/// A figure that somebody declared, and what shows that it is so.
///
/// @param verified whether an authority or a laboratory has confirmed it
/// @param valid when it may be relied upon
/// @param reference of the document; may be empty
public record Evidence(double value, boolean verified, Span valid, String reference) {
    public Evidence {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a figure must be finite, not " + value);
        }
    }
}
