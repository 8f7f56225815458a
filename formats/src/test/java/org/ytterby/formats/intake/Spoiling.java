package org.ytterby.formats.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ytterby.formats.testing.SmallPackage;

/// Ways in which files go wrong, by accident or on purpose.
enum Spoiling {
    FLIPPED_BYTE {
        @Override
        void spoil(SmallPackage files, String file, RandomGenerator random) {
            byte[] bytes = bytes(files, file);
            if (bytes.length > 0) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
        }
    },
    CUT_OFF {
        @Override
        void spoil(SmallPackage files, String file, RandomGenerator random) {
            byte[] bytes = bytes(files, file);
            files.put(file, Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
        }
    },
    STRAY_MARK {
        @Override
        void spoil(SmallPackage files, String file, RandomGenerator random) {
            String text = files.text(file);
            int at = random.nextInt(text.length() + 1);
            String mark =
                    List.of("\"", ",", "\n", "\r", "\"\"", ";", "\u0000").get(random.nextInt(7));
            files.put(file, text.substring(0, at) + mark + text.substring(at));
        }
    },
    SWAPPED_COLUMNS {
        @Override
        void spoil(SmallPackage files, String file, RandomGenerator random) {
            List<String[]> rows = rows(files, file);
            int a = random.nextInt(rows.getFirst().length);
            int b = random.nextInt(rows.getFirst().length);
            boolean header = random.nextBoolean();
            for (String[] row : header ? rows : rows.subList(1, rows.size())) {
                if (Math.max(a, b) < row.length) {
                    String cell = row[a];
                    row[a] = row[b];
                    row[b] = cell;
                }
            }
            put(files, file, rows);
        }
    },
    REPEATED_ROW {
        @Override
        void spoil(SmallPackage files, String file, RandomGenerator random) {
            List<String[]> rows = rows(files, file);
            rows.add(random.nextInt(rows.size() + 1), rows.get(random.nextInt(rows.size())));
            put(files, file, rows);
        }
    },
    LOST_ROW {
        @Override
        void spoil(SmallPackage files, String file, RandomGenerator random) {
            List<String[]> rows = rows(files, file);
            rows.remove(random.nextInt(rows.size()));
            put(files, file, rows);
        }
    },
    HOSTILE_CELL {
        @Override
        void spoil(SmallPackage files, String file, RandomGenerator random) {
            set(files, file, random, HOSTILE.get(random.nextInt(HOSTILE.size())));
        }
    },
    FOREIGN_CELL {
        @Override
        void spoil(SmallPackage files, String file, RandomGenerator random) {
            List<String> names = List.copyOf(files.files().keySet());
            List<String[]> rows = rows(files, names.get(random.nextInt(names.size())));
            String[] row = rows.get(random.nextInt(rows.size()));
            set(files, file, random, row[random.nextInt(row.length)]);
        }
    },
    SAME_COLUMN_CELL {
        @Override
        void spoil(SmallPackage files, String file, RandomGenerator random) {
            List<String[]> rows = rows(files, file);
            String[] from = rows.get(random.nextInt(rows.size()));
            String[] to = rows.get(random.nextInt(rows.size()));
            int column = random.nextInt(Math.min(from.length, to.length));
            to[column] = from[column];
            put(files, file, rows);
        }
    },
    CORRECTIONS {
        @Override
        void spoil(SmallPackage files, String file, RandomGenerator random) {
            List<String[]> rows = rows(files, FLOWS);
            int corrects = Arrays.asList(rows.getFirst()).indexOf("corrects");
            for (int i = 0; corrects >= 0 && i < 1 + random.nextInt(6); i++) {
                String[] row = rows.get(random.nextInt(rows.size()));
                String[] target = rows.get(random.nextInt(rows.size()));
                if (row.length > corrects) {
                    row[corrects] = target[0];
                }
            }
            put(files, FLOWS, rows);
        }
    };

    private static final String FLOWS = "flows.csv";
    private static final List<String> HOSTILE =
            List.of(
                    "",
                    " ",
                    "0",
                    "-0",
                    "-1",
                    "1",
                    "1e-300",
                    "1e300",
                    "1e999",
                    "999999999.999999",
                    "1000000000",
                    "NaN",
                    "Infinity",
                    "1,5",
                    "0.999999999999",
                    "\"",
                    "\"\"\"\n\"",
                    "a\nb",
                    "\u0000",
                    "\uFEFF",
                    "\uFFFD",
                    "\uD83D\uDC8E",
                    "\u202Eevil",
                    "=1+1",
                    "<script>alert(1)</script>",
                    "'; DROP TABLE flows; --",
                    "../../etc/passwd",
                    "x".repeat(5000),
                    "0001-01-01",
                    "0001-01-01T00:00:00+18:00",
                    "0000-01-01",
                    "9999-12-31",
                    "9999-12-31T23:59:59.999999-18:59",
                    "1970-01-01T00:00:00Z",
                    "2019-01-20",
                    "stocktake",
                    "cancellation",
                    "processing",
                    "export",
                    "in_process",
                    "element",
                    "CN",
                    "default");

    abstract void spoil(SmallPackage files, String file, RandomGenerator random);

    private static byte[] bytes(SmallPackage files, String file) {
        byte[] bytes = files.files().get(file);
        return bytes == null ? new byte[0] : bytes;
    }

    /// Cells by row, quotes taken as they stand; at least one row of one cell.
    private static List<String[]> rows(SmallPackage files, String file) {
        List<String[]> rows = new ArrayList<>();
        files.text(file).lines().forEach(line -> rows.add(line.split(",", -1)));
        if (rows.isEmpty()) {
            rows.add(new String[] {""});
        }
        return rows;
    }

    private static void put(SmallPackage files, String file, List<String[]> rows) {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(String.join(",", row)).append('\n'));
        files.put(file, text.toString());
    }

    private static void set(SmallPackage files, String file, RandomGenerator random, String value) {
        List<String[]> rows = rows(files, file);
        String[] row = rows.get(random.nextInt(rows.size()));
        boolean needsQuotes = value.matches("(?s).*[,\"\n\r].*") && random.nextBoolean();
        row[random.nextInt(row.length)] =
                needsQuotes ? '"' + value.replace("\"", "\"\"") + '"' : value;
        put(files, file, rows);
    }
}
