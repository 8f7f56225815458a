package org.ytterby.reports.paper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A table before it is set: how wide its columns are follows from what stands in them.
public final class PaperTable {
    /// Points between the columns.
    static final double GAP = 8;

    /// No word makes a column wider than this, points.
    private static final double LEAST_MAX = 90;

    /// What is as short as this stands on one line, points.
    private static final double SHORT = 48;

    private final List<Cell> head;
    private final List<List<Cell>> rows = new ArrayList<>();

    /// What stands in one place.
    ///
    /// @param isNumber stands at the right, on one line
    /// @param isBad stands out
    public record Cell(String text, boolean isNumber, boolean isBad) {
        Style style() {
            return isBad ? Style.BAD : Style.TEXT;
        }
    }

    /// @param head at least one cell
    public PaperTable(List<Cell> head) {
        this.head = List.copyOf(head);
    }

    /// Adds a row.
    ///
    /// @param row as many cells as the head
    public void row(List<Cell> row) {
        if (row.size() != head.size()) {
            throw new IllegalArgumentException(
                    "cells of a row: %d, of the head: %d".formatted(row.size(), head.size()));
        }
        rows.add(List.copyOf(row));
    }

    List<Cell> head() {
        return head;
    }

    List<List<Cell>> rows() {
        return rows;
    }

    /// Points that each column gets of a width.
    double[] widths(Wrapping wrapping, double width) {
        double[] least = new double[head.size()];
        double[] natural = new double[head.size()];
        for (int c = 0; c < head.size(); c++) {
            least[c] = least(head.get(c).text(), Style.STRONG, wrapping);
            natural[c] = least[c];
            for (List<Cell> row : rows) {
                Cell cell = row.get(c);
                double whole = Line.width(cell.text(), cell.style());
                natural[c] = Math.max(natural[c], whole);
                least[c] =
                        Math.max(
                                least[c],
                                cell.isNumber()
                                        ? whole
                                        : least(cell.text(), cell.style(), wrapping));
            }
        }
        return shared(least, natural, width - GAP * (head.size() - 1));
    }

    private static double least(String text, Style style, Wrapping wrapping) {
        return Math.max(
                Math.min(SHORT, Line.width(text, style)),
                Math.min(LEAST_MAX, wrapping.longest(text, style)));
    }

    /// Each its least, and of what is left in the measure of what it would like.
    private static double[] shared(double[] least, double[] natural, double width) {
        double left = width - Arrays.stream(least).sum();
        double wished = Arrays.stream(natural).sum() - Arrays.stream(least).sum();
        double[] widths = new double[least.length];
        for (int c = 0; c < least.length; c++) {
            double more = wished > 0 ? (natural[c] - least[c]) / wished : 1.0 / least.length;
            widths[c] = left < 0 ? least[c] * width / (width - left) : least[c] + left * more;
        }
        return widths;
    }
}
