package org.ytterby.server.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Stands between a service and its database and harms what passes.
final class TcpProxy implements AutoCloseable {
    private static final int BUFFER = 16_384;
    private static final long DELAY_NS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final String COMMITTED = "COMMIT\0";

    /// What becomes of what passes.
    enum Mode {
        PASS,
        /// Every piece is late.
        DELAY,
        /// Nobody gets through, and whoever was through is cut.
        REFUSE,
        /// Connections that are open carry nothing any more, and nobody says so.
        HALF_OPEN,
        /// The answer that something was committed does not arrive; the connection is cut.
        CUT_COMMIT,
        /// A connection is cut after some bytes to the database, wherever that falls.
        CUT_AFTER_BYTES
    }

    private final ServerSocket listening;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile Mode mode = Mode.PASS;
    private volatile long halfOpenBefore;

    TcpProxy(int target) throws IOException {
        this.target = target;
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /// How many connections were cut.
    int cuts() {
        return cuts.get();
    }

    void set(Mode next) {
        halfOpenBefore = next == Mode.HALF_OPEN ? System.nanoTime() : 0;
        mode = next;
        if (next == Mode.REFUSE) {
            open.forEach(this::cut);
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                if (mode == Mode.REFUSE) {
                    cut(client);
                } else {
                    connect(client);
                }
            } catch (IOException e) {
                if (!listening.isClosed()) {
                    LockSupport.parkNanos(DELAY_NS);
                }
            }
        }
    }

    private void connect(Socket client) throws IOException {
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        open.add(client);
        open.add(server);
        long since = System.nanoTime();
        Thread.ofVirtual().start(() -> carry(client, server, since, true));
        Thread.ofVirtual().start(() -> carry(server, client, since, false));
    }

    private void carry(Socket from, Socket to, long since, boolean isToDatabase) {
        byte[] buffer = new byte[BUFFER];
        long carried = 0;
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                carried += n;
                String piece = new String(buffer, 0, n, StandardCharsets.ISO_8859_1);
                if (isCut(isToDatabase, carried, piece)) {
                    cuts.incrementAndGet();
                    break;
                }
                if (mode == Mode.DELAY) {
                    LockSupport.parkNanos(DELAY_NS);
                }
                if (mode != Mode.HALF_OPEN || since > halfOpenBefore) {
                    out.write(buffer, 0, n);
                    out.flush();
                }
            }
        } catch (IOException e) {
            cuts.incrementAndGet();
        } finally {
            cut(from);
            cut(to);
        }
    }

    private boolean isCut(boolean isToDatabase, long carried, String piece) {
        return switch (mode) {
            case PASS, DELAY, REFUSE, HALF_OPEN -> false;
            case CUT_COMMIT -> !isToDatabase && piece.contains(COMMITTED);
            case CUT_AFTER_BYTES -> isToDatabase && carried > 5_000 + carried % 7_919;
        };
    }

    private void cut(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            cuts.incrementAndGet();
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        open.forEach(this::cut);
    }
}
