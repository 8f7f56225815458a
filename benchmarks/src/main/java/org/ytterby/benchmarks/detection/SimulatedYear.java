package org.ytterby.benchmarks.detection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.ytterby.core.ledger.Declarations;
import org.ytterby.formats.intake.PackageReader;
import org.ytterby.simulator.SimulationPlan;
import org.ytterby.simulator.Simulator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A simulated national year as the system reads it, and what was planted in it.
///
/// @param planted entries of `planted.json`
record SimulatedYear(Declarations declarations, List<JsonNode> planted) {
    /// Simulates a year by way of a folder that is gone afterwards.
    static SimulatedYear of(SimulationPlan plan) {
        try {
            Path folder = Files.createTempDirectory("ytterby-bench");
            try {
                Simulator.write(folder, plan);
                JsonNode planted =
                        JsonMapper.shared()
                                .readTree(Files.readString(folder.resolve("planted.json")));
                return new SimulatedYear(
                        PackageReader.read(folder), List.copyOf(planted.valueStream().toList()));
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
