package org.ytterby.core.architecture.effects;

/// Writes where nobody asked.
public final class PrintsLines {
    private PrintsLines() {}

    public static void print() {
        System.out.println();
    }
}
