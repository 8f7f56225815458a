package org.ytterby.server.notices;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.ytterby.server.web.PublicUrl;

/// How mail leaves the service: `ytterby.mail.*`.
///
/// @param user null where the server asks for none
/// @param isEncrypted whether nothing is sent without STARTTLS
/// @param certificate file with the certificates that the server's is trusted by, in PEM; null for
///   those that Java trusts
/// @param publicUrl where people sign in
record MailSettings(
        String host,
        int port,
        @Nullable User user,
        boolean isEncrypted,
        @Nullable Path certificate,
        String from,
        URI publicUrl) {
    private static final int SUBMISSION_PORT = 587;

    /// Who signs in to the mail server.
    record User(String name, String password) {
        /// Without the password.
        @Override
        public String toString() {
            return name;
        }
    }

    /// @return empty where no host is set: then no mail is sent
    /// @throws IllegalStateException if what is set cannot be
    static Optional<MailSettings> of(Environment settings) {
        String host = settings.getProperty("ytterby.mail.host", "").strip();
        if (host.isEmpty()) {
            return Optional.empty();
        }
        String from = settings.getProperty("ytterby.mail.from", "").strip();
        if (!MailAddress.isGood(from)) {
            throw wrong("from", from, "an e-mail address", "电子邮箱地址");
        }
        String certificate = settings.getProperty("ytterby.mail.certificate", "");
        return Optional.of(
                new MailSettings(
                        host,
                        port(settings.getProperty("ytterby.mail.port", "")),
                        user(
                                settings.getProperty("ytterby.mail.user", ""),
                                settings.getProperty("ytterby.mail.password-file", "")),
                        isEncrypted(host, settings.getProperty("ytterby.mail.starttls", "")),
                        certificate.isEmpty() ? null : Path.of(certificate),
                        from,
                        publicUrl(settings.getProperty(PublicUrl.SETTING, ""))));
    }

    private static int port(String text) {
        if (text.isEmpty()) {
            return SUBMISSION_PORT;
        }
        if (!text.matches("[1-9][0-9]{0,4}")) {
            throw wrong("port", text, "a port", "端口号");
        }
        return Integer.parseInt(text);
    }

    private static @Nullable User user(String name, String passwordFile) {
        if (name.isEmpty()) {
            return null;
        }
        try {
            return new User(name, Files.readString(Path.of(passwordFile)).strip());
        } catch (IOException e) {
            throw new IllegalStateException(
                    "ytterby.mail.password-file cannot be read / 无法读取口令文件: " + passwordFile, e);
        }
    }

    /// Encrypted unless the server is on this machine; there it may be asked for.
    private static boolean isEncrypted(String host, String text) {
        boolean isHere = isLoopback(host);
        return switch (text) {
            case "" -> !isHere;
            case "required" -> true;
            case "none" -> {
                if (!isHere) {
                    throw wrong(
                            "starttls",
                            text,
                            "required, for a server elsewhere",
                            "required（非本机服务器）");
                }
                yield false;
            }
            default -> throw wrong("starttls", text, "required or none", "required 或 none");
        };
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException _) { // not known now, so not this machine
            return false;
        }
    }

    private static URI publicUrl(String text) {
        try {
            return PublicUrl.parse(text).uri();
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    PublicUrl.SETTING + ": mail needs it / 发送邮件需设置: " + e.getMessage(), e);
        }
    }

    private static IllegalStateException wrong(String name, String value, String en, String zh) {
        return new IllegalStateException(
                "ytterby.mail.%s: must be %s, not \"%s\" / 应为%s".formatted(name, en, value, zh));
    }
}
