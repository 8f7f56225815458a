package org.ytterby.server.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Holds a data folder for one process; the system lets go of it when the process dies.
final class FolderLock implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static FolderLock take(Path file) {
        FileChannel channel = open(file);
        try {
            if (lock(channel) == null) {
                channel.close();
                throw PostgresUnavailable.because(
                        "Another process already serves from %s; each data folder serves one."
                                .formatted(file.getParent()),
                        "另一进程已在使用数据目录 %s；每个数据目录只能供一个进程使用。".formatted(file.getParent()));
            }
            return new FolderLock(file, channel);
        } catch (IOException e) {
            throw PostgresUnavailable.disk(file, e);
        }
    }

    /// Whether a process holds it.
    static boolean isHeld(Path file) {
        try (FileChannel channel = open(file)) {
            return lock(channel) == null;
        } catch (IOException e) {
            throw PostgresUnavailable.disk(file, e);
        }
    }

    private static FileChannel open(Path file) {
        try {
            return FileChannel.open(
                    file,
                    Set.of(
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE,
                            LinkOption.NOFOLLOW_LINKS));
        } catch (IOException e) {
            throw PostgresUnavailable.disk(file, e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw PostgresUnavailable.disk(file, e);
        }
    }
}
