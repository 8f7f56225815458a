package org.ytterby.simulator;

import java.util.SplittableRandom;

/// Turns amounts of elements into lots.
final class Workshop {
    /// No product is purer.
    private static final double CONTENT_MAX = 0.998;

    private static final int MOISTURE_DECIMALS = 4;

    private final World world;
    private final double contentSpread;

    Workshop(World world) {
        this.world = world;
        contentSpread = world.assumptions().value("content_spread");
    }

    /// Which lot of which month, and when it is there.
    record Batch(Site site, int month, String number, int minute) {}

    /// A lot that holds exactly the amounts; it is assayed at once, or when it is counted first if
    /// it was made before the year.
    Parcel make(ProductSpec product, double[] amounts, Batch batch, SplittableRandom noise) {
        double content =
                Math.min(
                        CONTENT_MAX,
                        product.content() * (1 + contentSpread * noise.nextGaussian()));
        double dryKg = product.measure(amounts) / content;
        Lot lot =
                new Lot(
                        id(product, batch),
                        product,
                        batch.site(),
                        Amounts.scaled(amounts, 1 / dryKg),
                        new Lot.Origin(batch.minute(), moisture(product, noise)));
        if (batch.minute() >= 0) {
            world.assays().assay(lot, noise);
        }
        return new Parcel(lot, dryKg);
    }

    /// A lot whose declared assay is made up.
    ///
    /// @param booked amounts that the books call for, kg
    /// @param actual amounts that are there, kg
    Parcel invent(ProductSpec product, double[] booked, double[] actual, Batch batch) {
        double bookKg = product.measure(booked) / product.content();
        double trueKg = product.measure(actual) / product.content();
        Lot lot =
                new Lot(
                        id(product, batch),
                        product,
                        batch.site(),
                        Amounts.scaled(actual, 1 / trueKg),
                        new Lot.Origin(batch.minute(), 0));
        world.assays().writeInvented(lot, Amounts.scaled(booked, 1 / bookKg));
        Parcel parcel = new Parcel(lot, trueKg);
        parcel.book(bookKg);
        return parcel;
    }

    private String id(ProductSpec product, Batch batch) {
        return batch.site().id()
                + '-'
                + product.id()
                + '-'
                + world.time().code(batch.month())
                + '-'
                + batch.number();
    }

    private static double moisture(ProductSpec product, SplittableRandom noise) {
        double low = product.water().low();
        double high = product.water().high();
        return low == high
                ? low
                : Digits.rounded(low + (high - low) * noise.nextDouble(), MOISTURE_DECIMALS);
    }
}
