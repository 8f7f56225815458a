package org.ytterby.benchmarks.detection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The published covariances that studies run on.
final class VectorFiles {
    private VectorFiles() {}

    /// @param vectors folder of the published vectors
    static double[][] powerCovariance(Path vectors) throws IOException {
        return matrix(read(vectors, "detection_power_T12_covariance.json").required("covariance"));
    }

    /// The separation plant of fifteen elements and four quarters, in t of element.
    static JsonNode multiElementPlant(Path vectors) throws IOException {
        return read(vectors, "M_multi_element.json");
    }

    private static JsonNode read(Path vectors, String file) throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(vectors.resolve("accountancy").resolve(file)));
    }

    static double[][] matrix(JsonNode rows) {
        double[][] matrix = new double[rows.size()][];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = row(rows.get(i));
        }
        return matrix;
    }

    static double[] row(JsonNode values) {
        double[] row = new double[values.size()];
        for (int j = 0; j < row.length; j++) {
            row[j] = values.get(j).doubleValue();
        }
        return row;
    }
}
