package org.ytterby.epcis.schema;

import org.ytterby.core.supervision.Text;

/// One thing wrong with a document.
///
/// @param pointer where (RFC 6901); of what is missing, where it should stand
/// @param value what stands there, shortened; empty where something is missing
/// @param problem what is wrong and what would be right
public record Violation(String pointer, String value, Text problem) {
    private static final int VALUE_MAX = 120;

    public Violation {
        if (value.length() > VALUE_MAX) {
            value = value.substring(0, VALUE_MAX) + "…";
        }
    }

    /// The last name of the pointer: the field, or the place in a list.
    public String field() {
        return pointer.substring(pointer.lastIndexOf('/') + 1)
                .replace("~1", "/")
                .replace("~0", "~");
    }
}
