package org.ytterby.core.environment;

import java.util.List;

/// Use of water, energy or a chemical per tonne of output.
///
/// @param used sum of the returns, in the unit of the indicator
/// @param outputT t REO
/// @param perTonne NaN without output
/// @param missing months without a figure; what they used is not in the sum
public record Intensity(
        String facility,
        String indicator,
        double used,
        double outputT,
        double perTonne,
        int missing) {
    /// Of one facility and indicator, from one month to another.
    ///
    /// @param outputT what it put out in these months, t REO
    public static Intensity of(
            List<MonthlyReturn> returns,
            String facility,
            String indicator,
            Months months,
            double outputT) {
        double used = 0;
        int given = 0;
        for (MonthlyReturn r : returns) {
            Double figure = r.figures().get(indicator);
            if (r.facility().equals(facility) && months.contains(r.month()) && figure != null) {
                used += figure;
                given++;
            }
        }
        return new Intensity(
                facility,
                indicator,
                used,
                outputT,
                outputT > 0 ? used / outputT : Double.NaN,
                months.count() - given);
    }
}
