package org.ytterby.core.genealogy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.Ledger;

/// The origins that occur in a ledger, numbered in the order of their codes. Immutable.
final class Origins {
    private static final int NONE = -1;

    private final List<Origin> origins;
    private final int[] ofLine;

    /// Looks at every line that brings a lot into being. O(lines).
    Origins(Births births) {
        Ledger ledger = births.ledger();
        Map<Origin, Integer> found = new HashMap<>();
        ofLine = new int[ledger.flows().lineCount()];
        Arrays.fill(ofLine, NONE);
        for (int line : ledger.lines()) {
            switch (births.kind(line)) {
                case EXTRACTION, IMPORT, OUTSIDE, OPENING ->
                        ofLine[line] = found.computeIfAbsent(of(births, line), _ -> found.size());
                case NONE, PROCESSING -> {}
            }
        }
        // the codes of the three below sort behind all others
        origins =
                Stream.concat(
                                found.keySet().stream().sorted(Comparator.comparing(Origin::code)),
                                Stream.of(
                                        new Origin.Unaccounted(),
                                        new Origin.Unaccounted(),
                                        new Origin.Undeclared()))
                        .toList();
        int[] place = new int[found.size()];
        for (int i = 0; i < place.length; i++) {
            place[found.getOrDefault(origins.get(i), NONE)] = i;
        }
        for (int line = 0; line < ofLine.length; line++) {
            ofLine[line] = ofLine[line] == NONE ? NONE : place[ofLine[line]];
        }
    }

    private static Origin of(Births births, int line) {
        Ledger ledger = births.ledger();
        FlowTable flows = ledger.flows();
        String facility = ledger.registry().facility(flows.facility(flows.record(line))).id();
        return switch (births.kind(line)) {
            case EXTRACTION -> new Origin.Extraction(facility);
            case IMPORT -> new Origin.Import(flows.texts().countries().name(flows.partner(line)));
            case OUTSIDE ->
                    new Origin.Outside(ledger.registry().facility(flows.partner(line)).id());
            case OPENING -> new Origin.Opening(facility);
            case NONE, PROCESSING ->
                    throw new IllegalArgumentException("line " + line + " has no origin");
        };
    }

    /// The number of the origin that a making line stands for; negative for outputs of processing.
    int of(int line) {
        return ofLine[line];
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
