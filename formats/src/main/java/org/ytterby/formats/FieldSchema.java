package org.ytterby.formats;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One column of a table.
///
/// @param allowed the words that the contract lists; empty where any value of the type will do
/// @param minimum least number allowed, inclusive
/// @param maximum greatest number allowed, inclusive
public record FieldSchema(
        String name,
        FieldType type,
        Presence presence,
        List<String> allowed,
        @Nullable Double minimum,
        @Nullable Double maximum,
        Wording title,
        Wording description) {
    public FieldSchema {
        allowed = List.copyOf(allowed);
    }

    /// Whether every row needs a value.
    public boolean required() {
        return presence == Presence.ALWAYS;
    }
}
