package org.ytterby.core.material;

import java.util.List;

/// The sixteen rare-earth elements that nature supplies, in the order used in every table.
///
/// Factors convert a mass of element to a mass of its trade oxide (CeO2, Pr6O11 and Tb4O7,
/// otherwise RE2O3), from IUPAC standard atomic weights 2021 and O = 15.999.
public enum Element {
    La("La2O3", "镧", 1.172769),
    Ce("CeO2", "铈", 1.228368),
    Pr("Pr6O11", "镨", 1.208161),
    Nd("Nd2O3", "钕", 1.166377),
    Sm("Sm2O3", "钐", 1.159607),
    Eu("Eu2O3", "铕", 1.157922),
    Gd("Gd2O3", "钆", 1.152614),
    Tb("Tb4O7", "铽", 1.176172),
    Dy("Dy2O3", "镝", 1.147683),
    Ho("Ho2O3", "钬", 1.145507),
    Er("Er2O3", "铒", 1.143481),
    Tm("Tm2O3", "铥", 1.142058),
    Yb("Yb2O3", "镱", 1.138684),
    Lu("Lu2O3", "镥", 1.137160),
    Y("Y2O3", "钇", 1.269932),
    Sc("Sc2O3", "钪", 1.533823);

    /// All elements in table order.
    public static final List<Element> ALL = List.of(values());

    /// How many elements there are.
    public static final int COUNT = ALL.size();

    private final String oxide;
    private final String chinese;
    private final double oxideFactor;

    Element(String oxide, String chinese, double oxideFactor) {
        this.oxide = oxide;
        this.chinese = chinese;
        this.oxideFactor = oxideFactor;
    }

    /// The formula of the trade oxide.
    public String oxide() {
        return oxide;
    }

    /// The Chinese name.
    public String chinese() {
        return chinese;
    }

    /// Kilograms of trade oxide per kilogram of element.
    public double oxideFactor() {
        return oxideFactor;
    }
}
