package org.ytterby.core.balance;

import java.util.List;
import org.ytterby.core.ledger.AssayTable;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Methods;
import org.ytterby.core.material.Product;

/// Which measurement errors the lines of a ledger share, and how large these are.
///
/// An element mass carries four relative errors: of the single weighing, of the weighing method in
/// its facility and calendar year, of the single assay, and of the assay method in its laboratory,
/// product stage and calendar year. Groups are told apart by keys; equal keys mean one shared
/// error.
public final class ErrorModel {
    private final Ledger ledger;
    private final FlowTable flows;
    private final AssayTable assays;
    private final Methods methods;
    private final int[] stageOfProduct;
    private final double factor;

    public ErrorModel(Ledger ledger) {
        this(ledger, 1);
    }

    private ErrorModel(Ledger ledger, double factor) {
        this.ledger = ledger;
        this.factor = factor;
        flows = ledger.flows();
        assays = ledger.declarations().assays();
        methods = ledger.declarations().methods();
        List<Product> products = ledger.declarations().products();
        stageOfProduct = products.stream().mapToInt(p -> p.stage().ordinal()).toArray();
    }

    /// The same model with every uncertainty so many times as large.
    ///
    /// @param times `> 0`
    public ErrorModel scaled(double times) {
        return new ErrorModel(ledger, factor * times);
    }

    /// The ledger whose lines are meant.
    public Ledger ledger() {
        return ledger;
    }

    /// Relative standard uncertainty of the single weighing.
    public double weighingRandom(int line) {
        return factor * methods.weighingRandom(flows.method(line));
    }

    /// Relative standard uncertainty that all weighings of a group share.
    public double weighingSystematic(int line) {
        return factor * methods.weighingSystematic(flows.method(line));
    }

    /// Key of (facility, weighing method, calendar year).
    public long weighingGroup(int line) {
        int r = flows.record(line);
        return key(
                flows.facility(r), flows.method(line), 0, LedgerTime.yearOf(flows.timeMicros(r)));
    }

    /// Relative standard uncertainty of the single assay for an element.
    public double assayRandom(int line, int element) {
        return factor * methods.assayRandom(assays.method(ledger.assay(line)), element);
    }

    /// Relative standard uncertainty that all assays of a group share for an element.
    public double assaySystematic(int line, int element) {
        return factor * methods.assaySystematic(assays.method(ledger.assay(line)), element);
    }

    /// Key of (laboratory, assay method, stage of the product, calendar year of the assay); the
    /// year of the line where the assay has no time.
    public long assayGroup(int line) {
        int assay = ledger.assay(line);
        long measured = assays.measuredMicros(assay);
        long dated = measured == LedgerTime.BEGINNING ? ledger.timeMicros(line) : measured;
        return key(
                assays.laboratory(assay),
                assays.method(assay),
                stageOfProduct[flows.product(line)],
                LedgerTime.yearOf(dated));
    }

    private static long key(int owner, int method, int stage, int year) {
        return (((long) owner << 15 | method) << 5 | stage) << 14 | year;
    }
}
