package org.ytterby.formats.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ytterby.core.ledger.Methods;
import org.ytterby.core.material.OreType;
import org.ytterby.core.material.Product;
import org.ytterby.core.material.ProductStage;
import org.ytterby.formats.Wording;

/// Reads products and measurement methods.
final class CatalogueReader {
    private static final String MASS = "mass";

    private final PackageFiles files;
    private final Problems problems;
    private final Map<String, Integer> products = new HashMap<>();

    CatalogueReader(PackageFiles files, Problems problems) {
        this.files = files;
        this.problems = problems;
    }

    /// Position of each product id.
    Map<String, Integer> products() {
        return products;
    }

    List<Product> readProducts() {
        List<Product> rows = new ArrayList<>();
        Table table = new Table("products", files, problems);
        int id = table.field("product");
        int name = table.field("name");
        int nameZh = table.field("name_zh");
        int stage = table.field("stage");
        int ore = table.field("ore_type");
        int hs = table.field("hs_code");
        table.forEach(row -> {
            int s = row.word(stage);
            int o = row.word(ore);
            String code = row.customsCode(hs);
            Ids.checkNew(row, id, products);
            if (row.isGood()) {
                products.put(row.text(id), rows.size());
                rows.add(
                        new Product(
                                row.text(id),
                                row.text(name),
                                row.text(nameZh),
                                ProductStage.values()[s],
                                o < 0 ? null : OreType.values()[o],
                                code));
            }
        });
        return rows;
    }

    Methods readMethods() {
        Methods methods = new Methods();
        Table table = new Table("methods", files, problems);
        int id = table.field("method");
        int quantity = table.field("quantity");
        int element = table.field("element");
        int random = table.field("random_rel");
        int systematic = table.field("systematic_rel");
        table.forEach(row -> {
            row.word(quantity);
            int e = row.word(element);
            double r = relative(row, random);
            double s = relative(row, systematic);
            boolean weighs = row.text(quantity).strip().equals(MASS);
            if (row.isGood() && weighs && e >= 0) {
                row.bad(
                        element,
                        new Wording(
                                "a weighing is of the whole mass; leave the element empty",
                                "称量针对整体质量，元素应留空"));
            }
            if (!row.isGood()) {
                return;
            }
            boolean added =
                    weighs
                            ? methods.addWeighing(row.text(id), r, s)
                            : methods.addAssaying(row.text(id), e, r, s);
            if (!added) {
                Ids.reject(row, id);
            }
        });
        return methods;
    }

    private static double relative(Row row, int field) {
        double value = row.number(field, 0);
        if (value >= 1) {
            row.bad(
                    field,
                    new Wording(
                            "a relative standard uncertainty is a fraction below 1, such as 0.005 for"
                                    + " 0.5 %",
                            "相对标准不确定度为小于 1 的比值，如 0.5% 填 0.005"));
        }
        return value;
    }
}
