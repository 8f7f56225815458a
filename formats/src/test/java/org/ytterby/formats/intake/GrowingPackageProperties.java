package org.ytterby.formats.intake;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ytterby.core.balance.BalanceMemory;
import org.ytterby.core.ledger.Declarations;
import org.ytterby.core.ledger.Limits;
import org.ytterby.core.supervision.Explainer;
import org.ytterby.core.supervision.Reconciler;
import org.ytterby.core.supervision.Reconciliation;
import org.ytterby.core.supervision.Settings;
import org.ytterby.core.testing.Property;
import org.ytterby.formats.results.ResultWriter;

/// However rows come, what is read on, and answered from memory, equals what is made of all rows
/// from the beginning.
class GrowingPackageProperties {
    private static final Path EXAMPLE =
            Path.of(System.getProperty("ytterby.root", ".."), "examples", "national-2019");
    private static final int TRIES = 3;
    private static final int STEPS = 4;
    private static final int PLANTS = 3;
    private static final Limits LIMITS = Law.shipped().limits();

    @TempDir private Path folder = Path.of("");

    /// A row of a table, as a ledger keeps it; its place is its position among all.
    private record Kept(String table, SortedMap<String, String> cells) {}

    @Test
    void readingOnEqualsReadingAll() throws IOException {
        List<Kept> example = example();
        Property.forAll(
                TRIES,
                random -> {
                    List<Kept> rows = drawn(example, random);
                    GrowingPackage growing = new GrowingPackage();
                    BalanceMemory memory = BalanceMemory.empty();
                    int read = 0;
                    for (int step = 1; step <= STEPS; step++) {
                        int size = step == STEPS ? rows.size() : step(rows.size(), read, random);
                        Declarations grown =
                                growing.read(of(rows, 0, size), of(rows, read, size), LIMITS);
                        mustEqual(grown, PackageReader.read(of(rows, 0, size)), memory);
                        read = size;
                    }
                });
    }

    @Test
    void anAnswerStaysAsItWasWhenMoreIsRead() throws IOException {
        List<Kept> rows = drawn(example(), new Random(5));
        int half = rows.size() / 2;
        GrowingPackage growing = new GrowingPackage();
        Declarations first = growing.read(of(rows, 0, half), of(rows, 0, half), LIMITS);
        growing.read(of(rows, 0, rows.size()), of(rows, half, rows.size()), LIMITS);
        mustEqual(first, PackageReader.read(of(rows, 0, half)), BalanceMemory.none());
    }

    private static int step(int size, int read, RandomGenerator random) {
        return random.nextInt(4) == 0 ? read : read + random.nextInt(size - read);
    }

    /// The rows of a few plants, some of them harmed; what others refer to mostly first.
    private static List<Kept> drawn(List<Kept> example, RandomGenerator random) {
        List<String> plants = new ArrayList<>();
        for (Kept row : example) {
            if (row.table.equals("facilities")) {
                plants.add(row.cells.getOrDefault("facility", ""));
            }
        }
        Collections.shuffle(plants, new Random(random.nextLong()));
        List<String> few = plants.subList(0, PLANTS);
        List<Kept> first = new ArrayList<>();
        List<Kept> later = new ArrayList<>();
        for (Kept row : example) {
            boolean isLarge = row.table.equals("flows") || row.table.equals("assays");
            String place =
                    row.cells.getOrDefault(row.table.equals("flows") ? "facility" : "subject", "");
            if (!isLarge) {
                (random.nextInt(400) == 0 ? later : first).add(row);
            } else if (few.stream().anyMatch(place::startsWith) || !place.contains("-1")) {
                later.add(random.nextInt(60) == 0 ? harmed(row, random) : row);
            }
        }
        shuffleWithin(later, random);
        first.addAll(later);
        return first;
    }

    /// Assays and flows come mixed, and some far from their place.
    private static void shuffleWithin(List<Kept> rows, RandomGenerator random) {
        for (int i = 0; i < rows.size(); i++) {
            if (random.nextInt(10) == 0) {
                Collections.swap(rows, i, random.nextInt(rows.size()));
            }
        }
    }

    private static Kept harmed(Kept row, RandomGenerator random) {
        SortedMap<String, String> cells = new TreeMap<>(row.cells);
        List<String> columns = List.copyOf(cells.keySet());
        String column = columns.get(random.nextInt(columns.size()));
        switch (random.nextInt(3)) {
            case 0 -> cells.remove(column);
            case 1 -> cells.put(column, "x");
            default -> cells.put("corrects", row.cells.getOrDefault("record", "nothing"));
        }
        return new Kept(row.table, cells);
    }

    private void mustEqual(Declarations grown, Declarations whole, BalanceMemory memory)
            throws IOException {
        assertThat(grown.problems()).isEqualTo(whole.problems());
        Settings settings = Settings.standard();
        assertThat(results(Explainer.of(grown, settings, memory).answer(), "grown"))
                .isEqualTo(results(Reconciler.reconcile(whole, settings), "whole"));
    }

    private Map<String, String> results(Reconciliation answer, String name) throws IOException {
        Path to = folder.resolve(name);
        ResultWriter.write(answer, to);
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> written = Files.list(to)) {
            for (Path file : written.toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        assertThat(files).isNotEmpty();
        return files;
    }

    private static List<Kept> example() throws IOException {
        List<Kept> rows = new ArrayList<>();
        try (Stream<Path> tables = Files.list(EXAMPLE)) {
            for (Path file : tables.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".csv")) {
                    read(file, name.substring(0, name.length() - ".csv".length()), rows);
                }
            }
        }
        return rows;
    }

    private static void read(Path file, String table, List<Kept> rows) {
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(file, StandardCharsets.UTF_8)) {
            for (NamedCsvRecord record : csv) {
                SortedMap<String, String> cells = new TreeMap<>(record.getFieldsAsMap());
                cells.values().removeIf(String::isEmpty);
                rows.add(new Kept(table, cells));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Those from one position up to another.
    private static KeptRows of(List<Kept> rows, int from, int to) {
        return table -> new Walk(rows, table, from, to);
    }

    private static final class Walk implements KeptRows.Cursor {
        private final Iterator<Integer> places;
        private final List<Kept> rows;
        private int place;

        Walk(List<Kept> rows, String table, int from, int to) {
            this.rows = rows;
            places =
                    Stream.iterate(from, at -> at < to, at -> at + 1)
                            .filter(at -> rows.get(at).table.equals(table))
                            .iterator();
        }

        @Override
        public @Nullable SortedMap<String, String> next() {
            if (!places.hasNext()) {
                return null;
            }
            place = places.next();
            return rows.get(place).cells;
        }

        @Override
        public int place() {
            return place;
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
