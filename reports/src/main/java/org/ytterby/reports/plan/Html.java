package org.ytterby.reports.plan;

import java.util.List;
import java.util.Locale;

/// A page as it grows. All text is escaped; nothing is loaded from anywhere.
final class Html {
    private static final String STYLE =
            """
            body{font:14px/1.5 "Noto Sans CJK SC","Microsoft YaHei",Arial,sans-serif;\
            max-width:60em;margin:2em auto;padding:0 1em;color:#1b2733}
            h1{font-size:20px;margin:0}h2{font-size:17px;margin:1.4em 0 .3em}
            h3{font-size:14px;margin:1.1em 0 .3em}p{margin:.3em 0}
            table{border-collapse:collapse;width:100%;margin:.3em 0}
            th,td{border-bottom:1px solid #c8d0d6;padding:.2em .5em;text-align:left;\
            vertical-align:top}
            th{white-space:nowrap}td.n,th.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
            .big{font-size:22px;font-weight:bold}.bad{color:#a31621;font-weight:bold}
            .mark{color:#5a6872;font-size:12px}section+section{break-before:page}
            @media print{body{margin:0;max-width:none}}
            """;

    private final StringBuilder out = new StringBuilder();

    Html(String title) {
        out.append("<!DOCTYPE html>\n<html lang=\"zh\"><head><meta charset=\"utf-8\"><title>")
                .append(escaped(title))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body>\n");
    }

    /// Part of a page that stands elsewhere, without head and style.
    Html() {}

    /// Text that stands for itself in HTML.
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }

    void open(String element, String language) {
        out.append('<').append(element).append(" lang=\"").append(language).append("\">\n");
    }

    void close(String element) {
        out.append("</").append(element).append(">\n");
    }

    void line(String element, String style, String text) {
        out.append('<').append(element);
        if (!style.isEmpty()) {
            out.append(" class=\"").append(style).append('"');
        }
        out.append('>').append(escaped(text)).append("</").append(element).append(">\n");
    }

    void heading(String text) {
        line("h3", "", text);
    }

    void paragraph(String text) {
        line("p", "", text);
    }

    /// Begins a table; a heading that begins with `#` stands over numbers.
    void table(List<String> headings) {
        out.append("<table><tr>");
        for (String heading : headings) {
            boolean isNumber = heading.startsWith("#");
            out.append(isNumber ? "<th class=\"n\">" : "<th>")
                    .append(escaped(isNumber ? heading.substring(1) : heading))
                    .append("</th>");
        }
        out.append("</tr>\n");
    }

    /// A row; cells that begin with `#` are numbers, with `!` stand out.
    void row(String... cells) {
        out.append("<tr>");
        for (String cell : cells) {
            String open =
                    cell.startsWith("#")
                            ? "<td class=\"n\">"
                            : cell.startsWith("!") ? "<td class=\"bad\">" : "<td>";
            boolean isMarked = cell.startsWith("#") || cell.startsWith("!");
            out.append(open).append(escaped(isMarked ? cell.substring(1) : cell)).append("</td>");
        }
        out.append("</tr>\n");
    }

    void endTable() {
        out.append("</table>\n");
    }

    /// What was written so far.
    String part() {
        return out.toString();
    }

    String page() {
        return out + "</body></html>\n";
    }

    /// A number with at most so many decimals and marks between thousands.
    static String number(double value, int decimals) {
        if (Double.isNaN(value)) {
            return "–";
        }
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", value).replace('-', '−');
        return decimals > 0 ? text.replaceAll("\\.?0+$", "") : text;
    }

    /// A share as percent, to the tenth, as in all rows of its column.
    static String percent(double share) {
        return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
