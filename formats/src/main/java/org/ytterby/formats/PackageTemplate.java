package org.ytterby.formats;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/// Writes a workbook for people to fill: a sheet per table with drop-downs, notes at the headers
/// and an example, and one that explains the others. As it stands it is a ledger package without
/// errors.
public final class PackageTemplate {
    /// Name of the sheet that explains the others; readers pass over it.
    public static final String README_SHEET = "说明 Read me";

    private static final TemplateGuide GUIDE =
            new TemplateGuide(
                    new Wording("Ledger package: how to fill this workbook", "台账包：本工作簿填写说明"),
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
                                    "报送前请检查：ytterby package check 文件.xlsx")));

    private PackageTemplate() {}

    /// Writes the workbook; a file of the same name is replaced.
    ///
    /// @param chineseFirst which language stands first
    /// @throws UncheckedIOException if it cannot be written
    public static void write(Path target, boolean chineseFirst) {
        TemplateWriter.write(PackageSchema.standard(), "template/", GUIDE, target, chineseFirst);
    }
}
