package org.ytterby.core.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/// Ledgers drawn at random, as rows of [LedgerText]: no sense in them, but every shape that counts.
///
/// Lots share assays between arrival, stock and departure, feed each other in loops, appear out of
/// nowhere; methods, laboratories and years change on the way.
public final class RandomLedger {
    private static final List<String> FACILITIES = List.of("M1", "SEP", "MET");
    private static final List<String> PRODUCTS = List.of("conc", "mixed", "oxide", "hold");

    private static final String METHODS =
            """
            weighing bridge 0.004  0.003
            weighing bench  0.0005 0.001
            assaying icp 0.01 0.005
            assaying icp 0.03 0.02 Dy
            assaying xrf 0.02 0.01
            assaying default 0.002 0.001
            """;

    private final RandomGenerator random;
    private final int lots;
    private final List<String> rows = new ArrayList<>();
    private int record;

    private RandomLedger(RandomGenerator random, int lots) {
        this.random = random;
        this.lots = lots;
    }

    /// Rows of a ledger of three facilities over about a year.
    ///
    /// @param lots how many lots there are
    /// @param records how many records there are beside stocktakes
    public static List<String> rows(RandomGenerator random, int lots, int records) {
        RandomLedger ledger = new RandomLedger(random, lots);
        METHODS.lines().forEach(ledger.rows::add);
        for (int lot = 0; lot < lots; lot++) {
            ledger.addAssays(lot);
        }
        for (int i = 0; i < records; i++) {
            ledger.addRecord();
        }
        for (String facility : FACILITIES) {
            int stocktakes = random.nextInt(6);
            for (int i = 0; i < stocktakes; i++) {
                ledger.addStocktake(facility);
            }
        }
        return List.copyOf(ledger.rows);
    }

    /// The rows as one text.
    public static String text(RandomGenerator random, int lots, int records) {
        return String.join("\n", rows(random, lots, records));
    }

    private static String product(int lot) {
        return PRODUCTS.get(lot % PRODUCTS.size());
    }

    private void addAssays(int lot) {
        int assays = random.nextInt(3); // none: the product's serves
        for (int i = 0; i < assays; i++) {
            rows.add(
                    String.format(
                            Locale.ROOT,
                            "assay a%d-%d L%d Nd=%.3f %s %s lab=%s %s",
                            lot,
                            i,
                            lot,
                            0.05 + 0.5 * random.nextDouble(),
                            random.nextBoolean() ? "Dy=0.0%d".formatted(random.nextInt(1, 9)) : "",
                            random.nextInt(3) == 0 ? "" : "at=" + time(),
                            "AB".charAt(random.nextInt(2)),
                            List.of("method=icp", "method=xrf", "").get(random.nextInt(3))));
        }
    }

    private String time() {
        int month = random.nextInt(14); // December of one year to January of the one after the next
        int year = month == 0 ? 2023 : month == 13 ? 2025 : 2024;
        int inYear = month == 0 ? 12 : month == 13 ? 1 : month;
        return String.format(
                Locale.ROOT,
                "%d-%02d-%02dT%02d:%02d",
                year,
                inYear,
                random.nextInt(1, 29),
                random.nextInt(24),
                random.nextInt(60));
    }

    private String line(int lot) {
        return String.format(
                Locale.ROOT,
                "L%d %s %.6f %s %s",
                lot,
                product(lot),
                1 + 1_000 * random.nextDouble(),
                random.nextInt(3) == 0 ? "moisture=0.08" : "",
                List.of("method=bridge", "method=bench", "").get(random.nextInt(3)));
    }

    private void addRecord() {
        String id = "R" + record++;
        String facility = FACILITIES.get(random.nextInt(FACILITIES.size()));
        String partner = FACILITIES.get(random.nextInt(FACILITIES.size()));
        String time = time();
        String start = id + " %s " + time + " " + facility + " ";
        switch (random.nextInt(8)) {
            case 0 -> rows.add(start.formatted("extraction") + line(lot()));
            case 1 -> rows.add(start.formatted("import") + line(lot()) + " partner=MM");
            case 2 -> rows.add(start.formatted("export") + line(lot()) + " partner=F doc=LIC");
            case 3 -> rows.add(start.formatted("disposal") + line(lot()));
            case 4 ->
                    rows.add(
                            start.formatted("shipment")
                                    + line(lot())
                                    + " partner="
                                    + partner
                                    + " doc=D"
                                    + random.nextInt(3));
            case 5 ->
                    rows.add(
                            start.formatted("receipt")
                                    + line(lot())
                                    + " partner="
                                    + (random.nextInt(4) == 0 ? "OUT" : partner)
                                    + " doc=D"
                                    + random.nextInt(3));
            default -> addProcessing(start.formatted("processing"));
        }
    }

    private void addProcessing(String start) {
        int in = random.nextInt(1, 4);
        for (int i = 0; i < in; i++) {
            rows.add(start + "in " + line(lot()));
        }
        int out = random.nextInt(1, 4);
        for (int i = 0; i < out; i++) {
            rows.add(start + "out " + line(lot()));
        }
    }

    private void addStocktake(String facility) {
        String start = "R" + record++ + " stocktake " + time() + " " + facility + " ";
        int counted = random.nextInt(4);
        if (counted == 0) {
            rows.add(start);
        }
        for (int i = 0; i < counted; i++) {
            rows.add(start + line(lot()));
        }
    }

    private int lot() {
        return random.nextInt(lots);
    }
}
