package org.ytterby.core.supervision;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.balance.ErrorModel;
import org.ytterby.core.balance.RecordBalance;
import org.ytterby.core.genealogy.RecordExcess;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.material.Element;

/// The excess of records as measured, one record at a time, for those who do not need all findings.
///
/// No record counts as found, because that takes the whole family. Remembers what it has measured.
/// Safe for use by several threads.
public final class MeasuredExcess implements RecordExcess {
    private static final double[] NOTHING = new double[Element.COUNT];

    private final ErrorModel model;
    private final AtomicReferenceArray<double @Nullable []> shares;

    public MeasuredExcess(Ledger ledger) {
        model = new ErrorModel(ledger);
        shares = new AtomicReferenceArray<>(ledger.flows().recordCount());
    }

    @Override
    public double unaccountedShare(int record, int element) {
        double[] known = shares.get(record);
        if (known == null) {
            known = measured(record);
            shares.set(record, known);
        }
        return known[element];
    }

    /// Most records have no excess, and share one array.
    private double[] measured(int record) {
        RecordBalance balance = new RecordBalance(model, record);
        double[] found = new double[Element.COUNT];
        boolean isAny = false;
        for (int e = 0; e < found.length; e++) {
            found[e] = balance.unaccountedShare(e);
            isAny |= found[e] > 0;
        }
        return isAny ? found : NOTHING;
    }

    @Override
    public boolean isFound(int record) {
        return false;
    }
}
