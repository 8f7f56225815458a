package org.ytterby.formats.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.ytterby.formats.FieldSchema;
import org.ytterby.formats.TableSchema;
import org.ytterby.formats.Wording;

/// One table of a package while it is read: its header is matched to the schema, then each row is
/// offered.
final class Table {
    private static final int COLUMNS_MAX = 10_000;

    private final TableSchema schema;
    private final PackageFiles files;
    private final Problems problems;
    private final String file;

    Table(String name, PackageFiles files, Problems problems) {
        schema = files.schema().table(name);
        this.files = files;
        this.problems = problems;
        file = files.called(name);
    }

    /// Position of a field, to ask a [Row] with.
    int field(String name) {
        int at = schema.fieldNames().indexOf(name);
        if (at < 0) {
            throw new IllegalArgumentException("table " + schema.name() + " has no field " + name);
        }
        return at;
    }

    /// Offers every row that is not blank. A row with a required cell missing is offered too,
    /// marked bad, so that the reader can say what hangs on it.
    void forEach(Consumer<Row> reader) {
        forEach(_ -> {}, reader);
    }

    /// Offers the fields that the table has a column for, in the order of the contract, then every
    /// row; nothing if a required column is missing.
    void forEach(Consumer<List<FieldSchema>> header, Consumer<Row> reader) {
        if (files.file(schema.name()).isEmpty()) {
            return;
        }
        try (Rows rows = new RowsAhead(files.rows(schema.name()))) {
            String[] names = rows.next();
            if (names == null) {
                problems.error(file, 1, "", "", new Wording("the header row is missing", "缺少表头行"));
                return;
            }
            int[] columns = columns(names, rows.row());
            if (columns.length == 0) {
                return;
            }
            header.accept(
                    IntStream.range(0, columns.length)
                            .filter(f -> columns[f] >= 0)
                            .mapToObj(schema.fields()::get)
                            .toList());
            Row row = new Row(file, problems, schema.fields(), columns, files);
            for (String[] cells = rows.next(); cells != null; cells = rows.next()) {
                if (isBlank(cells)) {
                    continue;
                }
                row.load(cells, rows.row(), rows.faults());
                if (rows.isDelimited()) {
                    checkDelimiters(rows, row, cells, columns, names.length);
                }
                reader.accept(row);
            }
            for (Rows.Remark remark : rows.remarks()) {
                problems.note(file, remark.row(), remark.column(), remark.wording());
            }
        } catch (TableBroken e) {
            problems.error(file, e.row(), "", "", e.wording());
        }
    }

    /// What only text between commas and quotes can get wrong.
    private static void checkDelimiters(
            Rows rows, Row row, String[] cells, int[] columns, int width) {
        checkWidth(row, cells, width);
        checkSwallowed(row, cells, columns, width);
        if (cells.length < width && rows.isCutOff()) {
            row.spoil(
                    new Wording(
                            "the file ends within this row: is it cut off?", "文件在本行中间结束：是否被截断？"),
                    cells[cells.length - 1]);
        }
    }

    private static boolean isBlank(String[] cells) {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    private static void checkWidth(Row row, String[] cells, int width) {
        if (cells.length > width
                && Arrays.stream(cells, width, cells.length).anyMatch(c -> !c.isBlank())) {
            row.spoil(
                    new Wording(
                            "the row has "
                                    + cells.length
                                    + " cells, the header "
                                    + width
                                    + ": is a comma not quoted?",
                            "该行有 " + cells.length + " 格，表头只有 " + width + " 格：是否有逗号未加引号？"),
                    cells[width]);
        }
    }

    /// A cell may have several lines, but one that also holds a row's worth of commas has swallowed
    /// rows; so has one that is read and holds any comma or quote beside a line end.
    private static void checkSwallowed(Row row, String[] cells, int[] columns, int width) {
        for (int c = 0; c < cells.length; c++) {
            String cell = cells[c];
            if (cell.indexOf('\n') < 0 && cell.indexOf('\r') < 0) {
                continue;
            }
            int column = c;
            boolean isRead = Arrays.stream(columns).anyMatch(at -> at == column);
            boolean hasMarks = cell.indexOf(',') >= 0 || cell.indexOf('"') >= 0;
            long commas = cell.chars().filter(mark -> mark == ',').count();
            if (commas >= width - 1 || (isRead && hasMarks)) {
                long lines = cell.lines().count();
                row.spoil(
                        new Wording(
                                "a cell of "
                                        + lines
                                        + " lines has swallowed other rows: is a closing quote missing?",
                                "单元格含 " + lines + " 行，吞并了其他行：是否缺少右引号？"),
                        cell);
                return;
            }
        }
    }

    /// Cell of each field; empty if a required column is missing and nothing can be read.
    private int[] columns(String[] header, int row) {
        if (header.length > COLUMNS_MAX) {
            problems.error(
                    file,
                    row,
                    "",
                    "",
                    new Wording(
                            "the header has "
                                    + header.length
                                    + " columns, at most "
                                    + COLUMNS_MAX
                                    + " are read",
                            "表头有 " + header.length + " 列，最多读取 " + COLUMNS_MAX + " 列"));
            return new int[0];
        }
        int[] columns = new int[schema.fields().size()];
        Arrays.fill(columns, -1);
        for (int c = 0; c < header.length; c++) {
            String name = header[c].strip();
            int f = schema.fieldNames().indexOf(name);
            if (f < 0) {
                if (!name.isEmpty()) {
                    problems.note(
                            file,
                            row,
                            name,
                            new Wording("unknown column, kept as a note", "未知列，仅作备注保留"));
                }
            } else if (columns[f] >= 0) {
                problems.error(
                        file,
                        row,
                        name,
                        "",
                        new Wording("the column comes twice; the first is used", "该列重复出现，采用第一列"));
            } else {
                columns[f] = c;
            }
        }
        return missing(columns, row).isEmpty() ? columns : new int[0];
    }

    private List<String> missing(int[] columns, int row) {
        List<String> missing = new ArrayList<>();
        for (int f = 0; f < columns.length; f++) {
            FieldSchema field = schema.fields().get(f);
            if (field.required() && columns[f] < 0) {
                missing.add(field.name());
                problems.error(
                        file,
                        row,
                        field.name(),
                        "",
                        new Wording(
                                "required column missing; no row of this table can be used",
                                "缺少必需列，本表各行均无法采用"));
            }
        }
        return missing;
    }
}
