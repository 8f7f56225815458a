package org.ytterby.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/// One measurement that `./ytterby bench` can run.
public interface Study {
    /// What the user types.
    String name();

    /// What it measures, in one line.
    String summary();

    /// Runs it and writes its tables in Markdown.
    ///
    /// @param arguments what the user typed after the name; a study says what it takes in
    ///   [#summary()]
    /// @throws IllegalArgumentException if it cannot use an argument
    /// @throws IOException if a file cannot be read or written
    void run(List<String> arguments, PrintStream out) throws IOException;
}
