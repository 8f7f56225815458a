package org.ytterby.core.balance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ytterby.core.ledger.AssayTable;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.Methods;
import org.ytterby.core.material.Element;
import org.ytterby.core.material.Product;
import org.ytterby.core.material.ProductStage;

/// How much of the doubt about a facility comes from one way of measuring: what is worth measuring
/// again.
///
/// @param kind weighing or assaying
/// @param method its name
/// @param stage of the products that were measured so
/// @param share of the variance of the sum of all differences, `0..1`
public record VarianceShare(Kind kind, String method, ProductStage stage, double share) {
    /// What is measured.
    public enum Kind {
        WEIGHING,
        ASSAYING
    }

    /// The shares of one element in a facility, the largest first; their sum is 1. Stocks between
    /// two periods cancel and have none. Empty where nothing is uncertain.
    ///
    /// An error that lines of several stages share is divided among these by what each adds to it.
    public static List<VarianceShare> of(FacilityBalance balance, Element element) {
        return new Sum(balance.book(), element.ordinal()).shares();
    }

    /// Who measured what, and how.
    private record Way(Kind kind, int method, int stage) {}

    /// Part of an error that is shared: the sum of its lines, and how much of it each way has.
    private static final class Shared {
        private double sum;
        private final Map<Way, Double> parts = new HashMap<>();

        void add(Way way, double error) {
            sum += error;
            parts.merge(way, error, Double::sum);
        }
    }

    /// Variances by way, kg².
    private static final class Sum {
        private final FacilityBook book;
        private final int element;
        private final FlowTable flows;
        private final AssayTable assays;
        private final List<Product> products;
        private final Map<Way, Double> variances = new HashMap<>();
        private final Map<Object, Shared> shared = new HashMap<>();

        /// Names an error that lines share.
        private record Group(String kind, int number) {}

        Sum(FacilityBook book, int element) {
            this.book = book;
            this.element = element;
            Ledger ledger = book.ledger();
            flows = ledger.flows();
            assays = ledger.declarations().assays();
            products = ledger.declarations().products();
            for (int i = 0; i < book.line.length; i++) {
                double kg = total(i);
                if (kg != 0) {
                    add(i, kg);
                }
            }
            for (Shared error : shared.values()) {
                error.parts.forEach(
                        (way, part) -> variances.merge(way, part * error.sum, Double::sum));
            }
        }

        /// What an entry adds to the sum of all differences, kg.
        private double total(int entry) {
            double[] sum = new double[1];
            book.spread(entry, book.kg[entry][element], new int[book.periodCount()], 0, sum);
            return sum[0];
        }

        private void add(int entry, double kg) {
            ErrorModel model = book.model();
            int line = book.line[entry];
            int assay = book.ledger().assay(line);
            int stage = products.get(flows.product(line)).stage().ordinal();
            Way weighing = new Way(Kind.WEIGHING, flows.method(line), stage);
            Way assaying = new Way(Kind.ASSAYING, assays.method(assay), stage);
            double once = model.weighingRandom(line) * kg;
            variances.merge(weighing, once * once, Double::sum);
            share("scale", book.scale(entry), weighing, model.weighingSystematic(line) * kg);
            share("assay", assay, assaying, model.assayRandom(line, element) * kg);
            share(
                    "laboratory",
                    book.laboratory(entry),
                    assaying,
                    model.assaySystematic(line, element) * kg);
        }

        private void share(String kind, int number, Way way, double error) {
            shared.computeIfAbsent(new Group(kind, number), _ -> new Shared()).add(way, error);
        }

        List<VarianceShare> shares() {
            double all = variances.values().stream().mapToDouble(v -> v).sum();
            List<VarianceShare> shares = new ArrayList<>();
            if (all > 0) {
                Methods methods = book.ledger().declarations().methods();
                variances.forEach((way, variance) ->
                        shares.add(
                                new VarianceShare(
                                        way.kind,
                                        methods.name(way.method),
                                        ProductStage.values()[way.stage],
                                        variance / all)));
            }
            shares.sort(
                    Comparator.comparingDouble(VarianceShare::share)
                            .reversed()
                            .thenComparing(VarianceShare::kind)
                            .thenComparing(VarianceShare::method)
                            .thenComparing(VarianceShare::stage));
            return List.copyOf(shares);
        }
    }
}
