package org.ytterby.simulator;

import java.util.List;
import java.util.SplittableRandom;
import org.ytterby.core.ledger.Direction;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.material.Element;

/// What comes from beyond the chain: imported concentrate and end-of-life magnets from scrap yards.
final class Supplies {
    private static final String IMPORT_COUNTRY =
            "XM"; // a user-assigned code of ISO 3166-1: nobody is accused
    private static final String IMPORTED = "monazite-import";
    private static final int FIRST_DAY = 3;
    private static final int DAYS = 18;
    private static final int NOON = 12 * YearTime.HOUR;

    private final World world;
    private final Workshop workshop;
    private final Ground ground;
    private final Scale scale;
    private final List<Site> yards;
    private final double[] oldMagnets = Amounts.none();

    Supplies(World world, Workshop workshop, Ground ground, Scale scale, List<Site> sites) {
        this.world = world;
        this.workshop = workshop;
        this.ground = ground;
        this.scale = scale;
        yards = sites.stream().filter(site -> site.spec().role().equals("outside-scrap")).toList();
        for (var row : Table.read("old_magnets.csv").rows()) {
            oldMagnets[Element.valueOf(row.getField("element")).ordinal()] =
                    Table.number(row, "share");
        }
    }

    /// A month's imports of one separation plant.
    void imports(Site plant, int month, double reoKg) {
        Ore ore = world.catalogue().ore(IMPORTED);
        SplittableRandom noise = world.streams().named("import " + plant.id(), month);
        for (int i = 1; i <= scale.lots(); i++) {
            int minute = minute(month, noise);
            Parcel parcel =
                    workshop.make(
                            ore.product(),
                            ground.dug(ore, reoKg / scale.lots(), noise),
                            new Workshop.Batch(plant, month, Integer.toString(i), minute),
                            noise);
            String record =
                    world.flows()
                            .begin(
                                    plant,
                                    month,
                                    new FlowLog.Head(plant, FlowType.IMPORT, minute, noise),
                                    false);
            world.flows()
                    .onlyLine(
                            Direction.IN,
                            parcel,
                            new Deal(IMPORT_COUNTRY, null, "CUS-" + record, 0));
            plant.incoming.add(parcel);
        }
    }

    /// A month's end-of-life magnets of one recycler, from the yards in turn.
    void oldMagnets(Site recycler, int month, double reoKg) {
        ProductSpec product = world.catalogue().product("old-magnets");
        SplittableRandom noise = world.streams().named("old magnets " + recycler.id(), month);
        double perLot = reoKg / scale.lots() / Amounts.reo(oldMagnets);
        for (int i = 1; i <= scale.lots(); i++) {
            Site yard = yards.get(Math.floorMod(month + i, yards.size()));
            int minute = minute(month, noise);
            Parcel parcel =
                    workshop.make(
                            product,
                            Amounts.scaled(oldMagnets, perLot),
                            new Workshop.Batch(yard, month, recycler.id() + '-' + i, minute),
                            noise);
            String record =
                    world.flows()
                            .begin(
                                    recycler,
                                    month,
                                    new FlowLog.Head(recycler, FlowType.RECEIPT, minute, noise),
                                    false);
            world.flows().onlyLine(Direction.IN, parcel, Deal.invoice(yard, "INV-" + record));
            recycler.incoming.add(parcel);
        }
    }

    private int minute(int month, SplittableRandom noise) {
        return world.time().at(month, FIRST_DAY + noise.nextInt(DAYS), NOON);
    }
}
