package org.ytterby.core.supervision;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ytterby.core.balance.Estimate;
import org.ytterby.core.balance.LineSum;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.material.Element;
import org.ytterby.core.material.Mass;

/// The arithmetic of sector-gap.
final class SectorWorking {
    private static final int ELEMENTS_ABREAST = 4;

    private SectorWorking() {}

    /// A term of the national balance.
    enum Term {
        OPENING("+ opening stock", "+ 期初库存"),
        EXTRACTION("+ extraction", "+ 开采"),
        IMPORT("+ imports", "+ 进口"),
        RECEIPT("+ receipts from facilities without stocktakes", "+ 自无盘点场所收货"),
        EXPORT("− exports", "− 出口"),
        DISPOSAL("− disposal", "− 处置"),
        SHIPMENT("− shipments to facilities without stocktakes", "− 向无盘点场所发货"),
        CLOSING("− closing stock", "− 期末库存"),
        IN_TRANSIT("− in transit at the end, + at the beginning", "− 期末在途，+ 期初在途");

        private final Text text;

        Term(String en, String zh) {
            text = new Text(en, zh);
        }
    }

    /// Sums each term by element while lines are handed in.
    static final class Terms {
        private final Ledger ledger;
        private final Map<Term, long[]> sums = new EnumMap<>(Term.class);

        Terms(Ledger ledger) {
            this.ledger = ledger;
        }

        void add(Term term, int line, int sign) {
            long[] mg = sums.computeIfAbsent(term, _ -> new long[Element.COUNT]);
            for (int e = 0; e < mg.length; e++) {
                mg[e] += sign * ledger.elementMg(line, e);
            }
        }

        private double kg(Term term, Element e) {
            long[] mg = sums.get(term);
            return mg == null ? 0 : mg[e.ordinal()] / Mass.MG_PER_KG;
        }

        private double gapKg(Element e) {
            return sums.values().stream().mapToLong(mg -> mg[e.ordinal()]).sum() / Mass.MG_PER_KG;
        }
    }

    /// @param sum of all lines
    /// @param p p-value of each element that was tested
    /// @param gap of the named elements, signed, kg REO
    static List<Exhibit> of(
            Terms terms, LineSum sum, Map<Element, Double> p, List<Element> named, Estimate gap) {
        List<Exhibit> shown = new ArrayList<>();
        for (int from = 0; from < named.size(); from += ELEMENTS_ABREAST) {
            int to = Math.min(named.size(), from + ELEMENTS_ABREAST);
            shown.add(balance(terms, named.subList(from, to)));
        }
        shown.add(elements(sum, p, named));
        double smallest = p.values().stream().mapToDouble(Double::doubleValue).min().orElse(1);
        shown.add(Steps.bonferroni(smallest, Math.max(1, p.size()), new Text("elements", "元素")));
        shown.add(reo(terms, named, gap));
        shown.add(Steps.uncertainty(gap.sigma()));
        return shown;
    }

    /// A table of terms for a few elements.
    private static Exhibit balance(Terms terms, List<Element> few) {
        Sheet sheet =
                new Sheet("Terms of the national balance, kg of element", "全国平衡各项（元素千克）")
                        .column("term", "项目");
        few.forEach(e -> sheet.column(e.name(), e.chinese()));
        for (Term term : Term.values()) {
            List<Cell> row = new ArrayList<>();
            row.add(Cell.of(term.text));
            few.forEach(e -> row.add(Cell.kg(terms.kg(term, e))));
            sheet.row(row.toArray(Cell[]::new));
        }
        List<Cell> gap = new ArrayList<>();
        gap.add(Cell.of("= gap (positive: missing)", "= 差额（正为短少）"));
        few.forEach(e -> gap.add(Cell.kg(terms.gapKg(e))));
        return sheet.total(gap.toArray(Cell[]::new)).table();
    }

    private static Exhibit reo(Terms terms, List<Element> named, Estimate gap) {
        return Steps.toOxide(
                named,
                new Text("gap", "差额"),
                terms::gapKg,
                new Text("sum (the finding says its size)", "合计（线索所述为其大小）"),
                gap.value());
    }

    private static Exhibit elements(LineSum sum, Map<Element, Double> p, List<Element> named) {
        Sheet sheet =
                new Sheet("Gap of each element", "各元素差额")
                        .column("element", "元素")
                        .column("gap kg", "差额千克")
                        .column("σ", "σ")
                        .column("z", "z")
                        .column("p", "p")
                        .column("named", "列名");
        for (Element e : Element.ALL) {
            if (p.containsKey(e)) {
                Estimate gap = sum.weighted(SectorRule.only(List.of(e), false));
                sheet.row(
                        Cell.of(e.name(), e.chinese()),
                        Cell.kg(gap.value()),
                        Cell.kg(gap.sigma()),
                        Cell.ratio(gap.sigma() == 0 ? Double.NaN : gap.value() / gap.sigma()),
                        Cell.probability(gap.pTwoSided()),
                        named.contains(e) ? Cell.of("yes", "是") : Cell.none());
            }
        }
        return sheet.table();
    }
}
