package org.ytterby.simulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A facility of one cell with its true stock.
final class Site {
    private static final int MONTHS = 12;

    private final SiteSpec spec;
    private final String id;
    private final String party;
    private final String laboratory;
    private final double weight;

    /// What is there at the beginning of the month.
    final List<Parcel> stock = new ArrayList<>();

    /// What came during the month.
    final List<Parcel> incoming = new ArrayList<>();

    /// What belongs to a planted scenario, kept apart so that the rest stays as it was.
    final List<Parcel> planted = new ArrayList<>();

    private final Map<String, double[]> weighingErrors = new HashMap<>();
    private int monthOfRecords = Integer.MIN_VALUE;
    private int records;
    private int plantedRecords;
    private final double[] outputReoKg = new double[MONTHS];

    Site(SiteSpec spec, String suffix, String laboratory, double weight) {
        this.spec = spec;
        id = spec.id() + suffix;
        party = spec.party() + suffix;
        this.laboratory = laboratory;
        this.weight = weight;
    }

    SiteSpec spec() {
        return spec;
    }

    String id() {
        return id;
    }

    /// Key of the operator in the party table of the simulation.
    String party() {
        return party;
    }

    String laboratory() {
        return laboratory;
    }

    /// Size against others of its role, as drawn.
    double weight() {
        return weight;
    }

    /// The number of the next record of a month, counted apart for planted ones.
    int nextRecord(int month, boolean isPlanted) {
        if (month != monthOfRecords) {
            monthOfRecords = month;
            records = 0;
            plantedRecords = 0;
        }
        return isPlanted ? ++plantedRecords : ++records;
    }

    /// Systematic errors of its weighing methods, filled by [Errors].
    Map<String, double[]> weighingErrors() {
        return weighingErrors;
    }

    /// Counts product made in a month of the year, for the approved capacity and the returns.
    void produced(int month, double reoKg) {
        outputReoKg[month] += reoKg;
    }

    /// What was made in a month, 0 is January.
    double outputReoKg(int month) {
        return outputReoKg[month];
    }

    /// What was made in the year.
    double outputReoKg() {
        return Arrays.stream(outputReoKg).sum();
    }
}
