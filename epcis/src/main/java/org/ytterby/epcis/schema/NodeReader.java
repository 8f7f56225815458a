package org.ytterby.epcis.schema;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.supervision.Text;
import org.ytterby.epcis.json.Json;

/// Reads the part of JSON Schema (draft 2020-12) that our schemas use. An unknown keyword is an
/// error, so that no schema asks what nobody checks.
final class NodeReader {
    private static final String DEFINITION = "#/$defs/";
    private static final Set<String> KNOWN =
            Set.of(
                    "$schema",
                    "$id",
                    "$comment",
                    "$defs",
                    "$ref",
                    "title",
                    "description",
                    "type",
                    "required",
                    "properties",
                    "additionalProperties",
                    "propertyNames",
                    "items",
                    "minItems",
                    "uniqueItems",
                    "enum",
                    "const",
                    "pattern",
                    "format",
                    "allOf",
                    "anyOf",
                    "not",
                    "if",
                    "then",
                    "else",
                    "x-message");

    private NodeReader() {}

    static Node read(Json schema) {
        Json.Members of = members(schema);
        of.members().keySet().forEach(NodeReader::known);
        String ref = of.text("$ref");
        return new Node(
                ref == null ? null : ref.substring(DEFINITION.length()),
                kinds(of.get("type")),
                texts(of.get("required")),
                properties(of.get("properties")),
                of.get("additionalProperties") instanceof Json.Truth(boolean open) && !open,
                node(of.get("propertyNames")),
                node(of.get("items")),
                of.get("minItems") instanceof Json.Numeral least
                        ? least.value().intValueExact()
                        : 0,
                of.get("uniqueItems") instanceof Json.Truth(boolean unique) && unique,
                words(of),
                pattern(of.text("pattern")),
                format(of.text("format")),
                nodes(of.get("allOf")),
                nodes(of.get("anyOf")),
                node(of.get("not")),
                node(of.get("if")),
                node(of.get("then")),
                node(of.get("else")),
                message(of.get("x-message")));
    }

    private static void known(String keyword) {
        if (!KNOWN.contains(keyword)) {
            throw new IllegalArgumentException(
                    "the schema uses " + keyword + ", which is not read");
        }
    }

    /// The definitions of a schema by name.
    static Map<String, Node> definitions(Json schema) {
        return properties(members(schema).get("$defs"));
    }

    private static Json.Members members(@Nullable Json value) {
        if (value instanceof Json.Members members) {
            return members;
        }
        throw new IllegalArgumentException("a schema is an object, not " + value);
    }

    private static @Nullable Node node(@Nullable Json value) {
        return value == null ? null : read(value);
    }

    private static List<Node> nodes(@Nullable Json value) {
        return value instanceof Json.Items(var items)
                ? items.stream().map(NodeReader::read).toList()
                : List.of();
    }

    private static Map<String, Node> properties(@Nullable Json value) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        if (value instanceof Json.Members(var members)) {
            members.forEach((name, part) -> nodes.put(name, read(part)));
        }
        return nodes;
    }

    private static List<String> texts(@Nullable Json value) {
        List<String> texts = new ArrayList<>();
        if (value instanceof Json.Items(var items)) {
            for (Json item : items) {
                if (!(item instanceof Json.Text(String text))) {
                    throw new IllegalArgumentException("only texts are listed, not " + item);
                }
                texts.add(text);
            }
        }
        return List.copyOf(texts);
    }

    private static Set<Node.Kind> kinds(@Nullable Json value) {
        Set<Node.Kind> kinds = EnumSet.noneOf(Node.Kind.class);
        List<String> words = value instanceof Json.Text(String word) ? List.of(word) : texts(value);
        for (Node.Kind kind : Node.Kind.values()) {
            if (words.contains(kind.word())) {
                kinds.add(kind);
            }
        }
        if (kinds.size() < words.size()) {
            throw new IllegalArgumentException("unknown type among " + words);
        }
        return kinds;
    }

    private static Set<String> words(Json.Members of) {
        String constant = of.text("const");
        return constant == null ? new LinkedHashSet<>(texts(of.get("enum"))) : Set.of(constant);
    }

    private static @Nullable Pattern pattern(@Nullable String expression) {
        if (expression == null) {
            return null;
        }
        // in Java a dollar also matches before a line break at the end
        return Pattern.compile(expression.replaceFirst("\\$$", "\\\\z"));
    }

    private static @Nullable Format format(@Nullable String word) {
        if (word == null) {
            return null;
        }
        for (Format format : Format.values()) {
            if (format.word().equals(word)) {
                return format;
            }
        }
        throw new IllegalArgumentException("unknown format " + word);
    }

    private static @Nullable Text message(@Nullable Json value) {
        if (value == null) {
            return null;
        }
        String en = members(value).text("en");
        String zh = members(value).text("zh");
        if (en == null || zh == null) {
            throw new IllegalArgumentException("a message has two languages: " + value);
        }
        return new Text(en, zh);
    }
}
