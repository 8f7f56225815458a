package org.ytterby.benchmarks.proof;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.SplittableRandom;
import org.ytterby.benchmarks.Study;
import org.ytterby.core.proof.Checkpoint;
import org.ytterby.core.proof.KeyType;
import org.ytterby.core.proof.Monitor;
import org.ytterby.core.proof.ProofMaker;
import org.ytterby.core.proof.Receipt;
import org.ytterby.core.proof.SaltedEntry;
import org.ytterby.core.proof.SignedNote;
import org.ytterby.core.proof.SigningKey;
import org.ytterby.core.proof.TiledNodes;
import org.ytterby.core.proof.TrustPolicy;

/// Builds a log in memory, rebuilds it as a monitor does, and makes and checks receipts; one
/// thread.
public final class RebuildStudy implements Study {
    private static final int ENTRIES = 1_000_000;
    private static final int CONTENT_BYTES = 250;
    private static final int SALT_BYTES = 32;
    private static final int RECEIPTS = 2_000;
    private static final int ROUNDS = 3;
    private static final double NS_PER_S = 1e9;

    @Override
    public String name() {
        return "proof";
    }

    @Override
    public String summary() {
        return "a log of a million entries built and rebuilt, receipts checked: proof [ENTRIES]";
    }

    @Override
    public void run(List<String> arguments, PrintStream out) {
        int entries = arguments.isEmpty() ? ENTRIES : Integer.parseInt(arguments.getFirst());
        if (entries < 1) {
            throw new IllegalArgumentException("proof needs at least one entry, not " + entries);
        }
        SplittableRandom random = new SplittableRandom(1);
        out.printf(
                "%,d entries of %d bytes with %d bytes of salt, one thread; load of the machine %.1f%n%n",
                entries, CONTENT_BYTES, SALT_BYTES, load());
        out.println("| step | seconds | a second |");
        out.println("|---|---|---|");
        for (int round = 0; round < ROUNDS; round++) {
            LogInMemory log = new LogInMemory();
            long built = System.nanoTime();
            for (int i = 0; i < entries; i++) {
                log.append(entry(random));
            }
            log.finish();
            row(out, "build entries, tiles and root", entries, built);
            Checkpoint checkpoint = new Checkpoint("ledger.example/log", entries, log.root());
            long rebuilt = System.nanoTime();
            require(
                    Monitor.rebuild(log, checkpoint, List.of()) instanceof Monitor.Outcome.Whole,
                    "the log was not rebuilt");
            row(out, "rebuild and compare everything", entries, rebuilt);
            receipts(log, checkpoint, random, out);
        }
        out.printf("%nLoad of the machine at the end %.1f%n", load());
    }

    private static void receipts(
            LogInMemory log, Checkpoint checkpoint, SplittableRandom random, PrintStream out) {
        byte[] seed = new byte[32];
        random.nextBytes(seed);
        SigningKey key = new SigningKey(checkpoint.origin(), KeyType.NOTE, seed);
        SignedNote note = SignedNote.of(checkpoint.text(), key.at(0));
        ProofMaker maker = new ProofMaker(new TiledNodes(log, checkpoint.size()));
        byte[][] receipts = new byte[RECEIPTS][];
        long made = System.nanoTime();
        for (int i = 0; i < RECEIPTS; i++) {
            long index = random.nextLong(checkpoint.size());
            receipts[i] =
                    new Receipt(
                                    SaltedEntry.parse(log.entry(index)),
                                    index,
                                    maker.inclusion(index, checkpoint.size()),
                                    note)
                            .bytes();
        }
        row(out, "make receipts from tiles", RECEIPTS, made);
        TrustPolicy policy = new TrustPolicy(key.verifier(), List.of(), 0);
        long checked = System.nanoTime();
        for (byte[] receipt : receipts) {
            require(
                    Receipt.check(receipt, policy) instanceof Receipt.Verdict.Proven,
                    "a receipt was not proven");
        }
        row(out, "check receipts, one signature each", RECEIPTS, checked);
    }

    private static byte[] entry(SplittableRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        byte[] content = new byte[CONTENT_BYTES];
        random.nextBytes(salt);
        random.nextBytes(content);
        return SaltedEntry.of(salt, content).bytes();
    }

    private static void row(PrintStream out, String step, int count, long startNs) {
        double seconds = (System.nanoTime() - startNs) / NS_PER_S;
        out.printf("| %s | %.2f | %,.0f |%n", step, seconds, count / seconds);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
