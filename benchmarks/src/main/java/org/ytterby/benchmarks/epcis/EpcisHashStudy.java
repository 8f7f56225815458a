package org.ytterby.benchmarks.epcis;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.ytterby.benchmarks.Study;
import org.ytterby.epcis.EpcisDocument;
import org.ytterby.epcis.EpcisEvent;
import org.ytterby.epcis.hash.EventHash;
import org.ytterby.epcis.schema.Schema;

/// Events per second of CPU time, on one thread, of reading, checking and hashing one document.
/// Time of the collector and of the compiler is not counted; waiting for a busy processor neither.
public final class EpcisHashStudy implements Study {
    private static final int EVENTS = 10_000;
    private static final int ROUNDS = 12;
    private static final double NANOS = 1e9;

    @Override
    public String name() {
        return "epcis-hash";
    }

    @Override
    public String summary() {
        return "reads, checks and hashes a document of 10,000 EPCIS events (argument: rounds)";
    }

    @Override
    public void run(List<String> arguments, PrintStream out) {
        int rounds = arguments.isEmpty() ? ROUNDS : Integer.parseInt(arguments.getFirst());
        byte[] document =
                Separations.document(0, EVENTS, new SplittableRandom(1))
                        .getBytes(StandardCharsets.UTF_8);
        out.printf(
                "%,d events, %,d bytes; events per second of CPU time%n%n",
                EVENTS, document.length);
        out.println("| round | read | check | hash | read and hash |");
        out.println("|---|---|---|---|---|");
        long length = 0;
        for (int round = 1; round <= rounds; round++) {
            long start = cpuNanos();
            EpcisDocument read = EpcisDocument.read(document);
            long wasRead = cpuNanos();
            length += Schema.epcis().verdict(read.tree()).violations().size();
            long wasChecked = cpuNanos();
            for (EpcisEvent event : read.events()) {
                length += EventHash.of(event).length();
            }
            long wasHashed = cpuNanos();
            long reading = wasRead - start;
            long hashing = wasHashed - wasChecked;
            out.printf(
                    "| %d | %,.0f | %,.0f | %,.0f | %,.0f |%n",
                    round,
                    rate(reading),
                    rate(wasChecked - wasRead),
                    rate(hashing),
                    rate(reading + hashing));
        }
        out.printf("%n(%d characters of hashes)%n", length);
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double rate(long nanos) {
        return EVENTS * NANOS / nanos;
    }
}
