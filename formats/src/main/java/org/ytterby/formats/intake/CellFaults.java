package org.ytterby.formats.intake;

import org.ytterby.formats.Wording;

/// What can be wrong with a typed cell before its value is looked at.
final class CellFaults {
    static final Wording LOST_DIGITS =
            new Wording(
                    "this id was kept as a number, which loses digits beyond the 15th; make the column text and enter it again",
                    "该编号被存为数字，第 15 位以后的数字已丢失；请将该列设为文本后重新填写");
    static final Wording ID_TURNED_DAY =
            new Wording(
                    "this id was turned into a date; make the column text and enter it again",
                    "该编号被转换为日期；请将该列设为文本后重新填写");
    static final Wording ID_TURNED_TRUTH =
            new Wording(
                    "this id was turned into a truth value; make the column text and enter it again",
                    "该编号被转换为逻辑值；请将该列设为文本后重新填写");
    static final Wording NO_DAY =
            new Wording(
                    "no calendar has this day; write it as 2019-01-31 or 2019-01-31 08:00",
                    "日历中没有这一天；请写作 2019-01-31 或 2019-01-31 08:00");
    static final Wording UNCOMPUTED =
            new Wording(
                    "the formula has no stored result; open and save the workbook in a spreadsheet program, or paste the value",
                    "公式没有已保存的结果；请用电子表格软件打开并保存，或粘贴为数值");
    static final Wording FORMULA =
            new Wording(
                    "the column holds formulas; their stored results are read", "该列含有公式，按已保存的结果读取");
    static final Wording BESIDE_HEADER =
            new Wording("cells beyond the header are not read", "表头以外的单元格未读取");

    private CellFaults() {}

    static Wording error(String code) {
        return new Wording(
                "the cell holds the error " + code + " instead of a value",
                "单元格是错误值 " + code + "，不是数据");
    }

    static Wording merged(String owner) {
        return new Wording(
                "merged with "
                        + owner
                        + ", which alone holds the value; unmerge and fill each cell",
                "与 " + owner + " 合并，只有该格有值；请取消合并并逐格填写");
    }
}
