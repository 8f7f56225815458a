package org.ytterby.core.architecture.planted.material;

/// As it should be.
public record UsesNothing(long milligrams) {}
