package org.ytterby.formats;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads table schemas out of a Frictionless descriptor.
final class DescriptorReader {
    private DescriptorReader() {}

    static TableSchema table(JsonNode resource) {
        JsonNode schema = resource.path("schema");
        List<FieldSchema> fields = new ArrayList<>();
        schema.path("fields").forEach(field -> fields.add(field(field)));
        List<String> primary = new ArrayList<>();
        schema.path("primaryKey").forEach(column -> primary.add(column.asString()));
        List<ForeignKey> foreign = new ArrayList<>();
        schema.path("foreignKeys").forEach(key -> foreign.add(foreignKey(key)));
        return new TableSchema(
                new TableSchema.Head(
                        text(resource, "name"),
                        resource.path("required").asBoolean(),
                        wording(resource, "title"),
                        wording(resource, "description")),
                fields,
                new TableSchema.Keys(primary, foreign));
    }

    private static FieldSchema field(JsonNode field) {
        JsonNode constraints = field.path("constraints");
        List<String> allowed = new ArrayList<>();
        constraints.path("enum").forEach(word -> allowed.add(word.asString()));
        return new FieldSchema(
                text(field, "name"),
                FieldType.of(text(field, "type")),
                presence(field, constraints),
                allowed,
                number(constraints, "minimum"),
                number(constraints, "maximum"),
                wording(field, "title"),
                wording(field, "description"));
    }

    private static Presence presence(JsonNode field, JsonNode constraints) {
        if (constraints.path("required").asBoolean(false)) {
            return Presence.ALWAYS;
        }
        return field.path("expected").asBoolean(false) ? Presence.USUALLY : Presence.OPTIONAL;
    }

    private static ForeignKey foreignKey(JsonNode key) {
        JsonNode reference = key.path("reference");
        return new ForeignKey(
                text(key, "fields"), text(reference, "resource"), text(reference, "fields"));
    }

    private static @Nullable Double number(JsonNode node, String name) {
        return node.has(name) ? (Double) node.path(name).asDouble() : null;
    }

    private static Wording wording(JsonNode node, String name) {
        return new Wording(text(node, name), text(node, name + "_zh"));
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString();
    }
}
