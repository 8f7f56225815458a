package org.ytterby.simulator;

import java.util.HashMap;
import java.util.Map;

/// Numbers of the simulation that no source gives: the table `assumptions.csv`, where each says
/// what it means.
final class Assumptions {
    private final Map<String, Double> values = new HashMap<>();

    Assumptions() {
        for (var row : Table.read("assumptions.csv").rows()) {
            values.put(row.getField("key"), Table.number(row, "value"));
        }
    }

    /// The value of a key.
    ///
    /// @throws IllegalStateException if the table has none
    double value(String key) {
        Double value = values.get(key);
        if (value == null) {
            throw new IllegalStateException("assumptions.csv has no " + key);
        }
        return value;
    }

    int count(String key) {
        return (int) value(key);
    }
}
