package org.ytterby.formats;

import java.util.Locale;

/// What the cells of a column hold, named as in Frictionless Table Schema.
public enum FieldType {
    STRING,
    NUMBER,
    INTEGER,
    /// A whole day in UTC+8.
    DATE,
    /// An ISO 8601 timestamp with offset, or a bare date.
    DATETIME;

    static FieldType of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
