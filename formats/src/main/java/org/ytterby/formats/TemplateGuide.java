package org.ytterby.formats;

import java.io.IOException;
import java.util.List;
import org.ytterby.formats.workbook.SheetColumn;
import org.ytterby.formats.workbook.SheetWriter;
import org.ytterby.formats.workbook.Style;
import org.ytterby.formats.workbook.WorkbookWriter;

/// What the template says to the person who fills it, in both languages.
final class TemplateGuide {
    private static final int TEXT_WIDTH = 60;

    /// Characters after this one are as wide as two.
    private static final char LAST_NARROW = 0x2E7F;

    private final Wording title;
    private final List<Wording> steps;

    TemplateGuide(Wording title, List<Wording> steps) {
        this.title = title;
        this.steps = List.copyOf(steps);
    }

    void write(WorkbookWriter workbook, PackageSchema schema, String name, boolean zh)
            throws IOException {
        SheetWriter sheet =
                workbook.sheet(
                        name,
                        List.of(
                                SheetColumn.plain("", Style.PROSE, 22),
                                SheetColumn.plain("", Style.PROSE, TEXT_WIDTH),
                                SheetColumn.plain("", Style.PROSE, TEXT_WIDTH)),
                        false,
                        "");
        line(sheet, Style.TITLE, "", title, zh);
        int number = 1;
        for (Wording step : steps) {
            line(sheet, Style.PROSE, Integer.toString(number++), step, zh);
        }
        line(sheet, Style.PROSE, "", new Wording("", ""), zh);
        line(sheet, Style.TITLE, "", new Wording("Sheets", "工作表"), zh);
        for (TableSchema table : schema.tables()) {
            Wording required =
                    table.required()
                            ? new Wording("Required. ", "必需。")
                            : new Wording("Optional. ", "可选。");
            line(
                    sheet,
                    Style.PROSE,
                    table.name(),
                    new Wording(
                            required.en() + table.description().en(),
                            required.zh() + table.description().zh()),
                    zh);
        }
    }

    private static void line(
            SheetWriter sheet, Style style, String head, Wording text, boolean zh) {
        sheet.begin(Math.max(lines(text.en()), lines(text.zh())));
        sheet.text(0, head, style);
        sheet.text(1, zh ? text.zh() : text.en(), style);
        sheet.text(2, zh ? text.en() : text.zh(), style);
        sheet.end();
    }

    private static int lines(String text) {
        int wide = (int) text.chars().filter(c -> c > LAST_NARROW).count();
        return 1 + (text.length() + wide) / TEXT_WIDTH;
    }

    /// The note at the header of a column.
    static String note(FieldSchema field, boolean zh) {
        Wording presence =
                switch (field.presence()) {
                    case ALWAYS -> new Wording("required", "必填");
                    case USUALLY -> new Wording("required in most rows", "多数行必填");
                    case OPTIONAL -> new Wording("optional", "选填");
                };
        String en =
                "%s (%s)\n%s"
                        .formatted(field.title().en(), presence.en(), field.description().en());
        String inChinese =
                "%s（%s）\n%s".formatted(field.title().zh(), presence.zh(), field.description().zh());
        return zh ? inChinese + "\n" + en : en + "\n" + inChinese;
    }
}
