package org.ytterby.server;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ytterby.server.web.PublicUrl;

/// How the service is watched, and reached.
///
/// @param metrics where Prometheus asks; absent for nowhere
/// @param logFormat of standard error
/// @param isEveryRequestLogged whether each request is a line of the log, and not only those that
///   failed
/// @param publicUrl where people reach it; absent where links are made by the request's address
public record Operation(
        @Nullable Metrics metrics,
        LogFormat logFormat,
        boolean isEveryRequestLogged,
        @Nullable PublicUrl publicUrl) {
    /// No metrics, JSON, failures only.
    public static final Operation PLAIN = new Operation(null, LogFormat.JSON, false, null);

    /// @param port 0 for any free one
    public record Metrics(String host, int port) {}

    /// The form of a line of the log.
    public enum LogFormat {
        /// One object a line, after the Elastic Common Schema.
        JSON("logback-service.xml"),
        /// For people.
        TEXT("logback-service-text.xml");

        private final String configuration;

        LogFormat(String configuration) {
            this.configuration = configuration;
        }
    }

    Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("logging.config", "classpath:" + logFormat.configuration);
        if (isEveryRequestLogged) {
            settings.put("logging.level.org.ytterby.server.requests", "debug");
        }
        if (publicUrl != null) {
            settings.put(PublicUrl.SETTING, publicUrl.uri().toString());
        }
        if (metrics != null) {
            settings.put("management.server.address", metrics.host());
            settings.put("management.server.port", metrics.port());
        }
        return settings;
    }
}
