package org.ytterby.server.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ytterby.core.proof.Checkpoint;
import org.ytterby.core.proof.ProofMaker;
import org.ytterby.core.proof.Receipt;
import org.ytterby.core.proof.SaltedEntry;
import org.ytterby.core.proof.SignedNote;
import org.ytterby.core.proof.TilePath;
import org.ytterby.core.proof.TiledNodes;
import org.ytterby.core.proof.VerifierKey;
import org.ytterby.server.ledger.LedgerReader;

/// What the log gives out: checkpoints, tiles, receipts. Safe for use by several threads.
public final class TransparencyLog {
    private final LogStore store;
    private final CheckpointStore checkpoints;
    private final LedgerReader ledger;
    private final VerifierKey key;

    TransparencyLog(
            LogStore store, CheckpointStore checkpoints, LedgerReader ledger, VerifierKey key) {
        this.store = store;
        this.checkpoints = checkpoints;
        this.ledger = ledger;
        this.key = key;
    }

    /// The key that checks the log's signatures. Whoever checks receipts keeps it beforehand, from
    /// where they trust it.
    public VerifierKey key() {
        return key;
    }

    /// Entries that the newest checkpoint covers.
    public long size() {
        return checkpoints.size();
    }

    /// The newest checkpoint that the witnesses were asked about, with their cosignatures; empty
    /// before the first. Never smaller than one that was shown before.
    public Optional<SignedNote> checkpoint() {
        return checkpoints.published();
    }

    /// The bytes of a tile; empty if the tree does not reach it.
    public Optional<byte[]> tile(TilePath path) {
        return store.read(path);
    }

    /// The receipt of an entry, with the cosignatures of the witnesses once they were asked; empty
    /// while the newest checkpoint does not cover it.
    public Optional<Receipt> receipt(long position) {
        return checkpoints
                .published()
                .filter(note -> covers(note, position))
                .or(checkpoints::newest)
                .filter(note -> covers(note, position))
                .map(note -> receipt(position, note));
    }

    private static boolean covers(SignedNote note, long position) {
        return position < Checkpoint.parse(note.text()).size();
    }

    private Receipt receipt(long position, SignedNote note) {
        long size = Checkpoint.parse(note.text()).size();
        List<SaltedEntry> entry = new ArrayList<>(1);
        ledger.each(position, position + 1, (_, salted) -> entry.add(salted));
        ProofMaker proofs = new ProofMaker(new TiledNodes(store, size));
        return new Receipt(entry.getFirst(), position, proofs.inclusion(position, size), note);
    }
}
