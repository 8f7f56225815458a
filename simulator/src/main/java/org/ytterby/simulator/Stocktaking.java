package org.ytterby.simulator;

import java.util.SplittableRandom;
import org.ytterby.core.ledger.Direction;
import org.ytterby.core.ledger.FlowType;

/// Counts everything that a facility holds, at the first minute of a month.
final class Stocktaking {
    private final World world;

    Stocktaking(World world) {
        this.world = world;
    }

    /// The stocktake with which a month begins; before the year there is none.
    void month(Site site, int month) {
        if (month < 0 || !site.spec().countsStock()) {
            return;
        }
        SplittableRandom noise = world.streams().named("count " + site.id(), month);
        for (Parcel parcel : site.stock) {
            world.assays().assay(parcel.lot(), noise); // in January what was made before the year
        }
        FlowLog flows = world.flows();
        flows.begin(
                site,
                month,
                new FlowLog.Head(site, FlowType.STOCKTAKE, world.time().month(month), noise),
                false);
        for (Parcel parcel : site.stock) {
            flows.line(Direction.COUNT, parcel, Deal.NONE);
        }
        for (Parcel parcel : site.planted) {
            flows.line(Direction.COUNT, parcel, Deal.NONE);
        }
        if (site.stock.isEmpty() && site.planted.isEmpty()) {
            flows.emptyStore();
        }
    }
}
