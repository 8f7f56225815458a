package org.ytterby.simulator;

import de.siegmar.fastcsv.reader.NamedCsvRecord;

/// One row of `sites.csv`: a facility of the template that every cell repeats.
///
/// @param role what it does, finer than its stage
/// @param weight its size against others of its role, before shares are drawn
/// @param lots lots that a mine makes in a month
/// @param imports part of the nation's imported feed that it receives
record SiteSpec(
        String id,
        String role,
        String stage,
        String party,
        String deposit,
        double weight,
        int lots,
        double imports) {
    static SiteSpec of(NamedCsvRecord row) {
        return new SiteSpec(
                row.getField("site"),
                row.getField("role"),
                row.getField("stage"),
                row.getField("party"),
                row.getField("deposit"),
                Table.number(row, "weight"),
                (int) Table.number(row, "lots"),
                Table.number(row, "imports"));
    }

    boolean isMine() {
        return role.equals("mine");
    }

    boolean isContinuous() {
        return role.startsWith("separation-");
    }

    boolean isOutside() {
        return stage.equals("outside");
    }

    /// A mine without any paper, there only when planted.
    boolean isPit() {
        return role.equals("pit");
    }

    boolean isPort() {
        return role.equals("port");
    }

    boolean isTrade() {
        return role.equals("trade");
    }

    /// Whether it counts its stock every month.
    boolean countsStock() {
        return !isPort() && !isOutside() && !isPit();
    }
}
