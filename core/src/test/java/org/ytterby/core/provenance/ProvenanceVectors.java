package org.ytterby.core.provenance;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.ytterby.core.material.Composition;
import org.ytterby.core.material.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One file of compositions of which everything is known, on oxide basis.
///
/// @param json the whole file
record ProvenanceVectors(JsonNode json) {
    /// A source or a lot, in the shape that the file gives to a lot.
    record Known(String name, JsonNode json) {
        double[] composition() {
            return doubles("composition");
        }

        double[] doubles(String field) {
            return ProvenanceVectors.doubles(json.required(field));
        }

        double number(String field) {
            return json.required(field).doubleValue();
        }
    }

    static ProvenanceVectors read(Path file) {
        return new ProvenanceVectors(JsonMapper.shared().readTree(file));
    }

    List<Known> sources() {
        JsonNode names = json.required("sources");
        return IntStream.range(0, names.size())
                .mapToObj(i -> new Known(names.get(i).stringValue(), source(i)))
                .toList();
    }

    List<Known> lots() {
        JsonNode lots = json.required("lots");
        return IntStream.range(0, lots.size())
                .mapToObj(i -> new Known("lot " + i, lots.get(i)))
                .toList();
    }

    List<double[]> sourceCompositions() {
        return sources().stream().map(Known::composition).toList();
    }

    double[] relativeSigma() {
        return doubles(json.required("relative_sigma"));
    }

    /// The composition with 0 for the elements that the file leaves out.
    Composition allElements(Known known) {
        double[] parts = new double[Element.COUNT];
        JsonNode elements = json.required("elements");
        for (int i = 0; i < elements.size(); i++) {
            parts[Element.valueOf(elements.get(i).stringValue()).ordinal()] =
                    known.composition()[i];
        }
        return Composition.closing(parts);
    }

    private JsonNode source(int i) {
        ObjectNode source = JsonMapper.shared().createObjectNode();
        source.setAll((ObjectNode) json.required("source_anomalies").required(i));
        source.set("composition", json.required("source_composition").required(i));
        source.set("clr", json.required("source_clr").required(i));
        source.set("aitchison_to_sources", json.required("source_aitchison_matrix").required(i));
        return source;
    }

    private static double[] doubles(JsonNode array) {
        return IntStream.range(0, array.size())
                .mapToDouble(i -> array.get(i).doubleValue())
                .toArray();
    }
}
