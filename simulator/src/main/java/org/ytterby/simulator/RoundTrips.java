package org.ytterby.simulator;

import java.util.List;
import java.util.SplittableRandom;
import org.ytterby.core.ledger.Direction;
import org.ytterby.core.ledger.FlowType;

/// Paper journeys: a lot leaves for two traders and is back before it is really sold.
final class RoundTrips {
    private static final int STARTS_DAY = 2;
    private static final int BACK_DAY = 10;
    private static final int DAYS_A_LEG = 2;
    private static final int NOON = 12 * YearTime.HOUR;

    private final World world;
    private final List<Site> traders;
    private int made;
    private int lastMonth = -1;

    RoundTrips(World world, List<Site> sites) {
        this.world = world;
        traders = sites.stream().filter(site -> site.spec().isTrade()).toList();
    }

    /// Sends a lot around before a sale, if a trip is due this month and there is time for it.
    void before(Site seller, int month, int saleMinute, Parcel parcel) {
        Plot plot = world.plot();
        if (!plot.hits(Scenario.PHANTOM_ROUND_TRIP, seller)
                || !plot.target(Scenario.PHANTOM_ROUND_TRIP).covers(month)
                || month == lastMonth
                || made >= plot.size(Scenario.PHANTOM_ROUND_TRIP)
                || saleMinute < world.time().at(month, BACK_DAY, 0)) {
            return;
        }
        lastMonth = month;
        made++;
        SplittableRandom noise = world.streams().named("round trip " + seller.id(), month);
        plot.truth(Scenario.PHANTOM_ROUND_TRIP).at(seller).month(month).lot(parcel.lot());
        Site from = seller;
        int minute = world.time().at(month, STARTS_DAY, NOON);
        for (int leg = 0; leg <= traders.size(); leg++) {
            Site to = leg < traders.size() ? traders.get(leg) : seller;
            leg(month, new Leg(from, to, minute), parcel, noise);
            from = to;
            minute += DAYS_A_LEG * YearTime.DAY;
        }
    }

    private record Leg(Site from, Site to, int minute) {}

    private void leg(int month, Leg leg, Parcel parcel, SplittableRandom noise) {
        FlowLog flows = world.flows();
        PlantedTruth truth = world.plot().truth(Scenario.PHANTOM_ROUND_TRIP);
        String sent =
                flows.begin(
                        leg.from(),
                        month,
                        new FlowLog.Head(leg.from(), FlowType.SHIPMENT, leg.minute(), noise),
                        true);
        String invoice = "INV-" + sent;
        flows.line(Direction.OUT, parcel, Deal.invoice(leg.to(), invoice));
        int arrives = leg.minute() + YearTime.DAY + YearTime.HOUR;
        String came =
                flows.begin(
                        leg.to(),
                        month,
                        new FlowLog.Head(leg.to(), FlowType.RECEIPT, arrives, noise),
                        true);
        flows.line(Direction.IN, parcel, Deal.invoice(leg.from(), invoice));
        truth.record(sent).record(came).at(leg.to());
    }
}
