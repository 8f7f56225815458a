package org.ytterby.formats.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ytterby.formats.testing.SmallPackage;

/// The cells of a file as an attacker sees them: split at commas, quotes taken as they stand.
final class Cells {
    private final SmallPackage files;
    private final String file;
    private final List<String[]> rows = new ArrayList<>();

    /// At least one row of one cell.
    Cells(SmallPackage files, String file) {
        this.files = files;
        this.file = file;
        if (files.files().containsKey(file)) {
            files.text(file).lines().forEach(line -> rows.add(line.split(",", -1)));
        }
        if (rows.isEmpty()) {
            rows.add(new String[] {""});
        }
    }

    List<String[]> rows() {
        return rows;
    }

    /// A row, the header as likely as any other.
    String[] anyRow(RandomGenerator random) {
        return rows.get(random.nextInt(rows.size()));
    }

    /// A row below the header, the header where there is no other.
    String[] row(RandomGenerator random) {
        return rows.size() == 1 ? rows.getFirst() : rows.get(1 + random.nextInt(rows.size() - 1));
    }

    /// The cell of a column, -1 if there is none.
    int column(String name) {
        return Arrays.asList(rows.getFirst()).indexOf(name);
    }

    /// Sets a cell where the row has it.
    void set(String[] row, String column, String value) {
        int at = column(column);
        if (at >= 0 && at < row.length) {
            row[at] = value;
        }
    }

    /// The cell of a row, empty where it has none.
    String get(String[] row, String column) {
        int at = column(column);
        return at >= 0 && at < row.length ? row[at] : "";
    }

    /// Writes the rows back.
    void put() {
        StringBuilder text = new StringBuilder();
        for (String[] row : rows) {
            text.append(String.join(",", row)).append('\n');
        }
        files.put(file, text.toString());
    }

    /// A cell as RFC 4180 wants it.
    static String quoted(String value) {
        return '"' + value.replace("\"", "\"\"") + '"';
    }
}
