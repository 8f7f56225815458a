package org.ytterby.benchmarks.ledger;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.ytterby.server.LedgerService;

/// Looks, again and again, how far the ledger is and how far the log, and so learns how long an
/// entry waits for its proof.
final class InclusionWatch implements AutoCloseable {
    private static final long LOOK_MS = 10;
    private static final double NS_PER_MS = 1e6;

    private final LedgerService service;
    private final List<Look> looks = new ArrayList<>();
    private final Thread thread;
    private volatile boolean closing;

    /// @param recorded entries in the ledger
    /// @param proven entries in the log
    private record Look(long atNs, long recorded, long proven) {}

    InclusionWatch(LedgerService service) {
        this.service = service;
        thread = Thread.ofPlatform().name("inclusion-watch").start(this::run);
    }

    private void run() {
        while (!closing || !isProven()) {
            long recorded = service.ledger().size();
            looks.add(new Look(System.nanoTime(), recorded, service.log().size()));
            try {
                Thread.sleep(LOOK_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private boolean isProven() {
        return !looks.isEmpty() && looks.getLast().proven >= looks.getLast().recorded;
    }

    /// Waits until everything is proven, then prints how long that took from each look to the first
    /// one that saw what it had seen in the log.
    void row(PrintStream out) {
        close();
        List<Double> waits = new ArrayList<>();
        int later = 0;
        for (Look look : looks) {
            while (later < looks.size() && looks.get(later).proven < look.recorded) {
                later++;
            }
            if (later < looks.size()) {
                waits.add((looks.get(later).atNs - look.atNs) / NS_PER_MS);
            }
        }
        double[] sorted = waits.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        out.printf(
                "| … from record to proof | | %.0f | %.0f | |%n",
                sorted[sorted.length / 2], sorted[(int) (sorted.length * 0.99)]);
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
