package org.ytterby.simulator;

import org.jspecify.annotations.Nullable;

/// The other side of a line: to whom or from whom, and on which paper.
record Deal(
        @Nullable String partner,
        @Nullable String destination,
        @Nullable String document,
        double valueUsd) {
    /// A line that has no other side.
    static final Deal NONE = new Deal(null, null, null, 0);

    /// Between two facilities, on an invoice.
    static Deal invoice(Site partner, String invoice) {
        return new Deal(partner.id(), null, invoice, 0);
    }
}
