package org.ytterby.server.webhook;

/// That a destination may not be called: it is no address of the web, unknown, or in a network of
/// our own.
public final class DestinationRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String en;
    private final String zh;

    DestinationRefused(String destination) {
        super("may not be called: " + destination);
        en = "must be an http or https address of a public host, not " + destination;
        zh = "应为公网主机的 http 或 https 地址，而不是 " + destination;
    }

    /// What it must be, in English.
    public String en() {
        return en;
    }

    /// The same in Chinese.
    public String zh() {
        return zh;
    }
}
