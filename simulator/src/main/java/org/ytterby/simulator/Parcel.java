package org.ytterby.simulator;

/// A part of a lot at one place.
final class Parcel {
    private static final double UNWEIGHED = -1;

    private final Lot lot;
    private final double dryKg;
    private double bookKg;

    Parcel(Lot lot, double dryKg) {
        this(lot, dryKg, UNWEIGHED);
    }

    private Parcel(Lot lot, double dryKg, double bookKg) {
        this.lot = lot;
        this.dryKg = dryKg;
        this.bookKg = bookKg;
    }

    Lot lot() {
        return lot;
    }

    /// True dry mass.
    double dryKg() {
        return dryKg;
    }

    /// True mass with its water.
    double wetKg() {
        return dryKg / (1 - lot.moisture());
    }

    /// True amounts of the elements, kg.
    double[] amounts() {
        return Amounts.scaled(lot.fraction(), dryKg);
    }

    double reoKg() {
        return dryKg * Amounts.reo(lot.fraction());
    }

    Parcel part(double share) {
        return new Parcel(lot, dryKg * share, isBooked() ? bookKg * share : UNWEIGHED);
    }

    /// The same goods elsewhere, not yet weighed there.
    Parcel moved() {
        return new Parcel(lot, dryKg);
    }

    /// Whether somebody who copies his books already has a figure for it.
    boolean isBooked() {
        return bookKg != UNWEIGHED;
    }

    double bookKg() {
        return bookKg;
    }

    void book(double massKg) {
        bookKg = massKg;
    }
}
