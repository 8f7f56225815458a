package org.ytterby.core.supervision;

import java.util.HashMap;
import java.util.Map;
import org.ytterby.core.balance.ErrorModel;
import org.ytterby.core.balance.RecordBalance;
import org.ytterby.core.genealogy.RecordExcess;
import org.ytterby.core.ledger.Ledger;

/// The excess of records as measured, one record at a time, for those who do not need all findings.
///
/// No record counts as found, because that takes the whole family. Not thread-safe.
public final class MeasuredExcess implements RecordExcess {
    private final ErrorModel model;
    private final Map<Integer, RecordBalance> balances = new HashMap<>();

    public MeasuredExcess(Ledger ledger) {
        model = new ErrorModel(ledger);
    }

    @Override
    public double unaccountedShare(int record, int element) {
        return balances.computeIfAbsent(record, r -> new RecordBalance(model, r))
                .unaccountedShare(element);
    }

    @Override
    public boolean isFound(int record) {
        return false;
    }
}
