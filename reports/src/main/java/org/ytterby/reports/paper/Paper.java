package org.ytterby.reports.paper;

import java.util.ArrayList;
import java.util.List;
import org.ytterby.reports.paper.PaperTable.Cell;

/// A document as it grows, from top to bottom, page after page. For one thread.
public final class Paper {
    private static final double WIDTH = 595.276; // A4
    private static final double HEIGHT = 841.89;
    private static final double SIDE = 48;
    private static final double TOP = 52;
    private static final double BOTTOM = 62;
    private static final double FOOT = 34;

    /// A heading stands above so much of what follows, or on the next page.
    private static final double KEPT = 60;

    private static final double ROOM = 3;
    private static final String RULE = "0.78 0.82 0.84";

    private final boolean zh;
    private final Wrapping wrapping;
    private final List<StringBuilder> pages = new ArrayList<>();
    private double y;

    /// What the document says of itself.
    ///
    /// @param title in the list of documents of a reader
    /// @param footer at the foot of each page, beside its number
    /// @param day that it stands for, `2026-01-31`; empty for none
    public record Label(String title, String footer, String day) {}

    /// @param zh whether it is in Chinese
    public Paper(boolean zh) {
        this.zh = zh;
        wrapping = new Wrapping(zh);
        turn();
    }

    private void turn() {
        pages.add(new StringBuilder());
        y = HEIGHT - TOP;
    }

    private StringBuilder page() {
        return pages.getLast();
    }

    public void title(String text) {
        text(text, Style.TITLE);
    }

    public void part(String text) {
        headed(text, Style.PART);
    }

    public void heading(String text) {
        headed(text, Style.HEADING);
    }

    /// The one figure that matters most.
    public void figure(String text) {
        text(text, Style.FIGURE);
    }

    public void paragraph(String text) {
        text(text, Style.TEXT);
    }

    /// A paragraph beside the matter.
    public void mark(String text) {
        text(text, Style.MARK);
    }

    /// A paragraph that says what is wrong.
    public void bad(String text) {
        text(text, Style.BAD);
    }

    private void headed(String text, Style style) {
        if (y - style.before() - style.line() - KEPT < BOTTOM) {
            turn();
        }
        text(text, style);
    }

    private void text(String text, Style style) {
        y -= style.before();
        for (String line : wrapping.lines(text, style, WIDTH - 2 * SIDE)) {
            if (y - style.line() < BOTTOM) {
                turn();
            }
            y -= style.line();
            new Line(line, style).write(page(), SIDE, y);
        }
    }

    /// A table; its head stands on every page that it reaches.
    public void table(PaperTable table) {
        double[] widths = table.widths(wrapping, WIDTH - 2 * SIDE);
        y -= ROOM;
        row(table.head(), Style.STRONG, widths);
        for (List<Cell> row : table.rows()) {
            if (y - height(row, Style.TEXT, widths) < BOTTOM) {
                turn();
                row(table.head(), Style.STRONG, widths);
            }
            row(row, Style.TEXT, widths);
        }
    }

    /// What belongs to what, without a head.
    ///
    /// @param pairs name and value
    public void facts(List<List<String>> pairs) {
        PaperTable table = new PaperTable(List.of(cell(""), cell("")));
        pairs.forEach(pair -> table.row(pair.stream().map(Paper::cell).toList()));
        double[] widths = table.widths(wrapping, WIDTH - 2 * SIDE);
        y -= ROOM;
        for (List<Cell> row : table.rows()) {
            if (y - height(row, Style.TEXT, widths) < BOTTOM) {
                turn();
            }
            row(row, Style.TEXT, widths);
        }
    }

    private static Cell cell(String text) {
        return new Cell(text, false, false);
    }

    private List<String> lines(Cell cell, Style style, double width) {
        return wrapping.lines(cell.text(), cell.isBad() ? Style.BAD : style, width);
    }

    private double height(List<Cell> row, Style style, double[] widths) {
        int most = 1;
        for (int c = 0; c < widths.length; c++) {
            most = Math.max(most, lines(row.get(c), style, widths[c]).size());
        }
        return most * style.line() + 2 * ROOM;
    }

    private void row(List<Cell> row, Style style, double[] widths) {
        double height = height(row, style, widths);
        double x = SIDE;
        for (int c = 0; c < widths.length; c++) {
            Cell cell = row.get(c);
            Style look = cell.isBad() ? Style.BAD : style;
            double foot = y - ROOM;
            for (String line : lines(cell, style, widths[c])) {
                foot -= style.line();
                double indent = cell.isNumber() ? widths[c] - Line.width(line, look) : 0;
                new Line(line, look).write(page(), x + indent, foot + ROOM);
            }
            x += widths[c] + PaperTable.GAP;
        }
        y -= height;
        rule(y);
    }

    private void rule(double at) {
        page().append(RULE).append(" RG 0.500 w ").append(Line.number(SIDE)).append(' ');
        page().append(Line.number(at)).append(" m ").append(Line.number(WIDTH - SIDE)).append(' ');
        page().append(Line.number(at)).append(" l S\n");
    }

    /// The document as a file. Nothing is written after it.
    ///
    /// @return the same bytes for the same words
    public byte[] file(Label label) {
        for (int p = 0; p < pages.size(); p++) {
            foot(pages.get(p), label.footer(), p + 1);
        }
        return PaperFile.bytes(pages.stream().map(StringBuilder::toString).toList(), label, zh);
    }

    private void foot(StringBuilder page, String footer, int number) {
        String of = (zh ? "第 %d 页，共 %d 页" : "Page %d of %d").formatted(number, pages.size());
        double right = Line.width(of, Style.MARK);
        new Line(of, Style.MARK).write(page, WIDTH - SIDE - right, FOOT);
        double at = FOOT;
        double room = WIDTH - 2 * SIDE - right - 2 * PaperTable.GAP;
        for (String line : wrapping.lines(footer, Style.MARK, room)) {
            new Line(line, Style.MARK).write(page, SIDE, at);
            at -= Style.MARK.line();
        }
    }
}
