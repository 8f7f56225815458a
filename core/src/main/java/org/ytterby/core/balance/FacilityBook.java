package org.ytterby.core.balance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.Groups;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.Span;
import org.ytterby.core.ledger.StableOrder;
import org.ytterby.core.material.Element;
import org.ytterby.core.material.Mass;

/// The lines of one facility laid out by balance period.
///
/// A period runs from one stocktake to the next; a flow exactly at a stocktake belongs to the
/// period that begins there; what lies before the first stocktake and after the last is in no
/// period. A stocktake line closes one period and opens the next.
///
/// Each entry is one line with its element masses in kg, a period, and its sign there; a stocktake
/// line between two periods is one entry whose next period is `period + 1` with the opposite sign.
final class FacilityBook {
    private static final double SECOND_ORDER_ROUNDING_KG2 = 1e-12 / 12;

    final int facility;
    final long[] stocktakes;
    final int[] line;
    final int[] period;
    final boolean[] stock;
    final double[][] kg;
    private final int[] scale;
    private final int[] laboratory;
    private final int scales;
    private final int laboratories;
    private final Ledger ledger;
    private final ErrorModel model;

    private FacilityBook(
            ErrorModel model, int facility, long[] stocktakes, int[] lines, int[] periods) {
        this.model = model;
        ledger = model.ledger();
        this.facility = facility;
        this.stocktakes = stocktakes;
        line = lines;
        period = periods;
        stock = new boolean[lines.length];
        kg = new double[lines.length][Element.COUNT];
        for (int i = 0; i < lines.length; i++) {
            stock[i] = ledger.type(lines[i]) == FlowType.STOCKTAKE;
            for (int e = 0; e < Element.COUNT; e++) {
                kg[i][e] = ledger.elementMg(lines[i], e) / Mass.MG_PER_KG;
            }
        }
        long[] scaleKeys = Arrays.stream(lines).mapToLong(model::weighingGroup).toArray();
        long[] laboratoryKeys = Arrays.stream(lines).mapToLong(model::assayGroup).toArray();
        scale = new int[lines.length];
        laboratory = new int[lines.length];
        scales = number(scaleKeys, scale);
        laboratories = number(laboratoryKeys, laboratory);
    }

    /// Numbers keys in their order.
    ///
    /// @return how many different ones there are
    private static int number(long[] keys, int[] numbers) {
        long[] distinct = Arrays.stream(keys).sorted().distinct().toArray();
        for (int i = 0; i < keys.length; i++) {
            numbers[i] = Arrays.binarySearch(distinct, keys[i]);
        }
        return distinct.length;
    }

    /// How many groups of weighings share an error.
    int scales() {
        return scales;
    }

    /// The group of weighings that an entry belongs to, in the order of their keys.
    int scale(int entry) {
        return scale[entry];
    }

    /// How many groups of assays share an error.
    int laboratories() {
        return laboratories;
    }

    /// The group of assays that an entry belongs to, in the order of their keys.
    int laboratory(int entry) {
        return laboratory[entry];
    }

    /// The book of a facility that has at least two stocktakes.
    static Optional<FacilityBook> of(ErrorModel model, int facility) {
        Ledger ledger = model.ledger();
        FlowTable flows = ledger.flows();
        Groups all = ledger.linesByFacility();
        long[] stocktakes = stocktakes(ledger, facility);
        if (stocktakes.length < 2) {
            return Optional.empty();
        }
        List<int[]> entries = new ArrayList<>();
        for (int i = 0; i < all.size(facility); i++) {
            int line = all.get(facility, i);
            FlowType type = ledger.type(line);
            boolean counted = type == FlowType.STOCKTAKE && flows.lot(line) >= 0;
            if (!counted && type.balanceSign() == 0) {
                continue;
            }
            int at = lastNotAfter(stocktakes, ledger.timeMicros(line));
            if (counted) {
                entries.add(new int[] {line, at - 1});
            } else if (at >= 0 && at < stocktakes.length - 1) {
                entries.add(new int[] {line, at});
            }
        }
        int[] order = new int[entries.size()];
        long[] assays = new long[order.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
            assays[i] = ledger.assay(entries.get(i)[0]);
        }
        StableOrder.sort(order, assays); // so that lines of one assay stand together
        int[] lines = new int[order.length];
        int[] periods = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            lines[i] = entries.get(order[i])[0];
            periods[i] = entries.get(order[i])[1];
        }
        return Optional.of(new FacilityBook(model, facility, stocktakes, lines, periods));
    }

    /// The distinct instants at which a facility counted its stock, ascending.
    private static long[] stocktakes(Ledger ledger, int facility) {
        Groups all = ledger.linesByFacility();
        return Arrays.stream(all.items(facility))
                .filter(line -> ledger.type(line) == FlowType.STOCKTAKE)
                .mapToLong(ledger::timeMicros)
                .distinct()
                .toArray();
    }

    private static int lastNotAfter(long[] sorted, long value) {
        int at = Arrays.binarySearch(sorted, value);
        return at >= 0 ? at : -at - 2;
    }

    int periodCount() {
        return stocktakes.length - 1;
    }

    /// All periods.
    List<Span> spans() {
        List<Span> spans = new ArrayList<>();
        for (int t = 0; t < periodCount(); t++) {
            spans.add(span(t));
        }
        return List.copyOf(spans);
    }

    Span span(int t) {
        return new Span(stocktakes[t], stocktakes[t + 1]);
    }

    /// Sign of an entry in its own period: a stocktake closes it.
    int sign(int entry) {
        return stock[entry] ? -1 : ledger.type(line[entry]).balanceSign();
    }

    ErrorModel model() {
        return model;
    }

    Ledger ledger() {
        return ledger;
    }

    /// Adds an entry, times a factor, to a vector over periods merged into blocks.
    ///
    /// @param blockAt where in the vector the block of each period begins
    /// @param column place within the block
    void spread(int entry, double factor, int[] blockAt, int column, double[] vector) {
        int t = period[entry];
        if (t >= 0) {
            vector[blockAt[t] + column] += sign(entry) * factor;
        }
        if (stock[entry] && t + 1 < periodCount()) {
            vector[blockAt[t + 1] + column] -= sign(entry) * factor;
        }
    }

    /// The variance that the product of two relative errors adds to an element mass, and its
    /// rounding: what the first-order model leaves out.
    double secondOrderVariance(int entry, int element) {
        int k = line[entry];
        double x = kg[entry][element];
        double weighing = square(model.weighingRandom(k)) + square(model.weighingSystematic(k));
        double assaying =
                square(model.assayRandom(k, element)) + square(model.assaySystematic(k, element));
        return x * x * weighing * assaying + SECOND_ORDER_ROUNDING_KG2;
    }

    private static double square(double value) {
        return value * value;
    }
}
