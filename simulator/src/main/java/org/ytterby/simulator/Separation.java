package org.ytterby.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.Direction;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.material.ProductStage;

/// Continuous solvent extraction: a month is one record that blends its feed with the hold-up of
/// the month before and leaves the hold-up of the month after.
final class Separation {
    private static final int STARTS = 6 * YearTime.HOUR;
    private static final int ENDS_BEFORE = 2 * YearTime.HOUR;

    private final World world;
    private final Workshop workshop;
    private final HiddenFeed hidden;
    private final Scale scale;

    Separation(World world, Workshop workshop, HiddenFeed hidden, Scale scale) {
        this.world = world;
        this.workshop = workshop;
        this.hidden = hidden;
        this.scale = scale;
    }

    static boolean isFeed(Parcel parcel) {
        return parcel.lot().product().stage().isPrimaryFeed();
    }

    static boolean isHoldUp(Parcel parcel) {
        return parcel.lot().product().stage() == ProductStage.IN_PROCESS;
    }

    /// A month of one plant: all feed that is there or came in is put through.
    void month(Site plant, int month) {
        List<Parcel> consumed = new ArrayList<>();
        plant.stock.stream().filter(Separation::isHoldUp).forEach(consumed::add);
        plant.stock.stream().filter(Separation::isFeed).forEach(consumed::add);
        plant.incoming.stream().filter(Separation::isFeed).forEach(consumed::add);
        plant.stock.removeAll(consumed);
        plant.incoming.removeAll(consumed);
        if (consumed.isEmpty()) {
            return;
        }
        new Run(plant, month, consumed).write();
    }

    /// One month's record as it is written.
    private final class Run {
        private final Site plant;
        private final int month;
        private final int minute;
        private final List<Parcel> consumed;
        private final SplittableRandom noise;
        private final Recipe recipe;
        private final double[] books = Amounts.none();

        Run(Site plant, int month, List<Parcel> consumed) {
            this.plant = plant;
            this.month = month;
            this.consumed = consumed;
            minute = world.time().month(month + 1) - ENDS_BEFORE;
            noise = world.streams().named("make " + plant.id(), month);
            recipe = world.catalogue().recipe(plant.spec().role());
        }

        void write() {
            String record =
                    world.flows()
                            .begin(
                                    plant,
                                    month,
                                    new FlowLog.Head(plant, FlowType.PROCESSING, minute, noise),
                                    false);
            world.flows().from(world.time().at(month, 1, STARTS));
            double[] tank = Amounts.none();
            double feedReo = 0;
            double heldReo = 0;
            for (Parcel parcel : consumed) {
                book(Direction.IN, parcel);
                Amounts.add(tank, parcel.amounts(), 1);
                if (isHoldUp(parcel)) {
                    heldReo += parcel.reoKg();
                } else {
                    feedReo += parcel.reoKg();
                }
            }
            double months = world.assumptions().value("hold_up_months");
            double stays = Math.max(months * feedReo, heldReo / 2) / (feedReo + heldReo);
            double[] leaves = Amounts.scaled(tank, 1 - stays);
            products(leaves);
            holdUp(Amounts.scaled(tank, stays));
            hidden.add(
                    Scenario.LAUNDERED_IONIC_ORE,
                    new HiddenFeed.Place(plant, month, minute, record));
        }

        private void products(double[] leaves) {
            double[] won = Amounts.scaled(leaves, recipe.yield());
            double[] lost = Amounts.scaled(leaves, 1 - recipe.yield());
            List<double[]> parts = recipe.slate().part(won, world.catalogue().leak());
            double reo = 0;
            for (int p = 0; p < parts.size(); p++) {
                ProductSpec product = recipe.slate().products().get(p);
                double[] part = parts.get(p);
                if (Amounts.total(part) < world.assumptions().value("lot_min_kg")) {
                    Amounts.add(lost, part, 1);
                    continue;
                }
                reo += Amounts.reo(part);
                make(product, part, recipe.lots() * scale.lots());
            }
            make(recipe.waste(), lost, 1);
            if (month >= 0) {
                world.plans().separated(plant, month, reo);
                plant.produced(month, reo);
            }
        }

        private void make(ProductSpec product, double[] amounts, int lots) {
            for (int i = 1; i <= lots; i++) {
                Parcel parcel =
                        workshop.make(
                                product,
                                Amounts.scaled(amounts, 1.0 / lots),
                                batch(Integer.toString(i)),
                                noise);
                book(Direction.OUT, parcel);
                plant.stock.add(parcel);
            }
        }

        private void holdUp(double[] amounts) {
            ProductSpec liquor = world.catalogue().product("sx-liquor");
            Parcel parcel = month >= 0 ? invented(liquor, amounts) : null;
            if (parcel == null) {
                parcel = workshop.make(liquor, amounts, batch("1"), noise);
            }
            world.flows().line(Direction.OUT, parcel, Deal.NONE);
            plant.stock.add(parcel);
        }

        private @Nullable Parcel invented(ProductSpec liquor, double[] amounts) {
            if (month >= world.plot().copyingMonths(plant)) {
                return null;
            }
            for (int e = 0; e < books.length; e++) {
                books[e] = Math.max(books[e], 0);
            }
            Parcel parcel = workshop.invent(liquor, books, amounts, batch("1"));
            world.plot()
                    .truth(Scenario.NUMBERS_MADE_TO_CLOSE)
                    .at(plant)
                    .month(month)
                    .lot(parcel.lot());
            return parcel;
        }

        private Workshop.Batch batch(String number) {
            return new Workshop.Batch(plant, month, number, minute);
        }

        /// Writes a line and keeps what the books then say.
        private void book(Direction direction, Parcel parcel) {
            double kg = world.flows().line(direction, parcel, Deal.NONE);
            Amounts.add(
                    books,
                    parcel.lot().declared(),
                    (direction == Direction.IN ? kg : -kg) * (1 - parcel.lot().moisture()));
        }
    }
}
