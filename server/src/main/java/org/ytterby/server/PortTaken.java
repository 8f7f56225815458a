package org.ytterby.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.ytterby.formats.Wording;

/// The service cannot listen where it was told to.
public final class PortTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Wording wording;

    /// Tries whether a port is free, so that a service that could not be reached begins nothing: it
    /// would take the ledger over from one that serves.
    ///
    /// @param port 0 for any
    static void demandFree(String host, int port) {
        if (port == 0) {
            return;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw new PortTaken(host, port, e);
        }
    }

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
