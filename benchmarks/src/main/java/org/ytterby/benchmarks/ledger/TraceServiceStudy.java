package org.ytterby.benchmarks.ledger;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ytterby.benchmarks.Scratch;
import org.ytterby.benchmarks.ServiceCaller;
import org.ytterby.benchmarks.Study;
import org.ytterby.core.genealogy.Trace;
import org.ytterby.core.genealogy.Tracing;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.formats.PackageForm;
import org.ytterby.server.LedgerService;
import org.ytterby.server.analysis.Generation;
import org.ytterby.simulator.SimulationPlan;
import org.ytterby.simulator.Simulator;

/// How long a trace takes over HTTP, from a service that holds ten thousand to a million flow
/// lines: one caller, one question after the other, about lots that lie at least six steps of
/// processing from their farthest origin.
public final class TraceServiceStudy implements Study {
    private static final long FIRST = 10_000;
    private static final long LAST = 1_000_000;
    private static final int STEP = 10;
    private static final int YEAR = 2019;
    private static final long SEED = 1;
    private static final int HOPS = 6;
    private static final int LOTS = 200;
    private static final int WARM = 1_000;
    private static final int MEASURED = 2_000;
    private static final double NS_PER_MS = 1e6;
    private static final double TAIL = 0.99;
    private static final String NAME = "study";
    private static final String PASSWORD = "study of traces";

    @Override
    public String name() {
        return "trace-service";
    }

    @Override
    public String summary() {
        return "traces over HTTP from a service of 10^4 to 10^6 flow lines: trace-service [LINES]";
    }

    @Override
    public void run(List<String> arguments, PrintStream out) throws IOException {
        long last = arguments.isEmpty() ? LAST : Long.parseLong(arguments.getFirst());
        out.println(
                "| flow lines | asked for | lots in the whole trace, p50 | p99 | p50, ms | p99, ms | load |");
        out.println("|---|---|---|---|---|---|---|");
        for (long lines = FIRST; lines <= last; lines *= STEP) {
            measure(lines, out);
        }
    }

    private static void measure(long lines, PrintStream out) throws IOException {
        try (Scratch scratch = Scratch.make()) {
            Path year = scratch.folder().resolve("year.zip");
            Simulator.write(
                    year, PackageForm.ZIP, SimulationPlan.honest(YEAR, SEED).withLines(lines));
            try (LedgerService service =
                            LedgerService.start(
                                    new LedgerService.Options(
                                            scratch.folder().resolve("data"),
                                            null,
                                            "127.0.0.1",
                                            0));
                    ServiceCaller caller = new ServiceCaller(service, NAME, PASSWORD)) {
                caller.handIn(year);
                measure(service, caller, out);
            }
        }
    }

    private static void measure(LedgerService service, ServiceCaller caller, PrintStream out) {
        ServiceCaller.awaitAnalysis(service);
        Generation now = service.analysis().newest();
        Ledger ledger = now.reconciliation().ledger();
        int[] lots = lots(now.tracing(), ledger);
        String[] ids =
                IntStream.of(lots)
                        .mapToObj(ledger.flows()::lotId)
                        .map(id -> URLEncoder.encode(id, StandardCharsets.UTF_8))
                        .toArray(String[]::new);
        int[] back = sizes(lots, lot -> now.tracing().backward(lot).steps());
        int[] both =
                sizes(
                        lots,
                        lot ->
                                Stream.concat(
                                                now.tracing().backward(lot).steps().stream(),
                                                now.tracing().forward(lot).steps().stream())
                                        .toList());
        int count = ledger.lines().length;
        String backward = "?direction=backward&depth=" + HOPS;
        row(out, count, "backward, six steps", back, times(caller, ids, backward));
        row(out, count, "both ways, 1,000 lots each", both, times(caller, ids, ""));
    }

    /// Some lots that lie deep enough, drawn by seed.
    private static int[] lots(Tracing tracing, Ledger ledger) {
        return new SplittableRandom(SEED)
                .ints(0, ledger.linesByLot().groupCount())
                .filter(lot -> ledger.linesByLot().size(lot) > 0)
                .filter(lot -> depth(tracing.backward(lot).steps()) >= HOPS)
                .limit(LOTS)
                .toArray();
    }

    private static int depth(List<Trace.Step> steps) {
        return steps.isEmpty() ? 0 : steps.getLast().depth();
    }

    private interface Steps {
        List<Trace.Step> of(int lot);
    }

    private static int[] sizes(int[] lots, Steps steps) {
        return IntStream.of(lots).map(lot -> steps.of(lot).size()).sorted().toArray();
    }

    /// Times from question to answer, ns, sorted.
    private static long[] times(ServiceCaller caller, String[] lots, String query) {
        long[] times = new long[MEASURED];
        for (int i = -WARM; i < MEASURED; i++) {
            String lot = lots[Math.floorMod(i, lots.length)];
            long from = System.nanoTime();
            caller.get("/api/v1/lots/" + lot + "/trace" + query);
            if (i >= 0) {
                times[i] = System.nanoTime() - from;
            }
        }
        Arrays.sort(times);
        return times;
    }

    private static void row(PrintStream out, int lines, String what, int[] sizes, long[] times) {
        out.printf(
                "| %,d | %s | %,d | %,d | %.2f | %.2f | %.1f |%n",
                lines,
                what,
                sizes[sizes.length / 2],
                sizes[(int) (sizes.length * TAIL)],
                times[times.length / 2] / NS_PER_MS,
                times[(int) (times.length * TAIL)] / NS_PER_MS,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
