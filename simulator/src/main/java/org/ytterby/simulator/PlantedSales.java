package org.ytterby.simulator;

import java.util.List;
import java.util.SplittableRandom;
import org.ytterby.core.ledger.Direction;
import org.ytterby.core.ledger.FlowType;

/// Sells what planted scenarios brought about to a buyer outside the system, so that the rest of
/// the nation stays as it was.
final class PlantedSales {
    private static final int FIRST_DAY = 4;
    private static final int DAYS = 18;
    private static final int NOON = 12 * YearTime.HOUR;

    private final World world;
    private final Site buyer;

    PlantedSales(World world, List<Site> sites) {
        this.world = world;
        buyer =
                sites.stream()
                        .filter(site -> site.spec().role().equals("outside-buyer"))
                        .findFirst()
                        .orElseThrow();
    }

    /// A month of one facility: what was planted in earlier months leaves it.
    void month(Site seller, int month) {
        if (seller.planted.isEmpty()) {
            return;
        }
        SplittableRandom noise = world.streams().named("planted sale " + seller.id(), month);
        for (Parcel parcel : seller.planted) {
            boolean waste = parcel.lot().product().isWaste();
            int minute = world.time().at(month, FIRST_DAY + noise.nextInt(DAYS), NOON);
            String record =
                    world.flows()
                            .begin(
                                    seller,
                                    month,
                                    new FlowLog.Head(
                                            seller,
                                            waste ? FlowType.DISPOSAL : FlowType.SHIPMENT,
                                            minute,
                                            noise),
                                    true);
            world.flows()
                    .line(
                            Direction.OUT,
                            parcel,
                            waste ? Deal.NONE : Deal.invoice(buyer, "INV-" + record));
        }
        seller.planted.clear();
    }
}
