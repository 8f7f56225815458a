package org.ytterby.server.proof;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ytterby.core.proof.Checkpoint;
import org.ytterby.core.proof.CosignatureRequest;
import org.ytterby.core.proof.NoteSignature;
import org.ytterby.core.proof.ProofMaker;
import org.ytterby.core.proof.SignedNote;
import org.ytterby.core.proof.TiledNodes;
import org.ytterby.core.proof.VerifierKey;
import org.ytterby.server.ledger.Follower;

/// Has the newest checkpoint cosigned by the witnesses, all at once, and then published.
///
/// One round after the other, none while the last one is not over: so what is published only grows.
/// A witness that is slow or dead delays publication by a few seconds at most and is then asked
/// less and less often; the ledger, the log and receipts do not wait for it.
final class Cosigners implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Cosigners.class);

    /// Between two rounds.
    private static final long PAUSE_NS = TimeUnit.SECONDS.toNanos(1);

    /// For all witnesses of a round together.
    private static final long ROUND_MS = 5_000;

    private static final Duration CONNECT = Duration.ofSeconds(3);

    private final LogStore store;
    private final CheckpointStore checkpoints;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .connectTimeout(CONNECT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
    private final List<AskedWitness> witnesses;
    private final Follower follower;
    private long nextRoundNs = System.nanoTime();

    Cosigners(LogStore store, CheckpointStore checkpoints, List<WitnessAddress> addresses) {
        this.store = store;
        this.checkpoints = checkpoints;
        witnesses =
                addresses.stream()
                        .map(a -> new AskedWitness(a.key(), new WitnessClient(http, a)))
                        .toList();
        follower = Follower.start("log-cosigners", this::round);
    }

    /// Whether anybody is asked at all.
    boolean areNone() {
        return witnesses.isEmpty();
    }

    /// Says that there is a new checkpoint.
    void wake() {
        follower.wake();
    }

    /// What each witness did last.
    List<AskedWitness.Status> statuses() {
        return witnesses.stream().map(AskedWitness::status).toList();
    }

    private boolean round() throws InterruptedException {
        @Nullable SignedNote note = checkpoints.newest().orElse(null);
        long now = System.nanoTime();
        if (note == null || now - nextRoundNs < 0) {
            return false;
        }
        long size = Checkpoint.parse(note.text()).size();
        List<AskedWitness> due =
                witnesses.stream()
                        .filter(witness -> witness.isDue(size, now, checkpoints))
                        .toList();
        if (due.isEmpty() && size == checkpoints.publishedSize()) {
            return false;
        }
        checkpoints.publish(size, cosignatures(due, note, size));
        nextRoundNs = System.nanoTime() + PAUSE_NS;
        return false; // what has come meanwhile can wait for the next look
    }

    private Map<VerifierKey, NoteSignature> cosignatures(
            List<AskedWitness> due, SignedNote note, long size) throws InterruptedException {
        List<Callable<WitnessClient.Reply>> asking = new ArrayList<>();
        for (AskedWitness witness : due) {
            asking.add(() -> witness.ask(size, old -> request(old, note, size)));
        }
        Map<VerifierKey, NoteSignature> signatures = new HashMap<>();
        List<Future<WitnessClient.Reply>> replies =
                calls.invokeAll(asking, ROUND_MS, TimeUnit.MILLISECONDS);
        for (int i = 0; i < due.size(); i++) {
            AskedWitness witness = due.get(i);
            WitnessClient.Reply reply = reply(replies.get(i));
            if (witness.answered(size, reply, System.nanoTime())) {
                LOG.warn("{}", witness.status());
            }
            if (reply instanceof WitnessClient.Reply.Cosigned(NoteSignature signature, _)) {
                signatures.put(witness.key(), signature);
            }
        }
        return signatures;
    }

    private static WitnessClient.Reply reply(Future<WitnessClient.Reply> asked)
            throws InterruptedException {
        if (asked.isCancelled()) {
            return new WitnessClient.Reply.Failed(
                    new WitnessProblem(
                            WitnessProblem.Code.UNREACHABLE,
                            "no answer within %d s".formatted(ROUND_MS / 1_000),
                            "%d 秒内没有应答".formatted(ROUND_MS / 1_000)));
        }
        try {
            return asked.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a witness could not be asked", e.getCause());
        }
    }

    /// Each request reads the tree for itself: makers of proofs are not for several threads.
    private CosignatureRequest request(long old, SignedNote note, long size) {
        return CosignatureRequest.of(old, note, new ProofMaker(new TiledNodes(store, size)));
    }

    @Override
    public void close() {
        http.shutdownNow(); // nobody waits for a witness at the end
        follower.close();
        calls.close();
    }
}
