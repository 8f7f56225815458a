package org.ytterby.server.webhook;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// Calls a destination: one POST over a connection of its own to an address that was checked, no
/// redirect followed, the answer's first line read and nothing more.
public final class Webhook {
    private static final int TIMEOUT_MS = 10_000;
    private static final int LINE_MAX = 200;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3}).*");
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    private Webhook() {}

    /// Sends a document.
    ///
    /// @param address that [Destinations#address] gave for it
    /// @param headers beside those of every call; names and values without line breaks
    /// @return whether the other side says that it took it
    /// @throws IOException if it cannot be reached or does not speak HTTP
    public static boolean send(
            URI to, InetAddress address, byte[] body, Map<String, String> headers)
            throws IOException {
        boolean isSecret = "https".equals(to.getScheme());
        int port = to.getPort() > 0 ? to.getPort() : isSecret ? HTTPS_PORT : HTTP_PORT;
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(address, port), TIMEOUT_MS);
            plain.setSoTimeout(TIMEOUT_MS);
            if (!isSecret) {
                return exchange(plain, head(to, body, headers), body);
            }
            SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
            try (SSLSocket secret =
                    (SSLSocket) factory.createSocket(plain, to.getHost(), port, true)) {
                SSLParameters parameters = secret.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                secret.setSSLParameters(parameters);
                return exchange(secret, head(to, body, headers), body);
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

    private static String head(URI to, byte[] body, Map<String, String> headers) {
        String path = to.getRawPath().isEmpty() ? "/" : to.getRawPath();
        String query = to.getRawQuery() == null ? "" : "?" + to.getRawQuery();
        String host = to.getHost() + (to.getPort() > 0 ? ":" + to.getPort() : "");
        StringBuilder head = new StringBuilder("POST " + path + query + " HTTP/1.1\r\n");
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Host", host);
        all.put("User-Agent", "Ytterby");
        all.put("Connection", "close");
        all.putAll(headers);
        all.put("Content-Type", "application/json");
        all.put("Content-Length", Integer.toString(body.length));
        all.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString();
    }

    /// HMAC-SHA-256 of the body under the secret that the other side gave us, such as
    /// `sha256=6ae9…39d7`.
    public static String signature(byte[] body, String secret) {
        return "sha256="
                + HexFormat.of().formatHex(hmac(body, secret.getBytes(StandardCharsets.UTF_8)));
    }

    /// HMAC-SHA-256 (RFC 2104).
    public static byte[] hmac(byte[] body, byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }
}
