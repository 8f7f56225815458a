package org.ytterby.server.desk.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ytterby.core.genealogy.LotStock;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.material.Mass;
import org.ytterby.core.material.Product;
import org.ytterby.core.supervision.Reconciliation;
import org.ytterby.server.analysis.Scope;
import org.ytterby.server.web.Language;

/// What is left of a product in a facility, by the books.
///
/// @param lots how many lots it is in
/// @param largest id of the largest of them
public record Stock(String facility, String product, String remaining, int lots, String largest) {
    private record Key(int facility, int product) {}

    /// What the reader's organisation has in stock, most first.
    static List<Stock> of(Reconciliation answer, Scope scope, Language language) {
        Ledger ledger = answer.ledger();
        Map<Key, List<LotStock>> byProduct =
                new TreeMap<>(
                        Comparator.comparingInt(Key::facility).thenComparingInt(Key::product));
        for (LotStock stock : answer.lots()) {
            if (stock.remainingMg() > 0
                    && scope.seesFacility(ledger.registry(), stock.facility())) {
                byProduct
                        .computeIfAbsent(
                                new Key(stock.facility(), stock.product()), _ -> new ArrayList<>())
                        .add(stock);
            }
        }
        return byProduct.entrySet().stream()
                .sorted(Comparator.comparingLong(e -> -sumMg(e.getValue())))
                .map(e -> of(ledger, e.getKey(), e.getValue(), language))
                .toList();
    }

    private static long sumMg(List<LotStock> stocks) {
        return stocks.stream().mapToLong(LotStock::remainingMg).sum();
    }

    private static Stock of(Ledger ledger, Key key, List<LotStock> stocks, Language language) {
        Product product = ledger.declarations().products().get(key.product());
        LotStock largest =
                stocks.stream()
                        .max(Comparator.comparingLong(LotStock::remainingMg))
                        .orElse(stocks.getFirst());
        return new Stock(
                ledger.registry().facility(key.facility()).id(),
                language.pick(
                        product.name(),
                        product.nameZh().isEmpty() ? product.name() : product.nameZh()),
                language.mass(sumMg(stocks) / Mass.MG_PER_KG),
                stocks.size(),
                ledger.flows().lotId(largest.lot()));
    }
}
