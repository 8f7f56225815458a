package org.ytterby.formats.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ytterby.formats.workbook.SheetColumn.Choice;

/// One sheet on its way to disk, row by row. Text stands in the cells themselves, so that nothing
/// is held.
public final class SheetWriter implements AutoCloseable {
    /// Rows of a sheet.
    public static final int ROWS_MAX = 1_048_576;

    /// Characters of a cell.
    public static final int TEXT_MAX = 32_767;

    private static final int LINE_PT = 16;

    private final Writer out;
    private final List<SheetColumn> columns;
    private final boolean hasHeader;
    private int row;

    SheetWriter(Path part, List<SheetColumn> columns, boolean hasHeader, String tabColour)
            throws IOException {
        this.columns = columns;
        this.hasHeader = hasHeader;
        out = Files.newBufferedWriter(part);
        out.write(
                """
                <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"\
                 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
                """);
        if (!tabColour.isEmpty()) {
            out.write("<sheetPr><tabColor rgb=\"" + tabColour + "\"/></sheetPr>");
        }
        out.write("<sheetViews><sheetView workbookViewId=\"0\">");
        if (hasHeader) {
            out.write(
                    "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>");
        }
        out.write("</sheetView></sheetViews><cols>");
        for (int c = 0; c < columns.size(); c++) {
            SheetColumn column = columns.get(c);
            out.write(
                    "<col min=\"%d\" max=\"%d\" width=\"%d\" style=\"%d\" customWidth=\"1\"/>"
                            .formatted(c + 1, c + 1, column.width(), column.cells().ordinal()));
        }
        out.write("</cols><sheetData>");
        if (hasHeader) {
            begin();
            for (int c = 0; c < columns.size(); c++) {
                text(c, columns.get(c).name(), columns.get(c).header());
            }
            end();
        }
    }

    /// Begins a row.
    ///
    /// @throws IllegalArgumentException if a sheet has no further rows
    public void begin() {
        begin("");
    }

    /// Begins a row that is as high as so many lines.
    ///
    /// @throws IllegalArgumentException if a sheet has no further rows
    public void begin(int lines) {
        begin(" ht=\"" + lines * LINE_PT + "\" customHeight=\"1\"");
    }

    private void begin(String height) {
        if (row == ROWS_MAX) {
            throw new IllegalArgumentException(
                    "a sheet has at most " + ROWS_MAX + " rows; write CSV or Parquet instead");
        }
        row++;
        write("<row r=\"" + row + "\"" + height + ">");
    }

    public void end() {
        write("</row>");
    }

    /// Characters in a cell.
    ///
    /// @throws IllegalArgumentException if a cell cannot hold as many
    public void text(int column, String text, Style style) {
        if (text.length() > TEXT_MAX) {
            throw new IllegalArgumentException(
                    "a cell holds at most " + TEXT_MAX + " characters, not " + text.length());
        }
        write(
                "<c r=\""
                        + name(column)
                        + "\" s=\""
                        + style.ordinal()
                        + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
                        + RichText.escaped(text)
                        + "</t></is></c>");
    }

    /// A number in a cell, its digits as they are.
    public void number(int column, String digits, Style style) {
        write(
                "<c r=\""
                        + name(column)
                        + "\" s=\""
                        + style.ordinal()
                        + "\"><v>"
                        + digits
                        + "</v></c>");
    }

    /// A day or time in a cell.
    ///
    /// @return whether a workbook can hold it; else nothing is written
    public boolean moment(int column, LocalDateTime moment, Style style) {
        Optional<Double> serial = Calendar.serial(moment);
        serial.ifPresent(days -> number(column, plain(days), style));
        return serial.isPresent();
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    private String name(int column) {
        return SheetCells.letters(column) + row;
    }

    private void write(String xml) {
        try {
            out.write(xml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean hasNotes() {
        return columns.stream().anyMatch(column -> !column.note().isEmpty());
    }

    List<SheetColumn> columns() {
        return columns;
    }

    /// Ends the sheet.
    void finish() throws IOException {
        out.write("</sheetData>");
        writeChoices();
        if (hasHeader && hasNotes()) {
            out.write("<legacyDrawing r:id=\"rId1\"/>");
        }
        out.write("</worksheet>");
        out.close();
    }

    /// Lets go of the file, be the sheet ended or not.
    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeChoices() throws IOException {
        StringBuilder choices = new StringBuilder();
        int count = 0;
        for (int c = 0; c < columns.size(); c++) {
            String range = "%1$s2:%1$s%2$d".formatted(SheetCells.letters(c), ROWS_MAX);
            String xml =
                    switch (columns.get(c).choice()) {
                        case Choice.Free _ -> "";
                        case Choice.Words(List<String> words) ->
                                choice(
                                        "type=\"list\" showErrorMessage=\"1\"",
                                        range,
                                        "<formula1>\""
                                                + RichText.escaped(String.join(",", words))
                                                + "\"</formula1>");
                        case Choice.Listed(String sheet, int column) ->
                                choice(
                                        "type=\"list\"",
                                        range,
                                        "<formula1>%1$s!$%2$s$2:$%2$s$%3$d</formula1>"
                                                .formatted(
                                                        sheet,
                                                        SheetCells.letters(column),
                                                        ROWS_MAX));
                        case Choice.Between(double minimum, double maximum) ->
                                choice(
                                        "type=\"decimal\" operator=\"between\" showErrorMessage=\"1\"",
                                        range,
                                        "<formula1>%s</formula1><formula2>%s</formula2>"
                                                .formatted(plain(minimum), plain(maximum)));
                    };
            choices.append(xml);
            count += xml.isEmpty() ? 0 : 1;
        }
        if (count > 0) {
            out.write("<dataValidations count=\"" + count + "\">" + choices + "</dataValidations>");
        }
    }

    private static String choice(String kind, String range, String formulas) {
        return String.format(
                Locale.ROOT,
                "<dataValidation %s allowBlank=\"1\" sqref=\"%s\">%s</dataValidation>",
                kind,
                range,
                formulas);
    }
}
