package org.ytterby.formats.workbook;

/// What a number format makes of a number.
public enum NumberKind {
    PLAIN,
    /// A calendar day.
    DAY,
    /// A day with its time, or a time alone.
    TIME;

    /// The kind of a format that a workbook defines itself, such as `yyyy/m/d h:mm`.
    ///
    /// Source: ECMA-376 part 1, 18.8.31.
    static NumberKind of(String code) {
        boolean day = false;
        boolean time = false;
        int n = code.length();
        for (int i = 0; i < n && code.charAt(i) != ';'; i++) {
            switch (Character.toLowerCase(code.charAt(i))) {
                case '"' -> i = skipTo('"', code, i);
                case '[' -> {
                    int end = skipTo(']', code, i);
                    time |= code.substring(i + 1, end).matches("(?i)h+|m+|s+"); // elapsed time
                    i = end;
                }
                case '\\', '_', '*' -> i++;
                case 'y', 'd' -> day = true;
                case 'h', 's' -> time = true;
                case 'm' -> day |= !code.regionMatches(true, i - 1, "am/pm", 0, 5) && !time;
                case 'g' -> {
                    if (code.regionMatches(true, i, "general", 0, 7)) {
                        i += 6;
                    }
                }
                default -> {}
            }
        }
        return time ? TIME : day ? DAY : PLAIN;
    }

    /// The next mark, or the end.
    private static int skipTo(char mark, String code, int from) {
        int end = code.indexOf(mark, from + 1);
        return end < 0 ? code.length() : end;
    }

    /// The kind of a format that every workbook has by its number; those of East Asia included.
    ///
    /// Source: ECMA-376 part 1, 18.8.30.
    static NumberKind builtIn(int id) {
        if ((id >= 18 && id <= 22)
                || (id >= 32 && id <= 35)
                || (id >= 45 && id <= 47)
                || id == 55
                || id == 56) {
            return TIME;
        }
        boolean day = (id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
        return day ? DAY : PLAIN;
    }
}
