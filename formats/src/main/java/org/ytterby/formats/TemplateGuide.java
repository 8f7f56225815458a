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

    private static final Wording TITLE =
            new Wording("Ledger package: how to fill this workbook", "台账包：本工作簿填写说明");
    private static final List<Wording> STEPS =
            List.of(
                    new Wording(
                            "Each sheet is one table. Sheets with an orange tab must be there; of the others, leave empty or delete those that you do not need.",
                            "每个工作表是一张表。橙色标签的工作表必须保留；其余不需要的可留空或删除。"),
                    new Wording(
                            "Columns with an orange header need a value; the note at the header tells what it is, and for which rows it may stay empty. Do not rename headers or sheets.",
                            "橙色表头的列须填写；表头批注说明内容，以及哪些行可以不填。请勿修改表头和工作表名称。"),
                    new Wording(
                            "Grey rows in italics are an example. Delete all of them before you fill in your own rows.",
                            "灰色斜体行为示例，填写前请全部删除。"),
                    new Wording(
                            "Many columns offer a drop-down. Ids are compared exactly, capitals and blanks included; their columns are text, so that long numbers keep all digits.",
                            "许多列提供下拉选项。编号按字符逐一比对，区分大小写和空格；编号列为文本格式，以免长数字丢失位数。"),
                    new Wording(
                            "Dates are days in UTC+8. Times are clocks of UTC+8; write them as 2019-01-31 08:00, or as text with another offset: 2019-01-31T08:00:00Z.",
                            "日期为东八区日期。时间为东八区时间，如 2019-01-31 08:00；其他时区请以文本填写：2019-01-31T08:00:00Z。"),
                    new Wording(
                            "Masses are kilograms; moisture and assays are fractions, not percent. Formulas are read by their stored result. Do not merge cells.",
                            "质量单位为千克；水分和化验结果填比值而非百分数。公式按已保存的结果读取。请勿合并单元格。"),
                    new Wording(
                            "A record, once sent, is never edited: send a new one that names it in `corrects`, or a `cancellation`.",
                            "已报送的记录不得修改：请另报一条记录，在 corrects 中指明原记录，或报 cancellation 撤销。"),
                    new Wording(
                            "Check the workbook before you send it: ytterby package check FILE.xlsx",
                            "报送前请检查：ytterby package check 文件.xlsx"));

    private TemplateGuide() {}

    static void write(WorkbookWriter workbook, String name, boolean zh) throws IOException {
        SheetWriter sheet =
                workbook.sheet(
                        name,
                        List.of(
                                SheetColumn.plain("", Style.PROSE, 22),
                                SheetColumn.plain("", Style.PROSE, TEXT_WIDTH),
                                SheetColumn.plain("", Style.PROSE, TEXT_WIDTH)),
                        false,
                        "");
        line(sheet, Style.TITLE, "", TITLE, zh);
        int number = 1;
        for (Wording step : STEPS) {
            line(sheet, Style.PROSE, Integer.toString(number++), step, zh);
        }
        line(sheet, Style.PROSE, "", new Wording("", ""), zh);
        line(sheet, Style.TITLE, "", new Wording("Sheets", "工作表"), zh);
        for (TableSchema table : PackageSchema.standard().tables()) {
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
