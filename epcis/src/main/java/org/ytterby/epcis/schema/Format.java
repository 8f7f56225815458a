package org.ytterby.epcis.schema;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Formats of texts.
enum Format {
    /// A URI with its scheme (RFC 3986).
    URI("uri") {
        @Override
        boolean fits(String text) {
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) >= ASCII_END) {
                    return false;
                }
            }
            String whole =
                    EMPTY.matcher(text).matches()
                            ? text.substring(0, text.indexOf(':') + 1) + "x"
                            : text;
            try {
                return new URI(whole).isAbsolute();
            } catch (URISyntaxException _) {
                return false;
            }
        }
    },
    /// A timestamp with offset (RFC 3339).
    DATE_TIME("date-time") {
        @Override
        boolean fits(String text) {
            Matcher m = TIMESTAMP.matcher(text);
            if (!m.matches()) {
                return false;
            }
            try {
                LocalDateTime.parse(
                        text.substring(0, SECONDS_END).toUpperCase(java.util.Locale.ROOT));
                return true;
            } catch (DateTimeException _) {
                return false;
            }
        }
    };

    private static final int ASCII_END = 0x80;
    private static final int SECONDS_END = 19;

    /// A scheme and nothing, or an empty authority: fine for the RFC, not for the class of the JDK.
    private static final Pattern EMPTY = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:(//)?");

    private static final Pattern TIMESTAMP =
            Pattern.compile(
                    "\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?"
                            + "([Zz]|[+-]([01]\\d|2[0-3]):[0-5]\\d)");

    private final String word;

    Format(String word) {
        this.word = word;
    }

    /// What the schema calls it.
    String word() {
        return word;
    }

    abstract boolean fits(String text);
}
