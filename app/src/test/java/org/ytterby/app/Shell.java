package org.ytterby.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/// Runs one command as the terminal would, and keeps what it says.
///
/// @param status exit status, -1 where the command threw
record Shell(int status, String out, String err) {
    static Shell run(Object command, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = new CommandLine(command);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        line.setExecutionExceptionHandler(Ytterby::explain);
        int status = line.execute(args);
        return new Shell(status, out.toString(), err.toString());
    }
}
