package org.ytterby.simulator;

import java.util.SplittableRandom;
import org.ytterby.core.material.Composition;

/// What comes out of the ground: ore as its deposit declares it, with natural variability.
final class Ground {
    private final double variability;

    /// @param variability standard deviation of ln share of a lot, as a part of the declared spread
    Ground(double variability) {
        this.variability = variability;
    }

    /// Elements of one lot, kg.
    double[] dug(Ore ore, double reoKg, SplittableRandom noise) {
        double[] shares = ore.composition().shares();
        for (int e = 0; e < shares.length; e++) {
            shares[e] *= StrictMath.exp(variability * ore.spread() * noise.nextGaussian());
        }
        return Amounts.ofOxides(Composition.closing(shares), reoKg);
    }
}
