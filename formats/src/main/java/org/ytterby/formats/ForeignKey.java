package org.ytterby.formats;

/// A column whose values are ids of another table.
public record ForeignKey(String field, String table, String referencedField) {}
