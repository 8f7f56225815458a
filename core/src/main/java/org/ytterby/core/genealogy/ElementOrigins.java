package org.ytterby.core.genealogy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.material.Element;
import org.ytterby.core.material.Mass;

/// Where a nation's stock and exports of one element came from, and the stocks of which most came
/// from nowhere.
///
/// @param rows by group
/// @param doubtful at most fifty, the most first
public record ElementOrigins(Element element, List<Row> rows, List<Doubtful> doubtful) {
    /// The most stocks that are named.
    private static final int DOUBTFUL_MAX = 50;

    public ElementOrigins {
        rows = List.copyOf(rows);
        doubtful = List.copyOf(doubtful);
    }

    /// @param stockKg of the element, in stock at the end of the books
    /// @param exportedKg of the element, over the whole of the books
    public record Row(OriginGroup group, double stockKg, double exportedKg) {}

    /// A lot in the stock of a facility.
    ///
    /// @param facility position in the registry
    /// @param stockKg of the element
    /// @param nowhereKg of it, undeclared or unaccounted for
    public record Doubtful(int lot, int facility, double stockKg, double nowhereKg) {}

    /// Adds up all lots. O(lines + edges · groups).
    static ElementOrigins of(Births births, GroupShares shares, EndStock atEnd, Element element) {
        List<OriginGroup> groups = shares.groups();
        double[] stock = new double[groups.size()];
        double[] exported = new double[groups.size()];
        List<Doubtful> doubtful = new ArrayList<>();
        for (LotStock held : LotStocks.of(births)) {
            double kg = atEnd.holds(held) ? stockKg(births, held, element) : 0;
            if (kg <= 0) {
                continue;
            }
            double nowhere = 0;
            for (int g = 0; g < stock.length; g++) {
                double part = kg * shares.share(held.lot(), g);
                stock[g] += part;
                nowhere += groups.get(g).isDeclared() ? 0 : part;
            }
            if (nowhere > 0) {
                doubtful.add(new Doubtful(held.lot(), held.facility(), kg, nowhere));
            }
        }
        addExports(births.ledger(), shares, element, exported);
        doubtful.sort(
                Comparator.comparingDouble(Doubtful::nowhereKg)
                        .reversed()
                        .thenComparingInt(Doubtful::lot)
                        .thenComparingInt(Doubtful::facility));
        return new ElementOrigins(
                element,
                IntStream.range(0, groups.size())
                        .filter(g -> stock[g] > 0 || exported[g] > 0)
                        .mapToObj(g -> new Row(groups.get(g), stock[g], exported[g]))
                        .toList(),
                doubtful.stream().limit(DOUBTFUL_MAX).toList());
    }

    /// What is left of a lot holds as much of the element as what it was made with.
    private static double stockKg(Births births, LotStock held, Element element) {
        long madeMg = births.madeDryMg(held.lot());
        return madeMg == 0
                ? 0
                : (double) births.madeMg(held.lot(), element.ordinal())
                        / madeMg
                        * held.remainingMg()
                        / Mass.MG_PER_KG;
    }

    private static void addExports(
            Ledger ledger, GroupShares shares, Element element, double[] exported) {
        for (int line : ledger.lines()) {
            if (ledger.type(line) != FlowType.EXPORT) {
                continue;
            }
            double kg = ledger.elementMg(line, element.ordinal()) / Mass.MG_PER_KG;
            int lot = ledger.flows().lot(line);
            for (int g = 0; kg > 0 && g < exported.length; g++) {
                exported[g] += kg * shares.share(lot, g);
            }
        }
    }
}
