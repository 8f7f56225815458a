package org.ytterby.core.ledger;

/// What a partner country says it imported from here.
///
/// @param country ISO 3166-1 alpha-2
/// @param month 1..12, 0 for the whole year
/// @param hsCode digits only
/// @param massMg mg
public record PartnerImport(String country, int year, int month, String hsCode, long massMg) {}
