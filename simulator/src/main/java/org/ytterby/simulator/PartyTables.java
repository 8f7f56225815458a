package org.ytterby.simulator;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.ytterby.core.ledger.PartyKind;
import org.ytterby.formats.PackageWriter;
import org.ytterby.formats.RowSink;

/// Writes who is who: groups, enterprises of every cell, laboratories and consignees.
final class PartyTables {
    private static final String LONG_AGO = "2010-01-01";
    private static final String HOME = "CN";

    private final Codes codes;
    private final YearTime time;
    private final boolean withPit;

    PartyTables(Codes codes, YearTime time, boolean withPit) {
        this.codes = codes;
        this.time = time;
        this.withPit = withPit;
    }

    void write(PackageWriter out, int cells) {
        RowSink parties = out.table("parties", "party", "name", "name_en", "kind", "country");
        RowSink memberships = out.table("memberships", "party", "group", "from", "until");
        for (var row : Table.read("groups.csv").rows()) {
            home(parties, row, codes.of(row.getField("group")), PartyKind.GROUP);
        }
        for (int cell = 0; cell < cells; cell++) {
            for (var row : Table.read("parties.csv").rows()) {
                enterprise(parties, memberships, row, cell);
            }
        }
        // assays name a laboratory by its short id, which is no credit code
        for (var row : Table.read("laboratories.csv").rows()) {
            parties.row(
                    row.getField("laboratory"),
                    row.getField("name_zh"),
                    row.getField("name"),
                    PartyKind.LABORATORY.code(),
                    null);
        }
        for (var row : Table.read("consignees.csv").rows()) {
            parties.row(
                    row.getField("consignee"),
                    row.getField("name"),
                    row.getField("name"),
                    PartyKind.FOREIGN.code(),
                    row.getField("country"));
        }
    }

    private void enterprise(RowSink parties, RowSink memberships, NamedCsvRecord row, int cell) {
        PartySpec spec = PartySpec.of(row);
        if (spec.id().equals("P-PIT-01") && (!withPit || cell > 0)) {
            return;
        }
        String code = codes.of(spec.id() + Cell.suffix(cell));
        home(parties, row, code, PartyKind.ENTERPRISE);
        if (spec.group().isEmpty()) {
            return;
        }
        if (spec.joinedMonth() == PartySpec.LONG_BEFORE) {
            memberships.row(code, codes.of(spec.group()), LONG_AGO, null);
            return;
        }
        int joined = time.month(spec.joinedMonth());
        memberships.row(code, codes.of(spec.formerGroup()), LONG_AGO, time.date(joined - 1));
        memberships.row(code, codes.of(spec.group()), time.date(joined), null);
    }

    private static void home(RowSink parties, NamedCsvRecord row, String code, PartyKind kind) {
        parties.row(code, row.getField("name_zh"), row.getField("name"), kind.code(), HOME);
    }
}
