package org.ytterby.core.supervision;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.balance.Estimate;
import org.ytterby.core.ledger.Licence;
import org.ytterby.core.material.Element;
import org.ytterby.core.material.Mass;

/// The arithmetic of export-over-licence and export-untraceable, and exports set against their
/// licences.
final class ExportWorking {
    private ExportWorking() {}

    /// @param document as named on the line, empty for none
    static List<Exhibit> against(
            Scene scene, int line, String document, @Nullable Licence licence) {
        Sheet sheet =
                new Sheet("Export against licence", "出口与许可证比对")
                        .column("fact", "项目")
                        .column("export", "出口申报")
                        .column("licence", "许可证");
        Cell named = Cell.of(document.isEmpty() ? "–" : document);
        if (licence == null) {
            return List.of(
                    sheet.row(Cell.of("licence", "许可证"), named, Cell.of("does not exist", "不存在"))
                            .table());
        }
        sheet.row(Cell.of("licence", "许可证"), named, Cell.of(licence.id()));
        int exporter = scene.registry().facility(scene.facility(line)).party();
        int consignee = scene.flows().partner(line);
        sheet.row(
                Cell.of("date", "日期"),
                Cell.at(scene.ledger().timeMicros(line)),
                Cell.of(Say.days(licence.validity())));
        sheet.row(
                Cell.of("exporter", "出口经营者"),
                party(scene, exporter),
                party(scene, licence.exporter()));
        sheet.row(
                Cell.of("consignee", "收货人"),
                party(scene, consignee),
                party(scene, licence.consignee()));
        sheet.row(
                Cell.of("product", "商品"),
                Cell.of(scene.product(line).id()),
                Cell.of(scene.ledger().declarations().products().get(licence.product()).id()));
        sheet.row(
                Cell.of("destination", "目的国"),
                Cell.of(Destinations.of(scene, line)),
                Cell.of(licence.destination()));
        return List.of(sheet.table());
    }

    private static Cell party(Scene scene, int party) {
        return Cell.of(scene.registry().party(party).id());
    }

    static List<Exhibit> over(
            Scene scene,
            Licence licence,
            Estimate exported,
            double grantedKg,
            List<Integer> exports) {
        Sheet sheet =
                new Sheet("Exports under licence " + licence.id(), "许可证 " + licence.id() + " 项下出口")
                        .column("record", "记录")
                        .column("time", "时间")
                        .column("lot", "批次")
                        .column("weighed kg", "称重千克")
                        .column("left of the licence", "许可证余额");
        double left = grantedKg;
        for (int line : exports) {
            left -= scene.weighedKg(line);
            sheet.row(
                    Cell.of(scene.flows().recordId(scene.flows().record(line))),
                    Cell.at(scene.ledger().timeMicros(line)),
                    Cell.of(scene.flows().lotId(scene.flows().lot(line))),
                    Cell.kg(scene.weighedKg(line)),
                    Cell.kg(left));
        }
        sheet.total(
                Cell.of("sum", "合计"),
                Cell.none(),
                Cell.none(),
                Cell.kg(exported.value()),
                Cell.kg(grantedKg - exported.value()));
        Text sum =
                Say.grams(exported.value())
                        .then(" − ")
                        .then(Say.grams(grantedKg))
                        .then(" = ")
                        .then(Say.grams(exported.value() - grantedKg));
        return List.of(
                Exhibit.says(
                        "Granted: " + Say.grams(grantedKg).en() + " as weighed",
                        "许可：" + Say.grams(grantedKg).zh() + "（称重）"),
                sheet.table(),
                Exhibit.says("Above: " + sum.en(), "超出：" + sum.zh()),
                Exhibit.says(
                        "σ = " + Say.grams(exported.sigma()).en() + ": the exporter's scales",
                        "σ = " + Say.grams(exported.sigma()).zh() + "：出口方衡器误差"),
                Steps.above(exported, grantedKg));
    }

    /// @param weighedKg mass of the line as weighed
    /// @param oxidesMg oxide mass of the line, mg, one per element
    /// @param shares the part of each that is untraceable
    /// @param limits largest share of REO, largest share of a main element, share of REO from which
    ///   it is one
    static List<Exhibit> untraceable(
            double weighedKg, double[] oxidesMg, double[] shares, double[] limits) {
        double reo = 0;
        double without = 0;
        Sheet sheet =
                new Sheet("Undeclared or unaccounted, by element", "未申报或来源不明部分（按元素）")
                        .column("element", "元素")
                        .column("REO kg", "REO 千克")
                        .column("of the REO", "占 REO")
                        .column("× share without origin", "× 无来源比例")
                        .column("= REO kg without origin", "= 无来源 REO 千克");
        for (double mg : oxidesMg) {
            reo += mg;
        }
        List<Element> present = new ArrayList<>(Element.ALL);
        present.removeIf(e -> oxidesMg[e.ordinal()] == 0);
        for (Element e : present) {
            double mg = oxidesMg[e.ordinal()];
            double share = shares[e.ordinal()];
            without += mg * share;
            sheet.row(
                    Cell.of(e.name(), e.chinese()),
                    Cell.kg(mg / Mass.MG_PER_KG),
                    Cell.share(mg / reo),
                    Cell.share(share),
                    Cell.kg(mg * share / Mass.MG_PER_KG));
        }
        sheet.total(
                Cell.of("sum", "合计"),
                Cell.kg(reo / Mass.MG_PER_KG),
                Cell.none(),
                Cell.share(without / reo),
                Cell.kg(without / Mass.MG_PER_KG));
        Text mass =
                Say.grams(weighedKg)
                        .then(" × " + Say.number(without / reo) + " = ")
                        .then(Say.grams(weighedKg * without / reo));
        return List.of(
                sheet.table(),
                Exhibit.says(
                        "Weighed mass without origin: " + mass.en(), "无来源部分的称重质量：" + mass.zh()),
                Exhibit.says(
                        "Raised above "
                                + Say.percent(limits[0])
                                + " of the REO, or above "
                                + Say.percent(limits[1])
                                + " of an element that is at least "
                                + Say.percent(limits[2])
                                + " of the REO",
                        "无来源部分超过 REO 的 "
                                + Say.percent(limits[0])
                                + "，或占 REO "
                                + Say.percent(limits[2])
                                + " 以上的元素超过 "
                                + Say.percent(limits[1])
                                + "，即报线索"));
    }
}
