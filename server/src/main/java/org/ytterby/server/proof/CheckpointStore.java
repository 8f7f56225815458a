package org.ytterby.server.proof;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.ytterby.core.proof.NoteSignature;
import org.ytterby.core.proof.SignedNote;
import org.ytterby.core.proof.VerifierKey;

/// Signed checkpoints and their cosignatures in the database. Safe for use by several threads.
final class CheckpointStore {
    private static final long HOUR_MICROS = 3_600_000_000L;
    private static final String NOTE =
            """
            SELECT c.note || coalesce((SELECT string_agg(s.line || E'\\n', '' ORDER BY s.witness)
                                       FROM proof.cosignature s WHERE s.size = c.size), '')
            FROM proof.checkpoint c\
            """;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    CheckpointStore(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /// The newest signed checkpoint with the cosignatures that it has; empty before the first.
    Optional<SignedNote> newest() {
        return note(NOTE + " ORDER BY c.size DESC LIMIT 1");
    }

    /// The newest one that the witnesses were asked about.
    Optional<SignedNote> published() {
        return note(NOTE + " WHERE c.published ORDER BY c.size DESC LIMIT 1");
    }

    private Optional<SignedNote> note(String query) {
        return jdbc.sql(query)
                .query(String.class)
                .optional()
                .map(note -> SignedNote.parse(note.getBytes(StandardCharsets.UTF_8)));
    }

    /// Leaves of the newest checkpoint, 0 if there is none.
    long size() {
        return jdbc.sql("SELECT coalesce(max(size), 0) FROM proof.checkpoint")
                .query(Long.class)
                .single();
    }

    /// Leaves of the newest checkpoint that was published, 0 if there is none.
    long publishedSize() {
        return jdbc.sql("SELECT coalesce(max(size), 0) FROM proof.checkpoint WHERE published")
                .query(Long.class)
                .single();
    }

    /// The largest size that a witness cosigned, 0 if none.
    long cosignedSize(VerifierKey witness) {
        return jdbc.sql("SELECT coalesce(max(size), 0) FROM proof.cosignature WHERE witness = ?")
                .param(witness.toString())
                .query(Long.class)
                .single();
    }

    /// Keeps a new checkpoint.
    void keep(long size, SignedNote note, long signedMicros, boolean published) {
        jdbc.sql(
                        "INSERT INTO proof.checkpoint (size, note, signed_micros, published)"
                                + " VALUES (?, ?, ?, ?)")
                .params(size, note.toString(), signedMicros, published)
                .update();
    }

    /// Shows a checkpoint to everybody, with further cosignatures.
    void publish(long size, Map<VerifierKey, NoteSignature> cosignatures) {
        transactions.executeWithoutResult(_ -> {
            cosignatures.forEach((witness, line) ->
                    jdbc.sql(
                                    "INSERT INTO proof.cosignature (size, witness, line)"
                                            + " VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                            .params(size, witness.toString(), line.toString())
                            .update());
            jdbc.sql("UPDATE proof.checkpoint SET published = true WHERE size = ?")
                    .param(size)
                    .update();
        });
    }

    /// Forgets checkpoints of past hours, but for the last of each hour and the last of those that
    /// most witnesses cosigned.
    ///
    /// @return how many were forgotten
    int prune(long nowMicros) {
        long before = Math.floorDiv(nowMicros, HOUR_MICROS) * HOUR_MICROS - HOUR_MICROS;
        return jdbc.sql(
                        """
                        DELETE FROM proof.checkpoint c USING (
                          SELECT size,
                            row_number() OVER (PARTITION BY hour ORDER BY size DESC) AS newest,
                            row_number() OVER (PARTITION BY hour ORDER BY witnesses DESC, size DESC) AS witnessed
                          FROM (SELECT size, signed_micros / ? AS hour,
                                  (SELECT count(*) FROM proof.cosignature s WHERE s.size = k.size) AS witnesses
                                FROM proof.checkpoint k WHERE signed_micros < ?) AS old) AS ranked
                        WHERE ranked.size = c.size AND ranked.newest > 1 AND ranked.witnessed > 1\
                        """)
                .params(List.of(HOUR_MICROS, before))
                .update();
    }
}
