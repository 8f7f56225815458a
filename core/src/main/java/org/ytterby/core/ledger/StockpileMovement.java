package org.ytterby.core.ledger;

/// A movement of the state stockpile.
///
/// @param isIn taken in, or else released
/// @param product position in the list of products
/// @param tonnesReo t REO
/// @param document may be empty
public record StockpileMovement(
        String id, long atMicros, boolean isIn, int product, double tonnesReo, String document) {}
