package org.ytterby.server.analysis;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.balance.BalanceMemory;
import org.ytterby.core.genealogy.Births;
import org.ytterby.core.genealogy.Tracing;
import org.ytterby.core.ledger.Declarations;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.supervision.Explainer;
import org.ytterby.core.supervision.MeasuredExcess;
import org.ytterby.core.supervision.Settings;
import org.ytterby.formats.intake.GrowingPackage;
import org.ytterby.server.ledger.Follower;
import org.ytterby.server.ledger.LedgerReader;
import org.ytterby.server.ledger.LedgerUnavailable;

/// Keeps the newest generation, and makes the next one when the ledger has grown.
///
/// Safe for use by several threads. A generation that is being read stays whole while the next one
/// is made.
public final class AnalysisIndex implements AutoCloseable {
    private static final long MOMENT_MS = 50;
    private static final long PATIENCE_NS = 1_000_000_000;

    private final LedgerReader ledger;
    private final AtomicReference<@Nullable Generation> newest = new AtomicReference<>();
    private final Waiting waiting = new Waiting();
    private final Follower follower;
    private final GrowingPackage growing = new GrowingPackage();
    private final BalanceMemory memory = BalanceMemory.empty();

    /// What is read on from; only the follower's thread touches it and the two above.
    private long readUpTo;

    public AnalysisIndex(LedgerReader ledger) {
        this.ledger = ledger;
        follower = Follower.waiting("analysis-index", this::analyse);
    }

    /// Starts to make generations; once.
    public void begin() {
        follower.begin();
    }

    /// Says that there may be new entries.
    public void wake() {
        follower.wake();
    }

    /// The newest generation.
    ///
    /// @throws LedgerUnavailable before the first one is made
    public Generation newest() {
        Generation generation = newest.get();
        if (generation == null) {
            throw new LedgerUnavailable("the first analysis is still being made");
        }
        return generation;
    }

    /// The position of the newest generation; -1 before the first.
    public long position() {
        Generation generation = newest.get();
        return generation == null ? -1 : generation.position();
    }

    /// Who waits for the next generation.
    Waiting waiting() {
        return waiting;
    }

    private boolean analyse() throws InterruptedException {
        long size = settled();
        boolean isMore = size > position();
        if (isMore) {
            Generation made = generation(size);
            newest.set(made);
            waiting.made(made);
        }
        return isMore;
    }

    /// The size of the ledger, once it has not grown for a moment or patience has ended: a package
    /// that is being handed in is better analysed whole.
    private long settled() throws InterruptedException {
        long patience = System.nanoTime() + PATIENCE_NS;
        long size = ledger.size();
        while (size > position() && System.nanoTime() < patience) {
            Thread.sleep(MOMENT_MS);
            long later = ledger.size();
            if (later == size) {
                break;
            }
            size = later;
        }
        return size;
    }

    private Generation generation(long position) {
        Declarations declared =
                growing.read(
                        ledger.declared(position),
                        ledger.declared(readUpTo, position),
                        ledger.law(position).limits());
        readUpTo = position;
        Explainer explainer = Explainer.of(declared, Settings.standard(), memory);
        Ledger inForce = explainer.answer().ledger();
        return new Generation(
                position, explainer, Tracing.of(Births.of(inForce), new MeasuredExcess(inForce)));
    }

    @Override
    public void close() {
        follower.close();
    }
}
