package org.ytterby.formats.intake;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import org.ytterby.core.plan.SplitDeadline;

/// The deadlines for splitting a group's plan that the notices named, from the table
/// `split-deadlines.csv` that is shipped. Batches that it does not name have none that was seen.
public final class SplitDeadlineTable {
    private static final List<SplitDeadline> SHIPPED =
            DatedTable.rows("split-deadlines.csv", SplitDeadlineTable::row);

    private SplitDeadlineTable() {}

    public static List<SplitDeadline> shipped() {
        return SHIPPED;
    }

    private static SplitDeadline row(NamedCsvRecord record) {
        return new SplitDeadline(
                Integer.parseInt(record.getField("year")),
                record.getField("batch"),
                Integer.parseInt(record.getField("working_days")),
                record.getField("confidence"),
                record.getField("source"),
                record.getField("source_zh"));
    }
}
