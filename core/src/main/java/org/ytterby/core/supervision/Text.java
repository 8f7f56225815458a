package org.ytterby.core.supervision;

/// One thing said in both languages.
public record Text(String en, String zh) {}
