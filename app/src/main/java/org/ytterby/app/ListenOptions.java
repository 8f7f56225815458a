package org.ytterby.app;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where a service listens, the same in every command that serves.
final class ListenOptions {
    private static final int PORT_MAX = 65_535;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "address to listen on (default: 127.0.0.1, this machine only)")
    private String host = "127.0.0.1";

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "port to listen on; 0 for any free one (default: see the manual)")
    private @Nullable Integer port;

    String host() {
        return host;
    }

    /// @param otherwise where none was asked for
    /// @throws Refused if there is no such port
    int port(int otherwise) {
        return checked("--port", port == null ? otherwise : port);
    }

    /// @throws Refused if there is no such port
    static int checked(String option, int port) {
        if (port < 0 || port > PORT_MAX) {
            throw new Refused(
                    "%s takes 0 to 65535, not %d".formatted(option, port),
                    "%s 应为 0 至 65535，而非 %d".formatted(option, port));
        }
        return port;
    }
}
