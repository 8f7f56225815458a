package org.ytterby.core.environment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Span;

/// A project that somebody proposes, held against the conditions of access.
///
/// New separation capacity is gated by what the project takes out of the register: the figure
/// [#NET_NEW] is its capacity less the capacity that it replaces, and is missing where one of the
/// two is.
///
/// @param kinds in the words of the conditions
/// @param claims by indicator
public record Project(String name, Set<String> kinds, Map<String, Claim> claims) {
    /// Capacity of the project, t REO a year.
    public static final String CAPACITY = "capacity";

    /// Approved capacity that ends when the project begins, t REO a year.
    public static final String REPLACED = "replaced_capacity";

    /// What the nation has more of it, t REO a year.
    public static final String NET_NEW = "net_new_capacity";

    private static final Span ALWAYS = new Span(LedgerTime.BEGINNING, LedgerTime.END);

    /// A figure as it was claimed.
    ///
    /// @param document that proves it; where it is empty the figure is not proven
    public record Claim(double value, String document) {
        public Claim {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a figure must be finite, not " + value);
            }
        }

        Evidence evidence() {
            return new Evidence(value, !document.isEmpty(), ALWAYS, document);
        }
    }

    public Project {
        kinds = Set.copyOf(kinds);
        claims = Map.copyOf(claims);
    }

    /// Asks every condition that binds it on a day.
    public AccessCheck check(List<Condition> conditions, long atMicros) {
        Map<String, Evidence> figures = new HashMap<>();
        claims.forEach((indicator, claim) -> figures.put(indicator, claim.evidence()));
        Claim capacity = claims.get(CAPACITY);
        Claim replaced = claims.get(REPLACED);
        if (capacity != null && replaced != null) {
            boolean isProven = !capacity.document.isEmpty() && !replaced.document.isEmpty();
            figures.put(
                    NET_NEW,
                    new Evidence(
                            capacity.value - replaced.value, isProven, ALWAYS, replaced.document));
        }
        return AccessCheck.of(
                new AccessCheck.Plant(name, name, kinds, figures), conditions, atMicros);
    }
}
