package org.ytterby.benchmarks.restart;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ytterby.benchmarks.Launcher;
import org.ytterby.benchmarks.Study;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How soon the service acknowledges, proves and answers after a start with so many flow lines in
/// its ledger, and how long a new generation of the analysis takes after one more.
public final class RestartStudy implements Study {
    private static final long LINES = 1_000_000;
    private static final int RUNS = 3;

    /// Two rows, each behind its verdict.
    private static final long ENTRIES_A_RUN = 4;

    /// Those of the launcher, so that both are started alike.
    private static final List<String> JVM =
            List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders");

    private static final String ROW =
            """
            {"table":"flows","rows":[{"record":"restart-%d","type":"stocktake","time":"2019-12-31",
              "facility":"MIN-01","direction":"count","mass_kg":"0"}]}
            """;

    @Override
    public String name() {
        return "restart";
    }

    @Override
    public String summary() {
        return "start to first acknowledgement, proof and answer, beside an empty service: restart [LINES [RUNS]]";
    }

    @Override
    public void run(List<String> arguments, PrintStream out) throws IOException {
        long lines = arguments.isEmpty() ? LINES : Long.parseLong(arguments.getFirst());
        int runs = arguments.size() < 2 ? RUNS : Integer.parseInt(arguments.get(1));
        Path folder =
                Files.createTempDirectory(
                        "ytterby-bench",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwxr-xr-x")));
        try {
            long entries = FilledLedger.fill(folder.resolve("data"), lines, folder);
            out.printf(Locale.ROOT, "%,d entries in the ledger%n%n", entries);
            out.println("| seconds since the start of the process | runs |");
            out.println("|---|---|");
            empty(folder, runs, out);
            List<Started> started = new ArrayList<>();
            for (int run = 0; run < runs; run++) {
                started.add(started(folder.resolve("data"), entries + ENTRIES_A_RUN * run, run));
            }
            rows(out, started);
        } finally {
            delete(folder);
        }
    }

    private static void empty(Path folder, int runs, PrintStream out) throws IOException {
        Path cache = folder.resolve("empty.aot");
        EmptyServiceRun.train(cache, JVM);
        List<String> cached = new ArrayList<>(JVM);
        cached.add("-XX:AOTCache=" + cache);
        List<Double> without = new ArrayList<>();
        List<Double> with = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            without.add(EmptyServiceRun.seconds(JVM));
            with.add(EmptyServiceRun.seconds(cached));
        }
        row(out, "empty Spring Boot service, first answer, no class cache", without);
        row(out, "empty Spring Boot service, first answer, class cache", with);
    }

    /// Seconds since the start, but for the last, which count from the row that brought it about.
    private record Started(
            double answered,
            double signedIn,
            double acknowledged,
            double acknowledgedCpu,
            double proven,
            double analysed,
            double analysedCpu,
            double analysedAgain,
            double analysedAgainCpu) {}

    private static Started started(Path data, long entries, int run) throws IOException {
        int port = ServedProcess.freePort();
        List<String> command =
                List.of(
                        Launcher.path().toString(),
                        "serve",
                        "--data",
                        data.toString(),
                        "--port",
                        Integer.toString(port));
        try (ServedProcess served = ServedProcess.start(port, command)) {
            double answered = served.await("/actuator/health/liveness", ServedProcess::isOk);
            served.signIn(FilledLedger.NAME, FilledLedger.PASSWORD);
            double signedIn = served.secondsSinceStart();
            JsonNode receipted = served.post("/api/v1/declarations", ROW.formatted(run), "r" + run);
            double acknowledged = served.secondsSinceStart();
            double acknowledgedCpu = served.cpuSeconds();
            long position = receipted.path("position").asLong();
            if (position != entries) {
                throw new IOException("entry " + position + " came after " + entries);
            }
            double proven = served.await("/api/v1/receipts/" + position, ServedProcess::isOk);
            double analysed = served.await("/api/v1/findings?limit=1", ServedProcess::isOk);
            double analysedCpu = served.cpuSeconds();
            analysedUpTo(served, position);
            double asked = served.secondsSinceStart();
            double askedCpu = served.cpuSeconds();
            JsonNode more =
                    served.post("/api/v1/declarations", ROW.formatted(run + 1_000), "more" + run);
            double again = analysedUpTo(served, more.path("position").asLong()) - asked;
            return new Started(
                    answered,
                    signedIn,
                    acknowledged,
                    acknowledgedCpu,
                    proven,
                    analysed,
                    analysedCpu,
                    again,
                    served.cpuSeconds() - askedCpu);
        }
    }

    private static double analysedUpTo(ServedProcess served, long position) throws IOException {
        return served.await(
                "/api/v1/findings?limit=1",
                answer ->
                        ServedProcess.isOk(answer)
                                && JsonMapper.shared()
                                                .readTree(answer.body())
                                                .path("position")
                                                .asLong()
                                        > position);
    }

    private static void rows(PrintStream out, List<Started> all) {
        row(out, "ytterby serve, first answer", all, Started::answered);
        row(out, "… signed in", all, Started::signedIn);
        row(out, "… first row acknowledged", all, Started::acknowledged);
        row(out, "… processor time of the service until then", all, Started::acknowledgedCpu);
        row(out, "… its receipt", all, Started::proven);
        row(out, "… findings answered", all, Started::analysed);
        row(out, "… processor time of the service until then", all, Started::analysedCpu);
        row(out, "one more row to the generation that holds it", all, Started::analysedAgain);
        row(out, "… processor time of the service", all, Started::analysedAgainCpu);
    }

    private static void row(
            PrintStream out, String what, List<Started> all, Function<Started, Double> seconds) {
        row(out, what, all.stream().map(seconds).toList());
    }

    private static void row(PrintStream out, String what, List<Double> seconds) {
        List<String> texts = seconds.stream().map("%.2f"::formatted).toList();
        out.printf("| %s | %s |%n", what, String.join(" · ", texts));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
