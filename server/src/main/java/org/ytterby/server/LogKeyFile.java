package org.ytterby.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.ytterby.core.proof.KeyType;
import org.ytterby.core.proof.ProofRefused;
import org.ytterby.core.proof.SignedNote;
import org.ytterby.core.proof.SigningKey;
import org.ytterby.core.proof.TrustPolicy;
import org.ytterby.server.ledger.LedgerUnavailable;

/// The key that signs the log, as a data folder has it: readable by its owner only.
final class LogKeyFile {
    private static final int SEED_BYTES = 32;
    private static final String LOG_NAME = "ytterby.example/log";

    private LogKeyFile() {}

    static Path in(Path data) {
        return data.resolve("log.key");
    }

    /// The key of a folder, made if nothing was ever signed in the database.
    ///
    /// @throws LedgerUnavailable if the database's log was signed with another key
    static Path of(Path data, Connection database) throws SQLException {
        Path file = in(data);
        Optional<SignedNote> newest = newest(database);
        if (!Files.exists(file)) {
            if (newest.isPresent()) {
                throw new LedgerUnavailable(
                        "%s is missing: the log in this database was signed with it / 缺少日志签名密钥"
                                .formatted(file));
            }
            write(made(), data);
        }
        newest.ifPresent(note -> requireSigned(note, file));
        return file;
    }

    private static SigningKey made() {
        byte[] seed = new byte[SEED_BYTES];
        new SecureRandom().nextBytes(seed);
        return new SigningKey(LOG_NAME, KeyType.NOTE, seed);
    }

    /// Puts a key into a folder, unless one is there.
    static void write(SigningKey key, Path data) {
        Path file = in(data);
        try {
            Files.createDirectories(data);
            if (!Files.exists(file)) {
                Files.createFile(
                        file,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, key.secretText() + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A log that went on under another key would not be believed any more.
    private static void requireSigned(SignedNote newest, Path file) {
        try {
            SigningKey key = SigningKey.parse(Files.readString(file).strip());
            new TrustPolicy(key.verifier(), List.of(), 0).trusted(newest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ProofRefused refused) {
            throw new LedgerUnavailable(
                    "the log in this database was not signed with %s / 该密钥不是此日志的签名密钥: %s"
                            .formatted(file, refused.getMessage()),
                    refused);
        }
    }

    private static Optional<SignedNote> newest(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            try (ResultSet row =
                    statement.executeQuery("SELECT to_regclass('proof.checkpoint') IS NOT NULL")) {
                row.next();
                if (!row.getBoolean(1)) {
                    return Optional.empty();
                }
            }
            try (ResultSet row =
                    statement.executeQuery(
                            "SELECT note FROM proof.checkpoint ORDER BY size DESC LIMIT 1")) {
                return row.next()
                        ? Optional.of(
                                SignedNote.parse(row.getString(1).getBytes(StandardCharsets.UTF_8)))
                        : Optional.empty();
            }
        }
    }
}
