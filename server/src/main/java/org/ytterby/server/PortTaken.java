package org.ytterby.server;

import org.ytterby.formats.Wording;

/// The service cannot listen where it was told to.
public final class PortTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Wording wording;

    PortTaken(String host, int port, Throwable cause) {
        super("cannot listen on " + host + ":" + port, cause);
        wording =
                new Wording(
                        "Cannot listen on %s:%d: is another program using this port? Choose one with --port."
                                .formatted(host, port),
                        "无法在 %s:%d 上监听：端口可能已被占用，请用 --port 另选端口。".formatted(host, port));
    }

    public Wording wording() {
        return wording;
    }
}
