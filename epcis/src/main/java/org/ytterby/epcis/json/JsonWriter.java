package org.ytterby.epcis.json;

import java.util.Iterator;
import java.util.Map;

/// Writes JSON: numbers with the digits that were read, members in their order.
public final class JsonWriter {
    private static final int CONTROL_END = 0x20;
    private static final int STEP = 2;

    private final StringBuilder out = new StringBuilder();
    private final boolean indented;

    private JsonWriter(boolean indented) {
        this.indented = indented;
    }

    /// On one line.
    public static String compact(Json value) {
        return new JsonWriter(false).text(value);
    }

    /// With a member or item on each line, ending in a line break.
    public static String indented(Json value) {
        return new JsonWriter(true).text(value) + '\n';
    }

    private String text(Json value) {
        write(value, 0);
        return out.toString();
    }

    private void write(Json value, int depth) {
        switch (value) {
            case Json.Members object -> members(object, depth);
            case Json.Items array -> items(array, depth);
            case Json.Text text -> quote(text.value());
            case Json.Numeral number -> out.append(number.digits());
            case Json.Truth truth -> out.append(truth.value());
            case Json.Null _ -> out.append("null");
        }
    }

    private void members(Json.Members object, int depth) {
        out.append('{');
        Iterator<Map.Entry<String, Json>> rest = object.members().entrySet().iterator();
        boolean some = rest.hasNext();
        while (rest.hasNext()) {
            Map.Entry<String, Json> member = rest.next();
            line(depth + 1);
            quote(member.getKey());
            out.append(indented ? ": " : ":");
            write(member.getValue(), depth + 1);
            if (rest.hasNext()) {
                out.append(',');
            }
        }
        if (some) {
            line(depth);
        }
        out.append('}');
    }

    private void items(Json.Items array, int depth) {
        out.append('[');
        Iterator<Json> rest = array.items().iterator();
        boolean some = rest.hasNext();
        while (rest.hasNext()) {
            line(depth + 1);
            write(rest.next(), depth + 1);
            if (rest.hasNext()) {
                out.append(',');
            }
        }
        if (some) {
            line(depth);
        }
        out.append(']');
    }

    private void line(int depth) {
        if (indented) {
            out.append('\n').repeat(' ', depth * STEP);
        }
    }

    private void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < CONTROL_END) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
