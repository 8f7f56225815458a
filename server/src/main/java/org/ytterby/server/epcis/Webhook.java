package org.ytterby.server.epcis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/// Calls a destination: one POST over a connection of its own to an address that was checked, no
/// redirect followed, the answer's first line read and nothing more.
final class Webhook {
    private static final int TIMEOUT_MS = 10_000;
    private static final int LINE_MAX = 200;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3}).*");
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    private Webhook() {}

    /// Sends a document.
    ///
    /// @param token that the other side gave us to sign with; null if it gave none
    /// @return whether the other side says that it took it
    /// @throws IOException if it cannot be reached or does not speak HTTP
    static boolean send(URI to, InetAddress address, byte[] body, @Nullable String token)
            throws IOException {
        boolean isSecret = "https".equals(to.getScheme());
        int port = to.getPort() > 0 ? to.getPort() : isSecret ? HTTPS_PORT : HTTP_PORT;
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(address, port), TIMEOUT_MS);
            plain.setSoTimeout(TIMEOUT_MS);
            if (!isSecret) {
                return exchange(plain, head(to, body, token), body);
            }
            SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
            try (SSLSocket secret =
                    (SSLSocket) factory.createSocket(plain, to.getHost(), port, true)) {
                SSLParameters parameters = secret.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                secret.setSSLParameters(parameters);
                return exchange(secret, head(to, body, token), body);
            }
        }
    }

    private static boolean exchange(Socket socket, String head, byte[] body) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
        Matcher status = STATUS.matcher(firstLine(socket));
        return status.matches() && status.group(1).startsWith("2");
    }

    private static String firstLine(Socket socket) throws IOException {
        BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(
                                socket.getInputStream(), StandardCharsets.ISO_8859_1));
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= ' ' && line.length() < LINE_MAX; c = in.read()) {
            line.append((char) c);
        }
        return line.toString();
    }

    private static String head(URI to, byte[] body, @Nullable String token) {
        String path = to.getRawPath().isEmpty() ? "/" : to.getRawPath();
        String query = to.getRawQuery() == null ? "" : "?" + to.getRawQuery();
        String host = to.getHost() + (to.getPort() > 0 ? ":" + to.getPort() : "");
        String signature =
                token == null ? "" : Headers.SIGNATURE + ": " + signature(body, token) + "\r\n";
        return "POST "
                + path
                + query
                + " HTTP/1.1\r\nHost: "
                + host
                + "\r\nUser-Agent: Ytterby\r\nConnection: close\r\n"
                + signature
                + Headers.EPCIS_VERSION
                + ": "
                + Headers.VERSION
                + "\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length
                + "\r\n\r\n";
    }

    /// HMAC-SHA-256 of the body under the token, such as `sha256=6ae9…39d7`.
    static String signature(byte[] body, String token) {
        return "sha256="
                + HexFormat.of()
                        .formatHex(PageToken.hmac(body, token.getBytes(StandardCharsets.UTF_8)));
    }
}
