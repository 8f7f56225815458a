package org.ytterby.benchmarks.epcis;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ytterby.benchmarks.Scratch;
import org.ytterby.benchmarks.ServiceCaller;
import org.ytterby.benchmarks.Study;
import org.ytterby.server.LedgerService;

/// EPCIS events a second over HTTP, each document on the disk before it is answered: four clients,
/// each sending its next document of 100 events when the one before was answered. Told for each
/// tenth of the run, because the compilers are busy in the first.
public final class EpcisCaptureStudy implements Study {
    private static final int EVENTS = 100_000;
    private static final int IN_DOCUMENT = 100;
    private static final int CLIENTS = 4;
    private static final int PARTS = 10;
    private static final double NS_PER_S = 1e9;
    private static final double NS_PER_MS = 1e6;
    private static final double TAIL = 0.99;

    @Override
    public String name() {
        return "epcis-capture";
    }

    @Override
    public String summary() {
        return "EPCIS events a second over HTTP, durable: epcis-capture [EVENTS]";
    }

    @Override
    public void run(List<String> arguments, PrintStream out) throws IOException {
        int events = arguments.isEmpty() ? EVENTS : Integer.parseInt(arguments.getFirst());
        try (Scratch scratch = Scratch.make();
                LedgerService service =
                        LedgerService.start(
                                new LedgerService.Options(scratch.folder(), null, "127.0.0.1", 0));
                ServiceCaller caller =
                        new ServiceCaller(service, "study", "study of capturing events");
                ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            out.println("| events | events a second | a document, p50, ms | p99, ms | load |");
            out.println("|---|---|---|---|---|");
            int each = events / PARTS / CLIENTS / IN_DOCUMENT;
            long start = System.nanoTime();
            for (int part = 0; part < PARTS; part++) {
                row(out, part(caller, clients, part * CLIENTS * each, each));
            }
            out.printf(
                    "%n%,.0f events a second over all %,d%n",
                    PARTS * CLIENTS * each * IN_DOCUMENT * NS_PER_S / (System.nanoTime() - start),
                    PARTS * CLIENTS * each * IN_DOCUMENT);
        }
    }

    /// @param latenciesNs sorted, one a document
    private record Part(double seconds, long[] latenciesNs) {}

    /// @param first number of the first document
    /// @param each documents of each client
    private static Part part(ServiceCaller caller, ExecutorService clients, int first, int each) {
        List<Future<long[]>> underway = new ArrayList<>();
        long start = System.nanoTime();
        for (int client = 0; client < CLIENTS; client++) {
            int from = first + client * each;
            underway.add(clients.submit(() -> send(caller, from, each)));
        }
        long[] latencies =
                underway.stream()
                        .map(EpcisCaptureStudy::told)
                        .flatMapToLong(Arrays::stream)
                        .toArray();
        double seconds = (System.nanoTime() - start) / NS_PER_S;
        Arrays.sort(latencies);
        return new Part(seconds, latencies);
    }

    private static long[] send(ServiceCaller caller, int from, int count) {
        long[] latencies = new long[count];
        for (int i = 0; i < count; i++) {
            int document = from + i;
            String json =
                    Separations.document(
                            document * IN_DOCUMENT, IN_DOCUMENT, new SplittableRandom(document));
            long asked = System.nanoTime();
            caller.capture(json);
            latencies[i] = System.nanoTime() - asked;
        }
        return latencies;
    }

    private static long[] told(Future<long[]> sent) {
        try {
            return sent.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a document was refused", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while capturing", e);
        }
    }

    private static void row(PrintStream out, Part part) {
        long[] latencies = part.latenciesNs();
        int events = latencies.length * IN_DOCUMENT;
        out.printf(
                "| %,d | %,.0f | %.1f | %.1f | %.1f |%n",
                events,
                events / part.seconds(),
                latencies[latencies.length / 2] / NS_PER_MS,
                latencies[(int) (latencies.length * TAIL)] / NS_PER_MS,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
