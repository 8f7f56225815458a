package org.ytterby.formats;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/// Writes an allocation workbook to fill, with fictional firms that can be planned at once and the
/// conditions of the yearly notices as far as they were read.
public final class AllocationTemplate {
    private static final TemplateGuide GUIDE =
            new TemplateGuide(
                    new Wording("Allocation workbook: how to fill it", "指标分配工作簿填写说明"),
                    List.of(
                            new Wording(
                                    "Each sheet is one table. Sheets with an orange tab must be there; of the others, leave empty or delete those that you do not need.",
                                    "每个工作表是一张表。橙色标签的工作表必须保留；其余不需要的可留空或删除。"),
                            new Wording(
                                    "Columns with an orange header need a value; the note at the header tells what it is. Do not rename headers or sheets.",
                                    "橙色表头的列须填写，表头批注说明内容。请勿修改表头和工作表名称。"),
                            new Wording(
                                    "Grey rows in italics are an example with fictional firms; it can be planned as it stands. Delete them before you fill in your own, but keep the rows of gates that apply to you.",
                                    "灰色斜体行为虚构企业示例，可直接试算。填写前请删除，gates 表中适用的条件可保留。"),
                            new Wording(
                                    "Quantities are t REO; shares are fractions, 0.2 for 20 %. Dates are days in UTC+8.",
                                    "数量单位为吨 REO；比例填小数，20% 填 0.2。日期为东八区日期。"),
                            new Wording(
                                    "A figure without evidence counts nothing: a gate stays shut, a line of the score gives 0. The answer says so.",
                                    "没有证据的数值不计：准入条件视为不满足，评分项计零，结果中均会注明。"),
                            new Wording(
                                    "Weights and benchmarks must be fixed before the day of the policy; weights of a stage sum to 1.",
                                    "权重和基准须在基准日之前确定；同一环节权重合计为 1。"),
                            new Wording(
                                    "Conditions carry a mark of how sure their text is. Check those that are not marked seen against the notice in force.",
                                    "条件附有可信度标记；凡未标 seen 的，请与现行通知核对。"),
                            new Wording(
                                    "Plan it: ytterby allocate FILE.xlsx --out DIR",
                                    "计算：ytterby allocate 文件.xlsx --out 文件夹")));

    private AllocationTemplate() {}

    /// Writes the workbook; a file of the same name is replaced.
    ///
    /// @param chineseFirst which language stands first
    /// @throws UncheckedIOException if it cannot be written
    public static void write(Path target, boolean chineseFirst) {
        TemplateWriter.write(
                PackageSchema.allocation(), "allocation/", GUIDE, target, chineseFirst);
    }
}
