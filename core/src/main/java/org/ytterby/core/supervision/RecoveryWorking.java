package org.ytterby.core.supervision;

import java.util.ArrayList;
import java.util.List;
import org.ytterby.core.balance.Estimate;
import org.ytterby.core.balance.RecordBalance;
import org.ytterby.core.material.Element;
import org.ytterby.core.material.Mass;

/// The arithmetic of recovery-impossible.
final class RecoveryWorking {
    private RecoveryWorking() {}

    /// @param named the elements named
    /// @param excess of these together, kg of element
    static List<Exhibit> of(RecordBalance balance, List<Element> named, Estimate excess) {
        List<Element> judged =
                Element.ALL.stream().filter(e -> balance.outMg(e.ordinal()) != 0).toList();
        double smallest = 1;
        Sheet sheet =
                new Sheet("Outputs against inputs, kg of element", "产出与投入对比（元素千克）")
                        .column("element", "元素")
                        .column("out", "产出")
                        .column("− in", "− 投入")
                        .column("= excess", "= 多出")
                        .column("σ", "σ")
                        .column("z", "z")
                        .column("p", "p")
                        .column("named", "列名");
        for (Element e : judged) {
            Estimate more = balance.excess(e.ordinal());
            smallest = Math.min(smallest, more.pAbove(0));
            sheet.row(
                    Cell.of(e.name(), e.chinese()),
                    Cell.kg(balance.outMg(e.ordinal()) / Mass.MG_PER_KG),
                    Cell.kg(balance.inMg(e.ordinal()) / Mass.MG_PER_KG),
                    Cell.kg(more.value()),
                    Cell.kg(more.sigma()),
                    Cell.ratio(more.sigma() == 0 ? Double.NaN : more.value() / more.sigma()),
                    Cell.probability(more.pAbove(0)),
                    named.contains(e) ? Cell.of("yes", "是") : Cell.none());
        }
        List<Exhibit> shown = new ArrayList<>();
        shown.add(sheet.table());
        shown.add(Steps.bonferroni(smallest, judged.size(), new Text("elements", "元素")));
        String en = Say.symbols(named);
        String zh = Say.chinese(named);
        Text kg = Say.grams(excess.value());
        shown.add(
                Exhibit.says(
                        "Excess of the named elements together ("
                                + en
                                + "): "
                                + kg.en()
                                + " of element",
                        "所列元素（" + zh + "）合计多出：" + kg.zh() + "（元素量）"));
        shown.add(Steps.uncertainty(excess.sigma()));
        return shown;
    }
}
