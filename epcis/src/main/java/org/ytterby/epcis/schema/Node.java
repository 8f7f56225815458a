package org.ytterby.epcis.schema;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.supervision.Text;

/// A schema or a part of one: what its keywords ask, absent ones empty or null.
///
/// @param ref name of the definition that also has to hold
/// @param words texts that are allowed, from `enum` or `const`
/// @param closed whether members must be among the properties
/// @param message what to say instead of what is wrong within
record Node(
        @Nullable String ref,
        Set<Kind> kinds,
        List<String> required,
        Map<String, Node> properties,
        boolean closed,
        @Nullable Node propertyNames,
        @Nullable Node items,
        int minItems,
        boolean unique,
        Set<String> words,
        @Nullable Pattern pattern,
        @Nullable Format format,
        List<Node> allOf,
        List<Node> anyOf,
        @Nullable Node not,
        @Nullable Node condition,
        @Nullable Node then,
        @Nullable Node otherwise,
        @Nullable Text message) {
    /// Kinds of values.
    enum Kind {
        OBJECT("object", "对象"),
        ARRAY("array", "数组"),
        STRING("string", "字符串"),
        NUMBER("number", "数值"),
        BOOLEAN("boolean", "布尔值"),
        NULL("null", "null");

        private final String word;
        private final String wordZh;

        Kind(String word, String wordZh) {
            this.word = word;
            this.wordZh = wordZh;
        }

        String word() {
            return word;
        }

        String wordZh() {
            return wordZh;
        }
    }
}
