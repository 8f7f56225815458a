package org.ytterby.server.faults;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A service's own description of its API (OpenAPI 3.1), as operations to try and schemas to hold
/// their answers against.
final class ApiModel {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final JsonNode root;
    private final Map<JsonNode, Schema> schemas = new HashMap<>();
    private final SchemaRegistry registry =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    ApiModel(JsonNode root) {
        this.root = root;
    }

    /// Something that can be asked.
    ///
    /// @param body content by media type; missing where there is none
    record Operation(
            String method, String path, JsonNode parameters, JsonNode body, JsonNode responses) {
        String name() {
            return method + " " + path;
        }
    }

    List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> one : path.getValue().properties()) {
                if (METHODS.contains(one.getKey())) {
                    JsonNode operation = one.getValue();
                    all.add(
                            new Operation(
                                    one.getKey(),
                                    path.getKey(),
                                    operation.path("parameters"),
                                    operation.path("requestBody").path("content"),
                                    operation.path("responses")));
                }
            }
        }
        return all;
    }

    /// What a schema refers to, or itself.
    JsonNode resolved(JsonNode schema) {
        JsonNode at = schema;
        while (at.has("$ref")) {
            at = root.at(at.path("$ref").asString().substring(1));
        }
        return at;
    }

    /// What is wrong with an answer's body; empty if nothing is, or nothing is promised.
    Optional<String> difference(Operation asked, int status, String type, String body) {
        JsonNode content =
                resolved(asked.responses().path(Integer.toString(status))).path("content");
        JsonNode schema = content.has(type) ? content.path(type) : content.path("*/*");
        boolean isOne = type.endsWith("json") && !type.equals("application/x-ndjson");
        if (schema.path("schema").isMissingNode() || !isOne) {
            return Optional.empty();
        }
        List<Error> errors =
                schemas.computeIfAbsent(schema.path("schema"), this::compiled)
                        .validate(body, InputFormat.JSON);
        return errors.stream().findFirst().map(Object::toString);
    }

    private Schema compiled(JsonNode schema) {
        ObjectNode whole = JSON.createObjectNode();
        whole.set("components", root.path("components"));
        whole.set("allOf", JSON.createArrayNode().add(schema));
        return registry.getSchema(whole.toString());
    }
}
