package org.ytterby.core.ledger;

import java.util.Locale;

/// What a flow record tells.
public enum FlowType {
    EXTRACTION,
    PROCESSING,
    SHIPMENT,
    RECEIPT,
    IMPORT,
    EXPORT,
    DISPOSAL,
    STOCKTAKE,
    CANCELLATION;

    private final String code = name().toLowerCase(Locale.ROOT);

    /// The word used in files.
    public String code() {
        return code;
    }

    /// How lines of this type enter the balance of their facility: +1 adds, -1 removes, 0 is inside
    /// it.
    public int balanceSign() {
        return switch (this) {
            case EXTRACTION, RECEIPT, IMPORT -> 1;
            case SHIPMENT, EXPORT, DISPOSAL -> -1;
            case PROCESSING, STOCKTAKE, CANCELLATION -> 0;
        };
    }
}
