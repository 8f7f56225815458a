package org.ytterby.formats.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/// The rows of one sheet, one at a time, as they stand in the file: rows without any cell may be
/// left out of it.
public final class SheetCells implements AutoCloseable {
    /// Columns of a sheet, A to XFD.
    private static final int COLUMNS_MAX = 16_384;

    private static final int LETTERS = 26;
    private static final int VALUE_MAX = 1 << 20;
    private static final int ROW_CHARS_MAX = 1 << 24;

    private final Xml xml;
    private final Workbook workbook;
    private final Merges merges;
    private final List<Cell> cells = new ArrayList<>();
    private final BitSet formulas = new BitSet();
    private int row;
    private int rowChars;

    SheetCells(Xml xml, Workbook workbook, Merges merges) {
        this.xml = xml;
        this.workbook = workbook;
        this.merges = merges;
    }

    /// Moves to the next row.
    ///
    /// @return false after the last
    /// @throws IOException if the part breaks its format
    public boolean next() throws IOException {
        cells.clear();
        formulas.clear();
        rowChars = 0;
        for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT && xml.is("row")) {
                row = xml.whole("r", row + 1);
                readRow();
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT && xml.is("sheetData")) {
                return false;
            }
        }
        return false;
    }

    private void readRow() throws IOException {
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.is("c")) {
                readCell();
            } else if (event == XMLStreamConstants.END_ELEMENT && xml.is("row")) {
                return;
            } else if (event == XMLStreamConstants.END_DOCUMENT) {
                throw new IOException("it ends within a row");
            }
        }
    }

    private void readCell() throws IOException {
        String name = xml.attribute("r");
        int column = name.isEmpty() ? cells.size() : column(name);
        if (column < 0 || column >= COLUMNS_MAX) {
            throw new IOException("no sheet has a cell " + name);
        }
        String type = xml.attribute("t");
        int style = xml.whole("s", 0);
        String value = null;
        String formula = null;
        String inline = null;
        StringBuilder text = new StringBuilder();
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                text.setLength(0);
                if (xml.is("is")) {
                    inline = RichText.read(xml, "is");
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (xml.is("v")) {
                    value = text.toString();
                } else if (xml.is("f")) {
                    formula = text.toString();
                } else if (xml.is("c")) {
                    break;
                }
            } else if (event == XMLStreamConstants.END_DOCUMENT) {
                throw new IOException("it ends within a cell");
            } else {
                xml.appendTo(text);
                if (text.length() > VALUE_MAX) {
                    throw new IOException("a cell of over " + VALUE_MAX + " characters");
                }
            }
        }
        while (cells.size() <= column) {
            cells.add(Cell.BLANK);
        }
        if (formula != null) {
            formulas.set(column);
        }
        Cell cell = cell(type, style, value, inline, formula);
        rowChars += length(cell);
        if (rowChars > ROW_CHARS_MAX) {
            throw new IOException("a row of over " + ROW_CHARS_MAX + " characters");
        }
        cells.set(column, cell);
    }

    private static int length(Cell cell) {
        return switch (cell) {
            case Cell.Text(String text) -> text.length();
            case Cell.Figure(String raw, _) -> raw.length();
            case Cell.Truth _ -> 1;
            case Cell.Moment(String text) -> text.length();
            case Cell.Failure(String code) -> code.length();
            case Cell.Uncomputed(String formula) -> formula.length();
        };
    }

    private Cell cell(
            String type,
            int style,
            @Nullable String value,
            @Nullable String inline,
            @Nullable String formula)
            throws IOException {
        if (inline != null) {
            return new Cell.Text(inline);
        }
        if (value == null || (value.isEmpty() && !type.equals("str"))) {
            return formula == null ? Cell.BLANK : new Cell.Uncomputed("=" + formula);
        }
        return switch (type) {
            case "s" -> new Cell.Text(workbook.sharedText(index(value)));
            case "str", "inlineStr" -> new Cell.Text(RichText.unescaped(value));
            case "b" -> new Cell.Truth(value.strip().equals("1") || value.strip().equals("true"));
            case "d" -> new Cell.Moment(value.strip());
            case "e" -> new Cell.Failure(value.strip());
            default -> new Cell.Figure(value.strip(), workbook.kind(style));
        };
    }

    private static int index(String value) throws IOException {
        int index = Xml.whole(value.strip());
        if (index < 0) {
            throw new IOException("a cell names shared text " + value);
        }
        return index;
    }

    /// Row that [#next] moved to, as the spreadsheet counts it.
    public int row() {
        return row;
    }

    /// The cells of the row, from column A on; blanks at its end may be left out. The list is that
    /// of the row at hand and changes with the next.
    public List<Cell> cells() {
        return cells;
    }

    /// Whether a cell of the row is the result of a formula.
    public boolean isFormula(int column) {
        return formulas.get(column);
    }

    /// Whether the sheet has merged cells.
    public boolean hasMerges() {
        return !merges.isEmpty();
    }

    /// Name of the cell that holds the value of this one because they are merged; empty if it holds
    /// its own.
    ///
    /// @throws IOException if merged cells overlap, or rows go back where cells are merged
    public String mergedInto(int column) throws IOException {
        return merges.owner(row, column);
    }

    /// How the workbook counts days.
    public Calendar calendar() {
        return workbook.calendar();
    }

    /// Position of a column by the letters that a name begins with, -1 if there are none.
    static int column(String name) {
        int column = 0;
        int i = 0;
        while (i < name.length() && name.charAt(i) >= 'A' && name.charAt(i) <= 'Z' && i < 4) {
            column = column * LETTERS + name.charAt(i++) - 'A' + 1;
        }
        return column - 1;
    }

    /// Letters of a column by its position.
    static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
        }
        return letters.toString();
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
