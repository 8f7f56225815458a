package org.ytterby.core.genealogy;

import java.util.Arrays;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.Groups;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.LedgerTime;

/// Which lots are in stock at the end of the books. Immutable.
public final class EndStock {
    private final Ledger ledger;
    private final long[] lastStocktakes;

    public EndStock(Ledger ledger) {
        this.ledger = ledger;
        lastStocktakes = new long[ledger.registry().facilities().size()];
        Arrays.fill(lastStocktakes, LedgerTime.BEGINNING);
        for (int r : ledger.records()) {
            if (ledger.flows().type(r) == FlowType.STOCKTAKE) {
                lastStocktakes[ledger.flows().facility(r)] = ledger.flows().timeMicros(r);
            }
        }
    }

    /// Whether a lot is in stock at the end: counted in its facility's last stocktake or come in
    /// since, or never counted there and not used up. O(lines of the lot).
    public boolean holds(LotStock stock) {
        if (stock.remainingMg() <= 0) {
            return false;
        }
        Groups lines = ledger.linesByLot();
        for (int i = 0; i < lines.size(stock.lot()); i++) {
            int line = lines.get(stock.lot(), i);
            int facility = ledger.flows().facility(ledger.flows().record(line));
            if (facility == stock.facility()
                    && ledger.timeMicros(line) >= lastStocktakes[facility]) {
                return true;
            }
        }
        return false;
    }
}
