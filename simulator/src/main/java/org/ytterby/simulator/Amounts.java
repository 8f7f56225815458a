package org.ytterby.simulator;

import org.ytterby.core.material.Composition;
import org.ytterby.core.material.Element;

/// Amounts of the sixteen elements in kg, as plain arrays in the order of [Element].
final class Amounts {
    private Amounts() {}

    static double[] none() {
        return new double[Element.COUNT];
    }

    static void add(double[] sum, double[] more, double factor) {
        for (int e = 0; e < sum.length; e++) {
            sum[e] += more[e] * factor;
        }
    }

    static double[] scaled(double[] amounts, double factor) {
        double[] result = none();
        add(result, amounts, factor);
        return result;
    }

    static double total(double[] amounts) {
        double sum = 0;
        for (double amount : amounts) {
            sum += amount;
        }
        return sum;
    }

    /// Kilograms of trade oxides.
    static double reo(double[] amounts) {
        double sum = 0;
        for (Element element : Element.ALL) {
            sum += amounts[element.ordinal()] * element.oxideFactor();
        }
        return sum;
    }

    /// The elements in a mass of trade oxides.
    static double[] ofOxides(Composition shares, double reoKg) {
        double[] result = none();
        for (Element element : Element.ALL) {
            result[element.ordinal()] = shares.share(element) * reoKg / element.oxideFactor();
        }
        return result;
    }
}
