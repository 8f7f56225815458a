package org.ytterby.core.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/// Where the ammonia nitrogen or the chloride of the reagents went: in with reagents, out with
/// waste water, recovered, more or less in store.
///
/// @param inKg with reagents
/// @param dischargedKg with waste water
/// @param recoveredKg in salts and solutions that were sold or used again
/// @param storedKg more in store at the end than at the beginning
/// @param reagents that the data know no share of; they are not in the sum
public record SpeciesBalance(
        Species species,
        double inKg,
        double dischargedKg,
        double recoveredKg,
        double storedKg,
        List<String> reagents) {
    private static final double L_PER_M3 = 1000;
    private static final double MG_PER_KG = 1e6;

    /// What is followed.
    public enum Species {
        AMMONIA_NITROGEN,
        CHLORIDE;

        private final String indicator = name().toLowerCase(Locale.ROOT);

        /// Its concentration in waste water, as returns name it.
        public String indicator() {
            return indicator;
        }
    }

    /// Share of a species in a pure reagent, kg per kg.
    public record Share(String reagent, Species species, double kgPerKg) {}

    /// Waste water.
    ///
    /// @param volumeM3 m³
    /// @param concentrationMgPerL mg of the species per litre
    public record Discharge(double volumeM3, double concentrationMgPerL) {
        double kg() {
            return volumeM3 * L_PER_M3 * concentrationMgPerL / MG_PER_KG;
        }
    }

    /// Sums up.
    ///
    /// @param pureKg kg of each reagent, its water and impurities taken off
    /// @param recoveredPureKg kg of each salt or solution recovered, likewise
    public static SpeciesBalance of(
            Species species,
            SortedMap<String, Double> pureKg,
            SortedMap<String, Double> recoveredPureKg,
            List<Discharge> discharges,
            double storedKg,
            List<Share> shares) {
        List<String> unknown = new ArrayList<>();
        double in = sum(species, pureKg, shares, unknown);
        double recovered = sum(species, recoveredPureKg, shares, unknown);
        double out = discharges.stream().mapToDouble(Discharge::kg).sum();
        return new SpeciesBalance(
                species, in, out, recovered, storedKg, unknown.stream().distinct().toList());
    }

    private static double sum(
            Species species,
            SortedMap<String, Double> kg,
            List<Share> shares,
            List<String> unknown) {
        double sum = 0;
        for (Map.Entry<String, Double> of : kg.entrySet()) {
            boolean known = false;
            for (Share share : shares) {
                if (share.reagent().equals(of.getKey())) {
                    known = true;
                    sum += share.species() == species ? of.getValue() * share.kgPerKg() : 0;
                }
            }
            if (!known) {
                unknown.add(of.getKey());
            }
        }
        return sum;
    }

    /// What nobody accounted for: above 0 it went somewhere, below 0 it came from nowhere, kg.
    public double unaccountedKg() {
        return inKg - dischargedKg - recoveredKg - storedKg;
    }

    /// The same as a share of what went in; NaN where nothing did.
    public double unaccountedShare() {
        return inKg > 0 ? unaccountedKg() / inKg : Double.NaN;
    }
}
