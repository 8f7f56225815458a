package org.ytterby.app;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ytterby.server.Operation;
import picocli.CommandLine.Option;

/// The options that say how a service is watched.
final class OperationOptions {
    @Option(
            names = "--metrics-port",
            paramLabel = "N",
            description = "port for /actuator/prometheus; 0 for any free one (default: none)")
    private @Nullable Integer metricsPort;

    @Option(
            names = "--metrics-host",
            paramLabel = "ADDRESS",
            description =
                    "address of that port (default: 127.0.0.1); whoever reaches it reads the metrics")
    private String metricsHost = "127.0.0.1";

    @Option(
            names = "--log-format",
            paramLabel = "json|text",
            description = "form of the log on standard error (default: json)")
    private String logFormat = "json";

    @Option(
            names = "--log-requests",
            description = "log every request (default: those that failed on our side)")
    private boolean logRequests;

    /// @throws Refused if there is no such port or format
    Operation operation() {
        return new Operation(
                metricsPort == null
                        ? null
                        : new Operation.Metrics(
                                metricsHost, ListenOptions.checked("--metrics-port", metricsPort)),
                format(),
                logRequests);
    }

    private Operation.LogFormat format() {
        for (Operation.LogFormat format : Operation.LogFormat.values()) {
            if (format.name().toLowerCase(Locale.ROOT).equals(logFormat)) {
                return format;
            }
        }
        throw new Refused(
                "--log-format takes json or text, not " + logFormat,
                "--log-format 只接受 json 或 text，而非 " + logFormat);
    }
}
