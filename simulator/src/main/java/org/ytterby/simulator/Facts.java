package org.ytterby.simulator;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ytterby.core.material.Composition;
import org.ytterby.core.material.Element;

/// Published figures, read from the tables under `facts/`, and notes of where a year had none.
///
/// Not safe for use by several threads: looking a figure up may add a note.
final class Facts {
    private static final String NATIONAL = "NATIONAL";
    private static final Pattern RANGE = Pattern.compile("(\\d+(?:\\.\\d+)?)-(\\d+(?:\\.\\d+)?)");
    private static final Pattern FLOOR = Pattern.compile("[>=]+(\\d+(?:\\.\\d+)?)");

    private final Table plans = Table.read("facts/quota_plans.csv");
    private final Table derivedPlans = Table.read("facts/quota_plans_derived.csv");
    private final Table distributions = Table.read("facts/ree_distributions.csv");
    private final Table yields = Table.read("facts/process_yields.csv");
    private final Table trade = Table.read("facts/china_ree_trade.csv");
    private final Table prices = Table.read("facts/usgs_prices.csv");
    private final Set<String> notes = new LinkedHashSet<>();

    /// Where a figure of another year, or a derived one, was taken.
    List<String> notes() {
        return List.copyOf(notes);
    }

    /// National plan of one batch in t REO, empty where neither printed nor derived.
    OptionalDouble plan(int year, int batch, String kind, String oreType) {
        OptionalDouble printed = plan(plans, year, Integer.toString(batch), kind, oreType);
        if (printed.isPresent()) {
            return printed;
        }
        OptionalDouble derived = plan(derivedPlans, year, Integer.toString(batch), kind, oreType);
        if (derived.isPresent()) {
            notes.add(
                    "plan %d batch %d %s %s: derived, see quota_plans_derived.csv"
                            .formatted(year, batch, kind, oreType));
        }
        return derived;
    }

    /// National plan of the whole year in t REO, empty where not printed as such.
    OptionalDouble planOfYear(int year, String kind, String oreType) {
        OptionalDouble whole = plan(plans, year, "full_year", kind, oreType);
        return whole.isPresent() ? whole : plan(plans, year, "1+2", kind, oreType);
    }

    /// The ionic mining plan of the nearest year that has one printed for the whole year, t REO.
    double nearestIonicPlan(int year) {
        return Table.number(
                nearest(
                        "ionic mining plan",
                        year,
                        plans.rows().stream()
                                .filter(row -> row.getField("batch").equals("full_year"))
                                .filter(row -> row.getField("group").equals(NATIONAL))
                                .filter(row -> row.getField("ore_type").equals("ionic"))),
                "tonnes_REO");
    }

    private static OptionalDouble plan(
            Table table, int year, String batch, String kind, String oreType) {
        return table.rows().stream()
                .filter(row -> row.getField("year").equals(Integer.toString(year)))
                .filter(row -> row.getField("batch").equals(batch))
                .filter(row -> row.getField("group").equals(NATIONAL))
                .filter(row -> row.getField("kind").equals(kind))
                .filter(row -> row.getField("ore_type").equals(oreType))
                .mapToDouble(row -> Table.number(row, "tonnes_REO"))
                .findFirst();
    }

    /// Shares of the oxides in one ore.
    Composition distribution(String source) {
        NamedCsvRecord row =
                distributions.first(source, each -> each.getField("source").equals(source));
        double[] parts = new double[Element.COUNT];
        for (Element element : Element.ALL) {
            String cell = row.getField(element.oxide());
            parts[element.ordinal()] =
                    cell.isEmpty() || cell.equals("trace") ? 0 : Double.parseDouble(cell);
        }
        if (row.getField("verification").startsWith("RECALLED")) {
            notes.add("distribution " + row.getField("mineral_type") + ": recalled, not re-read");
        }
        return Composition.closing(parts);
    }

    /// Yield of a step as a fraction: the middle of a range, or a floor raised by a part of what is
    /// missing to 1.
    ///
    /// @param step stage and beginning of the material, parted by a colon
    double recovery(String step, double gapShare) {
        String[] key = step.split(":", 2);
        NamedCsvRecord row =
                yields.first(
                        step,
                        each ->
                                each.getField("stage").equals(key[0])
                                        && each.getField("material").startsWith(key[1]));
        if (row.getField("verification").startsWith("RECALLED")) {
            notes.add("yield " + row.getField("material") + ": recalled, not re-read");
        }
        String value = row.getField("value");
        Matcher range = RANGE.matcher(value);
        if (range.find()) {
            return (Double.parseDouble(range.group(1)) + Double.parseDouble(range.group(2)))
                    / 200; // two figures in percent
        }
        Matcher floor = FLOOR.matcher(value);
        if (!floor.find()) {
            throw new IllegalStateException("no yield in " + value);
        }
        double least = Double.parseDouble(floor.group(1)) / 100;
        return least + gapShare * (1 - least);
    }

    /// Exports of a year in t, of the nearest year where it has no figure.
    double exports(int year) {
        NamedCsvRecord row =
                nearest(
                        "exports",
                        year,
                        trade.rows().stream()
                                .filter(each -> each.getField("flow").equals("export"))
                                .filter(each -> each.getField("period").equals("full_year")));
        return Table.number(row, "tonnes");
    }

    /// Price in USD a kg, of the nearest year where it has no figure.
    double price(String product, int year) {
        return Table.number(
                nearest(
                        "price of " + product,
                        year,
                        prices.rows().stream()
                                .filter(each -> each.getField("product").startsWith(product))),
                "usd_per_kg");
    }

    private NamedCsvRecord nearest(String what, int year, Stream<NamedCsvRecord> rows) {
        List<NamedCsvRecord> candidates = new ArrayList<>(rows.toList());
        candidates.sort(Comparator.comparingInt(row -> Math.abs(yearOf(row) - year)));
        if (candidates.isEmpty()) {
            throw new IllegalStateException("the facts have no " + what);
        }
        NamedCsvRecord chosen = candidates.getFirst();
        if (yearOf(chosen) != year) {
            notes.add("%s: figure of %d taken for %d".formatted(what, yearOf(chosen), year));
        }
        return chosen;
    }

    private static int yearOf(NamedCsvRecord row) {
        return Integer.parseInt(row.getField("year"));
    }
}
