package org.ytterby.benchmarks.desk;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.ytterby.benchmarks.Scratch;
import org.ytterby.benchmarks.ServiceCaller;
import org.ytterby.benchmarks.Study;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.material.Element;
import org.ytterby.core.supervision.Explainer;
import org.ytterby.core.supervision.Reconciliation;
import org.ytterby.formats.PackageForm;
import org.ytterby.server.LedgerService;
import org.ytterby.simulator.SimulationPlan;
import org.ytterby.simulator.Simulator;

/// How long pages take over HTTP from a service that holds up to a million flow lines: one reader,
/// one page after the other, each kind for drawn lots, facilities and findings.
public final class PageStudy implements Study {
    private static final long LINES = 1_000_000;
    private static final long SEED = 1;
    private static final int WARM = 20;
    private static final int MEASURED = 200;
    private static final double NS_PER_MS = 1e6;
    private static final double TAIL = 0.95;
    private static final double BAR_MS = 300;
    private static final double BYTES_PER_KB = 1e3;

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public String summary() {
        return "pages over HTTP from a service of a million flow lines: pages [LINES]";
    }

    @Override
    public void run(List<String> arguments, PrintStream out) throws IOException {
        long lines = arguments.isEmpty() ? LINES : Long.parseLong(arguments.getFirst());
        try (Scratch scratch = Scratch.make()) {
            Path year = scratch.folder().resolve("year.zip");
            Simulator.write(year, PackageForm.ZIP, SimulationPlan.example().withLines(lines));
            try (LedgerService service =
                            LedgerService.start(
                                    new LedgerService.Options(
                                            scratch.folder().resolve("data"),
                                            null,
                                            "127.0.0.1",
                                            0));
                    ServiceCaller caller = new ServiceCaller(service, "study", "study of pages")) {
                caller.handIn(year);
                ServiceCaller.awaitAnalysis(service);
                measure(service.analysis().newest().reconciliation(), caller, out);
            }
        }
    }

    private static void measure(Reconciliation answer, ServiceCaller caller, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%,d flow lines, %,d findings, %,d facilities%n%n",
                answer.ledger().lines().length,
                answer.findings().size(),
                answer.ledger().registry().facilities().size());
        out.println("| page | p50, ms | p95, ms | bar, ms | largest, kB | load |");
        out.println("|---|---|---|---|---|---|");
        pages(answer).forEach((what, address) -> row(out, what, caller, address));
    }

    /// What is asked for, by the words for it.
    private static Map<String, Supplier<String>> pages(Reconciliation answer) {
        SplittableRandom random = new SplittableRandom(SEED);
        Ledger ledger = answer.ledger();
        Map<String, Supplier<String>> pages = new LinkedHashMap<>();
        pages.put("overview", () -> "/supervision");
        pages.put("findings", () -> "/supervision/findings");
        pages.put(
                "finding",
                () ->
                        "/supervision/findings/"
                                + encoded(
                                        Explainer.nameOf(
                                                answer.findings()
                                                        .get(
                                                                random.nextInt(
                                                                        answer.findings()
                                                                                .size())))));
        pages.put("facilities", () -> "/supervision/facilities");
        pages.put(
                "facility",
                () ->
                        "/supervision/facilities/"
                                + encoded(
                                        ledger.registry()
                                                .facility(
                                                        random.nextInt(
                                                                ledger.registry()
                                                                        .facilities()
                                                                        .size()))
                                                .id()));
        pages.put("lot", () -> "/lots/" + encoded(lot(ledger, random)));
        pages.put("search", () -> "/search?q=SEP-0");
        pages.put("cases", () -> "/cases");
        pages.put("origins, an element", () -> "/supervision/origins?element=" + element(random));
        return pages;
    }

    private static String lot(Ledger ledger, SplittableRandom random) {
        int lot;
        do {
            lot = random.nextInt(ledger.linesByLot().groupCount());
        } while (ledger.linesByLot().size(lot) == 0);
        return ledger.flows().lotId(lot);
    }

    private static Element element(SplittableRandom random) {
        return Element.values()[random.nextInt(Element.values().length)];
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static void row(
            PrintStream out, String what, ServiceCaller caller, Supplier<String> address) {
        long[] times = new long[MEASURED];
        int largest = 0;
        for (int i = -WARM; i < MEASURED; i++) {
            String path = address.get();
            long from = System.nanoTime();
            String page = caller.page(path);
            if (i >= 0) {
                times[i] = System.nanoTime() - from;
                largest = Math.max(largest, page.getBytes(StandardCharsets.UTF_8).length);
            }
        }
        Arrays.sort(times);
        out.printf(
                Locale.ROOT,
                "| %s | %.1f | %.1f | ≤ %.0f | %.0f | %.1f |%n",
                what,
                times[MEASURED / 2] / NS_PER_MS,
                times[(int) (MEASURED * TAIL)] / NS_PER_MS,
                BAR_MS,
                largest / BYTES_PER_KB,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
