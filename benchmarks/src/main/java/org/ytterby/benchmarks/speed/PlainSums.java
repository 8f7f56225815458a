package org.ytterby.benchmarks.speed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ytterby.core.material.Element;

/// A ledger package in plain sums, by DuckDB: a command of its own, so that its time and memory can
/// be watched from outside.
public final class PlainSums {
    private static final String QUERIES = "plain-sums.sql";

    private PlainSums() {}

    /// @param args folder of the package, folder for the results
    public static void main(String[] args) throws IOException, SQLException {
        write(Path.of(args[0]), Path.of(args[1]));
    }

    /// Writes `balances.csv`, `lots.csv` and `plan_use.csv`.
    static void write(Path source, Path out) throws IOException, SQLException {
        Files.createDirectories(out);
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            statement.execute("SET threads = " + Runtime.getRuntime().availableProcessors());
            statement.execute("SET TimeZone = 'Asia/Shanghai'");
            statement.execute("CREATE TABLE factor (element VARCHAR, position INTEGER)");
            for (Element e : Element.ALL) {
                statement.execute("INSERT INTO factor VALUES ('" + e + "', " + e.ordinal() + ")");
            }
            statement.execute(queries(source, out)); // all of them, one after the other
        }
    }

    private static String queries(Path source, Path out) {
        return text().replace("$package", source.toString())
                .replace("$out", out.toString())
                .replace("$sums", each(", ", "sum(v.%1$s)::BIGINT AS %1$s"))
                .replace("$sum", each(" + ", "coalesce(%1$s, 0)"))
                .replace(
                        "$fractions",
                        each(
                                ", ",
                                "CASE basis WHEN 'element' THEN coalesce(%1$s, 0)"
                                        + " ELSE treo * coalesce(%1$s, 0) / total / %2$s END AS %1$s"))
                .replace("$names", each(", ", "%1$s := %1$s"))
                .replace("$prefixed", each(", ", "a.%1$s"))
                .replace(
                        "$masses",
                        each(
                                ", ",
                                "CAST(round_even(v.dry_mg * coalesce(v.%1$s, l.head.%1$s,"
                                        + " p.head.%1$s), 0) AS BIGINT) AS %1$s"))
                .replace("$elements", each(", ", "%1$s"))
                .replace("$reo", each(" + ", "v.%1$s * %2$s"));
    }

    private static String each(String between, String pattern) {
        Function<Element, String> one =
                e -> String.format(Locale.ROOT, pattern, e, e.oxideFactor());
        return Element.ALL.stream().map(one).collect(Collectors.joining(between));
    }

    private static String text() {
        try (InputStream in = PlainSums.class.getResourceAsStream(QUERIES)) {
            if (in == null) {
                throw new IllegalStateException(QUERIES + " is not packed with its class");
            }
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return all.lines()
                    .filter(line -> !line.startsWith("--"))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
