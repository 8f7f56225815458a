package org.ytterby.core.genealogy;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.material.Mass;

/// Exported lines in force, by time, and how much of their rare earths can be followed to declared
/// origins.
///
/// 20 bytes a line; its origins are summed as they are asked for. Immutable.
public final class ExportTrace {
    private static final int NONE = -1;

    private final Ledger ledger;
    private final OriginShares attribution;

    /// Place of each lot in the attribution.
    private final int[] places;

    private final int[] lines;
    private final double[] reoKg;
    private final double[] tracedKg;

    private ExportTrace(Ledger ledger, OriginShares attribution) {
        this.ledger = ledger;
        this.attribution = attribution;
        places = new int[ledger.linesByLot().groupCount()];
        Arrays.fill(places, NONE);
        int[] lots = attribution.lots();
        for (int i = 0; i < lots.length; i++) {
            places[lots[i]] = i;
        }
        lines =
                Arrays.stream(ledger.lines())
                        .filter(line -> ledger.type(line) == FlowType.EXPORT)
                        .toArray();
        reoKg = Arrays.stream(lines).mapToDouble(ledger::reoKg).toArray();
        tracedKg = Arrays.stream(lines).mapToDouble(this::tracedKgOf).toArray();
    }

    /// Follows every export. O(lines + attribution of exported lots).
    ///
    /// @param attribution of lots that include the exported ones; of others nothing is traced
    public static ExportTrace of(Ledger ledger, OriginShares attribution) {
        return new ExportTrace(ledger, attribution);
    }

    /// How many lines there are; the accessors take `0 <= i < size()`.
    public int size() {
        return lines.length;
    }

    /// Number of the flow line.
    public int line(int i) {
        return lines[i];
    }

    /// What a line exported, kg REO.
    public double reoKg(int i) {
        return reoKg[i];
    }

    /// The part of it that comes from declared origins, kg REO.
    public double tracedKg(int i) {
        return tracedKg[i];
    }

    /// What all lines exported, kg REO.
    public double reoKg() {
        return Arrays.stream(reoKg).sum();
    }

    /// The part of it that comes from declared origins, kg REO.
    public double tracedKg() {
        return Arrays.stream(tracedKg).sum();
    }

    /// What a line exported by the code of its origin, kg REO; what no attribution covers is
    /// missing.
    public Map<String, Double> reoKgByOrigin(int i) {
        Map<String, Double> byOrigin = new TreeMap<>();
        visit(
                lines[i],
                (origin, kg) ->
                        byOrigin.merge(attribution.origins().get(origin).code(), kg, Double::sum));
        return byOrigin;
    }

    /// The same of all lines together.
    public Map<String, Double> reoKgByOrigin() {
        Map<String, Double> byOrigin = new TreeMap<>();
        for (int i = 0; i < lines.length; i++) {
            reoKgByOrigin(i).forEach((origin, kg) -> byOrigin.merge(origin, kg, Double::sum));
        }
        return byOrigin;
    }

    private double tracedKgOf(int line) {
        double[] traced = {0};
        visit(
                line,
                (origin, kg) ->
                        traced[0] += attribution.origins().get(origin).isDeclared() ? kg : 0);
        return traced[0];
    }

    private interface Visitor {
        void visit(int origin, double reoKg);
    }

    private void visit(int line, Visitor visitor) {
        int place = places[ledger.flows().lot(line)];
        if (place == NONE) {
            return;
        }
        attribution.visit(
                place,
                (element, origin, _, share) -> {
                    double kg =
                            ledger.elementMg(line, element.ordinal())
                                    * element.oxideFactor()
                                    / Mass.MG_PER_KG;
                    visitor.visit(origin, kg * share);
                });
    }
}
