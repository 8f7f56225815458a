package org.ytterby.formats.attack;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.ytterby.formats.testing.SmallPackage;

/// Harm to the shape of a table, and to what its rows say of each other.
enum TableAttack implements Attack {
    WIDE_ROW((cells, random) -> widen(cells.row(random), cells, random)),
    WIDE_HEADER((cells, random) -> widen(cells.rows().getFirst(), cells, random)),
    WITHOUT_HEADER((cells, _) -> cells.rows().removeFirst()),
    HEADER_AGAIN((cells, random) ->
            cells.rows().add(random.nextInt(cells.rows().size() + 1), cells.rows().getFirst())),
    COLUMN_TWICE((cells, random) -> {
        String[] header = cells.rows().getFirst();
        header[random.nextInt(header.length)] = header[random.nextInt(header.length)];
    }),
    COLUMN_RENAMED((cells, random) -> {
        String[] header = cells.rows().getFirst();
        int at = random.nextInt(header.length);
        String name = header[at];
        header[at] =
                Attack.one(
                        random,
                        name.toUpperCase(Locale.ROOT),
                        " " + name + " ",
                        "\u00a0" + name,
                        "\uFEFF" + name,
                        name + "\u200b",
                        "",
                        "质量",
                        "x".repeat(50_000),
                        Cells.quoted("a\nb"),
                        "\u001b[31mred");
    }),
    MANY_UNKNOWN_COLUMNS((cells, random) -> {
        String[] header = cells.rows().getFirst();
        int more = 1 + random.nextInt(200);
        String[] wide = Arrays.copyOf(header, header.length + more);
        for (int i = header.length; i < wide.length; i++) {
            wide[i] = "u" + i;
        }
        cells.rows().set(0, wide);
    }),
    ID_AGAIN((cells, random) -> cells.row(random)[0] = cells.row(random)[0]),
    DANGLING((cells, random) -> {
        String[] row = cells.row(random);
        row[random.nextInt(row.length)] = "nobody-" + random.nextInt(3);
    }),
    OPEN_QUOTE((cells, random) -> {
        String[] row = cells.anyRow(random);
        int at = random.nextInt(row.length);
        row[at] = '"' + row[at];
    }),
    STRAY_QUOTE((cells, random) -> {
        String[] row = cells.anyRow(random);
        int at = random.nextInt(row.length);
        row[at] = Attack.one(random, row[at] + '"', "\"a\"b\"", "a\"b", "\"\"\"", "\"a\"\"");
    }),
    BLANK_ROWS((cells, random) -> {
        int at = random.nextInt(cells.rows().size() + 1);
        for (int i = 0; i < 1 + random.nextInt(50); i++) {
            cells.rows().add(at, new String[] {Attack.one(random, "", " ", ",,,", "\"\"")});
        }
    }),
    BAD_ROWS((cells, random) -> {
        String[] bad = cells.row(random).clone();
        Arrays.fill(bad, "?");
        for (int i = 0; i < 1 + random.nextInt(100); i++) {
            cells.rows().add(bad);
        }
    }),
    LARGEST_MASSES((cells, random) -> {
        for (String[] row : cells.rows().subList(1, cells.rows().size())) {
            if (!cells.get(row, "mass_kg").isEmpty() && random.nextBoolean()) {
                cells.set(row, "mass_kg", Attack.one(random, "1000000000", "0.000001", "0"));
            }
        }
    }),
    ALL_AT_ONE_TIME((cells, random) -> {
        String time = Attack.one(random, "2019-01-20", "2019-01-20T00:00:00+08:00", "0001-01-01");
        for (String[] row : cells.rows().subList(1, cells.rows().size())) {
            if (random.nextInt(4) > 0) {
                cells.set(row, "time", time);
            }
        }
    }),
    PARENTS_IN_A_CIRCLE((cells, random) -> {
        for (int i = 0; i < 3; i++) {
            String[] row = cells.row(random).clone();
            cells.set(row, "group", cells.get(cells.row(random), "party"));
            cells.set(row, "party", cells.get(cells.row(random), "group"));
            cells.rows().add(row);
        }
    }),
    LOTS_IN_A_CIRCLE((cells, random) -> {
        String lot = cells.get(cells.row(random), "lot");
        String other = cells.get(cells.row(random), "lot");
        for (String[] row : cells.rows().subList(1, cells.rows().size())) {
            if (cells.get(row, "type").equals("processing") && random.nextInt(3) > 0) {
                cells.set(row, "lot", random.nextBoolean() ? lot : other);
            }
        }
    }),
    CORRECTIONS((cells, random) -> {
        List<String[]> rows = cells.rows();
        for (int i = 0; i < 1 + random.nextInt(12); i++) {
            String[] row = cells.row(random).clone();
            cells.set(row, "corrects", cells.get(cells.row(random), "record"));
            if (random.nextBoolean()) {
                cells.set(row, "record", "C" + random.nextInt(6));
            }
            rows.add(row);
        }
    }),
    CORRECTIONS_IN_A_CIRCLE((cells, random) -> {
        String[] first = cells.row(random);
        String[] second = cells.row(random);
        cells.set(first, "corrects", cells.get(second, "record"));
        cells.set(second, "corrects", cells.get(first, "record"));
    });

    private interface Change {
        void on(Cells cells, RandomGenerator random);
    }

    private final Change change;

    TableAttack(Change change) {
        this.change = change;
    }

    @Override
    public void on(SmallPackage files, String file, RandomGenerator random) {
        Cells cells = new Cells(files, file);
        change.on(cells, random);
        cells.put();
    }

    /// Up to a million cells, seldom that many.
    private static void widen(String[] row, Cells cells, RandomGenerator random) {
        int width = 20 + random.nextInt(random.nextInt(20) == 0 ? 20_000 : 200);
        if (random.nextInt(2_000) == 0) {
            width = 1_000_000;
        }
        String[] wide = Arrays.copyOf(row, Math.max(row.length, width));
        Arrays.fill(wide, row.length, wide.length, random.nextBoolean() ? "" : "x");
        cells.rows().set(cells.rows().indexOf(row), wide);
    }
}
