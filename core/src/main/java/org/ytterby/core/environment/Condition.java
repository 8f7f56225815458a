package org.ytterby.core.environment;

import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.Span;

/// A dated, named predicate over one indicator: data, never code.
///
/// A yes-or-no condition asks for 1, such as `mining_licence >= 1`.
///
/// @param indicator name of the figure that it asks for
/// @param unit of the bound; empty for yes or no
/// @param kinds of enterprises, plants or areas that it binds; empty for all
/// @param span when it is in force
public record Condition(
        String code,
        String indicator,
        Comparison comparison,
        double bound,
        String unit,
        Set<String> kinds,
        Span span,
        Clause clause) {
    public Condition {
        kinds = Set.copyOf(kinds);
        if (!Double.isFinite(bound)) {
            throw new IllegalArgumentException(code + ": the bound must be finite, not " + bound);
        }
    }

    /// Whether it binds something of these kinds on a day.
    public boolean binds(Set<String> of, long atMicros) {
        return span.contains(atMicros) && (kinds.isEmpty() || !Collections.disjoint(kinds, of));
    }

    /// What becomes of it. What is not proven is not met.
    public Judgement judge(@Nullable Evidence evidence, long atMicros) {
        Judgement proof = Judgement.of(evidence, atMicros);
        if (evidence == null || proof != Judgement.MET) {
            return proof;
        }
        return comparison.holds(evidence.value(), bound) ? Judgement.MET : Judgement.BROKEN;
    }
}
