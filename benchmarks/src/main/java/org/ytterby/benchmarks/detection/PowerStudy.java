package org.ytterby.benchmarks.detection;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ytterby.benchmarks.Study;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Detection probability of the shipped test on the published covariance of twelve periods.
public final class PowerStudy implements Study {
    @Override
    public String name() {
        return "power";
    }

    @Override
    public String summary() {
        return "detection probability of the inventory test beside the Neyman–Pearson bound: power VECTORS [RUNS]";
    }

    @Override
    public void run(List<String> arguments, PrintStream out) throws IOException {
        if (arguments.isEmpty()) {
            throw new IllegalArgumentException("power needs the folder of published vectors");
        }
        double[][] covariance =
                covariance(
                        Path.of(
                                arguments.getFirst(),
                                "accountancy",
                                "detection_power_T12_covariance.json"));
        out.println("periods: " + covariance.length);
    }

    private static double[][] covariance(Path file) throws IOException {
        JsonNode rows = JsonMapper.shared().readTree(Files.readString(file)).get("covariance");
        double[][] covariance = new double[rows.size()][rows.size()];
        for (int i = 0; i < covariance.length; i++) {
            for (int j = 0; j < covariance.length; j++) {
                covariance[i][j] = rows.get(i).get(j).doubleValue();
            }
        }
        return covariance;
    }
}
