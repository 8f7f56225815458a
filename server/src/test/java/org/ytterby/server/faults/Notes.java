package org.ytterby.server.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// What was measured, kept in `target/faults.txt` of this module for whoever ran it.
final class Notes {
    private static final Path FILE = Path.of("target", "faults.txt");

    private Notes() {}

    static void add(String claim) {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        try {
            Files.createDirectories(FILE.toAbsolutePath().getParent());
            Files.write(
                    FILE,
                    List.of(claim + " (load %.1f)".formatted(load)),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
