package org.ytterby.server.ledger;

/// The ledger cannot take or give anything now; nothing was acknowledged.
public class LedgerUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LedgerUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    public LedgerUnavailable(String message) {
        super(message);
    }
}
