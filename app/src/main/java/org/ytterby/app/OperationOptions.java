package org.ytterby.app;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ytterby.server.Operation;
import org.ytterby.server.web.PublicUrl;
import picocli.CommandLine.Option;

/// The options that say how a service is watched, and where people reach it.
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

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description =
                    "address of this service as people reach it, such as https://ledger.example: links in invitations"
                            + " and mails begin with it, and the issuer sends people back to it (default: none)")
    private @Nullable String publicUrl;

    /// Where people reach the service; null if that was not said.
    ///
    /// @throws Refused if it is no such address
    @Nullable PublicUrl publicUrl() {
        String text = publicUrl;
        try {
            return text == null ? null : PublicUrl.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Refused(
                    "--public-url takes an absolute http or https address without a path, such as https://ledger.example, not "
                            + text,
                    "--public-url 须为完整的 http 或 https 地址，不含路径，如 https://ledger.example，而非 " + text,
                    e);
        }
    }

    /// @throws Refused if there is no such port, format or address
    Operation operation() {
        return new Operation(
                metricsPort == null
                        ? null
                        : new Operation.Metrics(
                                metricsHost, ListenOptions.checked("--metrics-port", metricsPort)),
                format(),
                logRequests,
                publicUrl());
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
