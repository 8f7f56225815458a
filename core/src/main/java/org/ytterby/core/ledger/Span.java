package org.ytterby.core.ledger;

/// A half-open span of time, in microseconds since the epoch.
///
/// @param fromMicros first instant inside, [LedgerTime#BEGINNING] when open
/// @param untilMicros first instant outside, [LedgerTime#END] when open
public record Span(long fromMicros, long untilMicros) {
    /// Whether an instant lies inside.
    public boolean contains(long micros) {
        return micros >= fromMicros && micros < untilMicros;
    }
}
