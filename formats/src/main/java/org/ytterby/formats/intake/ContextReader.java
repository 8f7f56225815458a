package org.ytterby.formats.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ytterby.core.ledger.Deposit;
import org.ytterby.core.ledger.PartnerImport;
import org.ytterby.core.material.Composition;
import org.ytterby.core.material.Element;
import org.ytterby.core.material.OreType;
import org.ytterby.formats.Wording;

/// Reads what is known from outside: deposits and the import statistics of partner countries.
final class ContextReader {
    private final PackageFiles files;
    private final Problems problems;
    private final Map<String, Integer> deposits = new HashMap<>();

    ContextReader(PackageFiles files, Problems problems) {
        this.files = files;
        this.problems = problems;
    }

    /// Position of each deposit id.
    Map<String, Integer> deposits() {
        return deposits;
    }

    List<Deposit> readDeposits() {
        List<Deposit> rows = new ArrayList<>();
        Table table = new Table("deposits", files, problems);
        int id = table.field("deposit");
        int name = table.field("name");
        int ore = table.field("ore_type");
        int spread = table.field("spread");
        table.forEach(row -> {
            int o = row.word(ore);
            double s = row.number(spread, Deposit.SPREAD_DEFAULT);
            double[] parts = new double[Element.COUNT];
            double sum = 0;
            for (Element e : Element.ALL) {
                parts[e.ordinal()] = row.number(table.field(e.name()), 0);
                sum += parts[e.ordinal()];
            }
            Ids.checkNew(row, id, deposits);
            if (row.isGood() && !(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
                row.bad(
                        id,
                        new Wording(
                                "the elements sum to " + sum + "; at least one must be above 0",
                                "各元素合计 " + sum + "，至少有一种须大于 0"));
            }
            if (row.isGood()) {
                deposits.put(row.text(id), rows.size());
                rows.add(
                        new Deposit(
                                row.text(id),
                                row.text(name),
                                o < 0 ? null : OreType.values()[o],
                                Composition.closing(parts),
                                s));
            }
        });
        return rows;
    }

    List<PartnerImport> readPartnerImports() {
        List<PartnerImport> rows = new ArrayList<>();
        Table table = new Table("partner_imports", files, problems);
        int country = table.field("country");
        int year = table.field("year");
        int month = table.field("month");
        int hs = table.field("hs_code");
        int mass = table.field("mass_kg");
        table.forEach(row -> {
            String c = row.country(country);
            int y = row.year(year);
            int m = row.whole(month, 0);
            String code = row.customsCode(hs);
            long mg = row.massMg(mass);
            if (row.isGood()) {
                rows.add(new PartnerImport(c, y, m, code, mg));
            }
        });
        return rows;
    }
}
