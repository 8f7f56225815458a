package org.ytterby.core.ledger;

/// A party's time in a group.
///
/// @param party index of the party
/// @param group index of the group, a party too
public record Membership(int party, int group, Span span) {}
