package org.ytterby.epcis.schema;

import java.util.ArrayList;
import java.util.List;

/// Violations while they are found: a bounded list, the rest counted.
final class Violations {
    private static final int KEPT_MAX = 1000;

    private final List<Violation> kept = new ArrayList<>();
    private int more;

    void add(Violation violation) {
        if (kept.size() < KEPT_MAX) {
            kept.add(violation);
        } else {
            more++;
        }
    }

    /// Whether more are only counted, so that nobody reads what they say.
    boolean isFull() {
        return kept.size() >= KEPT_MAX;
    }

    boolean isEmpty() {
        return kept.isEmpty();
    }

    Verdict verdict() {
        return new Verdict(kept, more);
    }
}
