package org.ytterby.core.environment;

import java.time.YearMonth;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a facility declared for a month.
///
/// @param figures by indicator, in the unit of the indicator
public record MonthlyReturn(String facility, YearMonth month, SortedMap<String, Double> figures) {
    public MonthlyReturn {
        figures = new TreeMap<>(figures);
        for (Map.Entry<String, Double> figure : figures.entrySet()) {
            if (!Double.isFinite(figure.getValue())) {
                throw new IllegalArgumentException(
                        facility + " " + month + ": " + figure.getKey() + " must be finite");
            }
        }
    }
}
