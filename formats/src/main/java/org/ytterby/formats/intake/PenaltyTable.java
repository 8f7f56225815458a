package org.ytterby.formats.intake;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.PenaltyClause;
import org.ytterby.core.ledger.PenaltyClause.Range;
import org.ytterby.core.ledger.PenaltyClause.Wording;

/// The dated clauses by which offences are punished, from the table `penalties.csv` that is
/// shipped.
public final class PenaltyTable {
    private static final List<PenaltyClause> SHIPPED =
            DatedTable.rows("penalties.csv", PenaltyTable::row);

    private PenaltyTable() {}

    /// All clauses of all times.
    public static List<PenaltyClause> shipped() {
        return SHIPPED;
    }

    private static PenaltyClause row(NamedCsvRecord record) {
        return new PenaltyClause(
                record.getField("clause"),
                new Wording(record.getField("law_en"), record.getField("law_zh")),
                new Wording(record.getField("offence_en"), record.getField("offence_zh")),
                range(record, "fine_min_yuan", "fine_max_yuan"),
                range(record, "income_min_times", "income_max_times"),
                DatedTable.span(record),
                record.getField("confidence"),
                record.getField("source"));
    }

    private static @Nullable Range range(NamedCsvRecord record, String least, String most) {
        return record.getField(least).isEmpty()
                ? null
                : new Range(
                        Long.parseLong(record.getField(least)),
                        Long.parseLong(record.getField(most)));
    }
}
