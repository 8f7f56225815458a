package org.ytterby.app;

/// What a command leaves to its caller.
final class ExitCode {
    /// Done.
    static final int DONE = 0;

    /// A finding at least as severe as `--fail-on` asks.
    static final int FOUND = 1;

    /// Input errors; results come from what was good.
    static final int PARTIAL = 2;

    /// Could not run.
    static final int FAILED = 3;

    private ExitCode() {}
}
