package org.ytterby.core.genealogy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.Registry;

/// The origins that occur in a ledger, numbered in the order of their codes. Immutable.
final class Origins {
    private static final int NONE = -1;

    private final Births births;
    private final Registry registry;
    private final FlowTable flows;
    private final List<Origin> origins;

    /// Number of the origin by kind of birth, then facility or, of imports, country.
    private final int[][] numbers;

    /// Looks at every line that brings a lot into being. O(lines).
    Origins(Births births) {
        this.births = births;
        Ledger ledger = births.ledger();
        registry = ledger.registry();
        flows = ledger.flows();
        int kinds = Births.Kind.values().length;
        int places = Math.max(registry.facilities().size(), flows.texts().countries().size());
        @Nullable Origin[][] found = new Origin[kinds][places];
        for (int line = 0; line < flows.lineCount(); line++) {
            int place = place(line);
            if (place != NONE) {
                @Nullable Origin[] ofKind = found[births.kind(line).ordinal()];
                if (ofKind[place] == null) {
                    ofKind[place] = origin(line, place);
                }
            }
        }
        // the codes of the three below sort behind all others
        origins =
                Stream.concat(
                                Arrays.stream(found)
                                        .flatMap(Arrays::stream)
                                        .filter(Objects::nonNull)
                                        .sorted(Comparator.comparing(Origin::code)),
                                Stream.of(
                                        new Origin.Unaccounted(),
                                        new Origin.Unaccounted(),
                                        new Origin.Undeclared()))
                        .toList();
        numbers = new int[kinds][places];
        for (int kind = 0; kind < kinds; kind++) {
            for (int place = 0; place < places; place++) {
                numbers[kind][place] = origins.indexOf(found[kind][place]);
            }
        }
    }

    /// The facility, or of an import the country, that a line brings its lot from.
    private int place(int line) {
        return switch (births.kind(line)) {
            case EXTRACTION, OPENING -> flows.facility(flows.record(line));
            case IMPORT, OUTSIDE -> flows.partner(line);
            case NONE, PROCESSING -> NONE;
        };
    }

    private Origin origin(int line, int place) {
        return switch (births.kind(line)) {
            case EXTRACTION -> new Origin.Extraction(registry.facility(place).id());
            case IMPORT -> new Origin.Import(flows.texts().countries().name(place));
            case OUTSIDE -> new Origin.Outside(registry.facility(place).id());
            case OPENING -> new Origin.Opening(registry.facility(place).id());
            case NONE, PROCESSING ->
                    throw new IllegalArgumentException("line " + line + " has no origin");
        };
    }

    /// The number of the origin that a making line stands for; negative for outputs of processing.
    int of(int line) {
        int place = place(line);
        return place == NONE ? NONE : numbers[births.kind(line).ordinal()][place];
    }

    int unaccounted() {
        return origins.size() - 3;
    }

    /// Unaccounted where a finding stands behind it; told apart only inside the computation.
    int unaccountedFound() {
        return origins.size() - 2;
    }

    int undeclared() {
        return origins.size() - 1;
    }

    /// All of them, by number.
    List<Origin> all() {
        return origins;
    }

    Origin get(int number) {
        return origins.get(number);
    }
}
