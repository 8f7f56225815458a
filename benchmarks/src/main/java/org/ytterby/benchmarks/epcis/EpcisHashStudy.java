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
        byte[] document = document(new SplittableRandom(1)).getBytes(StandardCharsets.UTF_8);
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

    /// Separations: two lots in, three out, with places, a document and element fractions.
    private static String document(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        text.append(
                "{\"@context\":[\"https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld\",");
        text.append("{\"example\":\"https://ns.example.com/\"}],\"type\":\"EPCISDocument\",");
        text.append("\"schemaVersion\":\"2.0\",\"creationDate\":\"2026-01-01T00:00:00Z\",");
        text.append("\"epcisBody\":{\"eventList\":[");
        for (int i = 0; i < EVENTS; i++) {
            text.append(i == 0 ? "" : ",").append(event(i, random));
        }
        return text.append("]}}").toString();
    }

    private static String event(int number, SplittableRandom random) {
        String lot =
                "{\"epcClass\":\"urn:epc:class:lgtin:4012345.012345.L%d\",\"quantity\":%d.50,\"uom\":\"KGM\"}";
        String in = lot.formatted(number, random.nextInt(10_000));
        String out = lot.formatted(number + EVENTS, random.nextInt(10_000));
        String rest = lot.formatted(number + 2 * EVENTS, random.nextInt(10_000));
        return """
        {"type":"TransformationEvent","eventTime":"2026-01-%02dT08:00:%02d.5+08:00",\
        "eventTimeZoneOffset":"+08:00","inputQuantityList":[%s],"outputQuantityList":[%s,%s],\
        "bizStep":"commissioning","readPoint":{"id":"urn:epc:id:sgln:4012345.00005.0"},\
        "bizTransactionList":[{"type":"prodorder","bizTransaction":"urn:epcglobal:cbv:bt:4012345000009:%d"}],\
        "sensorElementList":[{"sensorReport":[{"type":"Dimensionless","value":0.%d,\
        "chemicalSubstance":"https://ns.example.com/Nd2O3"}]}],\
        "ilmd":{"example:batch":"%d"}}\
        """
                .formatted(
                        1 + number % 28,
                        number % 60,
                        in,
                        out,
                        rest,
                        number,
                        1 + random.nextInt(999),
                        number);
    }
}
