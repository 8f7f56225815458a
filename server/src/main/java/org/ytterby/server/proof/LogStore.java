package org.ytterby.server.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.ytterby.core.proof.EntryBundle;
import org.ytterby.core.proof.Hash;
import org.ytterby.core.proof.LogSource;
import org.ytterby.core.proof.TilePath;
import org.ytterby.server.ledger.LedgerReader;

/// Tiles in the database; entries come from the ledger itself.
final class LogStore implements LogSource {
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final LedgerReader ledger;
    private final CheckpointStore checkpoints;

    LogStore(
            JdbcClient jdbc,
            TransactionOperations transactions,
            LedgerReader ledger,
            CheckpointStore checkpoints) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.ledger = ledger;
        this.checkpoints = checkpoints;
    }

    /// Keeps what a larger tree adds, all of it or nothing.
    ///
    /// @param checkpoint keeps the tree's checkpoint
    void keep(Map<TilePath, byte[]> tiles, Runnable checkpoint) {
        transactions.executeWithoutResult(_ -> {
            tiles.forEach(this::keep);
            checkpoint.run();
        });
    }

    private void keep(TilePath path, byte[] hashes) {
        if (!(path.content() instanceof TilePath.Content.Hashes(int level))) {
            throw new IllegalArgumentException("no tile of hashes: " + path);
        }
        jdbc.sql(
                        "INSERT INTO proof.tile (level, index, hashes) VALUES (?, ?, ?)"
                                + " ON CONFLICT (level, index) DO UPDATE SET hashes = excluded.hashes")
                .params(level, path.index(), hashes)
                .update();
    }

    @Override
    public SortedSet<Integer> widths(TilePath.Content content, long index) {
        int width =
                switch (content) {
                    case TilePath.Content.Hashes(int level) ->
                            hashes(level, index).map(bytes -> bytes.length / Hash.BYTES).orElse(0);
                    case TilePath.Content.Entries() -> TilePath.widthOf(index, checkpoints.size());
                };
        return width == 0 ? new TreeSet<>() : new TreeSet<>(List.of(width));
    }

    /// What is held at a path; a narrower tile than the one held is its beginning.
    @Override
    public Optional<byte[]> read(TilePath path) {
        return switch (path.content()) {
            case TilePath.Content.Hashes(int level) ->
                    hashes(level, path.index())
                            .filter(bytes -> bytes.length >= path.width() * Hash.BYTES)
                            .map(bytes -> Arrays.copyOf(bytes, path.width() * Hash.BYTES));
            case TilePath.Content.Entries() -> entries(path);
        };
    }

    private Optional<byte[]> hashes(int level, long index) {
        return jdbc.sql("SELECT hashes FROM proof.tile WHERE level = ? AND index = ?")
                .params(level, index)
                .query((row, _) -> row.getBytes(1))
                .optional();
    }

    /// The entries that are there: if one is gone, whoever rebuilds the log sees which.
    private Optional<byte[]> entries(TilePath path) {
        long from = path.index() * TilePath.WIDTH;
        if (from + path.width() > checkpoints.size()) {
            return Optional.empty();
        }
        List<byte[]> entries = new ArrayList<>(path.width());
        ledger.present(from, from + path.width(), (_, entry) -> entries.add(entry.bytes()));
        return entries.isEmpty() ? Optional.empty() : Optional.of(EntryBundle.bytes(entries));
    }
}
