package org.ytterby.app;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// Where answers go: plain text, with colour only on a terminal whose user did not ask for none.
///
/// @param out answers
/// @param err progress and complaints
/// @param plain whether to keep to plain text
record Screen(PrintWriter out, PrintWriter err, boolean plain) {
    private static final String RED = "\u001b[31m";
    private static final String AMBER = "\u001b[33m";
    private static final String BOLD = "\u001b[1m";
    private static final String RESET = "\u001b[0m";

    /// Where a command answers.
    static Screen of(CommandSpec spec) {
        CommandLine line = spec.commandLine();
        return new Screen(line.getOut(), line.getErr(), isPlain(System.getenv()));
    }

    /// Whether a terminal with colour is at hand (see no-color.org).
    static boolean isPlain(Map<String, String> environment) {
        boolean terminal =
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        return !terminal
                || !environment.getOrDefault("NO_COLOR", "").isEmpty()
                || "dumb".equals(environment.get("TERM"));
    }

    String red(String text) {
        return paint(RED, text);
    }

    String amber(String text) {
        return paint(AMBER, text);
    }

    String bold(String text) {
        return paint(BOLD, text);
    }

    private String paint(String colour, String text) {
        return plain ? text : colour + text + RESET;
    }
}
