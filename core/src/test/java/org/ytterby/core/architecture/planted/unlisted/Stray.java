package org.ytterby.core.architecture.planted.unlisted;

/// Stands in a package that the list of arrows does not know.
public record Stray(long milligrams) {}
