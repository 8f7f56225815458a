package org.ytterby.server.ledger;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ytterby.core.ledger.entry.Command;

/// Writes an object of texts, whole numbers, objects of texts and lists of them in the one form
/// that RFC 8785 gives it.
final class CanonicalJson {
    private final SortedMap<String, Object> members = new TreeMap<>();

    CanonicalJson with(String name, String text) {
        members.put(name, text);
        return this;
    }

    /// @throws IllegalArgumentException beyond [Command#NUMBER_MAX]
    CanonicalJson with(String name, long number) {
        if (Math.abs(number) > Command.NUMBER_MAX) {
            throw new IllegalArgumentException(name + " is not exact in JSON: " + number);
        }
        members.put(name, number);
        return this;
    }

    CanonicalJson with(String name, SortedMap<String, String> object) {
        members.put(name, object);
        return this;
    }

    CanonicalJson with(String name, List<SortedMap<String, String>> objects) {
        members.put(name, objects);
        return this;
    }

    byte[] bytes() {
        StringBuilder out = new StringBuilder(256);
        object(out, members);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void object(StringBuilder out, SortedMap<String, ?> members) {
        char before = '{';
        for (Map.Entry<String, ?> member : members.entrySet()) {
            out.append(before);
            before = ',';
            text(out, member.getKey());
            out.append(':');
            switch (member.getValue()) {
                case String text -> text(out, text);
                case Long number -> out.append(number.longValue());
                case SortedMap<?, ?> object -> object(out, texts(object));
                case List<?> objects -> list(out, objects);
                case Object other -> throw new IllegalStateException("no value: " + other);
            }
        }
        out.append(members.isEmpty() ? "{}" : "}");
    }

    private static void list(StringBuilder out, List<?> objects) {
        char before = '[';
        for (Object object : objects) {
            out.append(before);
            before = ',';
            object(out, texts((SortedMap<?, ?>) object));
        }
        out.append(objects.isEmpty() ? "[]" : "]");
    }

    @SuppressWarnings("unchecked") // put there by with(String, SortedMap) and of lists alone
    private static SortedMap<String, String> texts(SortedMap<?, ?> object) {
        return (SortedMap<String, String>) object;
    }

    private static void text(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < ' ') {
                        out.append("\\u00").append(hex(c >> 4)).append(hex(c & 0xf));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static char hex(int digit) {
        return Character.forDigit(digit, 16);
    }
}
