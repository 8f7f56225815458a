package org.ytterby.formats.attack;

import java.util.List;
import java.util.random.RandomGenerator;
import org.ytterby.formats.testing.SmallPackage;

/// Ways in which files go wrong without anybody meaning it.
enum Mishap implements Attack {
    FLIPPED_BYTE((files, file, random) -> {
        byte[] bytes = files.files().getOrDefault(file, new byte[0]);
        if (bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
    }),
    STRAY_MARK((files, file, random) -> {
        String text = files.text(file);
        int at = random.nextInt(text.length() + 1);
        String mark = Attack.one(random, "\"", ",", "\n", "\r", "\"\"", ";", "\u0000");
        files.put(file, text.substring(0, at) + mark + text.substring(at));
    }),
    SWAPPED_COLUMNS((files, file, random) -> {
        Cells cells = new Cells(files, file);
        int width = cells.rows().getFirst().length;
        int a = random.nextInt(width);
        int b = random.nextInt(width);
        int first = random.nextInt(2);
        for (String[] row : cells.rows().subList(first, cells.rows().size())) {
            if (Math.max(a, b) < row.length) {
                String cell = row[a];
                row[a] = row[b];
                row[b] = cell;
            }
        }
        cells.put();
    }),
    REPEATED_ROW((files, file, random) -> {
        Cells cells = new Cells(files, file);
        cells.rows().add(random.nextInt(cells.rows().size() + 1), cells.anyRow(random).clone());
        cells.put();
    }),
    LOST_ROW((files, file, random) -> {
        Cells cells = new Cells(files, file);
        cells.rows().remove(random.nextInt(cells.rows().size()));
        cells.put();
    }),
    LOST_FILE((files, file, _) -> files.remove(file)),
    ANOTHER_TABLES_CELL((files, file, random) -> {
        List<String> names = List.copyOf(files.files().keySet());
        String[] from = new Cells(files, Attack.pick(random, names)).anyRow(random);
        Cells cells = new Cells(files, file);
        String[] row = cells.anyRow(random);
        row[random.nextInt(row.length)] = from[random.nextInt(from.length)];
        cells.put();
    }),
    ANOTHER_ROWS_CELL((files, file, random) -> {
        Cells cells = new Cells(files, file);
        String[] from = cells.anyRow(random);
        String[] to = cells.anyRow(random);
        int column = random.nextInt(Math.min(from.length, to.length));
        to[column] = from[column];
        cells.put();
    }),
    ANOTHER_WORD((files, file, random) -> {
        Cells cells = new Cells(files, file);
        String[] row = cells.row(random);
        row[random.nextInt(row.length)] =
                Attack.one(
                        random,
                        "stocktake",
                        "cancellation",
                        "processing",
                        "export",
                        "in_process",
                        "element",
                        "CN",
                        "default",
                        "2019-01-20",
                        "");
        cells.put();
    });

    private interface Change {
        void on(SmallPackage files, String file, RandomGenerator random);
    }

    private final Change change;

    Mishap(Change change) {
        this.change = change;
    }

    @Override
    public void on(SmallPackage files, String file, RandomGenerator random) {
        if (files.files().containsKey(file)) {
            change.on(files, file, random);
        }
    }
}
