package org.ytterby.core.ledger;

import org.ytterby.core.ledger.PenaltyClause.Wording;

/// What the law asks of those who report or inspect, in the time in which it is in force.
///
/// @param code by which forms name it
/// @param law where it stands, in both languages
/// @param asks what, in both languages and in our words
/// @param span the time in which it is in force
/// @param confidence how sure that is
/// @param source where it was read
public record Duty(
        String code, Wording law, Wording asks, Span span, String confidence, String source) {}
