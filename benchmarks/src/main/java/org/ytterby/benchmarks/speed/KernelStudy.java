package org.ytterby.benchmarks.speed;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.ytterby.benchmarks.Study;

/// Times of the kernels beside the memory's own speed and beside rivals, measured by JMH in one
/// run.
public final class KernelStudy implements Study {
    private static final int LOTS = 1_000_000;
    private static final int PLANTS = 500;

    private static final double TRACE_BAR = 15;
    private static final double ATTRIBUTION_BAR = 2.5;
    private static final double BALANCES_BAR_S = 1.5;

    /// Milliseconds by benchmark and parameters.
    private final Map<String, Double> scores = new TreeMap<>();

    @Override
    public String name() {
        return "kernels";
    }

    @Override
    public String summary() {
        return "trace, attribution, balances beside memory speed, DuckDB, SQLite, JGraphT: kernels [LOTS [PLANTS]]";
    }

    @Override
    public void run(List<String> arguments, PrintStream out) throws IOException {
        int lots = arguments.isEmpty() ? LOTS : Integer.parseInt(arguments.getFirst());
        int plants = arguments.size() < 2 ? PLANTS : Integer.parseInt(arguments.get(1));
        Path log = Files.createTempFile("kernels", ".log");
        out.println("JMH writes its log to " + log);
        Options options =
                new OptionsBuilder()
                        .include("org\\.ytterby\\.benchmarks\\.speed\\..*Kernel\\.")
                        .param("lots", Integer.toString(lots))
                        .param("plants", Integer.toString(plants))
                        .forks(1)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(2))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(2))
                        .jvmArgs(
                                "-Xms4g",
                                "-Xmx4g",
                                // as the launcher starts every command
                                "-XX:+UseSerialGC",
                                "-XX:+UseCompactObjectHeaders",
                                "--enable-native-access=ALL-UNNAMED")
                        .shouldFailOnError(true)
                        .output(log.toString())
                        .build();
        try {
            keep(new Runner(options).run());
        } catch (RunnerException e) {
            throw new IOException("JMH failed; its log is " + log, e);
        }
        printTriad(out);
        printTrace(out, lots);
        printAttribution(out, lots);
        printBalances(out, plants);
    }

    private void keep(Collection<RunResult> results) {
        for (RunResult result : results) {
            StringBuilder key = new StringBuilder(result.getPrimaryResult().getLabel());
            for (String parameter : List.of("who", "parents", "elements")) {
                if (result.getParams().getParamsKeys().contains(parameter)) {
                    key.append(' ').append(result.getParams().getParam(parameter));
                }
            }
            scores.put(key.toString(), result.getPrimaryResult().getScore());
        }
    }

    private double ms(String key) {
        Double score = scores.get(key);
        if (score == null) {
            throw new IllegalStateException(
                    "nothing was measured for " + key + ": " + scores.keySet());
        }
        return score;
    }

    /// Bytes a millisecond, with one thread.
    private double triadBytesPerMs() {
        return TriadKernel.BYTES / ms("oneThread");
    }

    private void printTriad(PrintStream out) {
        out.println("\n| triad | GB/s |\n|---|---|");
        out.printf(Locale.ROOT, "| one thread | %.1f |%n", triadBytesPerMs() / 1e6);
        out.printf(
                Locale.ROOT,
                "| all threads | %.1f |%n",
                TriadKernel.BYTES / ms("allThreads") / 1e6);
    }

    private void printTrace(PrintStream out, int lots) {
        out.printf(
                Locale.ROOT,
                "%n| backward trace, %,d lots | near parents, ms | ours is faster by | random parents, ms | ours is faster by |%n",
                lots);
        out.println("|---|---|---|---|---|");
        for (String who : List.of("ytterby", "duckdb", "duckdbUsingKey", "sqlite", "jgrapht")) {
            double near = ms("trace " + who + " near");
            double random = ms("trace " + who + " random");
            out.printf(
                    Locale.ROOT,
                    "| %s | %.1f | %.1f | %.1f | %.1f |%n",
                    who,
                    near,
                    near / ms("trace ytterby near"),
                    random,
                    random / ms("trace ytterby random"));
        }
        out.printf(
                Locale.ROOT,
                "%nBar: at least %.0f times as fast as DuckDB's quickest query.%n",
                TRACE_BAR);
    }

    private void printAttribution(PrintStream out, int lots) {
        long edges = LotDag.of(lots, true, TraceKernel.SEED).sources().length;
        double row = (double) AttributionKernel.ORIGINS * Float.BYTES;
        double bytes = 8.0 * edges + row * (edges + lots);
        double bound = bytes / triadBytesPerMs();
        out.printf(
                Locale.ROOT,
                "%n| attribution, %,d edges, %d origins | ms | bytes at triad speed, ms | ratio | bar |%n",
                edges,
                AttributionKernel.ORIGINS);
        out.println("|---|---|---|---|---|");
        for (String parents : List.of("near", "random")) {
            for (int elements : new int[] {1, 16}) {
                double measured = ms("attribute " + parents + " " + elements);
                boolean isBar = parents.equals("near") && elements == 1;
                out.printf(
                        Locale.ROOT,
                        "| %s parents, %d element%s | %.1f | %.1f | %.2f | %s |%n",
                        parents,
                        elements,
                        elements > 1 ? "s" : "",
                        measured,
                        bound * elements,
                        measured / (bound * elements),
                        isBar ? "≤ " + ATTRIBUTION_BAR : "");
            }
        }
        for (String parents : List.of("near", "random")) {
            double measured = ms("shipped " + parents);
            out.printf(
                    Locale.ROOT,
                    "| as shipped, %s parents, 1 element | %.1f | %.1f | %.2f |  |%n",
                    parents,
                    measured,
                    bound,
                    measured / bound);
        }
    }

    private void printBalances(PrintStream out, int plants) {
        out.printf(
                Locale.ROOT,
                "%n| %d plants × 16 elements × %d months, %,d lines | s | bar |%n",
                plants,
                PlantYear.MONTHS,
                PlantYear.lines(plants));
        out.println("|---|---|---|");
        out.printf(Locale.ROOT, "| balances and sequences | %.2f | |%n", ms("balances") / 1e3);
        out.printf(
                Locale.ROOT,
                "| balances, sequences and joint tests | %.2f | ≤ %.1f |%n",
                ms("balancesAndTests") / 1e3,
                BALANCES_BAR_S);
    }
}
