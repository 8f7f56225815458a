package org.ytterby.core.ledger;

/// Leave to export one product to one consignee.
///
/// @param exporter index of the party
/// @param consignee index of the party
/// @param endUser empty when not given
/// @param destination ISO 3166-1 alpha-2
/// @param product index of the product
/// @param massMg as weighed, mg
public record Licence(
        String id,
        int exporter,
        int consignee,
        String endUser,
        String destination,
        int product,
        long massMg,
        Span validity) {}
