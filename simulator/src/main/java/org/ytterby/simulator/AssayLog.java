package org.ytterby.simulator;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.material.Basis;
import org.ytterby.core.material.Element;
import org.ytterby.formats.RowSink;

/// Writes the assay of each lot once, with the errors of its laboratory.
final class AssayLog {
    private static final int LEADING_COLUMNS = 7;

    private final RowSink rows;
    private final Errors errors;
    private final YearTime time;
    private long count;

    AssayLog(RowSink rows, Errors errors, YearTime time) {
        this.rows = rows;
        this.errors = errors;
        this.time = time;
    }

    long count() {
        return count;
    }

    static String[] columns() {
        String[] columns = new String[LEADING_COLUMNS + Element.COUNT];
        String[] leading = {
            "assay", "subject", "measured_at", "laboratory", "method", "basis", "treo"
        };
        System.arraycopy(leading, 0, columns, 0, LEADING_COLUMNS);
        for (Element e : Element.ALL) {
            columns[LEADING_COLUMNS + e.ordinal()] = e.name();
        }
        return columns;
    }

    /// Assays a lot, if that was not done before.
    void assay(Lot lot, SplittableRandom noise) {
        if (!lot.isAssayed()) {
            write(lot, errors.assayed(lot, time.yearOf(lot.madeMinute()), noise));
        }
    }

    /// Writes fractions that somebody made up as the assay of a lot.
    void writeInvented(Lot lot, double[] fractions) {
        write(lot, fractions);
    }

    private void write(Lot lot, double[] found) {
        @Nullable String[] cells = new String[LEADING_COLUMNS + Element.COUNT];
        boolean oxide = lot.product().basis() == Basis.OXIDE;
        double treo = Amounts.reo(found);
        double[] declared = Amounts.none();
        for (Element element : Element.ALL) {
            int e = element.ordinal();
            double factor = element.oxideFactor();
            double cell = oxide ? found[e] * factor / treo : found[e];
            cells[LEADING_COLUMNS + e] = Digits.significant(cell);
            double kept = Digits.significantValue(cell);
            declared[e] = oxide ? kept * Digits.significantValue(treo) / factor : kept;
        }
        cells[0] = "A-" + lot.id();
        cells[1] = lot.id();
        cells[2] = time.text(lot.madeMinute());
        cells[3] = lot.maker().laboratory();
        cells[4] = lot.product().methods().assaying();
        cells[5] = oxide ? "oxide" : "element";
        cells[6] = oxide ? Digits.significant(treo) : null;
        rows.row(cells);
        lot.declare(declared);
        count++;
    }
}
