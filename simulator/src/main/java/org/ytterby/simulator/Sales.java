package org.ytterby.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.ytterby.core.ledger.Direction;
import org.ytterby.core.ledger.FlowType;

/// What a facility made in earlier months leaves it: sold in the country, exported or disposed of.
final class Sales {
    private static final int FIRST_DAY = 2;
    private static final int DAYS = 19; // the last arrive by the 24th
    private static final int MORNING = 8 * YearTime.HOUR;
    private static final int SHIFT = 9 * YearTime.HOUR;
    private static final int TRAVEL_DAYS_MAX = 4;

    private final World world;
    private final Market market;
    private final RoundTrips roundTrips;
    private final double smallKg;
    private final int parts;

    Sales(World world, Market market, RoundTrips roundTrips) {
        this.world = world;
        this.market = market;
        this.roundTrips = roundTrips;
        smallKg = world.assumptions().value("lot_min_kg");
        parts = world.assumptions().count("parcels_per_lot");
    }

    /// A month of one facility. Nothing that comes in is sold before the next month.
    void month(Site seller, int month) {
        SplittableRandom noise = world.streams().named("sell " + seller.id(), month);
        List<Parcel> kept = new ArrayList<>();
        for (Parcel parcel : List.copyOf(seller.stock)) {
            if (!isGoods(seller, parcel)) {
                kept.add(parcel);
            } else if (parcel.lot().product().isWaste()) {
                dispose(seller, month, parcel, noise);
            } else if (!sell(seller, month, parcel, noise)) {
                kept.add(parcel);
            }
        }
        seller.stock.clear();
        seller.stock.addAll(kept);
    }

    private static boolean isGoods(Site seller, Parcel parcel) {
        if (seller.spec().isContinuous()) {
            return !Separation.isFeed(parcel) && !Separation.isHoldUp(parcel);
        }
        return seller.spec().isTrade() || parcel.lot().maker() == seller;
    }

    private boolean sell(Site seller, int month, Parcel parcel, SplittableRandom noise) {
        int pieces = parcel.dryKg() < parts * smallKg || seller.spec().isTrade() ? 1 : parts;
        List<Market.Buyer> buyers = new ArrayList<>();
        for (int i = 0; i < pieces; i++) {
            Market.Buyer buyer =
                    market.next(seller, parcel.lot().product(), parcel.dryKg() / pieces);
            if (buyer == null) {
                return false;
            }
            buyers.add(buyer);
        }
        for (Market.Buyer buyer : List.copyOf(new java.util.LinkedHashSet<>(buyers))) {
            double share = (double) java.util.Collections.frequency(buyers, buyer) / pieces;
            int minute =
                    world.time()
                            .at(
                                    month,
                                    FIRST_DAY + noise.nextInt(DAYS),
                                    MORNING + noise.nextInt(SHIFT));
            deliver(seller, month, minute, parcel.part(share), buyer, noise);
        }
        return true;
    }

    private void deliver(
            Site seller,
            int month,
            int minute,
            Parcel parcel,
            Market.Buyer buyer,
            SplittableRandom noise) {
        Consignee abroad = buyer.consignee();
        Site site = buyer.site();
        if (abroad != null) {
            export(seller, month, minute, parcel, abroad, noise);
        } else if (site != null) {
            transfer(seller, month, minute, parcel, site, noise);
            roundTrips.before(seller, month, minute, parcel);
        }
    }

    private void transfer(
            Site seller, int month, int minute, Parcel parcel, Site buyer, SplittableRandom noise) {
        FlowLog flows = world.flows();
        String record =
                flows.begin(
                        seller,
                        month,
                        new FlowLog.Head(seller, FlowType.SHIPMENT, minute, noise),
                        false);
        String invoice = "INV-" + record;
        flows.onlyLine(Direction.OUT, parcel, Deal.invoice(buyer, invoice));
        if (buyer.spec().isOutside()) {
            return;
        }
        int arrives = minute + YearTime.DAY + noise.nextInt((TRAVEL_DAYS_MAX - 1) * YearTime.DAY);
        Parcel moved = parcel.moved();
        flows.begin(buyer, month, new FlowLog.Head(buyer, FlowType.RECEIPT, arrives, noise), false);
        flows.onlyLine(Direction.IN, moved, Deal.invoice(seller, invoice));
        if (!buyer.spec().isPort()) {
            buyer.incoming.add(moved);
            return;
        }
        Market.Buyer abroad = market.next(buyer, parcel.lot().product(), parcel.dryKg());
        if (abroad == null || abroad.consignee() == null) {
            throw new IllegalStateException(
                    "nobody abroad buys " + parcel.lot().product().id() + " from " + buyer.id());
        }
        int sails = arrives + YearTime.HOUR + noise.nextInt(YearTime.DAY);
        export(buyer, month, sails, moved, abroad.consignee(), noise);
    }

    private void export(
            Site seller,
            int month,
            int minute,
            Parcel parcel,
            Consignee consignee,
            SplittableRandom noise) {
        FlowLog flows = world.flows();
        flows.begin(seller, month, new FlowLog.Head(seller, FlowType.EXPORT, minute, noise), false);
        Customs customs = world.customs();
        double kg = flows.onlyLine(Direction.OUT, parcel, customs.deal(seller, parcel, consignee));
        if (month >= 0) {
            customs.exported(seller, parcel, consignee, month, kg);
        }
    }

    private void dispose(Site seller, int month, Parcel parcel, SplittableRandom noise) {
        int minute =
                world.time()
                        .at(month, FIRST_DAY + noise.nextInt(DAYS), MORNING + noise.nextInt(SHIFT));
        world.flows()
                .begin(
                        seller,
                        month,
                        new FlowLog.Head(seller, FlowType.DISPOSAL, minute, noise),
                        false);
        world.flows().onlyLine(Direction.OUT, parcel, Deal.NONE);
    }
}
