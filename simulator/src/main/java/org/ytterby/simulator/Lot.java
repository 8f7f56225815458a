package org.ytterby.simulator;

/// A lot as it truly is, and what was declared about it.
final class Lot {
    private final String id;
    private final ProductSpec product;
    private final Site maker;
    private final double[] fraction;
    private final double moisture;
    private final int madeMinute;
    private double[] declared;
    private boolean assayed;

    /// @param fraction kg of each element in a kg of dry material, as it truly is
    Lot(String id, ProductSpec product, Site maker, double[] fraction, Origin origin) {
        this.id = id;
        this.product = product;
        this.maker = maker;
        this.fraction = fraction;
        moisture = origin.moisture();
        madeMinute = origin.minute();
        declared = fraction;
    }

    /// When and how wet it came into being.
    record Origin(int minute, double moisture) {}

    String id() {
        return id;
    }

    ProductSpec product() {
        return product;
    }

    /// Who made it; his laboratory assays it.
    Site maker() {
        return maker;
    }

    double[] fraction() {
        return fraction;
    }

    double moisture() {
        return moisture;
    }

    int madeMinute() {
        return madeMinute;
    }

    boolean isAssayed() {
        return assayed;
    }

    /// Fractions as the assay that was written has them.
    double[] declared() {
        return declared;
    }

    void declare(double[] fractions) {
        declared = fractions;
        assayed = true;
    }
}
