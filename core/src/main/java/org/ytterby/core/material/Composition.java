package org.ytterby.core.material;

import java.util.Arrays;

/// Shares of the sixteen trade oxides in the total, in the order of [Element]; they sum to 1.
///
/// Immutable: the array is copied in and out.
public final class Composition {
    private final double[] shares;

    private Composition(double[] shares) {
        this.shares = shares;
    }

    /// Closes parts on any positive scale to shares.
    ///
    /// @param parts one per element, finite, `>= 0`, with a sum `> 0`
    /// @throws IllegalArgumentException if the length, a part or the sum is out of range
    public static Composition closing(double... parts) {
        if (parts.length != Element.COUNT) {
            throw new IllegalArgumentException(
                    "a composition has " + Element.COUNT + " parts, not " + parts.length);
        }
        double sum = 0;
        for (double part : parts) {
            if (!(part >= 0 && part < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("a part must be finite and >= 0: " + part);
            }
            sum += part;
        }
        if (!(sum > 0)) {
            throw new IllegalArgumentException("the parts of a composition sum to " + sum);
        }
        double[] shares = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            shares[i] = parts[i] / sum;
        }
        return new Composition(shares);
    }

    /// The share of one element's oxide, `0..1`.
    public double share(Element element) {
        return shares[element.ordinal()];
    }

    /// A copy of all shares.
    public double[] shares() {
        return shares.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Composition that && Arrays.equals(shares, that.shares);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(shares);
    }

    @Override
    public String toString() {
        return "Composition" + Arrays.toString(shares);
    }
}
