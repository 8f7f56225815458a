package org.ytterby.benchmarks.ledger;

import java.io.IOException;
import java.io.PrintStream;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.ytterby.benchmarks.MachineKeys;
import org.ytterby.benchmarks.Scratch;
import org.ytterby.benchmarks.ServiceCaller;
import org.ytterby.benchmarks.Study;
import org.ytterby.core.ledger.entry.AccountId;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.core.ledger.entry.DeclaredRow;
import org.ytterby.core.ledger.entry.Sender;
import org.ytterby.core.ledger.entry.Submission;
import org.ytterby.server.LedgerService;
import org.ytterby.server.ledger.LedgerWriter;
import tools.jackson.databind.json.JsonMapper;

/// The whole service on its embedded database, asked from inside: flow lines in batches with the
/// log behind them, single declarations, and draws on one plan.
public final class LedgerStudy implements Study {
    private static final int SECONDS = 30;
    private static final int ROWS = 500;
    private static final int BATCHES_UNDERWAY = 64;
    private static final int SINGLES_UNDERWAY = 256;

    /// On each connection, before the clock runs: compilers are busy for some ten thousand
    /// requests.
    private static final int WARM = 600;

    private static final int HTTP_A_SECOND = 2_000;

    /// One caller stands for many here, and one alone may not ask as often as a quick machine lets
    /// them.
    private static final String CALLER_A_SECOND = "100000";

    private static final String PARTY = "study-firm";
    private static final long PLAN_KG = 1_000_000_000_000L;
    private static final long FAR_MICROS = 4_000_000_000_000_000L;
    static final double NS_PER_S = 1e9;
    private static final double NS_PER_MS = 1e6;
    private static final long NOT_TAKEN = -1;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String DIGEST = "0".repeat(64);
    private static final Sender SENDER =
            new Sender("authority", "study", Sender.Standing.EVERYBODY);
    private static final AccountId PLAN = new AccountId(AccountId.Kind.PLAN, "P1");

    private final AtomicLong sent = new AtomicLong();

    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public String summary() {
        return "flow lines, single declarations and draws a second, durable and proven: ledger [SECONDS]";
    }

    @Override
    public void run(List<String> arguments, PrintStream out) throws IOException {
        int seconds = arguments.isEmpty() ? SECONDS : Integer.parseInt(arguments.getFirst());
        System.setProperty("ytterby.rate.caller-per-second", CALLER_A_SECOND);
        try (Scratch scratch = Scratch.make();
                LedgerService service =
                        LedgerService.start(
                                new LedgerService.Options(
                                        scratch.folder(), null, "127.0.0.1", 0))) {
            service.analysis().close(); // its work is measured by other studies
            LedgerWriter writer = service.writer();
            writer.submit(submission(new Command.Grant(PLAN, PLAN_KG, plan()))).join();
            writer.submit(submission(new Command.Declare(List.of(facility())))).join();
            out.println("| what | a second | p50, ms | p99, ms | for s |");
            out.println("|---|---|---|---|---|");
            try (InclusionWatch watch = new InclusionWatch(service)) {
                row(
                        out,
                        "flow lines, 500 in a command",
                        ROWS,
                        load(writer, this::batch, BATCHES_UNDERWAY, seconds));
                watch.row(out);
            }
            row(
                    out,
                    "single declarations",
                    1,
                    load(writer, this::single, SINGLES_UNDERWAY, seconds));
            overHttp(service, seconds, out);
            row(
                    out,
                    "draws on one plan, reserved",
                    1,
                    load(writer, this::draw, SINGLES_UNDERWAY, seconds));
            row(
                    out,
                    "draws on one plan, one caller",
                    1,
                    load(writer, this::draw, 1, Math.max(1, seconds / 3)));
        }
    }

    /// Single declarations of a machine over HTTP, without signatures and with them.
    private void overHttp(LedgerService service, int seconds, PrintStream out) {
        KeyPair keys = MachineKeys.draw();
        try (ServiceCaller admin = new ServiceCaller(service, "study", "a password of a study")) {
            HttpSingles unsigned = new HttpSingles(service.port(), admin.token(), this::json);
            HttpSingles signed =
                    new HttpSingles(service.port(), admin.machineToken(PARTY, keys), this::json);
            unsigned.send(unsigned.prepared(0, WARM, null));
            signed.send(signed.prepared(1, WARM, keys));
            int each = seconds * HTTP_A_SECOND / HttpSingles.CONNECTIONS;
            row(
                    out,
                    "single declarations over HTTP",
                    1,
                    unsigned.send(unsigned.prepared(2, each, null)));
            row(
                    out,
                    "single signed declarations over HTTP",
                    1,
                    signed.send(signed.prepared(3, each, keys)));
        }
    }

