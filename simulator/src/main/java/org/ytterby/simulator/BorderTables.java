package org.ytterby.simulator;

import java.util.Optional;
import org.ytterby.formats.PackageWriter;
import org.ytterby.formats.RowSink;

/// Writes licences and mirror statistics, with the offences at the border that are planted.
final class BorderTables {
    /// What leaves without papers, and to where: a country that buys no metal officially.
    private static final String METAL = "prnd-metal";

    private static final String METAL_HEADING = "280530";
    private static final String COUNTRY = "XD";
    private static final int MONTHS = 12;
    private static final double KG_PER_T = 1000;

    private final World world;

    BorderTables(World world) {
        this.world = world;
    }

    void write(PackageWriter out) {
        RowSink licences =
                out.table(
                        "licences",
                        "licence",
                        "exporter",
                        "consignee",
                        "end_user",
                        "destination",
                        "product",
                        "mass_kg",
                        "valid_from",
                        "valid_until");
        Optional<Customs.Licence> exceeded =
                world.plot().plants(Scenario.OVER_LICENCE_EXPORT)
                        ? world.customs().largest(METAL)
                        : Optional.empty();
        double excess = world.plot().size(Scenario.OVER_LICENCE_EXPORT);
        exceeded.ifPresent(licence -> reportExceeded(licence, excess));
        world.customs()
                .writeLicences(licences, exceeded.map(Customs.Licence::id).orElse(""), excess);
        RowSink mirrors =
                out.table("partner_imports", "country", "year", "month", "hs_code", "mass_kg");
        world.customs().writeMirrors(mirrors, world.streams());
        if (world.plot().plants(Scenario.UNDECLARED_EXPORT)) {
            writeUndeclared(mirrors);
        }
    }

    private void reportExceeded(Customs.Licence licence, double excess) {
        double kg = licence.exportedKg() * excess;
        world.plot()
                .truth(Scenario.OVER_LICENCE_EXPORT)
                .licence(licence.id())
                .month(0)
                .month(MONTHS - 1)
                .detail("product", licence.product())
                .detail("mass_kg", Digits.rounded(kg, 3));
    }

    private void writeUndeclared(RowSink mirrors) {
        double kg = world.plot().size(Scenario.UNDECLARED_EXPORT) * KG_PER_T;
        for (int month = 1; month <= MONTHS; month++) {
            mirrors.row(
                    COUNTRY,
                    Integer.toString(world.time().year()),
                    Integer.toString(month),
                    METAL_HEADING,
                    Digits.fixed(kg / MONTHS, 0));
        }
        world.plot()
                .truth(Scenario.UNDECLARED_EXPORT)
                .month(0)
                .month(MONTHS - 1)
                .detail("product", METAL)
                .detail("country", COUNTRY)
                .detail("hs_code", METAL_HEADING)
                .detail("mass_kg", kg);
    }
}
