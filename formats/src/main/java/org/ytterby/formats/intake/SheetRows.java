package org.ytterby.formats.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.formats.FieldSchema;
import org.ytterby.formats.FieldType;
import org.ytterby.formats.TableSchema;
import org.ytterby.formats.Wording;
import org.ytterby.formats.workbook.Cell;
import org.ytterby.formats.workbook.NumberKind;
import org.ytterby.formats.workbook.SheetCells;

/// Rows of a sheet. Its first row that is not blank is the header; blank rows are left out.
final class SheetRows implements Rows {
    private final String file;
    private final TableSchema schema;
    private final SheetCells sheet;
    private final Map<Integer, Wording> faults = new HashMap<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final Set<Integer> computed = new HashSet<>();
    private final List<@Nullable FieldSchema> fields = new ArrayList<>();
    private boolean atHeader = true;
    private boolean isBesideTold;

    SheetRows(String file, TableSchema schema, SheetCells sheet) {
        this.file = file;
        this.schema = schema;
        this.sheet = sheet;
    }

    @Override
    public String @Nullable [] next() {
        try {
            while (sheet.next()) {
                if (sheet.cells().stream().allMatch(SheetRows::isBlank)) {
                    continue;
                }
                faults.clear();
                return atHeader ? header() : cells();
            }
            return null;
        } catch (IOException e) {
            throw TableBroken.at(sheet.row() + 1, file, e);
        }
    }

    private static boolean isBlank(Cell cell) {
        return cell instanceof Cell.Text(String text) && text.isBlank();
    }

    private String[] header() {
        atHeader = false;
        List<String> names = new ArrayList<>();
        for (Cell cell : sheet.cells()) {
            String name = text(cell, FieldType.STRING, names.size());
            names.add(name);
            fields.add(schema.find(name.strip()).orElse(null));
        }
        faults.clear();
        return names.toArray(String[]::new);
    }

    private String[] cells() throws IOException {
        List<Cell> cells = sheet.cells();
        String[] texts = new String[Math.min(cells.size(), fields.size())];
        for (int c = 0; c < texts.length; c++) {
            FieldSchema field = fields.get(c);
            texts[c] = text(cells.get(c), field == null ? FieldType.STRING : field.type(), c);
            if (field != null && sheet.isFormula(c) && computed.add(c)) {
                remarks.add(new Remark(sheet.row(), field.name(), CellFaults.FORMULA));
            }
        }
        checkMerges();
        if (!isBesideTold && cells.stream().skip(texts.length).anyMatch(c -> !isBlank(c))) {
            isBesideTold = true;
            remarks.add(new Remark(sheet.row(), "", CellFaults.BESIDE_HEADER));
        }
        return texts;
    }

    private void checkMerges() throws IOException {
        if (!sheet.hasMerges()) {
            return;
        }
        for (int c = 0; c < fields.size(); c++) {
            String owner = sheet.mergedInto(c);
            if (!owner.isEmpty()) {
                faults.put(c, CellFaults.merged(owner));
            }
        }
    }

    private String text(Cell cell, FieldType type, int column) {
        return switch (cell) {
            case Cell.Text(String text) -> text;
            case Cell.Figure figure -> figure(figure, type, column);
            case Cell.Moment(String text) -> moment(text, type, column);
            case Cell.Truth(boolean value) -> {
                String text = value ? "TRUE" : "FALSE";
                yield type == FieldType.STRING
                        ? fault(column, text, CellFaults.ID_TURNED_TRUTH)
                        : text;
            }
            case Cell.Failure(String code) -> fault(column, code, CellFaults.error(code));
            case Cell.Uncomputed(String formula) -> fault(column, formula, CellFaults.UNCOMPUTED);
        };
    }

    private String figure(Cell.Figure figure, FieldType type, int column) {
        String raw = figure.raw();
        if (figure.kind() != NumberKind.PLAIN) {
            Optional<LocalDateTime> moment =
                    sheet.calendar().moment(Decimals.number(raw).orElse(Double.NaN));
            return moment.isEmpty()
                    ? fault(column, raw, CellFaults.NO_DAY)
                    : moment(raw, moment.get(), figure.kind() == NumberKind.TIME, type, column);
        }
        if (type != FieldType.STRING) {
            return CellTexts.number(raw);
        }
        Optional<String> id = CellTexts.id(raw);
        return id.isPresent() ? id.get() : fault(column, raw, CellFaults.LOST_DIGITS);
    }

    /// A moment that the file writes as text; one with an offset is one already.
    private String moment(String text, FieldType type, int column) {
        if (LedgerTime.parse(text).isPresent()) {
            return text;
        }
        try {
            return text.indexOf('T') < 0
                    ? moment(text, LocalDate.parse(text).atStartOfDay(), false, type, column)
                    : moment(text, LocalDateTime.parse(text), true, type, column);
        } catch (DateTimeException _) {
            return fault(column, text, CellFaults.NO_DAY);
        }
    }

    private String moment(
            String raw, LocalDateTime local, boolean showsTime, FieldType type, int column) {
        Optional<String> text = CellTexts.moment(local, showsTime, type);
        if (text.isEmpty()) {
            return fault(column, raw, CellFaults.NO_DAY);
        }
        return type == FieldType.STRING
                ? fault(column, text.get(), CellFaults.ID_TURNED_DAY)
                : text.get();
    }

    private String fault(int column, String text, Wording wording) {
        faults.put(column, wording);
        return text;
    }

    @Override
    public int row() {
        return sheet.row();
    }

    @Override
    public Map<Integer, Wording> faults() {
        return faults;
    }

    @Override
    public List<Remark> remarks() {
        return remarks;
    }

    @Override
    public void close() {
        try {
            sheet.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
