package org.ytterby.server.ledger;

/// Another server has become the writer of this ledger; this one records nothing any more.
final class LedgerTakenOver extends LedgerUnavailable {
    private static final long serialVersionUID = 1L;

    LedgerTakenOver() {
        super("another server writes this ledger now");
    }
}
