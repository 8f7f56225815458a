package org.ytterby.formats.intake;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import org.ytterby.core.ledger.Duty;
import org.ytterby.core.ledger.PenaltyClause.Wording;

/// The dated duties behind what forms ask for, from the table `duties.csv` that is shipped.
public final class DutyTable {
    private static final List<Duty> SHIPPED = DatedTable.rows("duties.csv", DutyTable::row);

    private DutyTable() {}

    /// All duties of all times.
    public static List<Duty> shipped() {
        return SHIPPED;
    }

    private static Duty row(NamedCsvRecord record) {
        return new Duty(
                record.getField("duty"),
                new Wording(record.getField("law_en"), record.getField("law_zh")),
                new Wording(record.getField("asks_en"), record.getField("asks_zh")),
                DatedTable.span(record),
                record.getField("confidence"),
                record.getField("source"));
    }
}
