package org.ytterby.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.proof.SigningKey;
import org.ytterby.server.LedgerService;
import org.ytterby.server.ServiceDatabase;
import picocli.CommandLine.Option;

/// The options that say which service's data, the same in every command that works on them.
final class DatabaseOptions {
    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description =
                    "jdbc:postgresql://… of a PostgreSQL 15 or later (default: an embedded one)")
    private @Nullable String url;

    @Option(
            names = "--database-user",
            paramLabel = "NAME",
            description = "owner of the database (default: ytterby)")
    private String user = "ytterby";

    @Option(
            names = "--database-password-file",
            paramLabel = "FILE",
            description = "file that holds the owner's password")
    private @Nullable Path passwordFile;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "folder for all that stays (default: ~/.local/share/ytterby/service, as root /var/lib/ytterby/service)")
    private @Nullable Path data;

    /// Whether anything but the default was asked for.
    boolean isGiven() {
        return url != null || data != null;
    }

    Path folder() {
        return data == null ? DataFolders.of("service") : data;
    }

    /// Absent for the embedded database of the folder.
    LedgerService.@Nullable Database external() {
        return url == null ? null : new LedgerService.Database(url, user, password());
    }

    private String password() {
        try {
            return passwordFile == null ? "" : Files.readString(passwordFile).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The database as it is, beside a service that may be running.
    ///
    /// @throws Refused if the folder holds none
    ServiceDatabase open() {
        LedgerService.Database external = external();
        if (external == null && !Files.isDirectory(ServiceDatabase.folder(folder()))) {
            throw new Refused(
                    "there is no database in " + folder() + ": see --data and --database-url",
                    folder() + " 中没有数据库：请用 --data 或 --database-url 指定");
        }
        return ServiceDatabase.open(folder(), external);
    }

    /// The key in the folder that signs the log; absent if there is none.
    @Nullable SigningKey logKey() {
        Path file = LedgerService.keyFile(folder());
        return Files.exists(file) ? new KeyText().signing(file) : null;
    }
}
