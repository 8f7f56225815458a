package org.ytterby.core.environment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ytterby.core.ledger.Declarations;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.RegisteredCapacity;
import org.ytterby.core.ledger.Registry;
import org.ytterby.core.ledger.Span;

/// The register of capacity on a day. A row takes over from its first day; of two with the same
/// first day the one declared later counts.
public final class CapacityRegister {
    /// Processes that are to be phased out, as exit conditions name them.
    public static final List<String> PROCESSES =
            List.of("heap_or_pond_leaching", "ammonia_saponification", "chloride_electrolysis");

    private static final Span ALWAYS = new Span(LedgerTime.BEGINNING, LedgerTime.END);

    private CapacityRegister() {}

    /// The row of a facility that holds on a day.
    ///
    /// @param facility position in the registry
    public static Optional<RegisteredCapacity> inForce(
            Declarations declared, int facility, long atMicros) {
        RegisteredCapacity found = null;
        for (RegisteredCapacity row : declared.context().stewardship().capacities()) {
            if (row.facility() == facility
                    && row.span().contains(atMicros)
                    && (found == null || row.span().fromMicros() >= found.span().fromMicros())) {
                found = row;
            }
        }
        return Optional.ofNullable(found);
    }

    /// Every row that holds on a day, in the order of the registry.
    public static List<RegisteredCapacity> inForce(Declarations declared, long atMicros) {
        List<RegisteredCapacity> rows = new ArrayList<>();
        for (int f = 0; f < declared.registry().facilities().size(); f++) {
            inForce(declared, f, atMicros).ifPresent(rows::add);
        }
        return rows;
    }

    /// A row as what conditions are asked of. What the register says counts as proven; figures that
    /// it has no column for are missing.
    public static AccessCheck.Plant plant(Registry registry, RegisteredCapacity row) {
        Map<String, Evidence> figures = new HashMap<>();
        figures.put("capacity", new Evidence(row.approvedT(), true, ALWAYS, row.basis()));
        for (String process : PROCESSES) {
            figures.put(
                    process,
                    new Evidence(
                            row.processes().contains(process) ? 1 : 0, true, ALWAYS, row.basis()));
        }
        return new AccessCheck.Plant(
                registry.facility(row.facility()).id(),
                registry.facility(row.facility()).name(),
                row.kinds(),
                figures);
    }

    /// Plants whose registered figures break an exit condition on a day, by id.
    public static List<AccessCheck> exitList(
            Declarations declared, List<Condition> exits, long atMicros) {
        return AccessCheck.exitList(
                inForce(declared, atMicros).stream()
                        .map(row -> plant(declared.registry(), row))
                        .toList(),
                exits,
                atMicros);
    }
}
