package org.ytterby.simulator;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.ytterby.formats.PackageWriter;
import org.ytterby.formats.RowSink;

/// Writes what plants tell of their surroundings every month, the register of capacity, the
/// reserves of mines and the movements of the state stockpile.
///
/// What is used per tonne follows the output that is planned, so that it can be held against it.
final class StewardshipTables {
    private static final int MONTHS = 12;
    private static final int CLERK = 10 * YearTime.HOUR;
    private static final int DAYS_BEFORE = 6;
    private static final int STANDARD_SINCE = 2020;
    private static final double KG_PER_T = 1000;
    private static final String REGISTERED_FROM = "2015-01-01";

    private final World world;
    private final RowSink returns;
    private final RowSink capacities;
    private final RowSink reserves;
    private final Map<String, NamedCsvRecord> plants = new HashMap<>();
    private final Map<String, List<NamedCsvRecord>> indicators = new HashMap<>();

    StewardshipTables(PackageWriter out, World world) {
        this.world = world;
        returns =
                out.table(
                        "environmental_returns",
                        "facility",
                        "month",
                        "indicator",
                        "value",
                        "entered");
        capacities =
                out.table(
                        "capacities",
                        "facility",
                        "kinds",
                        "approved_t",
                        "installed_t",
                        "technology_class",
                        "processes",
                        "from",
                        "clause");
        reserves =
                out.table(
                        "reserves",
                        "facility",
                        "reported_on",
                        "standard",
                        "proven_t_reo",
                        "resources_t_reo",
                        "mining_recovery",
                        "document");
        for (NamedCsvRecord row : Table.read("plants.csv").rows()) {
            plants.put(row.getField("site"), row);
        }
        for (NamedCsvRecord row : Table.read("returns.csv").rows()) {
            indicators.computeIfAbsent(row.getField("plant"), _ -> new ArrayList<>()).add(row);
        }
    }

    /// Writes those of one cell once its year is over, when outputs are known.
    void write(List<Site> sites) {
        for (Site site : sites) {
            NamedCsvRecord plant = plants.get(site.spec().id());
            if (plant != null) {
                capacity(site, plant);
                if (site.spec().isMine()) {
                    reserve(site, plant);
                }
                for (int month = 0; month < MONTHS; month++) {
                    month(site, plant, month);
                }
            }
        }
    }

    private void capacity(Site site, NamedCsvRecord plant) {
        double approved = FacilityTables.capacityT(site, world.assumptions());
        double less =
                world.assumptions().value("installed_margin")
                        * world.streams().named("installed " + site.id()).nextDouble();
        capacities.row(
                site.id(),
                plant.getField("kinds"),
                Digits.fixed(approved, 0),
                Digits.fixed(approved * (1 - less), 0),
                plant.getField("technology_class"),
                blankless(plant.getField("processes")),
                REGISTERED_FROM,
                "REG-" + site.id());
    }

    private static @Nullable String blankless(String text) {
        return text.isEmpty() ? null : text;
    }

    private void reserve(Site site, NamedCsvRecord plant) {
        int before = world.time().year() - 1;
        double recovery = level(plant, "mining_recovery");
        double proven =
                site.outputReoKg()
                        / KG_PER_T
                        / recovery
                        * Table.number(plant, "reserve_years")
                        * factor(world.streams().named("reserves " + site.id()));
        reserves.row(
                site.id(),
                before + "-12-31",
                before >= STANDARD_SINCE ? "GB/T 17766-2020" : "GB/T 17766-1999",
                Digits.fixed(proven, 0),
                Digits.fixed(proven * world.assumptions().value("resources_of_reserves"), 0),
                Digits.fixed(recovery, 3),
                "RES-" + site.id());
    }

    private double level(NamedCsvRecord plant, String indicator) {
        return indicators.getOrDefault(plant.getField("plant"), List.of()).stream()
                .filter(row -> row.getField("indicator").equals(indicator))
                .mapToDouble(row -> Table.number(row, "value"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("returns.csv has no " + indicator));
    }

    private double factor(SplittableRandom draws) {
        return StrictMath.exp(world.assumptions().value("plant_spread") * draws.nextGaussian());
    }

    /// A return, unless nobody handed one in.
    private void month(Site site, NamedCsvRecord plant, int month) {
        SplittableRandom draws = world.streams().named("return " + site.id(), month);
        double luck = draws.nextDouble();
        double missing = world.assumptions().value("return_missing");
        double late = world.assumptions().value("return_late");
        int days = 1 + draws.nextInt(DAYS_BEFORE);
        if (luck < missing || site.outputReoKg(month) <= 0) {
            return;
        }
        int deadline = world.time().deadline(month) / YearTime.DAY * YearTime.DAY;
        int day = luck < missing + late ? days : -days;
        String entered = world.time().text(deadline + day * YearTime.DAY + CLERK);
        double size = factor(world.streams().named("plant " + site.id()));
        for (NamedCsvRecord row : indicators.getOrDefault(plant.getField("plant"), List.of())) {
            double spread = Table.number(row, "spread") * draws.nextGaussian();
            returns.row(
                    site.id(),
                    "%d-%02d".formatted(world.time().year(), month + 1),
                    row.getField("indicator"),
                    Digits.fixed(
                            value(site, plant, row, new Draw(month, size, spread)),
                            (int) Table.number(row, "digits")),
                    entered);
        }
    }

    /// What chance says of one figure.
    private record Draw(int month, double size, double spread) {}

    private double value(Site site, NamedCsvRecord plant, NamedCsvRecord row, Draw draw) {
        double value = Table.number(row, "value");
        String indicator = row.getField("indicator");
        double wobble = StrictMath.exp(draw.spread);
        return switch (row.getField("basis")) {
            case "per_tonne" ->
                    value
                            * (indicator.equals("reserves_used") ? 1 : draw.size)
                            * (indicator.startsWith("recovered_")
                                    ? Table.number(plant, "recovered")
                                    : 1)
                            * wobble
                            * site.outputReoKg(draw.month)
                            / KG_PER_T;
            case "level" ->
                    value
                            * (indicator.equals("ammonia_nitrogen")
                                    ? Table.number(plant, "ammonia")
                                    : 1)
                            * wobble;
            case "yield" ->
                    Math.min(
                            1,
                            world.catalogue().recipe(site.spec().role()).yield()
                                    + value
                                    + draw.spread);
            default -> throw new IllegalStateException("no basis " + row.getField("basis"));
        };
    }

    /// Movements of the state stockpile.
    static void writeStockpile(PackageWriter out, YearTime time) {
        RowSink rows =
                out.table(
                        "stockpile",
                        "movement",
                        "day",
                        "direction",
                        "product",
                        "tonnes_reo",
                        "document");
        for (NamedCsvRecord row : Table.read("stockpile.csv").rows()) {
            String id = "%d-%s".formatted(time.year(), row.getField("movement"));
            rows.row(
                    "STK-" + id,
                    time.date(time.at((int) Table.number(row, "month"), 15, 0)),
                    row.getField("direction"),
                    row.getField("product"),
                    row.getField("tonnes_reo"),
                    "ST-" + id);
        }
    }
}
