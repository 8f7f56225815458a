package org.ytterby.core.ledger;

import java.util.Locale;

/// Text from outside, so that it can be shown anywhere: nothing in it moves a cursor, turns the
/// direction of writing, breaks a line or goes unseen.
public final class Printable {
    private Printable() {}

    /// The text with control characters, format characters (zero width, direction), line separators
    /// and halves of surrogate pairs written as `\n`, `\t` or `\u001b`.
    public static String of(String text) {
        return of(text, Integer.MAX_VALUE);
    }

    /// The same, cut with an ellipsis where it is longer than `lengthMax` UTF-16 units.
    public static String of(String text, int lengthMax) {
        String whole = text.length() > lengthMax ? text.substring(0, lengthMax) : text;
        if (whole.length() == text.length() && isPlain(whole)) {
            return text;
        }
        boolean isCut = whole.length() < text.length();
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < whole.length(); ) {
            int point = whole.codePointAt(i);
            i += Character.charCount(point);
            boolean isHalved = isCut && i == whole.length() && isHalf(point);
            String shown = isHalved ? "" : shown(point);
            if (out.length() + shown.length() > lengthMax) {
                isCut = true;
                break;
            }
            out.append(shown);
        }
        return isCut ? out.append('…').toString() : out.toString();
    }

    /// Whether a text shows as it stands.
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7f) {
                return text.codePoints().allMatch(Printable::isPlain);
            }
        }
        return true;
    }

    private static boolean isPlain(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                    false;
            default -> true;
        };
    }

    private static boolean isHalf(int point) {
        return Character.getType(point) == Character.SURROGATE;
    }

    private static String shown(int point) {
        if (isPlain(point)) {
            return Character.toString(point);
        }
        return switch (point) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> escaped(Character.toChars(point));
        };
    }

    private static String escaped(char[] units) {
        StringBuilder out = new StringBuilder();
        for (char unit : units) {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
        }
        return out.toString();
    }
}
