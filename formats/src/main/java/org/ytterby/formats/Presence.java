package org.ytterby.formats;

/// When a cell must have a value.
public enum Presence {
    /// In every row.
    ALWAYS,
    /// In every row but those that the field's description names: a flow line of a cancellation, or
    /// one that says that the store is empty.
    USUALLY,
    OPTIONAL
}
