package org.ytterby.core.ledger;

/// Somebody who can own, hold, buy, test or govern.
///
/// @param id in CN the unified social credit code
/// @param nameEn empty when not given
/// @param country ISO 3166-1 alpha-2, empty when not given
public record Party(String id, String name, String nameEn, PartyKind kind, String country) {}