    private String json(long number) {
        DeclaredRow row = flow(number);
        Map<String, Object> members = new TreeMap<>(Map.of("table", row.table()));
        members.put("rows", List.of(row.cells()));
        return JSON.writeValueAsString(members);
    }

    private interface Maker {
        Command make(long number);
    }

    private Submission submission(Command command) {
        return new Submission(SENDER, "s" + sent.incrementAndGet(), DIGEST, command);
    }

    private static DeclaredRow plan() {
        return row("plans", "plan", "P1", "holder", "authority");
    }

    private static DeclaredRow facility() {
        return row("facilities", "facility", "SEP-01", "party", PARTY);
    }

    private Command batch(long number) {
        DeclaredRow[] rows = new DeclaredRow[ROWS];
        for (int i = 0; i < ROWS; i++) {
            rows[i] = flow(number * ROWS + i);
        }
        return new Command.Declare(List.of(rows));
    }

    private Command single(long number) {
        return new Command.Declare(List.of(flow(PLAN_KG + number)));
    }

    private Command draw(long number) {
        return new Command.Reserve(PLAN, "h" + sent.incrementAndGet(), 1, FAR_MICROS);
    }

    private static DeclaredRow flow(long number) {
        return row(
                "flows",
                "record",
                "R" + number,
                "type",
                "shipment",
                "time",
                "2019-05-17T10:00:00+08:00",
                "facility",
                "SEP-01",
                "direction",
                "out",
                "lot",
                "SEP-01-mixed-1905-" + number,
                "product",
                "mixed-carbonate",
                "mass_kg",
                "12345.678",
                "method",
                "truck-scale",
                "partner",
                "MET-01",
                "document",
                "INV-" + number);
    }

    private static DeclaredRow row(String table, String... cells) {
        TreeMap<String, String> row = new TreeMap<>();
        for (int i = 0; i < cells.length; i += 2) {
            row.put(cells[i], cells[i + 1]);
        }
        return new DeclaredRow(table, row);
    }

    /// @param latenciesNs sorted
    record Load(long commands, double seconds, long[] latenciesNs) {}

    /// Keeps so many commands underway for so long.
    private Load load(LedgerWriter writer, Maker maker, int underway, int seconds) {
        BlockingQueue<Long> answered = new ArrayBlockingQueue<>(underway);
        long[] latencies = new long[1 << 16];
        int count = 0;
        long start = System.nanoTime();
        long end = start + (long) (seconds * NS_PER_S);
        int out = 0;
        long number = 0;
        while (System.nanoTime() < end || out > 0) {
            while (out < underway && System.nanoTime() < end) {
                send(writer, maker.make(number++), answered);
                out++;
            }
            if (count == latencies.length) {
                latencies = Arrays.copyOf(latencies, count * 2);
            }
            latencies[count++] = next(answered);
            out--;
        }
        double took = (System.nanoTime() - start) / NS_PER_S;
        long[] sorted = Arrays.copyOf(latencies, count);
        Arrays.sort(sorted);
        return new Load(count, took, sorted);
    }

    private void send(LedgerWriter writer, Command command, BlockingQueue<Long> answered) {
        long from = System.nanoTime();
        CompletableFuture<Boolean> _ =
                writer.submit(submission(command))
                        .handle((answer, failure) ->
                                answered.add(
                                        failure == null && answer.isAccepted()
                                                ? System.nanoTime() - from
                                                : NOT_TAKEN));
    }

    private static long next(BlockingQueue<Long> answered) {
        try {
            long latency = answered.take();
            if (latency == NOT_TAKEN) {
                throw new IllegalStateException("a command was not taken");
            }
            return latency;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while measuring", e);
        }
    }

    private static void row(PrintStream out, String what, int rows, Load load) {
        out.printf(
                "| %s | %,.0f | %.1f | %.1f | %.0f |%n",
                what,
                load.commands() * rows / load.seconds(),
                load.latenciesNs()[load.latenciesNs().length / 2] / NS_PER_MS,
                load.latenciesNs()[(int) (load.latenciesNs().length * 0.99)] / NS_PER_MS,
                load.seconds());
    }
}
