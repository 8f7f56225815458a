package org.ytterby.server.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.ytterby.core.proof.Checkpoint;
import org.ytterby.core.proof.Difference;
import org.ytterby.core.proof.Frontier;
import org.ytterby.core.proof.Hash;
import org.ytterby.core.proof.Monitor;
import org.ytterby.core.proof.ProofRefused;
import org.ytterby.core.proof.Refusal;
import org.ytterby.core.proof.SignedNote;
import org.ytterby.core.proof.TreeHasher;
import org.ytterby.core.proof.TrustPolicy;
import org.ytterby.server.ledger.EntryMissing;
import org.ytterby.server.ledger.LedgerReader;

/// Rebuilds the log from the entries as the database holds them, and compares it with the tiles and
/// with every checkpoint that was kept.
public final class LogAudit {
    private final JdbcClient jdbc;
    private final LedgerReader ledger;
    private final LogStore store;

    /// @param snapshot gives one and the same state of the database for as long as the audit lasts
    public LogAudit(DataSource snapshot) {
        jdbc = JdbcClient.create(snapshot);
        ledger = new LedgerReader(snapshot);
        TransactionOperations none = TransactionOperations.withoutTransaction();
        store = new LogStore(jdbc, none, ledger, new CheckpointStore(jdbc, none));
    }

    /// What an audit found.
    public sealed interface Outcome {
        /// Nothing was ever signed.
        record Unsigned() implements Outcome {}

        /// All is as it was signed.
        ///
        /// @param checkpoints how many agree with the newest
        record Whole(TrustPolicy.Trusted newest, int checkpoints) implements Outcome {}

        /// The first thing that is not.
        record Different(Difference first) implements Outcome {}

        /// A checkpoint is not believed.
        record Refused(Refusal refusal) implements Outcome {}

        /// A checkpoint stands under another size than its own.
        record Misfiled(long size, long under) implements Outcome {}

        /// Tiles were made for more entries than the newest checkpoint covers: a later one is gone.
        record CutBack(long covered, long tiled) implements Outcome {}
    }

    private record Kept(long size, String note) {}

    /// Audits the whole log. O(entries).
    ///
    /// @param policy whose word is taken for the newest checkpoint
    /// @param elsewhere checkpoints of the same log that somebody kept apart
    public Outcome run(TrustPolicy policy, List<Checkpoint> elsewhere) {
        List<Kept> kept =
                jdbc.sql("SELECT size, note FROM proof.checkpoint ORDER BY size")
                        .query((row, _) -> new Kept(row.getLong(1), row.getString(2)))
                        .list();
        if (kept.isEmpty()) {
            return tiled() > 0 || !elsewhere.isEmpty()
                    ? new Outcome.CutBack(0, Math.max(tiled(), largest(elsewhere)))
                    : new Outcome.Unsigned();
        }
        try {
            for (Kept row : kept) {
                long size = Checkpoint.parse(note(row).text()).size();
                if (size != row.size()) {
                    return new Outcome.Misfiled(size, row.size());
                }
            }
            TrustPolicy logAlone = new TrustPolicy(policy.log(), policy.witnesses(), 0);
            TrustPolicy.Trusted newest = policy.trusted(note(kept.getLast()));
            List<Checkpoint> earlier = new ArrayList<>(elsewhere);
            for (Kept row : kept.subList(0, kept.size() - 1)) {
                earlier.add(logAlone.trusted(note(row)).checkpoint());
            }
            return rebuilt(newest, earlier);
        } catch (ProofRefused refused) {
            return new Outcome.Refused(refused.refusal());
        }
    }

    private Outcome rebuilt(TrustPolicy.Trusted newest, List<Checkpoint> earlier) {
        long covered = newest.checkpoint().size();
        return switch (Monitor.rebuild(store, newest.checkpoint(), earlier)) {
            case Monitor.Outcome.Different(Difference first) -> new Outcome.Different(first);
            case Monitor.Outcome.Whole _ ->
                    tiled() > covered
                            ? new Outcome.CutBack(covered, tiled())
                            : new Outcome.Whole(newest, earlier.size());
        };
    }

    private static SignedNote note(Kept row) {
        return SignedNote.parse(row.note().getBytes(StandardCharsets.UTF_8));
    }

    /// For how many entries there are leaf hashes in tiles.
    private long tiled() {
        return jdbc.sql("SELECT coalesce(sum(length(hashes)), 0) FROM proof.tile WHERE level = 0")
                        .query(Long.class)
                        .single()
                / Hash.BYTES;
    }

    private static long largest(List<Checkpoint> checkpoints) {
        return checkpoints.stream().mapToLong(Checkpoint::size).max().orElse(0);
    }

    /// The root over the first entries, whether a checkpoint covers all of them already or not.
    ///
    /// @throws EntryMissing if there are fewer
    public Hash root(long size) {
        TreeHasher hasher = new TreeHasher();
        Frontier tree = new Frontier();
        ledger.each(0, size, (_, entry) -> tree.append(hasher.leaf(entry.bytes())));
        return tree.root();
    }
}
