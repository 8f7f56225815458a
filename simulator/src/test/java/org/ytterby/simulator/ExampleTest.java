package org.ytterby.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The shipped example is what the simulator makes of its recorded seed.
///
/// `-Dytterby.write-example=true` writes it anew; the difference is then reviewed.
class ExampleTest {
    private static final Path EXAMPLE =
            Path.of(System.getProperty("ytterby.root", ".."), "examples", "national-2019");
    private static final long BYTES_MAX = 5_000_000;

    @TempDir Path folder;

    @Test
    void theShippedExampleIsUpToDate() throws IOException {
        if (Boolean.getBoolean("ytterby.write-example")) {
            Simulator.write(EXAMPLE, SimulationPlan.example());
        }
        Simulator.write(folder, SimulationPlan.example());
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            long bytes = 0;
            for (Path file : all) {
                bytes += Files.size(file);
                assertThat(EXAMPLE.resolve(file.getFileName())).hasSameBinaryContentAs(file);
            }
            assertThat(bytes).isLessThan(BYTES_MAX);
        }
    }
}
