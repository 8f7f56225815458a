package org.ytterby.simulator;

import java.util.SplittableRandom;
import org.ytterby.core.ledger.Direction;
import org.ytterby.core.ledger.FlowType;

/// Ore that is dug, and declared, where nobody may dig it: beyond a plan or without any permit.
final class ExtraOre {
    private static final int LOTS = 2; // a month
    private static final int FIRST_DAY = 8;
    private static final int DAYS_APART = 9;
    private static final int MORNING = 9 * YearTime.HOUR;
    private static final double KG_PER_T = 1000;

    private final World world;
    private final Workshop workshop;
    private final Ground ground;

    ExtraOre(World world, Workshop workshop, Ground ground) {
        this.world = world;
        this.workshop = workshop;
        this.ground = ground;
    }

    /// A month of one mine or pit, if the scenario is planted there and then.
    void month(Scenario scenario, Site site, int month) {
        Plot plot = world.plot();
        Target target = plot.target(scenario);
        if (!plot.hits(scenario, site) || !target.covers(month)) {
            return;
        }
        SplittableRandom noise = world.streams().named(scenario.code() + site.id(), month);
        Ore ore = world.catalogue().ore(target.ore());
        double reoKg = plot.size(scenario) * KG_PER_T / target.months() / LOTS;
        for (int i = 0; i < LOTS; i++) {
            double[] dug = ground.dug(ore, reoKg, noise);
            int minute = world.time().at(month, FIRST_DAY + i * DAYS_APART, MORNING);
            Parcel parcel =
                    workshop.make(
                            ore.product(),
                            dug,
                            new Workshop.Batch(site, month, "b" + (i + 1), minute),
                            noise);
            String record =
                    world.flows()
                            .begin(
                                    site,
                                    month,
                                    new FlowLog.Head(site, FlowType.EXTRACTION, minute, noise),
                                    true);
            world.flows().line(Direction.OUT, parcel, Deal.NONE);
            site.planted.add(parcel);
            plot.truth(scenario).at(site).month(month).lot(parcel.lot()).record(record).hidden(dug);
        }
    }
}
