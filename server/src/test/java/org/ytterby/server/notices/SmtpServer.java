package org.ytterby.server.notices;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/// A mail server on the loopback that remembers what it takes, and refuses what it is told to.
public final class SmtpServer implements AutoCloseable {
    private final @Nullable SSLContext tls;
    private final ServerSocket listening;
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    /// A mail that was taken.
    ///
    /// @param lines of the whole mail, as they came
    public record Taken(List<String> recipients, List<String> lines, boolean isEncrypted) {
        MimeMessage message() throws MessagingException {
            return new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(
                            String.join("\r\n", lines).getBytes(StandardCharsets.ISO_8859_1)));
        }

        /// What it says.
        public String text() throws MessagingException, IOException {
            return (String) message().getContent();
        }
    }

    /// @param port 0 for any free one
    /// @param tls null where STARTTLS is not offered
    public SmtpServer(int port, @Nullable SSLContext tls) throws IOException {
        this.tls = tls;
        listening = new ServerSocket();
        listening.setReuseAddress(true);
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return listening.getLocalPort();
    }

    /// From now on takes nothing for an address.
    void refuse(String address) {
        refused.add(address);
    }

    public List<Taken> taken() {
        return List.copyOf(taken);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException _) { // closed
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            new Talk(socket, false).run();
        } catch (IOException _) { // the other side is gone
            return;
        }
    }

    private final class Talk {
        private final Socket socket;
        private final boolean isEncrypted;
        private final BufferedReader in;
        private final OutputStream out;
        private final List<String> recipients = new ArrayList<>();

        Talk(Socket socket, boolean isEncrypted) throws IOException {
            this.socket = socket;
            this.isEncrypted = isEncrypted;
            in =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.ISO_8859_1));
            out = socket.getOutputStream();
        }

        void run() throws IOException {
            if (!isEncrypted) {
                say("220 test");
            }
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = line.toUpperCase(Locale.ROOT).replaceFirst("[ :].*", "");
                switch (verb) {
                    case "EHLO" -> {
                        say("250-test");
                        if (tls != null && !isEncrypted) {
                            say("250-STARTTLS");
                        }
                        say("250 8BITMIME");
                    }
                    case "STARTTLS" -> {
                        say("220 go ahead");
                        encrypted().run();
                        return;
                    }
                    case "RCPT" -> recipient(line.replaceAll(".*<|>.*", ""));
                    case "DATA" -> data();
                    case "QUIT" -> {
                        say("221 bye");
                        return;
                    }
                    default -> say("250 ok");
                }
            }
        }

        private Talk encrypted() throws IOException {
            if (tls == null) {
                throw new IOException("not offered");
            }
            SSLSocket secret = (SSLSocket) tls.getSocketFactory().createSocket(socket, "", 0, true);
            secret.setUseClientMode(false);
            secret.startHandshake();
            return new Talk(secret, true);
        }

        private void recipient(String address) throws IOException {
            if (refused.contains(address)) {
                say("550 5.1.1 no such mailbox");
            } else {
                recipients.add(address);
                say("250 ok");
            }
        }

        private void data() throws IOException {
            say("354 go on");
            List<String> lines = new ArrayList<>();
            for (String line = in.readLine();
                    line != null && !line.equals(".");
                    line = in.readLine()) {
                lines.add(line);
            }
            taken.add(new Taken(List.copyOf(recipients), lines, isEncrypted));
            recipients.clear();
            say("250 taken");
        }

        private void say(String line) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
