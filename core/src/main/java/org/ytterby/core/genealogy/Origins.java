package org.ytterby.core.genealogy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.Ledger;

/// Numbers the origins that occur in a ledger. Not thread-safe while numbers are given.
final class Origins {
    static final int UNACCOUNTED = 0;

    /// Unaccounted where a finding stands behind it; told apart only inside the computation.
    static final int UNACCOUNTED_FOUND = 1;

    static final int UNDECLARED = 2;

    private final List<Origin> origins = new ArrayList<>();
    private final Map<Origin, Integer> numbers = new HashMap<>();

    Origins() {
        origins.add(new Origin.Unaccounted());
        origins.add(new Origin.Unaccounted());
        origins.add(new Origin.Undeclared());
    }

    /// The number of the origin that a making line stands for; not for outputs of processing.
    int of(Births births, int line) {
        Ledger ledger = births.ledger();
        FlowTable flows = ledger.flows();
        String facility =
                ledger.registry().facility(flows.facility(flows.record(line))).id();
        Origin origin =
                switch (births.kind(line)) {
                    case EXTRACTION -> new Origin.Extraction(facility);
                    case IMPORT ->
                            new Origin.Import(flows.texts().countries().name(flows.partner(line)));
                    case OUTSIDE ->
                            new Origin.Outside(
                                    ledger.registry().facility(flows.partner(line)).id());
                    case OPENING -> new Origin.Opening(facility);
                    case NONE, PROCESSING ->
                            throw new IllegalArgumentException("line " + line + " has no origin");
                };
        return numbers.computeIfAbsent(
                origin,
                added -> {
                    origins.add(added);
                    return origins.size() - 1;
                });
    }

    /// Numbers in the order of their codes.
    int[] byCode() {
        return IntStream.range(0, origins.size())
                .boxed()
                .sorted(Comparator.comparing(o -> origins.get(o).code()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    int size() {
        return origins.size();
    }

    Origin get(int number) {
        return origins.get(number);
    }
}
