package org.ytterby.formats.intake;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Problem;
import org.ytterby.formats.FieldSchema;
import org.ytterby.formats.PackageSchema;
import org.ytterby.formats.TableSchema;
import org.ytterby.formats.Wording;

/// The rows of a package as they were written, for whoever passes them on: each judged by its form
/// alone, so that a row may name what is declared elsewhere.
public final class PackageRows {
    private PackageRows() {}

    /// Hears of rows of good form.
    @FunctionalInterface
    public interface EachRow {
        /// @param cells by column of the contract; empty ones are left out
        void row(String table, SortedMap<String, String> cells);
    }

    /// Gives every row of good form, in the order of the contract's tables and of their rows.
    ///
    /// Tables that are required of a whole package may be missing: an enterprise hands in flows
    /// alone.
    ///
    /// @return what was noticed; rows with an error among it were not given
    /// @throws PackageUnreadable if it is not a ledger package at all
    public static List<Problem> each(Path path, EachRow reader) {
        Problems problems = new Problems();
        try (PackageFiles files = PackageFiles.open(path, (_, _) -> {})) {
            files.tellNotes(problems);
            for (TableSchema table : PackageSchema.standard().tables()) {
                each(table, files, problems, reader);
            }
        }
        return problems.all();
    }

    /// Judges rows of one table that came otherwise than in a package.
    ///
    /// @return what is wrong, by row counted from 1 and column; empty if all are of good form
    public static List<Problem> problems(String table, List<SortedMap<String, String>> rows) {
        return problems(PackageSchema.standard(), table, rows);
    }

    /// The same by another contract than the ledger package's.
    static List<Problem> problems(
            PackageSchema contract, String table, List<SortedMap<String, String>> rows) {
        Problems problems = new Problems();
        TableSchema schema = contract.table(table);
        for (int r = 0; r < rows.size(); r++) {
            for (String column : rows.get(r).keySet()) {
                if (!schema.fieldNames().contains(column)) {
                    problems.error(
                            table,
                            r + 1,
                            column,
                            rows.get(r).getOrDefault(column, ""),
                            new Wording("this table has no such column", "该表没有此列"));
                }
            }
        }
        each(
                schema,
                new KeptFiles(_ -> new InMemory(rows.iterator()), contract),
                problems,
                (_, _) -> {});
        return problems.all();
    }

    private static void each(
            TableSchema table, PackageFiles files, Problems problems, EachRow reader) {
        new Table(table.name(), files, problems)
                .forEach(row -> {
                    judge(row, table.fields());
                    if (row.isGood()) {
                        reader.row(table.name(), cells(row, table.fields()));
                    }
                });
    }

    private static void judge(Row row, List<FieldSchema> fields) {
        for (int f = 0; f < fields.size(); f++) {
            FieldSchema field = fields.get(f);
            if (!field.allowed().isEmpty()) {
                row.word(f);
            } else {
                switch (field.type()) {
                    case STRING -> judgeText(row, f, field.name());
                    case NUMBER -> judgeNumber(row, f, field.name());
                    case INTEGER -> row.whole(f, 0);
                    case DATE -> row.day(f, false, LedgerTime.BEGINNING);
                    case DATETIME -> row.instant(f, 0, LedgerTime.BEGINNING);
                }
            }
        }
    }

    private static void judgeText(Row row, int field, String name) {
        switch (name) {
            case "country", "destination" -> row.country(field);
            case "hs_code" -> row.customsCode(field);
            case "month" -> row.month(field);
            default -> {}
        }
    }

    private static void judgeNumber(Row row, int field, String name) {
        if (name.equals("mass_kg")) {
            row.massMg(field);
        } else {
            row.number(field, 0);
        }
    }

    private static SortedMap<String, String> cells(Row row, List<FieldSchema> fields) {
        SortedMap<String, String> cells = new TreeMap<>();
        for (int f = 0; f < fields.size(); f++) {
            String cell = row.text(f);
            if (!cell.isEmpty()) {
                cells.put(fields.get(f).name(), cell);
            }
        }
        return cells;
    }

    /// Rows at hand, counted from 1.
    private static final class InMemory implements KeptRows.Cursor {
        private final Iterator<SortedMap<String, String>> rows;
        private int place;

        InMemory(Iterator<SortedMap<String, String>> rows) {
            this.rows = rows;
        }

        @Override
        public @Nullable SortedMap<String, String> next() {
            if (!rows.hasNext()) {
                return null;
            }
            place++;
            return rows.next();
        }

        @Override
        public int place() {
            return place;
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
