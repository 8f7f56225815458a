package org.ytterby.server.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.ytterby.core.proof.SigningKey;
import org.ytterby.server.proof.LogAudit;

/// Writes one state of the whole database into one file, while the service may run.
///
/// The file is a zip: each table as PostgreSQL's COPY in text form gives it, then the manifest with
/// the digest of each. It is readable by its owner alone, for it holds salts and password hashes.
public final class Backup {
    private static final int BUFFER_BYTES = 1 << 16;

    private final Connection connection;
    private final ZipOutputStream zip;

    private Backup(Connection connection, ZipOutputStream zip) {
        this.connection = connection;
        this.zip = zip;
    }

    /// The log's signing key, as a data folder has it.
    ///
    /// @param isKept whether the backup shall hold it, and not its verifier key alone
    public record LogKey(SigningKey key, boolean isKept) {}

    /// Writes a backup, whole or not at all. O(size of the database); memory does not grow with it.
    ///
    /// @param to a file that is not there yet
    /// @throws BackupRefused if there is such a file, or no ledger in the database
    /// @throws org.ytterby.server.ledger.LedgerUnavailable if the database cannot be read
    public static Manifest write(
            DataSource database, Path to, @Nullable LogKey logKey, String program, Instant now) {
        if (Files.exists(to)) {
            throw new BackupRefused(
                    "%s exists already: a backup is never written over".formatted(to),
                    "%s 已存在：备份不会覆盖旧文件".formatted(to));
        }
        Path unfinished = to.resolveSibling(to.getFileName() + ".unfinished");
        try (Snapshot snapshot = Snapshot.of(database)) {
            Files.deleteIfExists(unfinished);
            Manifest manifest = write(snapshot, unfinished, logKey, program, now);
            Files.move(unfinished, to, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } catch (SQLException e) {
            throw Snapshot.unreadable(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Manifest write(
            Snapshot snapshot, Path file, @Nullable LogKey logKey, String program, Instant now)
            throws IOException, SQLException {
        try (FileChannel channel =
                        FileChannel.open(
                                file,
                                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                                PosixFilePermissions.asFileAttribute(
                                        PosixFilePermissions.fromString("rw-------")));
                ZipOutputStream zip =
                        new ZipOutputStream(
                                new BufferedOutputStream(
                                        Channels.newOutputStream(channel), BUFFER_BYTES))) {
            zip.setLevel(Deflater.BEST_SPEED);
            Manifest manifest =
                    new Backup(snapshot.connection(), zip).run(snapshot, logKey, program, now);
            zip.finish();
            zip.flush();
            channel.force(true);
            return manifest;
        } catch (IOException | SQLException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private Manifest run(Snapshot snapshot, @Nullable LogKey logKey, String program, Instant now)
            throws IOException, SQLException {
        Catalog catalog = new Catalog(connection);
        String schema =
                catalog.schema()
                        .orElseThrow(() ->
                                new BackupRefused(
                                        "there is no ledger in this database", "该数据库中没有台账"));
        requireAllRows();
        List<Manifest.TableFile> tables = new ArrayList<>();
        for (Map.Entry<String, List<String>> table : catalog.tables().entrySet()) {
            tables.add(table(table.getKey(), table.getValue()));
        }
        long[] writer = writer();
        Manifest manifest =
                new Manifest(
                        Manifest.FORM,
                        program,
                        now.toString(),
                        schema,
                        writer[0],
                        writer[1],
                        new LogAudit(snapshot.source()).root(writer[0]).base64(),
                        logKey == null ? null : logKey.key.verifier().toString(),
                        tables);
        if (logKey != null && logKey.isKept) {
            put(Manifest.KEY_NAME, (logKey.key.secretText() + "\n").getBytes(UTF_8));
        }
        put(Manifest.NAME, manifest.json());
        return manifest;
    }

    /// Where a rule of row-level security would hide rows from us, PostgreSQL then refuses instead.
    private void requireAllRows() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL row_security = off");
        }
    }

    /// Position and epoch.
    private long[] writer() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT next_position, epoch FROM ledger.writer")) {
            row.next();
            return new long[] {row.getLong(1), row.getLong(2)};
        }
    }

    private Manifest.TableFile table(String name, List<String> columns)
            throws IOException, SQLException {
        String listed = String.join(", ", columns);
        zip.putNextEntry(entry(new Manifest.TableFile(name, columns, 0, 0, "").path()));
        MessageDigest digest = Sha256.digest();
        Counted counted = new Counted(new DigestOutputStream(zip, digest));
        BufferedOutputStream out = new BufferedOutputStream(counted, BUFFER_BYTES);
        long rows =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("COPY (SELECT %s FROM %s) TO STDOUT".formatted(listed, name), out);
        out.flush();
        zip.closeEntry();
        return new Manifest.TableFile(
                name, columns, rows, counted.bytes, HexFormat.of().formatHex(digest.digest()));
    }

    private void put(String name, byte[] content) throws IOException {
        zip.putNextEntry(entry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        return entry;
    }

    private static final class Counted extends FilterOutputStream {
        private long bytes;

        Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            bytes++;
        }

        @Override
        public void write(byte[] b, int off, int len) throws IOException {
            out.write(b, off, len);
            bytes += len;
        }
    }
}
