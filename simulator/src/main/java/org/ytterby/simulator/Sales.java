package org.ytterby.simulator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
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
        for (Market.Buyer buyer : new LinkedHashSet<>(buyers)) {
            double share = (double) Collections.frequency(buyers, buyer) / pieces;
            deliver(
                    new Sale(seller, month, minute(month, noise), parcel.part(share)),
                    buyer,
                    noise);
        }
        return true;
    }

    private int minute(int month, SplittableRandom noise) {
        int day = FIRST_DAY + noise.nextInt(DAYS);
        return world.time().at(month, day, MORNING + noise.nextInt(SHIFT));
    }

    /// What leaves, from whom and when.
    private record Sale(Site seller, int month, int minute, Parcel parcel) {
        FlowLog.Head head(FlowType type, SplittableRandom noise) {
            return new FlowLog.Head(seller, type, minute, noise);
        }
    }

    private void deliver(Sale sale, Market.Buyer buyer, SplittableRandom noise) {
        Consignee abroad = buyer.consignee();
        Site site = buyer.site();
        if (abroad != null) {
            export(sale, abroad, noise);
        } else if (site != null) {
            transfer(sale, site, noise);
            roundTrips.before(sale.seller(), sale.month(), sale.minute(), sale.parcel());
        }
    }

    private void transfer(Sale sale, Site buyer, SplittableRandom noise) {
        FlowLog flows = world.flows();
        Site seller = sale.seller();
        String record =
                flows.begin(seller, sale.month(), sale.head(FlowType.SHIPMENT, noise), false);
        String invoice = "INV-" + record;
        flows.onlyLine(Direction.OUT, sale.parcel(), Deal.invoice(buyer, invoice));
        if (buyer.spec().isOutside()) {
            return;
        }
        int travels = YearTime.DAY + noise.nextInt((TRAVEL_DAYS_MAX - 1) * YearTime.DAY);
        Sale moved = new Sale(buyer, sale.month(), sale.minute() + travels, sale.parcel().moved());
        flows.begin(buyer, sale.month(), moved.head(FlowType.RECEIPT, noise), false);
        flows.onlyLine(Direction.IN, moved.parcel(), Deal.invoice(seller, invoice));
        if (buyer.spec().isPort()) {
            sail(moved, noise);
        } else {
            buyer.incoming.add(moved.parcel());
        }
    }

    /// What came to a port goes on abroad within a day.
    private void sail(Sale came, SplittableRandom noise) {
        ProductSpec product = came.parcel().lot().product();
        Market.Buyer abroad = market.next(came.seller(), product, came.parcel().dryKg());
        if (abroad == null || abroad.consignee() == null) {
            throw new IllegalStateException("nobody abroad buys " + product.id());
        }
        int minute = came.minute() + YearTime.HOUR + noise.nextInt(YearTime.DAY);
        export(
                new Sale(came.seller(), came.month(), minute, came.parcel()),
                abroad.consignee(),
                noise);
    }

    private void export(Sale sale, Consignee consignee, SplittableRandom noise) {
        FlowLog flows = world.flows();
        Customs customs = world.customs();
        Deal deal = customs.deal(sale.seller(), sale.parcel(), consignee);
        flows.begin(sale.seller(), sale.month(), sale.head(FlowType.EXPORT, noise), false);
        double kg = flows.onlyLine(Direction.OUT, sale.parcel(), deal);
        if (sale.month() >= 0) {
            customs.exported(sale.seller(), sale.parcel(), consignee, sale.month(), kg);
        }
    }

    private void dispose(Site seller, int month, Parcel parcel, SplittableRandom noise) {
        Sale last = new Sale(seller, month, minute(month, noise), parcel);
        world.flows().begin(seller, month, last.head(FlowType.DISPOSAL, noise), false);
        world.flows().onlyLine(Direction.OUT, parcel, Deal.NONE);
    }
}
