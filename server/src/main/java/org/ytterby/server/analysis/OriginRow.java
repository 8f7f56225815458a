package org.ytterby.server.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.genealogy.Attribution;
import org.ytterby.core.genealogy.Origin;
import org.ytterby.core.genealogy.OriginShare;
import org.ytterby.core.ledger.Registry;
import org.ytterby.core.material.Element;

/// The part of an element of a lot that came from one origin, as it is answered.
///
/// @param kind extraction, import, outside, opening, undeclared or unaccounted
/// @param facility absent where the origin is none, or the caller neither sees it nor deals with
///   it: all such origins of a kind and a country are then one row
/// @param country ISO 3166-1 alpha-2; absent where it is not known
/// @param share 0 to 1
record OriginRow(
        String element,
        String kind,
        @Nullable String facility,
        @Nullable String country,
        double massKg,
        double share) {
    /// The origins of one lot, by element and code of origin.
    static List<OriginRow> of(View view, LotSight sight, Attribution attribution) {
        Places places = new Places(view.registry(), sight);
        List<OriginRow> rows = new ArrayList<>();
        for (Element element : Element.ALL) {
            Map<Place, OriginRow> byPlace = new LinkedHashMap<>();
            for (OriginShare share : attribution.shares(0, element)) {
                Place place = places.of(share.origin());
                byPlace.merge(
                        place,
                        new OriginRow(
                                element.name(),
                                place.kind,
                                place.facility,
                                place.country,
                                share.massKg(),
                                share.share()),
                        OriginRow::plus);
            }
            rows.addAll(byPlace.values());
        }
        return rows;
    }

    private OriginRow plus(OriginRow other) {
        return new OriginRow(
                element, kind, facility, country, massKg + other.massKg, share + other.share);
    }

    private record Place(String kind, @Nullable String facility, @Nullable String country) {}

    /// What may be told of origins.
    private static final class Places {
        private final Registry registry;
        private final LotSight sight;
        private final Map<String, Integer> facilities = new HashMap<>();

        Places(Registry registry, LotSight sight) {
            this.registry = registry;
            this.sight = sight;
            for (int f = 0; f < registry.facilities().size(); f++) {
                facilities.put(registry.facility(f).id(), f);
            }
        }

        Place of(Origin origin) {
            return switch (origin) {
                case Origin.Extraction(String facility) -> at("extraction", facility);
                case Origin.Outside(String facility) -> at("outside", facility);
                case Origin.Opening(String facility) -> at("opening", facility);
                case Origin.Import(String country) -> new Place("import", null, country);
                case Origin.Undeclared() -> new Place("undeclared", null, null);
                case Origin.Unaccounted() -> new Place("unaccounted", null, null);
            };
        }

        private Place at(String kind, String facility) {
            Integer number = facilities.get(facility);
            if (number == null) {
                return new Place(kind, null, null);
            }
            String country = registry.ownerOf(number).country();
            return new Place(kind, sight.facility(number), country.isEmpty() ? null : country);
        }
    }
}
