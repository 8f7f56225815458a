package org.ytterby.simulator;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ytterby.core.ledger.Activity;
import org.ytterby.formats.PackageWriter;
import org.ytterby.formats.RowSink;

/// Writes facilities and their permits, cell by cell.
final class FacilityTables {
    private static final String PERMITTED_FROM = "2015-01-01";
    private static final double DEGREES_AROUND = 1.2; // places scatter around their region
    private static final int CAPACITY_STEP_T = 100;
    private static final double KG_PER_T = 1000;

    private final RowSink facilities;
    private final RowSink permits;
    private final Map<String, NamedCsvRecord> regions = new HashMap<>();
    private final Map<String, NamedCsvRecord> rows = new HashMap<>();
    private final Codes codes;
    private final Streams streams;
    private final Assumptions assumptions;

    FacilityTables(PackageWriter out, Codes codes, Streams streams, Assumptions assumptions) {
        facilities =
                out.table(
                        "facilities",
                        "facility",
                        "party",
                        "name",
                        "stage",
                        "region",
                        "latitude",
                        "longitude",
                        "capacity_t_reo",
                        "deposit");
        permits = out.table("permits", "facility", "activity", "permit", "from", "until");
        this.codes = codes;
        this.streams = streams;
        this.assumptions = assumptions;
        Table.read("regions.csv").rows().forEach(row -> regions.put(row.getField("region"), row));
        Table.read("sites.csv").rows().forEach(row -> rows.put(row.getField("site"), row));
    }

    /// Writes the facilities of one cell once its year is over, when outputs are known.
    void write(List<Site> sites, boolean withPit) {
        for (Site site : sites) {
            if (!site.spec().isPit() || withPit) {
                facility(site);
                permit(site);
            }
        }
    }

    private void facility(Site site) {
        NamedCsvRecord row = rows.get(site.spec().id());
        NamedCsvRecord region = row == null ? null : regions.get(row.getField("region"));
        if (row == null || region == null) {
            throw new IllegalStateException("no region of " + site.id());
        }
        var draws = streams.named("place " + site.id());
        facilities.row(
                site.id(),
                codes.of(site.party()),
                row.getField("name_zh"),
                site.spec().stage(),
                region.getField("region"),
                Digits.fixed(around(region, "latitude", draws.nextDouble()), 4),
                Digits.fixed(around(region, "longitude", draws.nextDouble()), 4),
                site.outputReoKg() > 0 ? Digits.fixed(capacityT(site, assumptions), 0) : null,
                site.spec().deposit());
    }

    private static double around(NamedCsvRecord region, String column, double draw) {
        return Table.number(region, column) + DEGREES_AROUND * (2 * draw - 1);
    }

    /// Approved capacity of a plant whose year is over, t REO a year.
    static double capacityT(Site site, Assumptions assumptions) {
        double tonnes = site.outputReoKg() * (1 + assumptions.value("capacity_margin")) / KG_PER_T;
        return Math.ceil(tonnes / CAPACITY_STEP_T) * CAPACITY_STEP_T;
    }

    private void permit(Site site) {
        if (site.spec().isMine()) {
            permit(site, Activity.MINING);
        } else if (site.spec().isContinuous()) {
            permit(site, Activity.SMELTING_SEPARATION);
        } else if (site.spec().stage().equals("recycling")) {
            permit(site, Activity.RECYCLING);
        }
    }

    private void permit(Site site, Activity activity) {
        permits.row(site.id(), activity.code(), "PER-" + site.id(), PERMITTED_FROM, null);
    }
}
