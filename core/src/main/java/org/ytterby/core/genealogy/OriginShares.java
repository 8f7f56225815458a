package org.ytterby.core.genealogy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.ytterby.core.material.Element;

/// Shares of lots in origins, lot by lot; rows are made as they are asked for, because there may be
/// millions.
public interface OriginShares extends Iterable<OriginShare> {
    /// Numbers of the lots, in the order of the rows.
    int[] lots();

    /// The origins that rows may name.
    List<Origin> origins();

    /// Calls back for every row of the `i`-th lot, by element and code of origin. Safe to call from
    /// several threads.
    void visit(int i, Visitor visitor);

    /// Hears of the rows of one lot, without an object a row.
    interface Visitor {
        /// @param origin position in [#origins]
        /// @param massKg share times the element mass made, kg
        /// @param share `0..1`
        void visit(Element element, int origin, double massKg, double share);
    }

    /// All rows, by the order of lots, element and code of origin.
    @Override
    default Iterator<OriginShare> iterator() {
        int[] lots = lots();
        List<Origin> origins = origins();
        return IntStream.range(0, lots.length)
                .boxed()
                .flatMap(i -> {
                    List<OriginShare> rows = new ArrayList<>();
                    visit(
                            i,
                            (element, origin, massKg, share) ->
                                    rows.add(
                                            new OriginShare(
                                                    lots[i],
                                                    element,
                                                    origins.get(origin),
                                                    massKg,
                                                    share)));
                    return rows.stream();
                })
                .iterator();
    }
}
