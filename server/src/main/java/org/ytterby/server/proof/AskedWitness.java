package org.ytterby.server.proof;

import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.proof.CosignatureRequest;
import org.ytterby.core.proof.VerifierKey;

/// One witness, how far it cosigned and when it is asked again.
///
/// Changed by one thread; its status may be read by others.
final class AskedWitness {
    private static final long FIRST_PAUSE_NS = TimeUnit.SECONDS.toNanos(2);
    private static final long LONGEST_PAUSE_NS = TimeUnit.MINUTES.toNanos(5);
    private static final long UNKNOWN = -1;

    private final VerifierKey key;
    private final WitnessClient client;
    private long cosigned = UNKNOWN;
    private long pauseNs = FIRST_PAUSE_NS;
    private long nextAskNs = System.nanoTime();
    private boolean isConfirmed;
    private volatile Status status;

    AskedWitness(VerifierKey key, WitnessClient client) {
        this.key = key;
        this.client = client;
        status = new Status(key.name(), 0, null);
    }

    /// @param cosigned largest size that it cosigned
    /// @param problem with its last answer; null if there was none. That it forgot what it had
    ///   cosigned stays told
    record Status(String witness, long cosigned, @Nullable WitnessProblem problem) {}

    VerifierKey key() {
        return key;
    }

    Status status() {
        return status;
    }

    /// Whether it is to be asked about a checkpoint now: it is asked after each start, even if it
    /// cosigned the checkpoint before, so that a database from an old backup is noticed.
    boolean isDue(long size, long nowNs, CheckpointStore checkpoints) {
        if (cosigned == UNKNOWN) {
            cosigned = checkpoints.cosignedSize(key);
            status = new Status(key.name(), cosigned, null);
        }
        if (isConfirmed && cosigned == size) {
            status = new Status(key.name(), cosigned, lasting(status.problem()));
            return false;
        }
        return nowNs - nextAskNs >= 0;
    }

    WitnessClient.Reply ask(long size, LongFunction<CosignatureRequest> request)
            throws InterruptedException {
        return client.ask(size, cosigned, request);
    }

    /// Takes note of what it answered.
    ///
    /// @return whether there is a problem that was not there before
    boolean answered(long size, WitnessClient.Reply reply, long nowNs) {
        @Nullable WitnessProblem before = status.problem();
        @Nullable WitnessProblem problem =
                switch (reply) {
                    case WitnessClient.Reply.Cosigned(_, long forgot) -> {
                        cosigned = size;
                        isConfirmed = true;
                        pauseNs = FIRST_PAUSE_NS;
                        nextAskNs = nowNs;
                        yield forgot > 0 ? forgotten(forgot) : lasting(before);
                    }
                    case WitnessClient.Reply.Failed(WitnessProblem failure) -> {
                        nextAskNs = nowNs + pauseNs;
                        pauseNs = Math.min(2 * pauseNs, LONGEST_PAUSE_NS);
                        yield failure;
                    }
                };
        status = new Status(key.name(), cosigned, problem);
        return problem != null && !problem.equals(before);
    }

    private static @Nullable WitnessProblem lasting(@Nullable WitnessProblem before) {
        return before != null && before.code() == WitnessProblem.Code.WITNESS_ROLLED_BACK
                ? before
                : null;
    }

    private static WitnessProblem forgotten(long size) {
        return new WitnessProblem(
                WitnessProblem.Code.WITNESS_ROLLED_BACK,
                "no longer knew that it had cosigned %d entries".formatted(size),
                "不再知道曾会签过 %d 个条目".formatted(size));
    }
}
