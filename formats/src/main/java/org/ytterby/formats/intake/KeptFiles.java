package org.ytterby.formats.intake;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.ytterby.formats.PackageSchema;

/// A package whose rows are kept elsewhere; every table is there, with all columns.
record KeptFiles(KeptRows kept, PackageSchema schema) implements PackageFiles {
    KeptFiles(KeptRows kept) {
        this(kept, PackageSchema.standard());
    }

    @Override
    public Optional<String> file(String table) {
        return Optional.of(table);
    }

    @Override
    public String called(String table) {
        return table;
    }

    @Override
    public Rows rows(String table) {
        return new InOrder(schema.table(table).fieldNames(), kept.open(table));
    }

    @Override
    public void tellNotes(Problems problems) {
        // there is nothing beside the tables
    }

    @Override
    public void close() {
        // each cursor is closed by its reader
    }

    /// Gives the header first, then each row's cells in its order.
    private static final class InOrder implements Rows {
        private final List<String> columns;
        private final KeptRows.Cursor cursor;
        private boolean atHeader = true;

        InOrder(List<String> columns, KeptRows.Cursor cursor) {
            this.columns = columns;
            this.cursor = cursor;
        }

        @Override
        public String @Nullable [] next() {
            if (atHeader) {
                atHeader = false;
                return columns.toArray(String[]::new);
            }
            SortedMap<String, String> row = cursor.next();
            if (row == null) {
                return null;
            }
            String[] cells = new String[columns.size()];
            for (int c = 0; c < cells.length; c++) {
                cells[c] = row.getOrDefault(columns.get(c), "");
            }
            return cells;
        }

        @Override
        public int row() {
            return cursor.place();
        }

        @Override
        public void close() {
            cursor.close();
        }
    }
}
