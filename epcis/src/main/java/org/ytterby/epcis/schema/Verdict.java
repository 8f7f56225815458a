package org.ytterby.epcis.schema;

import java.util.List;

/// What a schema says of a document.
///
/// @param violations the first ones, in the order of the schema
/// @param more how many there are beside them
public record Verdict(List<Violation> violations, int more) {
    public Verdict {
        violations = List.copyOf(violations);
    }

    public boolean isValid() {
        return violations.isEmpty();
    }
}
