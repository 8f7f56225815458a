package org.ytterby.core.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// How much must have been put out, by what was used: an independent check on a declared output.
///
/// Each indicator with a norm gives `O_j = used_j ÷ norm_j` with `σ_j = δ_j · O_j`; together they
/// give the mean weighted by `1 ÷ σ²`. Far above the declared output means that more was made than
/// told, or that the norm does not fit the plant. Errors of norms are taken as independent.
///
/// @param impliedT t REO; NaN where no norm applies
/// @param sigmaT its standard uncertainty
/// @param z (implied - declared) ÷ σ; NaN where no norm applies
public record ThroughputCheck(
        String facility,
        double declaredT,
        double impliedT,
        double sigmaT,
        double z,
        List<Line> lines) {
    /// From here on it is worth a look: 2.3 % of honest plants lie beyond it.
    private static final double STRIKING_Z = 2;

    /// Whether much more was used than the declared output explains.
    public boolean isStriking() {
        return z > STRIKING_Z;
    }

    /// What a tonne takes.
    ///
    /// @param perTonne in the unit of the indicator per t REO, above 0
    /// @param relativeSigma standard uncertainty between plants, as a share, above 0
    public record Norm(
            String indicator,
            double perTonne,
            String unit,
            double relativeSigma,
            String source,
            Confidence confidence) {
        public Norm {
            if (!(perTonne > 0) || !(relativeSigma > 0)) {
                throw new IllegalArgumentException(
                        indicator + ": norm and uncertainty must be above 0");
            }
        }
    }

    /// What one indicator says.
    public record Line(Norm norm, double used, double impliedT, double sigmaT) {}

    /// Sets a declared output against what was used.
    ///
    /// @param used by indicator, over the same time as the output
    public static ThroughputCheck of(
            String facility, double declaredT, SortedMap<String, Double> used, List<Norm> norms) {
        List<Line> lines = new ArrayList<>();
        double weights = 0;
        double sum = 0;
        for (Map.Entry<String, Double> of : used.entrySet()) {
            for (Norm norm : norms) {
                if (norm.indicator().equals(of.getKey()) && of.getValue() > 0) {
                    double implied = of.getValue() / norm.perTonne();
                    double sigma = norm.relativeSigma() * implied;
                    lines.add(new Line(norm, of.getValue(), implied, sigma));
                    weights += 1 / (sigma * sigma);
                    sum += implied / (sigma * sigma);
                }
            }
        }
        if (lines.isEmpty()) {
            return new ThroughputCheck(
                    facility, declaredT, Double.NaN, Double.NaN, Double.NaN, List.of());
        }
        double implied = sum / weights;
        double sigma = 1 / Math.sqrt(weights);
        return new ThroughputCheck(
                facility,
                declaredT,
                implied,
                sigma,
                (implied - declaredT) / sigma,
                List.copyOf(lines));
    }
}
