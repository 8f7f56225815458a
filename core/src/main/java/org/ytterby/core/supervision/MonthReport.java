package org.ytterby.core.supervision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.ytterby.core.genealogy.Transfers;
import org.ytterby.core.ledger.Direction;
import org.ytterby.core.ledger.FacilityStage;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.Groups;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Limit;
import org.ytterby.core.ledger.Names;
import org.ytterby.core.ledger.Span;
import org.ytterby.core.material.Mass;

/// What a facility has reported of a month, and what is still open.
///
/// @param facility position in the registry
/// @param month a month of the calendar
/// @param dueMicros first instant at which a record of the month is late
/// @param isStocktakeOwed whether the facility has to count its stock
/// @param opened last stocktake before the month or at its very beginning; empty if there is none
/// @param counted last stocktake behind that, its very end included; empty if there is none
/// @param sums what was reported, by type, but for stocktakes; no entry for a type without records
/// @param unanswered lines of shipments to the facility, sent before the month ends, that it has
///   not received; by time
/// @param late how many records of the month were entered late
public record MonthReport(
        int facility,
        Span month,
        long dueMicros,
        boolean isStocktakeOwed,
        OptionalLong opened,
        OptionalLong counted,
        Map<FlowType, Sum> sums,
        List<Integer> unanswered,
        int late) {
    /// How much of one type was reported.
    ///
    /// @param records how many
    /// @param dryKg dry mass of all lines; of processing the inputs
    /// @param reoKg the rare earths in them, as oxides
    public record Sum(int records, double dryKg, double reoKg) {}

    public MonthReport {
        sums = Map.copyOf(sums);
        unanswered = List.copyOf(unanswered);
    }

    /// The reports of some facilities that have to report, in the order of the registry. O(lines).
    ///
    /// @param isAsked which, by their positions in the registry
    /// @param inMonth an instant in the month, microseconds since 1970
    public static List<MonthReport> of(Ledger ledger, IntPredicate isAsked, long inMonth) {
        int month = LedgerTime.monthOf(inMonth);
        Span span = new Span(LedgerTime.startOfMonth(month), LedgerTime.startOfMonth(month + 1));
        Map<Integer, List<Integer>> unanswered = unanswered(ledger, isAsked, span.untilMicros());
        List<MonthReport> reports = new ArrayList<>();
        for (int f = 0; f < ledger.registry().facilities().size(); f++) {
            if (isAsked.test(f) && ledger.registry().facility(f).stage() != FacilityStage.OUTSIDE) {
                reports.add(new Month(ledger, span).of(f, unanswered.getOrDefault(f, List.of())));
            }
        }
        return List.copyOf(reports);
    }

    /// Open shipments by receiver.
    private static Map<Integer, List<Integer>> unanswered(
            Ledger ledger, IntPredicate isAsked, long before) {
        FlowTable flows = ledger.flows();
        Set<Integer> lots = new TreeSet<>();
        for (int line : ledger.lines()) {
            int to = flows.partner(line);
            if (ledger.type(line) == FlowType.SHIPMENT && to != Names.NONE && isAsked.test(to)) {
                lots.add(flows.lot(line));
            }
        }
        Map<Integer, List<Integer>> open = new TreeMap<>();
        Transfers transfers = new Transfers(ledger);
        for (int lot : lots) {
            transfers.forEach(
                    lot,
                    (_, shipments, _) -> {
                        for (int line : shipments) {
                            int to = flows.partner(line);
                            if (to != Names.NONE
                                    && isAsked.test(to)
                                    && ledger.timeMicros(line) < before) {
                                open.computeIfAbsent(to, _ -> new ArrayList<>()).add(line);
                            }
                        }
                    });
        }
        open.values()
                .forEach(lines ->
                        lines.sort((a, b) ->
                                Long.compare(ledger.timeMicros(a), ledger.timeMicros(b))));
        return open;
    }

    /// One month of one ledger.
    private record Month(Ledger ledger, Span span) {
        MonthReport of(int facility, List<Integer> unanswered) {
            FlowTable flows = ledger.flows();
            long dueDay =
                    (long)
                            ledger.declarations()
                                    .context()
                                    .limits()
                                    .at(Limit.REPORT_DUE_DAY, span.untilMicros());
            long due = span.untilMicros() + dueDay * LedgerTime.DAY;
            Map<FlowType, Adding> sums = new EnumMap<>(FlowType.class);
            Set<Integer> late = new TreeSet<>();
            Groups lines = ledger.linesByFacility();
            for (int i = 0; i < lines.size(facility); i++) {
                int line = lines.get(facility, i);
                boolean isFlow = ledger.type(line) != FlowType.STOCKTAKE;
                if (isFlow && span.contains(ledger.timeMicros(line))) {
                    int record = flows.record(line);
                    sums.computeIfAbsent(ledger.type(line), _ -> new Adding()).add(ledger, line);
                    if (flows.isDeclared(record) && flows.enteredMicros(record) >= due) {
                        late.add(record);
                    }
                }
            }
            Map<FlowType, Sum> told = new EnumMap<>(FlowType.class);
            sums.forEach((type, adding) -> told.put(type, adding.sum()));
            return new MonthReport(
                    facility,
                    span,
                    due,
                    ledger.registry().facility(facility).stage().owesStocktakes(),
                    lastStocktake(facility, LedgerTime.BEGINNING, span.fromMicros()),
                    lastStocktake(facility, span.fromMicros(), span.untilMicros() + LedgerTime.DAY),
                    told,
                    unanswered,
                    late.size());
        }

        private OptionalLong lastStocktake(int facility, long after, long upTo) {
            return Arrays.stream(ledger.linesByFacility().items(facility))
                    .filter(line -> ledger.type(line) == FlowType.STOCKTAKE)
                    .mapToLong(ledger::timeMicros)
                    .filter(at -> at > after && at <= upTo)
                    .max();
        }
    }

    /// A sum that grows.
    private static final class Adding {
        private final Set<Integer> records = new TreeSet<>();
        private double dryKg;
        private double reoKg;

        void add(Ledger ledger, int line) {
            FlowTable flows = ledger.flows();
            records.add(flows.record(line));
            boolean isOutput =
                    ledger.type(line) == FlowType.PROCESSING
                            && flows.direction(line) == Direction.OUT;
            if (!isOutput) {
                dryKg += ledger.dryMg(line) / Mass.MG_PER_KG;
                reoKg += ledger.reoKg(line);
            }
        }

        Sum sum() {
            return new Sum(records.size(), dryKg, reoKg);
        }
    }
}
