package org.ytterby.reports.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One line of text, set in the faces that have its characters.
final class Line {
    private static final int COMBINING_MACRON = 0x304;
    private static final int RAISED_PLUS = 0x207A;
    private static final int RAISED_MINUS = 0x207B;
    private static final int MINUS = 0x2212;

    /// As long as a minus, and in every Latin face.
    private static final int DASH = 0x2013;

    /// What stands for a character that no face has: 〓, as printers have it.
    private static final int UNKNOWN = 0x3013;

    private static final double THOUSAND = 1_000;
    private static final double SMALL = 0.7;
    private static final double RAISED = 0.35;

    /// Height of a bar over a small letter, by its size.
    private static final double BAR = 0.62;

    private static final double BAR_WIDTH = 0.06;

    private final Style style;
    private final List<Glyph> glyphs = new ArrayList<>();

    /// A character in its place.
    ///
    /// @param advance to the next one, thousandths of the size
    /// @param barred whether a bar stands over it
    private record Glyph(
            int point, Face face, String hex, boolean raised, boolean barred, double advance) {
        Glyph under() {
            return new Glyph(point, face, hex, raised, true, advance);
        }
    }

    Line(String text, Style style) {
        this.style = style;
        text.codePoints().forEach(this::add);
    }

    /// Points from left to right.
    static double width(String text, Style style) {
        return new Line(text, style).width();
    }

    private void add(int point) {
        switch (point) {
            case COMBINING_MACRON -> {
                if (!glyphs.isEmpty()) {
                    glyphs.add(glyphs.removeLast().under());
                }
            }
            case RAISED_PLUS -> glyphs.add(glyph('+', true));
            case RAISED_MINUS -> glyphs.add(glyph(DASH, true));
            case MINUS -> glyphs.add(glyph(DASH, false));
            default -> glyphs.add(glyph(point, false));
        }
    }

    private Glyph glyph(int point, boolean raised) {
        for (Face face : style.bold() ? Face.HEAVY : Face.LIGHT) {
            Face.@Nullable Mark mark = face.mark(point);
            if (mark != null) {
                double advance = mark.width() * (raised ? SMALL : 1);
                return new Glyph(point, face, mark.hex(), raised, false, advance);
            }
        }
        return glyph(UNKNOWN, raised);
    }

    private double width() {
        double width = 0;
        for (Glyph glyph : glyphs) {
            width += glyph.advance;
        }
        return width * style.size() / THOUSAND;
    }

    /// Writes it onto a page.
    ///
    /// @param x points from the left of the paper
    /// @param y of its foot, points from the bottom
    void write(StringBuilder page, double x, double y) {
        page.append("BT ").append(style.ink()).append(" rg ").append(style.ink()).append(" RG\n");
        page.append(number(x)).append(' ').append(number(y)).append(" Td\n");
        for (int from = 0; from < glyphs.size(); ) {
            int to = from + 1;
            while (to < glyphs.size() && isAlike(glyphs.get(from), glyphs.get(to))) {
                to++;
            }
            run(page, glyphs.subList(from, to));
            from = to;
        }
        page.append("ET\n");
        bars(page, x, y);
    }

    private void bars(StringBuilder page, double x, double y) {
        double from = x;
        for (Glyph glyph : glyphs) {
            double to = from + glyph.advance * style.size() / THOUSAND;
            if (glyph.barred) {
                double at = y + BAR * style.size();
                page.append(number(BAR_WIDTH * style.size())).append(" w ");
                page.append(number(from)).append(' ').append(number(at)).append(" m ");
                page.append(number(to)).append(' ').append(number(at)).append(" l S\n");
            }
            from = to;
        }
    }

    private static boolean isAlike(Glyph one, Glyph other) {
        return one.face == other.face && one.raised == other.raised && !one.barred && !other.barred;
    }

    private void run(StringBuilder page, List<Glyph> run) {
        Glyph first = run.getFirst();
        if (first.barred) { // what is copied has the bar
            page.append(
                    "/Span <</ActualText <FEFF%04X%04X>>> BDC\n"
                            .formatted(first.point, COMBINING_MACRON));
        }
        double size = first.raised ? style.size() * SMALL : style.size();
        page.append('/').append(first.face.resource()).append(' ').append(number(size));
        page.append(" Tf ")
                .append(number(first.raised ? style.size() * RAISED : 0))
                .append(" Ts [");
        for (Glyph glyph : run) {
            page.append('<').append(glyph.hex).append('>');
        }
        page.append("] TJ\n").append(first.barred ? "EMC\n" : "");
    }

    /// A number as a PDF wants it.
    static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
