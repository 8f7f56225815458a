package org.ytterby.benchmarks.detection;

import java.util.List;

/// How the errors of a plant differ from those that it declares.
///
/// @param sigma how many times the declared uncertainty its errors have
/// @param moisture water in receipts that is not declared, fraction of mass
/// @param roundedToKg to which its scales round
/// @param heavyTails whether errors follow Student's t with three degrees of freedom, of the
///   declared variance
/// @param drift part by which the receiving scale reads more at the end of the year than at its
///   beginning
/// @param holdUpBias part by which every count of the hold-up is wrong
/// @param holdUpSpread the same, drawn anew for every count
record Distortion(
        String name,
        double sigma,
        double moisture,
        double roundedToKg,
        boolean heavyTails,
        double drift,
        double holdUpBias,
        double holdUpSpread) {
    private static final Distortion NONE =
            new Distortion("none: errors as declared", 1, 0, 0, false, 0, 0, 0);

    /// The six kinds of misspecification, after the plant that declares the truth.
    static List<Distortion> all() {
        return List.of(
                NONE,
                new Distortion("σ understated × 1.5", 1.5, 0, 0, false, 0, 0, 0),
                new Distortion(
                        "moisture of receipts 0.5 % higher than declared",
                        1, 0.005, 0, false, 0, 0, 0),
                new Distortion("masses rounded to 500 kg", 1, 0, 500, false, 0, 0, 0),
                new Distortion("heavy tails (Student t, 3)", 1, 0, 0, true, 0, 0, 0),
                new Distortion(
                        "receiving scale drifts by 0.5 % in the year", 1, 0, 0, false, 0.005, 0, 0),
                new Distortion("hold-up always misjudged by 20 %", 1, 0, 0, false, 0, 0.2, 0),
                new Distortion(
                        "hold-up misjudged by 20 %, anew each time", 1, 0, 0, false, 0, 0, 0.2));
    }
}
