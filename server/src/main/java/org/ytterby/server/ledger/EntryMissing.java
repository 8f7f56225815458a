package org.ytterby.server.ledger;

/// The ledger lacks an entry that it should hold.
public final class EntryMissing extends LedgerUnavailable {
    private static final long serialVersionUID = 1L;

    private final long position;

    EntryMissing(long position) {
        super("entry " + position + " is missing");
        this.position = position;
    }

    public long position() {
        return position;
    }
}
