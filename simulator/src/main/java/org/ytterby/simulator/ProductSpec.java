package org.ytterby.simulator;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Locale;
import org.ytterby.core.material.Basis;
import org.ytterby.core.material.ProductStage;

/// A product of the simulated chain: how it is called and how it is measured.
///
/// @param content kg of trade oxides (basis oxide) or of elements (basis element) in a kg of dry
///   material
record ProductSpec(
        String id, ProductStage stage, Basis basis, double content, Water water, Methods methods) {
    /// Mass fractions of water between which lots vary.
    record Water(double low, double high) {}

    /// How it is weighed and assayed.
    record Methods(String weighing, String assaying) {}

    static ProductSpec of(NamedCsvRecord row) {
        return new ProductSpec(
                row.getField("product"),
                ProductStage.valueOf(row.getField("stage").toUpperCase(Locale.ROOT)),
                Basis.valueOf(row.getField("basis").toUpperCase(Locale.ROOT)),
                Table.number(row, "content"),
                new Water(Table.number(row, "moisture_low"), Table.number(row, "moisture_high")),
                new Methods(row.getField("weighing"), row.getField("assaying")));
    }

    /// What its content counts, kg.
    double measure(double[] amounts) {
        return basis == Basis.OXIDE ? Amounts.reo(amounts) : Amounts.total(amounts);
    }

    boolean isWaste() {
        return stage == ProductStage.WASTE;
    }
}
