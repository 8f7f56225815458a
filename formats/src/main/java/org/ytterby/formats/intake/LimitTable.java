package org.ytterby.formats.intake;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Locale;
import org.ytterby.core.ledger.Limit;
import org.ytterby.core.ledger.Limits;

/// The dated limits that rules compare with, from the table `limits.csv` that is shipped.
final class LimitTable {
    private static final Limits SHIPPED =
            new Limits(DatedTable.rows("limits.csv", LimitTable::row));

    private LimitTable() {}

    static Limits shipped() {
        return SHIPPED;
    }

    private static Limits.Row row(NamedCsvRecord record) {
        return new Limits.Row(
                Limit.valueOf(record.getField("limit").toUpperCase(Locale.ROOT)),
                Double.parseDouble(record.getField("value")),
                DatedTable.span(record));
    }
}
