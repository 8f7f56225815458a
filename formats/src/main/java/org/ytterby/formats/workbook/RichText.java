package org.ytterby.formats.workbook;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;

/// Reads text that may be in runs of several fonts; what says how to pronounce it is left out.
final class RichText {
    /// Text of a cell in a spreadsheet ends at 32,767 characters.
    private static final int CHARS_MAX = 1 << 20;

    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private RichText() {}

    /// Reads to the end of the element that has begun.
    static String read(Xml xml, String element) throws IOException {
        StringBuilder text = new StringBuilder();
        boolean inText = false;
        int pronouncing = 0;
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    inText = xml.is("t");
                    pronouncing += xml.is("rPh") ? 1 : 0;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (xml.is(element)) {
                        return unescaped(text.toString());
                    }
                    inText = false;
                    pronouncing -= xml.is("rPh") ? 1 : 0;
                }
                case XMLStreamConstants.END_DOCUMENT ->
                        throw new IOException("it ends within a text");
                default -> {
                    if (inText && pronouncing == 0) {
                        xml.appendTo(text);
                    }
                }
            }
            if (text.length() > CHARS_MAX) {
                throw new IOException("a text of over " + CHARS_MAX + " characters");
            }
        }
    }

    /// Characters that XML cannot hold stand as `_x0007_`.
    static String unescaped(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPED.matcher(text)
                .replaceAll(code ->
                        Matcher.quoteReplacement(
                                String.valueOf((char) Integer.parseInt(code.group(1), 16))));
    }

    /// The text as XML can hold it.
    static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '_' -> {
                    boolean looksEscaped =
                            ESCAPED.matcher(text).region(i, text.length()).lookingAt();
                    out.append(looksEscaped ? "_x005F_" : "_");
                }
                default -> {
                    boolean plain =
                            (c >= ' ' && c != '\uFFFE' && c != '\uFFFF' && !isLone(text, i))
                                    || c == '\t'
                                    || c == '\n';
                    out.append(plain ? String.valueOf(c) : "_x%04X_".formatted((int) c));
                }
            }
        }
        return out.toString();
    }

    private static boolean isLone(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c)
                && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
