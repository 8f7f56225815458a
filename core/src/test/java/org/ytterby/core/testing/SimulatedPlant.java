package org.ytterby.core.testing;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// A separation plant over the months of a year, measured with the very errors that it declares.
///
/// Each month it receives one lot, ships one and counts its hold-up; every lot has its own assay.
/// The rows are those of [LedgerText], at facility `SEP`.
public final class SimulatedPlant {
    private static final Map<String, Double> FEED = Map.of("Nd", 0.3, "Pr", 0.1, "Dy", 0.02);
    private static final double FEED_KG = 10_000;
    private static final double HOLD_UP_KG = 2_000;

    private final RandomGenerator random;
    private final double scale;
    private final Map<String, Double> shared = new TreeMap<>();
    private final StringBuilder rows = new StringBuilder();

    private SimulatedPlant(RandomGenerator random, double scale) {
        this.random = random;
        this.scale = scale;
    }

    /// Rows of a plant.
    ///
    /// @param scale how many times its errors are the usual ones
    /// @param hidden part of the feed that is not declared, by month; negative where material
    ///   leaves unseen
    public static String rows(RandomGenerator random, double scale, double... hidden) {
        SimulatedPlant plant = new SimulatedPlant(random, scale);
        plant.declareMethods();
        plant.count(0);
        for (int month = 1; month <= hidden.length; month++) {
            plant.line("receipt", month, "partner=M1", "conc", FEED_KG, 1, "bridge");
            plant.line(
                    "shipment",
                    month,
                    "partner=MET",
                    "oxide",
                    FEED_KG / 2 * (1 + hidden[month - 1]),
                    2,
                    "bench");
            plant.count(month);
        }
        return plant.rows.toString();
    }

    private void declareMethods() {
        rows.append(
                String.format(
                        Locale.ROOT,
                        """
                        weighing bridge %s %s
                        weighing bench  %s %s
                        weighing level  %s %s
                        assaying icp    %s %s
                        """,
                        0.003 * scale,
                        0.002 * scale,
                        0.001 * scale,
                        0.001 * scale,
                        0.02 * scale,
                        0.01 * scale,
                        0.005 * scale,
                        0.003 * scale));
    }

    private void count(int month) {
        line("stocktake", month, "", "hold", HOLD_UP_KG, 1, "level");
    }

    private void line(
            String type,
            int month,
            String options,
            String product,
            double kg,
            double richness,
            String method) {
        String lot = type.substring(0, 2) + month;
        double[] errors =
                switch (method) {
                    case "bridge" -> new double[] {0.003, 0.002};
                    case "bench" -> new double[] {0.001, 0.001};
                    default -> new double[] {0.02, 0.01};
                };
        rows.append("assay a-").append(lot).append(' ').append(lot).append(" method=icp lab=X");
        for (String element : new TreeMap<>(FEED).keySet()) {
            double fraction = richness * FEED.getOrDefault(element, 0.0);
            double read = fraction * (1 + error(0.005) + shared(product + element, 0.003));
            rows.append(String.format(Locale.ROOT, " %s=%.9f", element, read));
        }
        String time =
                type.equals("stocktake")
                        ? "2024-%02d-01T00:00".formatted(month + 1)
                        : "2024-%02d-15T00:00".formatted(month);
        double weighed = kg * (1 + error(errors[0]) + shared(method, errors[1]));
        rows.append(
                String.format(
                        Locale.ROOT,
                        "%nR-%s %s %s SEP %s %s %.6f method=%s %s%n",
                        lot,
                        type,
                        time,
                        lot,
                        product,
                        weighed,
                        method,
                        options));
    }

    private double error(double relative) {
        return scale * relative * random.nextGaussian();
    }

    private double shared(String group, double relative) {
        return shared.computeIfAbsent(group, _ -> error(relative));
    }
}
