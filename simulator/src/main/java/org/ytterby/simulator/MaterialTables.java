package org.ytterby.simulator;

import org.jspecify.annotations.Nullable;
import org.ytterby.core.material.Element;
import org.ytterby.formats.PackageWriter;
import org.ytterby.formats.RowSink;

/// Writes products, methods and deposits.
final class MaterialTables {
    private static final int DEPOSIT_LEADING_COLUMNS = 3;

    private MaterialTables() {}

    static void write(PackageWriter out, Catalogue catalogue) {
        String[] columns = {"product", "name", "name_zh", "stage", "ore_type", "hs_code"};
        copy(out.table("products", columns), "products.csv", columns);
        String[] measured = {"method", "quantity", "element", "random_rel", "systematic_rel"};
        copy(out.table("methods", measured), "methods.csv", measured);
        writeDeposits(out, catalogue);
    }

    private static void copy(RowSink rows, String resource, String... columns) {
        for (var row : Table.read(resource).rows()) {
            String[] cells = new String[columns.length];
            for (int i = 0; i < columns.length; i++) {
                cells[i] = row.getField(columns[i]);
            }
            rows.row(cells);
        }
    }

    private static void writeDeposits(PackageWriter out, Catalogue catalogue) {
        String[] columns = new String[DEPOSIT_LEADING_COLUMNS + Element.COUNT + 1];
        columns[0] = "deposit";
        columns[1] = "name";
        columns[2] = "ore_type";
        for (Element e : Element.ALL) {
            columns[DEPOSIT_LEADING_COLUMNS + e.ordinal()] = e.name();
        }
        columns[columns.length - 1] = "spread";
        RowSink rows = out.table("deposits", columns);
        for (var row : Table.read("deposits.csv").rows()) {
            Ore ore = catalogue.ore(row.getField("deposit"));
            @Nullable String[] cells = new String[columns.length];
            cells[0] = ore.id();
            cells[1] = row.getField("name");
            cells[2] = ore.type().code();
            for (Element e : Element.ALL) {
                cells[DEPOSIT_LEADING_COLUMNS + e.ordinal()] =
                        Digits.significant(ore.composition().share(e));
            }
            cells[columns.length - 1] = Digits.significant(ore.spread());
            rows.row(cells);
        }
    }
}
