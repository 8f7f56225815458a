package org.ytterby.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.ytterby.core.proof.LogSource;
import org.ytterby.core.proof.Receipt;
import org.ytterby.core.proof.SignedNote;
import org.ytterby.core.proof.TilePath;

/// A log in a folder, laid out as a log is served: `checkpoint`, `tile/…`.
record LogFolder(Path folder) implements LogSource {
    private static final String CHECKPOINT = "checkpoint";

    /// Bytes of a checkpoint, or of a receipt.
    private static final int NOTE_BYTES_MAX = Receipt.BYTES_MAX;

    private static final int HASH_BYTES = 32;
    private static final int ENTRY_BYTES_MAX = 2 + 0xffff;
    private static final String WIDTH = "[1-9][0-9]{0,2}";

    /// The newest checkpoint, not yet believed.
    ///
    /// @throws org.ytterby.core.proof.ProofRefused if it is no signed note
    SignedNote checkpoint() {
        return SignedNote.parse(bytes(folder.resolve(CHECKPOINT)));
    }

    @Override
    public SortedSet<Integer> widths(TilePath.Content content, long index) {
        SortedSet<Integer> widths = new TreeSet<>();
        Path full = folder.resolve(new TilePath(content, index, TilePath.WIDTH).toString());
        if (Files.isRegularFile(full)) {
            widths.add(TilePath.WIDTH);
        }
        Path partial = full.resolveSibling(full.getFileName() + ".p");
        if (Files.isDirectory(partial)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(partial)) {
                for (Path file : files) {
                    String name = file.getFileName().toString();
                    if (name.matches(WIDTH) && Integer.parseInt(name) < TilePath.WIDTH) {
                        widths.add(Integer.parseInt(name));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return widths;
    }

    @Override
    public Optional<byte[]> read(TilePath path) {
        Path file = folder.resolve(path.toString());
        return Files.isRegularFile(file) ? Optional.of(bytes(file, path)) : Optional.empty();
    }

    private static byte[] bytes(Path file, TilePath path) {
        return switch (path.content()) {
            case TilePath.Content.Hashes _ -> bytes(file, HASH_BYTES * path.width());
            case TilePath.Content.Entries _ -> bytes(file, ENTRY_BYTES_MAX * path.width());
        };
    }

    /// A checkpoint or a receipt.
    static byte[] bytes(Path file) {
        return bytes(file, NOTE_BYTES_MAX);
    }

    /// No more of a file than it can rightly have, and one byte, for which it is refused.
    private static byte[] bytes(Path file, int bytesMax) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(bytesMax + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
