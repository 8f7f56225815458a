package org.ytterby.server.ledger;

/// A submission holds something that no entry can hold; it was not taken, and never will be.
public final class Unrecordable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unrecordable(String message) {
        super(message);
    }
}
