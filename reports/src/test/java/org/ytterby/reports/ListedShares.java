package org.ytterby.reports;

import java.util.List;
import org.ytterby.core.genealogy.Origin;
import org.ytterby.core.genealogy.OriginShare;
import org.ytterby.core.genealogy.OriginShares;

/// Shares that stand in a list.
record ListedShares(List<OriginShare> rows) implements OriginShares {
    @Override
    public int[] lots() {
        return rows.stream().mapToInt(OriginShare::lot).distinct().toArray();
    }

    @Override
    public List<Origin> origins() {
        return rows.stream().map(OriginShare::origin).distinct().toList();
    }

    @Override
    public void visit(int i, Visitor visitor) {
        int lot = lots()[i];
        for (OriginShare row : rows) {
            if (row.lot() == lot) {
                int origin = origins().indexOf(row.origin());
                visitor.visit(row.element(), origin, row.massKg(), row.share());
            }
        }
    }
}
