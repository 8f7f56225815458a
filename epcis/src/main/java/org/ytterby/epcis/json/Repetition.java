package org.ytterby.epcis.json;

/// A member that an object holds twice. RFC 8259 leaves its meaning open; here the last one counts.
///
/// @param line of the later one, 1 the first
/// @param column of the later one, 1 the first
public record Repetition(String name, int line, int column) {}
