package org.ytterby.formats;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import org.ytterby.core.environment.Clause;
import org.ytterby.core.environment.Comparison;
import org.ytterby.core.environment.Condition;
import org.ytterby.core.environment.Confidence;
import org.ytterby.core.environment.EnvironmentLaw;
import org.ytterby.core.environment.EnvironmentLaw.KindNorm;
import org.ytterby.core.environment.Indicator;
import org.ytterby.core.environment.SpeciesBalance.Share;
import org.ytterby.core.environment.SpeciesBalance.Species;
import org.ytterby.core.environment.ThroughputCheck.Norm;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Span;

/// The dated limits, conditions, norms and shares that are shipped, each with its source and how
/// sure it is. A change of the law is a new row.
public final class EnvironmentTables {
    private EnvironmentTables() {}

    /// What a condition is about.
    public enum Subject {
        /// Limits of what may leave a plant.
        EMISSION,
        /// What a new project must reach.
        ACCESS,
        /// What is phased out.
        EXIT,
        /// Least recovery rates of mines.
        THREE_RATES;

        private String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// A limit that is known to exist, but not how high it is.
    public record Unknown(
            String code, String indicator, String unit, Set<String> kinds, Clause clause) {}

    /// The conditions of a subject whose bound was seen.
    public static List<Condition> conditions(Subject subject) {
        List<Condition> conditions = new ArrayList<>();
        for (NamedCsvRecord row : rows("conditions.csv")) {
            boolean known = !row.getField("bound").isEmpty();
            if (row.getField("subject").equals(subject.code()) && known) {
                conditions.add(
                        new Condition(
                                row.getField("code"),
                                row.getField("indicator"),
                                comparison(row.getField("comparison")),
                                Double.parseDouble(row.getField("bound")),
                                row.getField("unit"),
                                kinds(row),
                                span(row),
                                clause(row)));
            }
        }
        return List.copyOf(conditions);
    }

    /// Limits whose bound was not seen: to be entered by whoever has the text.
    public static List<Unknown> unknown(Subject subject) {
        return rows("conditions.csv").stream()
                .filter(row -> row.getField("subject").equals(subject.code()))
                .filter(row -> row.getField("bound").isEmpty())
                .map(row ->
                        new Unknown(
                                row.getField("code"),
                                row.getField("indicator"),
                                row.getField("unit"),
                                kinds(row),
                                clause(row)))
                .toList();
    }

    /// What returns may hold.
    public static List<Indicator> indicators() {
        return rows("indicators.csv").stream()
                .map(row ->
                        new Indicator(
                                row.getField("indicator"),
                                row.getField("name_en"),
                                row.getField("name"),
                                row.getField("unit"),
                                row.getField("medium"),
                                row.getField("substance")))
                .toList();
    }

    /// How much ammonia nitrogen and chloride reagents hold.
    public static List<Share> shares() {
        return rows("reagents.csv").stream()
                .map(row ->
                        new Share(
                                row.getField("reagent"),
                                Species.valueOf(row.getField("species").toUpperCase(Locale.ROOT)),
                                Double.parseDouble(row.getField("kg_per_kg"))))
                .toList();
    }

    /// What a tonne takes, by kinds of plants.
    public static List<KindNorm> norms() {
        return rows("norms.csv").stream()
                .map(row ->
                        new KindNorm(
                                kinds(row),
                                new Norm(
                                        row.getField("indicator"),
                                        Double.parseDouble(row.getField("per_tonne")),
                                        row.getField("unit"),
                                        Double.parseDouble(row.getField("relative_sigma")),
                                        row.getField("source"),
                                        confidence(row))))
                .toList();
    }

    /// What returns are held against.
    public static EnvironmentLaw law() {
        return new EnvironmentLaw(indicators(), conditions(Subject.EMISSION), norms(), shares());
    }

    private static List<NamedCsvRecord> rows(String file) {
        try (InputStream in = EnvironmentTables.class.getResourceAsStream("environment/" + file)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + file);
            }
            try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(in)) {
                return csv.stream().toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> kinds(NamedCsvRecord row) {
        String kinds = row.getField("kinds");
        return kinds.isEmpty() ? Set.of() : Set.of(kinds.split(" ", -1));
    }

    private static Clause clause(NamedCsvRecord row) {
        return new Clause(
                row.getField("clause_en"),
                row.getField("clause"),
                row.getField("source"),
                confidence(row));
    }

    private static Confidence confidence(NamedCsvRecord row) {
        return Confidence.valueOf(row.getField("confidence").toUpperCase(Locale.ROOT));
    }

    private static Comparison comparison(String code) {
        for (Comparison comparison : Comparison.values()) {
            if (comparison.code().equals(code)) {
                return comparison;
            }
        }
        throw new IllegalStateException("no comparison " + code);
    }

    /// Whole days: the first begins a span, the last ends it, an empty one leaves it open.
    private static Span span(NamedCsvRecord row) {
        String from = row.getField("from");
        String until = row.getField("until");
        return new Span(
                from.isEmpty() ? LedgerTime.BEGINNING : day(from),
                until.isEmpty() ? LedgerTime.END : day(until) + LedgerTime.DAY);
    }

    private static long day(String text) {
        OptionalLong day = LedgerTime.parseDate(text);
        return day.orElseThrow(() -> new IllegalStateException("no date: " + text));
    }
}
