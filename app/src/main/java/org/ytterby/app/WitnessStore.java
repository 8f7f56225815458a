package org.ytterby.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.proof.Checkpoint;
import org.ytterby.core.proof.Cosignature;
import org.ytterby.core.proof.SignedNote;
import org.ytterby.core.proof.VerifierKey;

/// What a witness remembers: for each log the checkpoint that it cosigned last, in a folder named
/// by the hash of the log's origin.
///
/// A new checkpoint replaces the old one in one step, after it has reached the disk. One process at
/// a time holds the folder.
final class WitnessStore implements AutoCloseable {
    private static final String CHECKPOINT = "checkpoint";

    private final Path folder;
    private final VerifierKey key;
    private final FileChannel lock;

    /// @param key the witness's own
    /// @throws Refused if another process holds the folder
    WitnessStore(Path folder, VerifierKey key) {
        this.folder = folder;
        this.key = key;
        try {
            Files.createDirectories(folder);
            lock =
                    FileChannel.open(
                            folder.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (tryLock(lock) == null) {
                lock.close();
                throw new Refused("another witness uses " + folder, "另一见证进程正在使用 " + folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by this process
        }
    }

    /// The checkpoint cosigned last.
    ///
    /// @throws org.ytterby.core.proof.ProofRefused if the file is not one that this witness
    ///   cosigned
    Optional<Checkpoint> recorded(String origin) {
        return note(Cosignature.originHash(origin))
                .map(bytes -> {
                    SignedNote note = SignedNote.parse(bytes);
                    note.openedWith(List.of(key));
                    return Checkpoint.parse(note.text());
                });
    }

    /// The file of a log.
    ///
    /// @param originHash 64 hexadecimal digits
    Optional<byte[]> note(String originHash) {
        Path file = folder.resolve(originHash).resolve(CHECKPOINT);
        return Files.isRegularFile(file) ? Optional.of(LogFolder.bytes(file)) : Optional.empty();
    }

    /// Remembers a checkpoint; it is on the disk when this returns.
    void record(String origin, SignedNote note) {
        try {
            Path home = Files.createDirectories(folder.resolve(Cosignature.originHash(origin)));
            DurableFile.write(home.resolve(CHECKPOINT), note.toString());
            DurableFile.sync(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
