package org.ytterby.reports.paper;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Breaks text into lines of a width: between words, between Chinese characters, and inside of what
/// is longer than a line.
final class Wrapping {
    private final Locale locale;

    Wrapping(boolean zh) {
        locale = zh ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }

    /// @param width points, `> 0`
    /// @return at least one line
    List<String> lines(String text, Style style, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String piece : pieces(text)) {
            if (Line.width((line + piece).stripTrailing(), style) <= width) {
                line.append(piece);
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            line.append(piece);
            cut(line, style, width, lines);
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    /// Takes whole lines off a piece that is longer than one.
    private static void cut(StringBuilder piece, Style style, double width, List<String> lines) {
        while (Line.width(piece.toString().stripTrailing(), style) > width) {
            int end = piece.offsetByCodePoints(0, 1);
            while (end < piece.length()) {
                int next = piece.offsetByCodePoints(end, 1);
                if (Line.width(piece.substring(0, next), style) > width) {
                    break;
                }
                end = next;
            }
            if (end == piece.length()) {
                return;
            }
            lines.add(piece.substring(0, end));
            piece.delete(0, end);
        }
    }

    /// Width of the longest piece that is broken nowhere.
    double longest(String text, Style style) {
        double longest = 0;
        for (String piece : pieces(text)) {
            longest = Math.max(longest, Line.width(piece.strip(), style));
        }
        return longest;
    }

    private List<String> pieces(String text) {
        BreakIterator breaks = BreakIterator.getLineInstance(locale);
        breaks.setText(text);
        List<String> pieces = new ArrayList<>();
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            pieces.add(text.substring(from, to));
            from = to;
        }
        return pieces;
    }
}
