package org.ytterby.simulator;

import java.util.SplittableRandom;
import org.ytterby.core.ledger.Direction;
import org.ytterby.core.ledger.FlowType;

/// Mines bring concentrate, or mixed carbonate of ionic ore, into being.
final class Mining {
    private static final int MONTHS = 12;
    private static final int DAYS = 27; // even in February
    private static final int MORNING = 6 * YearTime.HOUR;
    private static final double LOT_SPREAD = 0.4; // lots differ by up to a fifth from their mean

    private final World world;
    private final Workshop workshop;
    private final Ground ground;
    private final Scale scale;

    Mining(World world, Workshop workshop, Ground ground, Scale scale) {
        this.world = world;
        this.workshop = workshop;
        this.ground = ground;
        this.scale = scale;
    }

    /// A month of one mine.
    ///
    /// @param yearReoKg what it mines in the year
    void month(Site mine, int month, double yearReoKg) {
        SplittableRandom noise = world.streams().named("make " + mine.id(), month);
        Ore ore = world.catalogue().ore(mine.spec().deposit());
        int lots = mine.spec().lots() * scale.lots();
        double[] sizes = new double[lots];
        double sum = 0;
        for (int i = 0; i < lots; i++) {
            sizes[i] = 1 + LOT_SPREAD * (noise.nextDouble() - 0.5);
            sum += sizes[i];
        }
        double monthReoKg = yearReoKg * monthShare(mine, month);
        for (int i = 0; i < lots; i++) {
            int day = 1 + i * DAYS / lots;
            int minute = world.time().at(month, day, MORNING + noise.nextInt(YearTime.DAY / 2));
            dig(
                    ore,
                    monthReoKg * sizes[i] / sum,
                    new Workshop.Batch(mine, month, Integer.toString(i + 1), minute),
                    noise);
        }
    }

    private void dig(Ore ore, double reoKg, Workshop.Batch batch, SplittableRandom noise) {
        Site mine = batch.site();
        Parcel parcel = workshop.make(ore.product(), ground.dug(ore, reoKg, noise), batch, noise);
        world.flows()
                .begin(
                        mine,
                        batch.month(),
                        new FlowLog.Head(mine, FlowType.EXTRACTION, batch.minute(), noise),
                        false);
        world.flows().onlyLine(Direction.OUT, parcel, Deal.NONE);
        if (batch.month() >= 0) {
            world.plans().mined(mine, ore.type(), batch.month(), reoKg);
            mine.produced(batch.month(), reoKg);
        }
        mine.incoming.add(parcel);
    }

    // shares of the twelve months sum to 1; those before the year are even
    private double monthShare(Site mine, int month) {
        if (month < 0) {
            return 1.0 / MONTHS;
        }
        SplittableRandom draws = world.streams().named("months " + mine.id());
        double spread = world.assumptions().value("month_spread");
        double sum = 0;
        double own = 0;
        for (int m = 0; m < MONTHS; m++) {
            double share = StrictMath.exp(spread * draws.nextGaussian());
            sum += share;
            own = m == month ? share : own;
        }
        return own / sum;
    }
}
