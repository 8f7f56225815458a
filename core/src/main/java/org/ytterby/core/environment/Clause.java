package org.ytterby.core.environment;

/// What a rule says in our own words, and where it stands.
///
/// @param source document, or the address at which it was read
public record Clause(String en, String zh, String source, Confidence confidence) {}
