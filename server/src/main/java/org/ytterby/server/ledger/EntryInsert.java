package org.ytterby.server.ledger;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Appends entries: few in one statement, many by COPY in PostgreSQL's binary form.
final class EntryInsert {
    /// From here on COPY is the faster way.
    private static final int COPY_FROM = 64;

    private static final byte[] SIGNATURE =
            "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int COLUMNS = 4;

    private final Connection connection;
    private final Sql sql;

    /// All positions below are in partitions that are known to be there.
    private long partitioned;

    EntryInsert(Connection connection) {
        this.connection = connection;
        sql = new Sql(connection);
    }

    void insert(Taken taken) throws SQLException {
        partitioned = EntryPartitions.make(connection, partitioned, taken.next());
        List<Taken.Stored> entries = taken.entries();
        if (entries.size() < COPY_FROM) {
            sql.update(
                    """
                    INSERT INTO ledger.entry (position, topic, salt, content)
                    SELECT ? + n - 1, t, s, c
                    FROM unnest(?::text[], ?::bytea[], ?::bytea[]) WITH ORDINALITY AS e (t, s, c, n)\
                    """,
                    taken.first(),
                    sql.column("text", entries, Taken.Stored::topic),
                    sql.bytes(entries, Taken.Stored::salt),
                    sql.bytes(entries, Taken.Stored::content));
        } else {
            copy(taken);
        }
    }

    private void copy(Taken taken) throws SQLException {
        CopyIn copy =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "COPY ledger.entry (position, topic, salt, content) FROM STDIN BINARY");
        try {
            byte[] bytes = binary(taken);
            copy.writeToCopy(bytes, 0, bytes.length);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static byte[] binary(Taken taken) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(SIGNATURE);
            out.writeInt(0);
            out.writeInt(0);
            long position = taken.first();
            for (Taken.Stored entry : taken.entries()) {
                out.writeShort(COLUMNS);
                out.writeInt(Long.BYTES);
                out.writeLong(position++);
                byte[] topic = entry.topic().getBytes(StandardCharsets.UTF_8);
                out.writeInt(topic.length);
                out.write(topic);
                out.writeInt(entry.salt().length);
                out.write(entry.salt());
                out.writeInt(entry.content().length);
                out.write(entry.content());
            }
            out.writeShort(-1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
