package org.ytterby.core.material;

/// What a laboratory found in a dry sample, as kilograms of each element per kilogram of dry
/// material.
///
/// Plain functions on arrays of one value per element, in the order of [Element], because assays
/// are kept in columns.
public final class Assay {
    /// Smallest and largest sum of oxide shares that still counts as a complete assay.
    public static final double SHARES_SUM_MIN = 0.95;

    public static final double SHARES_SUM_MAX = 1.05;

    private Assay() {}

    /// The element fractions of an assay on oxide basis.
    ///
    /// @param treo kg of trade oxides per kg of dry material
    /// @param shares one per element; closed to 1 here
    public static double[] fractionsOfOxides(double treo, double[] shares) {
        double sum = 0;
        for (double share : shares) {
            sum += share;
        }
        double[] fractions = new double[Element.COUNT];
        for (Element e : Element.ALL) {
            int i = e.ordinal();
            fractions[i] = treo * (shares[i] / sum) / e.oxideFactor();
        }
        return fractions;
    }

    /// Kilograms of trade oxides per kilogram of dry material.
    public static double treo(double[] fractions) {
        double treo = 0;
        for (Element e : Element.ALL) {
            treo += fractions[e.ordinal()] * e.oxideFactor();
        }
        return treo;
    }
}
