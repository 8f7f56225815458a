package org.ytterby.simulator;

/// How a number of flow lines is reached: facilities are repeated in cells, lots within them.
///
/// @param cells repetitions of all facilities, each with a part of the nation's tonnage
/// @param lots multiples of the lots that a facility makes in a month
record Scale(int cells, int lots) {
    static Scale of(long lines, Assumptions assumptions) {
        double factor = lines / assumptions.value("base_lines");
        int cells = Math.max(1, (int) Math.ceil(factor / assumptions.value("cell_factor_max")));
        int lots = Math.max(1, Math.toIntExact(Math.round(factor / cells)));
        return new Scale(cells, lots);
    }
}
