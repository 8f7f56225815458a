package org.ytterby.simulator;

import de.siegmar.fastcsv.reader.NamedCsvRecord;

/// Where and when a scenario is planted: a row of `targets.csv`.
///
/// @param site facility of the first cell, empty where none is concerned
/// @param ore deposit that hidden ore comes from, empty where there is none
/// @param firstMonth 0 is January
record Target(Scenario scenario, String site, String ore, int firstMonth, int months) {
    static Target of(NamedCsvRecord row) {
        return new Target(
                Scenario.of(row.getField("scenario")),
                row.getField("site"),
                row.getField("ore"),
                (int) Table.number(row, "first_month"),
                (int) Table.number(row, "months"));
    }

    boolean covers(int month) {
        return month >= firstMonth && month < firstMonth + months;
    }
}
