package org.ytterby.core.genealogy;

import java.util.Comparator;
import org.ytterby.core.ledger.Registry;

/// Origins taken together, so that a nation's hundreds become a handful.
///
/// @param place the region of mines, the country of imports; else, and where it is not known, empty
public record OriginGroup(Kind kind, String place) implements Comparable<OriginGroup> {
    /// How material came into the books.
    public enum Kind {
        EXTRACTION,
        IMPORT,
        OUTSIDE,
        OPENING,
        UNACCOUNTED,
        UNDECLARED
    }

    private static final Comparator<OriginGroup> ORDER =
            Comparator.comparing(OriginGroup::kind).thenComparing(OriginGroup::place);

    /// The group of an origin.
    static OriginGroup of(Origin origin, Registry registry) {
        return switch (origin) {
            case Origin.Extraction(String mine) ->
                    new OriginGroup(
                            Kind.EXTRACTION,
                            registry.facilities().stream()
                                    .filter(facility -> facility.id().equals(mine))
                                    .findFirst()
                                    .map(facility -> facility.region())
                                    .orElse(""));
            case Origin.Import(String country) -> new OriginGroup(Kind.IMPORT, country);
            case Origin.Outside _ -> new OriginGroup(Kind.OUTSIDE, "");
            case Origin.Opening _ -> new OriginGroup(Kind.OPENING, "");
            case Origin.Unaccounted() -> new OriginGroup(Kind.UNACCOUNTED, "");
            case Origin.Undeclared() -> new OriginGroup(Kind.UNDECLARED, "");
        };
    }

    /// Whether somebody declared where the material came from.
    public boolean isDeclared() {
        return kind != Kind.UNACCOUNTED && kind != Kind.UNDECLARED;
    }

    @Override
    public int compareTo(OriginGroup other) {
        return ORDER.compare(this, other);
    }
}
