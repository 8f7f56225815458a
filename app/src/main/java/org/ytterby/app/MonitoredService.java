package org.ytterby.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.proof.Checkpoint;
import org.ytterby.core.proof.ProofRefused;
import org.ytterby.core.proof.SaltedEntry;
import org.ytterby.core.proof.SignedNote;
import org.ytterby.core.proof.TrustPolicy;
import org.ytterby.server.ledger.LedgerReplay;
import org.ytterby.server.ledger.LedgerTables;
import tools.jackson.databind.JsonNode;

/// Looks at a running service from outside: is its log as it was signed, does it continue the log
/// of the last look, do its tables follow from its entries, and what do its witnesses say.
final class MonitoredService {
    private static final String CHECKPOINT = "checkpoint";
    private static final long LOG_PATIENCE_MS = 30_000;
    private static final long LOOK_MS = 100;

    /// What a witness must not say of an honest log.
    private static final Set<String> OBJECTIONS =
            Set.of("history-differs", "log-rolled-back", "witness-rolled-back");

    private final TrustPolicy policy;
    private final @Nullable Path state;

    /// @param state folder for the checkpoint seen last; null if none is kept
    MonitoredService(TrustPolicy policy, @Nullable Path state) {
        this.policy = policy;
        this.state = state;
    }

    /// Reads everything once. O(entries).
    ///
    /// @throws UncheckedIOException if the service cannot be asked
    Verification look(ServiceClient service) {
        LedgerTables tables =
                LedgerTables.parse(
                        new BufferedReader(new StringReader(service.text("/api/v1/audit/tables"))));
        SignedNote newest = checkpoint(service, tables.position());
        Replay replay = new Replay(tables.position());
        Verification log =
                new LogCheck(policy, kept())
                        .of(newest, size -> new HttpLog(service, size), replay::entry);
        if (!(log instanceof Verification.Log whole)) {
            return log;
        }
        Optional<String> difference = replay.difference(tables);
        if (difference.isPresent()) {
            return new Verification.LedgerDiffers(difference.get());
        }
        keep(newest);
        return objection(service)
                .orElseGet(() -> new Verification.Ledger(whole, tables.position()));
    }

    /// Folds the entries up to the position at which the tables were read.
    private static final class Replay {
        private final LedgerReplay replay = new LedgerReplay();
        private final long position;
        private Optional<String> broken = Optional.empty();

        Replay(long position) {
            this.position = position;
        }

        void entry(long index, byte[] bytes) {
            if (index < position && broken.isEmpty()) {
                try {
                    broken = replay.add(SaltedEntry.parse(bytes));
                } catch (ProofRefused refused) {
                    broken =
                            Optional.of(
                                    "ledger.entry: position %d: %s"
                                            .formatted(index, refused.refusal().en()));
                }
            }
        }

        Optional<String> difference(LedgerTables tables) {
            if (broken.isEmpty() && replay.entries() < position) {
                return Optional.of(
                        "ledger.entry: the ledger has %d entries, its log covers %d"
                                .formatted(position, replay.entries()));
            }
            return broken.isPresent() ? broken : replay.difference(tables);
        }
    }

    /// The newest checkpoint, once it covers a position or patience has ended.
    private static SignedNote checkpoint(ServiceClient service, long position) {
        long patience = System.nanoTime() + LOG_PATIENCE_MS * 1_000_000;
        while (true) {
            Optional<byte[]> bytes = service.bytes(HttpLog.PREFIX + CHECKPOINT);
            boolean isLast = System.nanoTime() - patience >= 0;
            if (bytes.isPresent()) {
                SignedNote note = SignedNote.parse(bytes.get());
                if (isLast || Checkpoint.parse(note.text()).size() >= position) {
                    return note;
                }
            } else if (isLast) {
                throw new UncheckedIOException(new IOException("the log has no checkpoint"));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("stopped while waiting", e));
        }
    }

    private List<SignedNote> kept() {
        if (state == null || !Files.exists(state.resolve(CHECKPOINT))) {
            return List.of();
        }
        return List.of(LogCheck.note(LogFolder.bytes(state.resolve(CHECKPOINT))));
    }

    private void keep(SignedNote note) {
        if (state == null) {
            return;
        }
        try {
            Files.createDirectories(state);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        DurableFile.write(state.resolve(CHECKPOINT), note.toString());
    }

    /// What a witness has against the log, as the service tells.
    private static Optional<Verification> objection(ServiceClient service) {
        for (JsonNode witness : service.get("/api/v1/witnesses")) {
            String code = witness.path("problem").asString("");
            if (OBJECTIONS.contains(code)) {
                return Optional.of(
                        new Verification.WitnessObjects(
                                witness.path("witness").asString(),
                                code,
                                witness.path("message").asString(),
                                witness.path("message_zh").asString()));
            }
        }
        return Optional.empty();
    }
}
