package org.ytterby.formats.workbook;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;

/// The ranges of a sheet whose cells are merged. They stand after the rows, and rows are to be told
/// of them, so that a part that may hold any is read for them first.
///
/// Asked row after row; only the ranges that a row meets are looked at.
final class Merges {
    private static final byte[] MARK = "mergeCell".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern RANGE =
            Pattern.compile("\\$?([A-Z]{1,3})\\$?(\\d{1,9}):\\$?([A-Z]{1,3})\\$?(\\d{1,9})");
    private static final int RANGES_MAX = 100_000;

    /// By first row.
    private final List<Range> ranges = new ArrayList<>();

    /// Ranges that meet the row at hand, by first column and by last row.
    private final TreeMap<Integer, Range> met = new TreeMap<>();

    private final PriorityQueue<Range> ending =
            new PriorityQueue<>(Comparator.comparingInt(Range::lastRow));
    private int next;
    private int at;

    private Merges() {}

    private record Range(int row, int column, int lastRow, int lastColumn) {}

    /// The ranges of a sheet.
    ///
    /// @throws IOException if there are too many, or what stands behind the rows cannot be read
    static Merges find(Parts parts, String sheet) throws IOException {
        Merges merges = new Merges();
        boolean mayHoldAny;
        try (InputStream in = new BufferedInputStream(parts.open(sheet), 1 << 16)) {
            mayHoldAny = mayHoldAny(in);
        }
        if (mayHoldAny) {
            try (Xml xml = new Xml(parts.open(sheet))) {
                if (isBehindRows(xml)) {
                    merges.read(xml);
                }
            }
            merges.ranges.sort(Comparator.comparingInt(Range::row));
        }
        return merges;
    }

    /// Whether the name of the element stands anywhere, in a text or as a tag, or might in UTF-16.
    private static boolean mayHoldAny(InputStream in) throws IOException {
        int matched = 0;
        boolean isFirst = true;
        for (int b = in.read(); b >= 0 && matched < MARK.length; b = in.read()) {
            if (isFirst && b >= 0xFE) {
                return true; // no text in UTF-8 begins with such a byte
            }
            isFirst = false;
            if (b == MARK[matched]) {
                matched++;
            } else {
                matched = b == MARK[0] ? 1 : 0; // its first letter comes only once
            }
        }
        return matched == MARK.length;
    }

    /// Moves behind the rows; false where they break off, which whoever reads them is told.
    private static boolean isBehindRows(Xml xml) {
        try {
            for (int e = xml.next(); e != XMLStreamConstants.END_DOCUMENT; e = xml.next()) {
                if (e == XMLStreamConstants.END_ELEMENT && xml.is("sheetData")) {
                    return true;
                }
            }
            return false;
        } catch (IOException _) {
            return false; // thrown again, and told, where the rows are read
        }
    }

    private void read(Xml xml) throws IOException {
        while (xml.find("mergeCell")) {
            Matcher range = RANGE.matcher(xml.attribute("ref"));
            if (!range.matches()) {
                continue; // no cells are named
            }
            if (ranges.size() == RANGES_MAX) {
                throw new IOException("over " + RANGES_MAX + " ranges of cells are merged");
            }
            ranges.add(
                    new Range(
                            Integer.parseInt(range.group(2)),
                            SheetCells.column(range.group(1)),
                            Integer.parseInt(range.group(4)),
                            SheetCells.column(range.group(3))));
        }
    }

    boolean isEmpty() {
        return ranges.isEmpty();
    }

    /// The cell that holds the value of this one, such as `B2`; empty if it holds its own.
    ///
    /// @param row at least that of the call before
    /// @throws IOException if ranges of the row overlap, or the row is before the one last asked
    ///   for
    String owner(int row, int column) throws IOException {
        if (row < at) {
            throw new IOException("row " + row + " stands behind row " + at);
        }
        if (row > at) {
            moveTo(row);
        }
        Map.Entry<Integer, Range> entry = met.floorEntry(column);
        if (entry == null) {
            return "";
        }
        Range range = entry.getValue();
        boolean isOwn = range.row == row && range.column == column;
        return column > range.lastColumn || isOwn
                ? ""
                : SheetCells.letters(range.column) + range.row;
    }

    private void moveTo(int row) throws IOException {
        at = row;
        while (!ending.isEmpty() && ending.element().lastRow < row) {
            met.remove(ending.remove().column);
        }
        for (; next < ranges.size() && ranges.get(next).row <= row; next++) {
            Range range = ranges.get(next);
            if (range.lastRow < row || range.lastColumn < range.column) {
                continue; // over already, or no range
            }
            Map.Entry<Integer, Range> left = met.floorEntry(range.lastColumn);
            if (left != null && left.getValue().lastColumn >= range.column) {
                throw new IOException(
                        "merged cells overlap at " + SheetCells.letters(range.column) + range.row);
            }
            met.put(range.column, range);
            ending.add(range);
        }
    }
}
