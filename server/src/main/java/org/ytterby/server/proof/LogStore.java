package org.ytterby.server.proof;

import java.nio.charset.StandardCharsets;
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
import org.ytterby.core.proof.SignedNote;
import org.ytterby.core.proof.TilePath;
import org.ytterby.server.ledger.LedgerReader;

/// Tiles and checkpoints in the database; entries come from the ledger itself.
final class LogStore implements LogSource {
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final LedgerReader ledger;

    LogStore(JdbcClient jdbc, TransactionOperations transactions, LedgerReader ledger) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.ledger = ledger;
    }

    /// The newest signed checkpoint; empty before the first.
    Optional<SignedNote> checkpoint() {
        return jdbc.sql("SELECT note FROM proof.checkpoint ORDER BY size DESC LIMIT 1")
                .query(String.class)
                .optional()
                .map(note -> SignedNote.parse(note.getBytes(StandardCharsets.UTF_8)));
    }

    /// Leaves of the newest checkpoint.
    long size() {
        return jdbc.sql("SELECT coalesce(max(size), 0) FROM proof.checkpoint")
                .query(Long.class)
                .single();
    }

    /// Keeps what a larger tree adds, all of it or nothing.
    void keep(Map<TilePath, byte[]> tiles, long size, SignedNote note) {
        transactions.executeWithoutResult(_ -> {
            tiles.forEach(this::keep);
            jdbc.sql("INSERT INTO proof.checkpoint (size, note) VALUES (?, ?)")
                    .params(size, note.toString())
                    .update();
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
                    case TilePath.Content.Entries() -> TilePath.widthOf(index, size());
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

    private Optional<byte[]> entries(TilePath path) {
        long from = path.index() * TilePath.WIDTH;
        if (from + path.width() > size()) {
            return Optional.empty();
        }
        List<byte[]> entries = new ArrayList<>(path.width());
        ledger.each(from, from + path.width(), (_, entry) -> entries.add(entry.bytes()));
        return Optional.of(EntryBundle.bytes(entries));
    }
}
