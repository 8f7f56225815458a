package org.ytterby.core.supervision;

import java.util.List;
import org.ytterby.core.ledger.PartnerImport;
import org.ytterby.core.material.Mass;

/// The figures of mirror-gap, side by side.
final class MirrorWorking {
    private MirrorWorking() {}

    /// @param rows what the partner declared under the heading
    /// @param lines our exports there
    /// @param limits largest gap as a share of our exports; largest gap, kg
    static List<Exhibit> of(
            Scene scene, List<PartnerImport> rows, List<Integer> lines, double[] limits) {
        double imported = MirrorRule.importedKg(rows);
        Sheet theirs =
                new Sheet("What the partner says it imported", "对方公布的进口")
                        .column("year", "年")
                        .column("month", "月")
                        .column("code", "编码")
                        .column("kg", "千克");
        for (PartnerImport row : rows) {
            theirs.row(
                    Cell.count(row.year()),
                    row.month() == 0 ? Cell.of("all", "全年") : Cell.count(row.month()),
                    Cell.of(row.hsCode()),
                    Cell.kg(row.massMg() / Mass.MG_PER_KG));
        }
        double exported = lines.stream().mapToDouble(scene::weighedKg).sum();
        Text gap =
                Say.grams(imported)
                        .then(" − ")
                        .then(Say.grams(exported))
                        .then(" = ")
                        .then(Say.grams(imported - exported));
        return List.of(
                theirs.total(Cell.of("sum", "合计"), Cell.none(), Cell.none(), Cell.kg(imported))
                        .table(),
                Steps.byMonth(
                        scene,
                        new Text("What was declared as exported there", "我方申报的对其出口"),
                        lines,
                        scene::weighedKg,
                        exported),
                Exhibit.says("Gap: " + gap.en(), "差额：" + gap.zh()),
                Exhibit.says(
                        "Raised above both "
                                + Say.percent(limits[0])
                                + " of our exports ("
                                + Say.grams(limits[0] * exported).en()
                                + ") and "
                                + Say.grams(limits[1]).en(),
                        "差额同时超过我方出口的 "
                                + Say.percent(limits[0])
                                + "（"
                                + Say.grams(limits[0] * exported).zh()
                                + "）和 "
                                + Say.grams(limits[1]).zh()
                                + " 即报线索"));
    }
}
