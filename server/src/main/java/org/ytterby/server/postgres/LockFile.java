package org.ytterby.server.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What `postmaster.pid` in the data says (PostgreSQL 18, src/include/utils/pidfile.h).
///
/// @param pid of the postmaster that wrote it
/// @param isReady whether it accepts connections
record LockFile(long pid, boolean isReady) {
    private static final int STATUS_LINE = 7;

    /// Whose process a lock file names.
    enum Holder {
        /// A postmaster on this data.
        OURS,
        /// No process, or one that is no postmaster: numbers are used again, soonest in containers.
        NONE,
        /// A postmaster that may or may not be on this data.
        UNCLEAR
    }

    static Optional<LockFile> in(Folders folders) {
        Path file = folders.lockFile();
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        List<String> lines = Folders.read(file).lines().toList();
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,9}")) {
            return Optional.empty();
        }
        boolean isReady =
                lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
        return Optional.of(new LockFile(Long.parseLong(lines.getFirst().strip()), isReady));
    }

    Holder holder(Folders folders) {
        if (!ProcessTable.isRunning(pid) || !ProcessTable.program(pid).equals("postgres")) {
            return Holder.NONE;
        }
        boolean isOnThisData = ProcessTable.commandLine(pid).contains(folders.data().toString());
        return isOnThisData ? Holder.OURS : Holder.UNCLEAR;
    }

    /// Removes a lock file that no process holds, under the lock of the folder. PostgreSQL itself
    /// still refuses to start while a process of the old server uses its shared memory.
    static void removeStale(Folders folders) {
        Optional<LockFile> file = in(folders);
        if (file.isPresent() && file.get().holder(folders) == Holder.NONE) {
            try {
                Files.deleteIfExists(folders.lockFile());
            } catch (IOException e) {
                throw PostgresUnavailable.disk(folders.lockFile(), e);
            }
        }
    }
}
