package org.ytterby.benchmarks.speed;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ytterby.benchmarks.Launcher;
import org.ytterby.benchmarks.Study;

/// Whole commands from ten thousand to ten million lines, beside DuckDB's plain sums of the same
/// package on the same cores.
public final class ScaleStudy implements Study {
    private static final long FIRST = 10_000;
    private static final long LAST = 10_000_000;
    private static final int STEP = 10;

    private static final double RATIO_BAR = 3;
    private static final double BYTES_PER_LINE = 200;
    private static final double BYTES_PER_ASSAY = 250;
    private static final double BYTES_ALWAYS = 300e6;

    @Override
    public String name() {
        return "reconcile-scale";
    }

    @Override
    public String summary() {
        return "reconcile from 10^4 to 10^7 lines, beside DuckDB's plain sums: reconcile-scale [FOLDER [LINES]]";
    }

    @Override
    public void run(List<String> arguments, PrintStream out) throws IOException {
        Path above =
                Path.of(
                        arguments.isEmpty()
                                ? System.getProperty("java.io.tmpdir")
                                : arguments.getFirst());
        long last = arguments.size() < 2 ? LAST : Long.parseLong(arguments.get(1));
        Path folder = Files.createTempDirectory(above, "scale");
        try {
            out.println(
                    "| lines | assays | reconcile: wall, s | CPU, s | µs a line | peak memory, MB | bar, MB"
                            + " | DuckDB plain sums: wall, s | CPU, s | peak memory, MB | ratio of wall times | bar |");
            out.println("|---|---|---|---|---|---|---|---|---|---|---|---|");
            for (long lines = FIRST; lines <= last; lines *= STEP) {
                measure(lines, folder, out);
            }
        } finally {
            delete(folder);
        }
        out.println(
                "\nreconcile writes all its default outputs; DuckDB writes balances.csv without σ, lots.csv and plan_use.csv.");
    }

    private static void measure(long aim, Path folder, PrintStream out) throws IOException {
        Path source = folder.resolve("year");
        Path ours = folder.resolve("ours");
        Path theirs = folder.resolve("theirs");
        String ytterby = Launcher.path().toString();
        Watched.run(
                List.of(
                        ytterby,
                        "simulate",
                        "--lines",
                        Long.toString(aim),
                        "--out",
                        source.toString()));
        Watched reconcile =
                Watched.run(
                        List.of(ytterby, "reconcile", source.toString(), "--out", ours.toString()));
        Watched duck = Watched.run(plainSums(source, theirs));
        checkSame(ours.resolve("balances.csv"), theirs.resolve("balances.csv"));
        checkSame(ours.resolve("lots.csv"), theirs.resolve("lots.csv"));
        long lines = rows(source.resolve("flows.csv"));
        long assays = rows(source.resolve("assays.csv"));
        double bar = BYTES_PER_LINE * lines + BYTES_PER_ASSAY * assays + BYTES_ALWAYS;
        out.printf(
                Locale.ROOT,
                "| %,d | %,d | %.2f | %.2f | %.1f | %,.0f | %,.0f | %.2f | %.2f | %,.0f | %.2f | %s |%n",
                lines,
                assays,
                reconcile.wallS(),
                reconcile.cpuS(),
                reconcile.wallS() * 1e6 / lines,
                reconcile.peakBytes() / 1e6,
                bar / 1e6,
                duck.wallS(),
                duck.cpuS(),
                duck.peakBytes() / 1e6,
                reconcile.wallS() / duck.wallS(),
                aim == LAST ? "≤ " + RATIO_BAR : "");
        delete(source);
        delete(ours);
        delete(theirs);
    }

    private static List<String> plainSums(Path source, Path out) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                PlainSums.class.getName(),
                source.toString(),
                out.toString());
    }

    /// Both must have the same rows, or the comparison says nothing.
    private static void checkSame(Path ours, Path theirs) throws IOException {
        if (rows(ours) != rows(theirs)) {
            throw new IOException(
                    ours + " has " + rows(ours) + " rows, " + theirs + " has " + rows(theirs));
        }
    }

    private static long rows(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count() - 1;
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(ScaleStudy::deleteOne);
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
