package org.ytterby.core.ledger;

import java.util.Arrays;
import org.ytterby.core.material.Element;

/// How well each method weighs and assays: relative standard uncertainties, random and systematic.
///
/// Number 0 is the method `default`, which serves every line and assay that names none; where
/// nobody declared it, its uncertainties are zero.
public final class Methods {
    /// The number of the method `default`.
    public static final int DEFAULT = 0;

    private static final double ABSENT = Double.NaN;

    private final Names names = new Names();
    private double[] weighing = {ABSENT, ABSENT};
    // two values (random, systematic) for "any element", then two for each element
    private double[] assaying = filled(ASSAY_WIDTH);

    private static final int ASSAY_WIDTH = 2 * (Element.COUNT + 1);

    public Methods() {
        names.number("default");
    }

    /// Declares a weighing method.
    ///
    /// @return false if it was declared before, and nothing has changed
    public boolean addWeighing(String method, double random, double systematic) {
        int at = 2 * number(method);
        return set(weighing, at, random, systematic);
    }

    /// Declares an assay method for one element, or for all that have no row of their own.
    ///
    /// @param element ordinal of the element, -1 for all others
    /// @return false if it was declared before, and nothing has changed
    public boolean addAssaying(String method, int element, double random, double systematic) {
        int at = ASSAY_WIDTH * number(method) + 2 * (element + 1);
        return set(assaying, at, random, systematic);
    }

    private static boolean set(double[] table, int at, double random, double systematic) {
        if (!Double.isNaN(table[at])) {
            return false;
        }
        table[at] = random;
        table[at + 1] = systematic;
        return true;
    }

    private int number(String method) {
        int number = names.number(method);
        if (names.size() * 2 > weighing.length) {
            int from = weighing.length;
            weighing = Arrays.copyOf(weighing, names.size() * 4);
            Arrays.fill(weighing, from, weighing.length, ABSENT);
            from = assaying.length;
            assaying = Arrays.copyOf(assaying, names.size() * 2 * ASSAY_WIDTH);
            Arrays.fill(assaying, from, assaying.length, ABSENT);
        }
        return number;
    }

    /// The number of a method, [Names#NONE] if it was never declared.
    public int find(String method) {
        return names.find(method);
    }

    /// The name of a method.
    public String name(int method) {
        return names.name(method);
    }

    /// Whether a method can weigh: it is `default` or was declared for mass.
    public boolean weighs(int method) {
        return method == DEFAULT || !Double.isNaN(weighing[2 * method]);
    }

    /// Whether a method has an uncertainty for an element: its own row, or one for all.
    public boolean assays(int method, int element) {
        return !Double.isNaN(assaying[ASSAY_WIDTH * method + 2 * (element + 1)])
                || !Double.isNaN(assaying[ASSAY_WIDTH * method])
                || (method == DEFAULT && declaresNoAssay(DEFAULT));
    }

    /// Whether no row of a method speaks of assays.
    public boolean declaresNoAssay(int method) {
        for (int i = 0; i < ASSAY_WIDTH; i += 2) {
            if (!Double.isNaN(assaying[ASSAY_WIDTH * method + i])) {
                return false;
            }
        }
        return true;
    }

    /// Relative random standard uncertainty of one weighing.
    public double weighingRandom(int method) {
        return orZero(weighing[2 * method]);
    }

    /// Relative systematic standard uncertainty of a weighing method.
    public double weighingSystematic(int method) {
        return orZero(weighing[2 * method + 1]);
    }

    /// Relative random standard uncertainty of one assay for an element.
    public double assayRandom(int method, int element) {
        return assay(method, element, 0);
    }

    /// Relative systematic standard uncertainty of an assay method for an element.
    public double assaySystematic(int method, int element) {
        return assay(method, element, 1);
    }

    private double assay(int method, int element, int part) {
        int at = ASSAY_WIDTH * method;
        double own = assaying[at + 2 * (element + 1) + part];
        return Double.isNaN(own) ? orZero(assaying[at + part]) : own;
    }

    private static double orZero(double value) {
        return Double.isNaN(value) ? 0 : value;
    }

    private static double[] filled(int length) {
        double[] values = new double[length];
        Arrays.fill(values, ABSENT);
        return values;
    }
}
