package org.ytterby.formats;

/// The same words in English and in Chinese.
public record Wording(String en, String zh) {}
