package org.ytterby.server.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;

/// Which port of 127.0.0.1 is taken.
final class Ports {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private Ports() {}

    /// The port that was asked for, else that of the last start, else a free one.
    static int chosen(Settings settings, Folders folders) {
        if (settings.port() != 0) {
            return settings.port();
        }
        if (Files.exists(folders.port())) {
            String text = Folders.read(folders.port()).strip();
            if (text.matches("\\d{1,5}")) {
                return Integer.parseInt(text);
            }
        }
        return drawn(folders);
    }

    /// Whether nobody listens on it.
    static boolean isFree(int port) {
        try (ServerSocket socket = opened(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static ServerSocket opened(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getByAddress(LOOPBACK));
    }

    /// Another free port, remembered.
    static int drawn(Folders folders) {
        try (ServerSocket socket = opened(0)) {
            int port = socket.getLocalPort();
            Folders.write(folders.port(), port + "\n");
            return port;
        } catch (IOException e) {
            throw PostgresUnavailable.because(
                    "No free port on 127.0.0.1: " + e.getMessage(),
                    "127.0.0.1 上没有可用端口：" + e.getMessage(),
                    e);
        }
    }
}
