package org.ytterby.formats.intake;

import org.ytterby.core.ledger.AssayTable;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Methods;
import org.ytterby.core.ledger.Names;
import org.ytterby.core.material.Assay;
import org.ytterby.core.material.Element;
import org.ytterby.formats.Wording;

/// Reads assays. A bad one leaves its subject and time behind, so that lines that need it are not
/// valued by another.
final class AssayReader {
    /// No material holds more kilograms of trade oxide per kilogram than pure scandium metal, 1.53.
    private static final double TREO_MAX = 1.6;

    /// No material holds more than a kilogram of element per kilogram; 5 % for the noise of pure
    /// metals.
    private static final double ELEMENTS_SUM_MAX = 1.05;

    private static final String OXIDE = "oxide";

    private final Problems problems;
    private final Methods methods;
    private final Names lots;
    private final AssayTable assays = new AssayTable();
    private final int id;
    private final int subject;
    private final int measuredAt;
    private final int laboratory;
    private final int method;
    private final int basis;
    private final int treo;
    private final int[] elements = new int[Element.COUNT];

    AssayReader(PackageFiles files, Problems problems, Methods methods, Names lots) {
        Table table = table(files, problems);
        this.problems = problems;
        this.methods = methods;
        this.lots = lots;
        id = table.field("assay");
        subject = table.field("subject");
        measuredAt = table.field("measured_at");
        laboratory = table.field("laboratory");
        method = table.field("method");
        basis = table.field("basis");
        treo = table.field("treo");
        for (Element e : Element.ALL) {
            elements[e.ordinal()] = table.field(e.name());
        }
    }

    private static Table table(PackageFiles files, Problems problems) {
        return new Table("assays", files, problems);
    }

    /// Reads the table, or what was added to it since it was read.
    ///
    /// @return all assays read by this reader; grows when it reads on
    AssayTable read(PackageFiles files) {
        table(files, problems).forEach(this::read);
        return assays;
    }

    private void read(Row row) {
        long measured = row.instant(measuredAt, 0, LedgerTime.BEGINNING);
        if (assays.has(row.text(id))) {
            Ids.reject(row, id);
        }
        row.word(basis);
        double[] parts = new double[Element.COUNT];
        for (int e = 0; e < parts.length; e++) {
            parts[e] = row.number(elements[e], 0);
        }
        double[] fractions = row.isGood() ? fractions(row, parts) : parts;
        int m = row.isGood() ? method(row, fractions) : Methods.DEFAULT;
        if (row.isGood()) {
            assays.add(
                    row.text(id),
                    lots.number(row.text(subject)),
                    measured,
                    row.text(laboratory),
                    m,
                    row.number(),
                    fractions);
        } else if (!row.isAbsent(subject)) {
            assays.addBad(lots.number(row.text(subject)), measured, row.number());
        }
    }

    private double[] fractions(Row row, double[] parts) {
        double sum = 0;
        for (double part : parts) {
            sum += part;
        }
        if (!row.text(basis).strip().equals(OXIDE)) {
            if (sum > ELEMENTS_SUM_MAX) {
                row.spoil(
                        new Wording(
                                "the elements sum to "
                                        + sum
                                        + " kg per kg; write fractions, not percent",
                                "各元素合计 " + sum + " 千克/千克；请填比值而非百分数"),
                        Double.toString(sum));
            }
            return parts;
        }
        double total = row.number(treo, Double.NaN);
        if (row.isAbsent(treo)) {
            row.bad(treo, new Wording("an assay on oxide basis needs it", "以氧化物为基准的化验须填写"));
        } else if (total > TREO_MAX) {
            row.bad(
                    treo,
                    new Wording(
                            "no material holds that much oxide; write a fraction, not percent",
                            "没有物料含这么多氧化物；请填比值而非百分数"));
        } else if (sum < Assay.SHARES_SUM_MIN || sum > Assay.SHARES_SUM_MAX) {
            row.spoil(
                    new Wording(
                            "the shares of oxides sum to "
                                    + sum
                                    + "; they must sum to 1 (0.95 to 1.05)",
                            "各氧化物占比合计 " + sum + "，应为 1（0.95 至 1.05）"),
                    Double.toString(sum));
        }
        return row.isGood() ? Assay.fractionsOfOxides(total, parts) : parts;
    }

    private int method(Row row, double[] fractions) {
        int m = row.isAbsent(method) ? Methods.DEFAULT : methods.find(row.text(method));
        if (m == Names.NONE || (m != Methods.DEFAULT && methods.declaresNoAssay(m))) {
            row.bad(
                    method,
                    new Wording(
                            row.called("methods") + " has no assay method of this name",
                            row.called("methods") + " 中没有此名称的化验方法"));
            return Methods.DEFAULT;
        }
        for (Element e : Element.ALL) {
            if (fractions[e.ordinal()] > 0 && !methods.assays(m, e.ordinal())) {
                row.bad(
                        method,
                        new Wording(
                                row.called("methods")
                                        + " has this method for other elements, not for "
                                        + e,
                                row.called("methods") + " 中此方法只有其他元素的行，没有 " + e));
                return m;
            }
        }
        return m;
    }
}
