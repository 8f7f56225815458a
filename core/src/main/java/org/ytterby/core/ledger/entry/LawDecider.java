package org.ytterby.core.ledger.entry;

import org.ytterby.core.ledger.LawTable;
import org.ytterby.core.ledger.entry.Refusal.Code;

/// Decides on rows of dated law. Pure: reads the state, changes nothing.
///
/// What a row says is judged by whoever hands it in; here only who may, and that no row is changed.
final class LawDecider {
    private final LedgerState state;

    LawDecider(LedgerState state) {
        this.state = state;
    }

    Decision enacted(Sender sender, DeclaredRow row, long nowMicros) {
        if (!sender.isForAll()) {
            return Decision.refused(Code.NOT_ALLOWED, row.table(), sender.organisation());
        }
        if (LawTable.find(row.table()).isEmpty()) {
            return Decision.refused(Code.TABLE_UNKNOWN, row.table(), row.table());
        }
        return state.isEnacted(row)
                ? Decision.refused(Code.ROW_EXISTS, row.table(), row.cell(LawTable.FROM))
                : Decision.accepted(
                        new Entry.Enacted(row, sender.organisation(), sender.person(), nowMicros));
    }
}
