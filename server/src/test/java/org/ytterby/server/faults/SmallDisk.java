package org.ytterby.server.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// A file system of a few hundred megabytes that can be filled to its last byte.
final class SmallDisk implements AutoCloseable {
    private static final String SIZE = "size=400m,mode=755";
    private static final int PIECE_BYTES = 1 << 20;

    private final Path folder;
    private final Path ballast;

    private SmallDisk(Path folder) {
        this.folder = folder;
        ballast = folder.resolve("ballast");
    }

    /// Mounts one on an empty folder.
    ///
    /// @throws IOException if we may not
    static SmallDisk mount(Path folder) throws IOException {
        run(List.of("mount", "-t", "tmpfs", "-o", SIZE, "tmpfs", folder.toString()));
        return new SmallDisk(folder);
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException(command + ": " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /// Leaves no room, and keeps taking what becomes free.
    void fill() throws IOException {
        try (FileChannel file =
                FileChannel.open(ballast, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (int piece = PIECE_BYTES; piece > 0; piece /= 2) {
                while (took(file, piece)) {
                    Thread.onSpinWait();
                }
            }
        }
    }

    private static boolean took(FileChannel file, int bytes) {
        try {
            return file.write(ByteBuffer.allocate(bytes)) > 0;
        } catch (IOException e) {
            return false; // no room for so much
        }
    }

    void clear() throws IOException {
        Files.delete(ballast);
    }

    @Override
    public void close() throws IOException {
        run(List.of("umount", folder.toString()));
    }
}
