package org.ytterby.simulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.ytterby.core.ledger.Direction;
import org.ytterby.core.ledger.FlowType;

/// Plants that work in campaigns: each consumes whole lots of feed and makes new ones.
final class Campaigns {
    private static final int FIRST_DAY = 3;
    private static final int DAYS = 24;
    private static final int MORNING = 8 * YearTime.HOUR;
    private static final int SHIFT = 10 * YearTime.HOUR;

    private final World world;
    private final Workshop workshop;
    private final HiddenFeed hidden;
    private final Scale scale;

    Campaigns(World world, Workshop workshop, HiddenFeed hidden, Scale scale) {
        this.world = world;
        this.workshop = workshop;
        this.hidden = hidden;
        this.scale = scale;
    }

    /// A month of one plant: what was there when it began is put through.
    void month(Site plant, int month) {
        List<Parcel> feed =
                plant.stock.stream()
                        .filter(parcel -> parcel.lot().maker() != plant)
                        .sorted(Comparator.comparing(parcel -> parcel.lot().product().id()))
                        .toList();
        plant.stock.removeAll(feed);
        Recipe recipe = world.catalogue().recipe(plant.spec().role());
        int campaigns = Math.min(recipe.lots() * scale.lots(), feed.size());
        SplittableRandom noise = world.streams().named("make " + plant.id(), month);
        for (int c = 0; c < campaigns; c++) {
            List<Parcel> consumed = new ArrayList<>();
            for (int i = c; i < feed.size(); i += campaigns) {
                consumed.add(feed.get(i));
            }
            int minute =
                    world.time()
                            .at(
                                    month,
                                    FIRST_DAY + c * DAYS / campaigns,
                                    MORNING + noise.nextInt(SHIFT));
            String record =
                    run(
                            recipe,
                            consumed,
                            new Workshop.Batch(plant, month, Integer.toString(c + 1), minute),
                            noise);
            if (c == campaigns - 1) {
                hidden.add(
                        Scenario.FAKE_RECYCLING_ORIGIN,
                        new HiddenFeed.Place(plant, month, minute, record));
            }
        }
    }

    private String run(
            Recipe recipe, List<Parcel> consumed, Workshop.Batch batch, SplittableRandom noise) {
        Site plant = batch.site();
        String record =
                world.flows()
                        .begin(
                                plant,
                                batch.month(),
                                new FlowLog.Head(plant, FlowType.PROCESSING, batch.minute(), noise),
                                false);
        double[] melt = Amounts.none();
        for (Parcel parcel : consumed) {
            world.flows().line(Direction.IN, parcel, Deal.NONE);
            Amounts.add(melt, parcel.amounts(), 1);
        }
        double[] lost = Amounts.scaled(melt, 1 - recipe.yield() - recipe.scrapShare());
        List<double[]> parts =
                recipe.slate().part(Amounts.scaled(melt, recipe.yield()), world.catalogue().leak());
        for (int p = 0; p < parts.size(); p++) {
            ProductSpec product = recipe.slate().products().get(p);
            double[] part = parts.get(p);
            if (Amounts.total(part) < world.assumptions().value("lot_min_kg") / scale.lots()) {
                Amounts.add(lost, part, 1);
                continue;
            }
            out(product, part, batch, noise);
            if (batch.month() >= 0) {
                plant.produced(batch.month(), Amounts.reo(part));
            }
        }
        ProductSpec scrap = recipe.scrap();
        if (scrap != null) {
            out(scrap, Amounts.scaled(melt, recipe.scrapShare()), batch, noise);
        }
        out(recipe.waste(), lost, batch, noise);
        return record;
    }

    private void out(
            ProductSpec product, double[] amounts, Workshop.Batch batch, SplittableRandom noise) {
        Parcel parcel = workshop.make(product, amounts, batch, noise);
        world.flows().line(Direction.OUT, parcel, Deal.NONE);
        batch.site().stock.add(parcel);
    }
}
