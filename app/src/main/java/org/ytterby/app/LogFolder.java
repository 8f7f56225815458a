package org.ytterby.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.ytterby.core.proof.LogSource;
import org.ytterby.core.proof.SignedNote;
import org.ytterby.core.proof.TilePath;

/// A log in a folder, laid out as a log is served: `checkpoint`, `tile/…`.
record LogFolder(Path folder) implements LogSource {
    private static final String CHECKPOINT = "checkpoint";
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
        return Files.isRegularFile(file) ? Optional.of(bytes(file)) : Optional.empty();
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
