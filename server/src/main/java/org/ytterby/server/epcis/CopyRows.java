package org.ytterby.server.epcis;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Rows in PostgreSQL's binary form, for COPY.
final class CopyRows {
    private static final byte[] SIGNATURE =
            "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int TEXT_TYPE = 25;
    private static final int NULL = -1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    private final DataOutputStream out = new DataOutputStream(bytes);
    private final int columns;
    private boolean isEmpty = true;

    /// @param columns of each row
    CopyRows(int columns) {
        this.columns = columns;
        writing(() -> {
            out.write(SIGNATURE);
            out.writeInt(0);
            out.writeInt(0);
        });
    }

    private interface Writing {
        void run() throws IOException;
    }

    private CopyRows writing(Writing writing) {
        try {
            writing.run();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Begins a row.
    CopyRows row() {
        isEmpty = false;
        return writing(() -> out.writeShort(columns));
    }

    CopyRows add(long value) {
        return writing(() -> {
            out.writeInt(Long.BYTES);
            out.writeLong(value);
        });
    }

    CopyRows add(double value) {
        return writing(() -> {
            out.writeInt(Double.BYTES);
            out.writeDouble(value);
        });
    }

    CopyRows add(String value) {
        return add(value.getBytes(StandardCharsets.UTF_8));
    }

    CopyRows add(byte @Nullable [] value) {
        return writing(() -> {
            out.writeInt(value == null ? NULL : value.length);
            if (value != null) {
                out.write(value);
            }
        });
    }

    CopyRows add(@Nullable UUID value) {
        return writing(() -> {
            out.writeInt(value == null ? NULL : 2 * Long.BYTES);
            if (value != null) {
                out.writeLong(value.getMostSignificantBits());
                out.writeLong(value.getLeastSignificantBits());
            }
        });
    }

    /// An array.
    CopyRows add(Collection<String> values) {
        return writing(() -> {
            ByteArrayOutputStream array = new ByteArrayOutputStream();
            DataOutputStream to = new DataOutputStream(array);
            to.writeInt(values.isEmpty() ? 0 : 1); // dimensions
            to.writeInt(0); // no nulls
            to.writeInt(TEXT_TYPE);
            if (!values.isEmpty()) {
                to.writeInt(values.size());
                to.writeInt(1); // the first index
            }
            for (String value : values) {
                byte[] text = value.getBytes(StandardCharsets.UTF_8);
                to.writeInt(text.length);
                to.write(text);
            }
            out.writeInt(array.size());
            array.writeTo(out);
        });
    }

    /// Sends the rows.
    ///
    /// @param table with its columns in parentheses
    void into(Connection connection, String table) throws SQLException {
        if (isEmpty) {
            return;
        }
        writing(() -> out.writeShort(NULL));
        CopyIn copy =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("COPY " + table + " FROM STDIN BINARY");
        try {
            copy.writeToCopy(bytes.toByteArray(), 0, bytes.size());
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
