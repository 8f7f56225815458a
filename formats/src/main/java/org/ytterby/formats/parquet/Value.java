package org.ytterby.formats.parquet;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/// A value of a column.
public sealed interface Value {
    /// Characters, and whatever is best shown as such.
    record Text(String text) implements Value {}

    /// A whole or decimal number, exact.
    record Exact(BigDecimal value) implements Value {}

    /// A binary number.
    record Binary(double value) implements Value {}

    /// A binary number of single precision.
    record Single(float value) implements Value {}

    /// A whole day.
    record Day(LocalDateTime start) implements Value {}

    /// A day with its time.
    ///
    /// @param isInstant whether `time` is UTC; else it is what a clock on the wall showed
    record Moment(LocalDateTime time, boolean isInstant) implements Value {}
}
