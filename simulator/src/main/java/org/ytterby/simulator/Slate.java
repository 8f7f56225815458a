package org.ytterby.simulator;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.List;
import org.ytterby.core.material.Element;

/// The products that a plant makes side by side, and which element goes into which.
final class Slate {
    private final List<ProductSpec> products;
    private final int[] productOf;

    private Slate(List<ProductSpec> products, int[] productOf) {
        this.products = List.copyOf(products);
        this.productOf = productOf;
    }

    List<ProductSpec> products() {
        return products;
    }

    static Slate of(List<NamedCsvRecord> rows, Catalogue catalogue) {
        List<ProductSpec> products = new ArrayList<>();
        int[] productOf = new int[Element.COUNT];
        for (NamedCsvRecord row : rows) {
            for (String symbol : row.getField("elements").split(" ", -1)) {
                productOf[Element.valueOf(symbol).ordinal()] = products.size();
            }
            products.add(catalogue.product(row.getField("product")));
        }
        return new Slate(products, productOf);
    }

    /// Parts a feed completely: each element goes to its product, but a little of every major
    /// element strays into all products in proportion to their size.
    List<double[]> part(double[] feed, Leak leak) {
        double total = Amounts.total(feed);
        double[] size = new double[products.size()];
        for (int e = 0; e < feed.length; e++) {
            size[productOf[e]] += feed[e] / total;
        }
        List<double[]> parts = new ArrayList<>();
        for (int p = 0; p < size.length; p++) {
            double[] part = Amounts.none();
            for (int e = 0; e < feed.length; e++) {
                double astray = feed[e] >= leak.shareMin() * total ? leak.part() : 0;
                part[e] = feed[e] * ((productOf[e] == p ? 1 - astray : 0) + astray * size[p]);
            }
            parts.add(part);
        }
        return parts;
    }

    /// How much strays, and from which share of the feed upwards.
    record Leak(double part, double shareMin) {}
}
