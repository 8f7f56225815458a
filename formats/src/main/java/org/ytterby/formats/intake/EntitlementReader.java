package org.ytterby.formats.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ytterby.core.ledger.ControlPlan;
import org.ytterby.core.ledger.Licence;
import org.ytterby.core.ledger.PlanKind;
import org.ytterby.core.ledger.Span;
import org.ytterby.core.material.Mass;
import org.ytterby.core.material.OreType;

/// Reads control plans and export licences.
final class EntitlementReader {
    private final PackageFiles files;
    private final Problems problems;
    private final Map<String, Integer> parties;

    EntitlementReader(PackageFiles files, Problems problems, Map<String, Integer> parties) {
        this.files = files;
        this.problems = problems;
        this.parties = parties;
    }

    List<ControlPlan> readPlans() {
        List<ControlPlan> rows = new ArrayList<>();
        Set<List<String>> known = new HashSet<>();
        Table table = new Table("plans", files, problems);
        int id = table.field("plan");
        int year = table.field("year");
        int batch = table.field("batch");
        int kind = table.field("kind");
        int ore = table.field("ore_type");
        int holder = table.field("holder");
        int tonnes = table.field("tonnes_reo");
        int issued = table.field("issued_on");
        int revoked = table.field("revoked_on");
        table.forEach(row -> {
            int y = row.year(year);
            int k = row.word(kind);
            int o = row.word(ore);
            int h = row.reference(holder, parties, "parties");
            double t = row.number(tonnes, 0);
            row.day(issued, false, 0);
            row.day(revoked, true, 0);
            List<String> key =
                    List.of(
                            row.text(id),
                            row.text(year),
                            row.text(batch),
                            row.text(kind),
                            row.text(ore),
                            row.text(holder));
            if (row.isGood() && !known.add(key)) {
                Ids.reject(row, id);
            }
            if (row.isGood()) {
                rows.add(
                        new ControlPlan(
                                row.text(id),
                                y,
                                row.text(batch),
                                PlanKind.values()[k],
                                o < 0 ? null : OreType.values()[o],
                                h,
                                t * Mass.KG_PER_T,
                                !row.isAbsent(revoked)));
            }
        });
        return rows;
    }

    List<Licence> readLicences(Map<String, Integer> products) {
        List<Licence> rows = new ArrayList<>();
        Map<String, Integer> known = new HashMap<>();
        Table table = new Table("licences", files, problems);
        int id = table.field("licence");
        int exporter = table.field("exporter");
        int consignee = table.field("consignee");
        int endUser = table.field("end_user");
        int destination = table.field("destination");
        int product = table.field("product");
        int mass = table.field("mass_kg");
        int from = table.field("valid_from");
        int until = table.field("valid_until");
        table.forEach(row -> {
            int e = row.reference(exporter, parties, "parties");
            int c = row.reference(consignee, parties, "parties");
            String to = row.country(destination);
            int p = row.reference(product, products, "products");
            long mg = row.massMg(mass);
            Span span = Spans.read(row, from, until);
            Ids.checkNew(row, id, known);
            if (row.isGood()) {
                known.put(row.text(id), rows.size());
                rows.add(new Licence(row.text(id), e, c, row.text(endUser), to, p, mg, span));
            }
        });
        return rows;
    }
}
