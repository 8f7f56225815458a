package org.ytterby.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ytterby.core.material.OreType;

/// The template of the nation: everything that does not depend on the seed.
final class Catalogue {
    private final Facts facts = new Facts();
    private final Assumptions assumptions = new Assumptions();
    private final Map<String, ProductSpec> products = new LinkedHashMap<>();
    private final Map<String, Slate> slates = new HashMap<>();
    private final Map<String, Recipe> recipes = new HashMap<>();
    private final Map<String, Ore> ores = new LinkedHashMap<>();
    private final List<SiteSpec> sites = new ArrayList<>();
    private final Map<String, Map<String, Double>> sales = new HashMap<>();

    Catalogue() {
        for (var row : Table.read("products.csv").rows()) {
            products.put(row.getField("product"), ProductSpec.of(row));
        }
        Table slateRows = Table.read("slates.csv");
        slateRows.rows().stream()
                .map(row -> row.getField("slate"))
                .distinct()
                .forEach(slate ->
                        slates.put(
                                slate,
                                Slate.of(
                                        slateRows.rows().stream()
                                                .filter(row -> row.getField("slate").equals(slate))
                                                .toList(),
                                        this)));
        for (var row : Table.read("recipes.csv").rows()) {
            recipes.put(row.getField("role"), Recipe.of(row, this));
        }
        for (var row : Table.read("deposits.csv").rows()) {
            ores.put(
                    row.getField("deposit"),
                    new Ore(
                            row.getField("deposit"),
                            OreType.valueOf(row.getField("ore_type").toUpperCase(Locale.ROOT)),
                            facts.distribution(row.getField("distribution")),
                            Table.number(row, "spread"),
                            product(row.getField("product"))));
        }
        for (var row : Table.read("sites.csv").rows()) {
            sites.add(SiteSpec.of(row));
        }
        for (var row : Table.read("sales.csv").rows()) {
            sales.computeIfAbsent(row.getField("product"), key -> new LinkedHashMap<>())
                    .put(row.getField("buyer"), Table.number(row, "weight"));
        }
    }

    Facts facts() {
        return facts;
    }

    Assumptions assumptions() {
        return assumptions;
    }

    ProductSpec product(String id) {
        return known(products, id);
    }

    Slate slate(String id) {
        return known(slates, id);
    }

    /// What plants of a role do.
    Recipe recipe(String role) {
        return known(recipes, role);
    }

    Ore ore(String deposit) {
        return known(ores, deposit);
    }

    /// All deposits, foreign ones as well.
    List<Ore> ores() {
        return List.copyOf(ores.values());
    }

    List<SiteSpec> sites() {
        return List.copyOf(sites);
    }

    /// Roles that buy a product with their weights, `export` among them; empty for what is not
    /// sold.
    Map<String, Double> buyers(String product) {
        return sales.getOrDefault(product, Map.of());
    }

    /// A yield given as a number, or as steps of the facts that follow each other, parted by `*`.
    double recovery(String text) {
        if (Character.isDigit(text.charAt(0))) {
            return Double.parseDouble(text);
        }
        double product = 1;
        for (String step : List.of(text.split("\\*", -1))) {
            product *= facts.recovery(step, assumptions.value("yield_gap_share"));
        }
        return product;
    }

    Slate.Leak leak() {
        return new Slate.Leak(assumptions.value("leak"), assumptions.value("leak_share_min"));
    }

    private static <T> T known(Map<String, T> map, String id) {
        T value = map.get(id);
        if (value == null) {
            throw new IllegalStateException("the catalogue has no " + id);
        }
        return value;
    }
}
