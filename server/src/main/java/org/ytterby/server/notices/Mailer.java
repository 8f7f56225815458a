package org.ytterby.server.notices;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.util.MailConnectException;

/// Hands mails to one server over SMTP, each over a connection of its own. Safe for use by several
/// threads.
final class Mailer {
    private static final String TIMEOUT_MS = "10000";
    private static final int PERMANENT = 5;
    private static final int CLASS = 100;

    private final MailSettings settings;
    private final Session session;
    private final Clock clock;

    Mailer(MailSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.auth", Boolean.toString(settings.user() != null));
        properties.setProperty("mail.smtp.from", settings.from());
        properties.setProperty("mail.smtp.connectiontimeout", TIMEOUT_MS);
        properties.setProperty("mail.smtp.timeout", TIMEOUT_MS);
        properties.setProperty("mail.smtp.writetimeout", TIMEOUT_MS);
        if (settings.isEncrypted()) {
            properties.setProperty("mail.smtp.starttls.enable", "true");
            properties.setProperty("mail.smtp.starttls.required", "true");
            properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
            Path certificate = settings.certificate();
            if (certificate != null) {
                properties.put("mail.smtp.ssl.socketFactory", Certificates.trusting(certificate));
            }
        }
        session = Session.getInstance(properties);
    }

    MailText text() {
        return new MailText(settings.publicUrl());
    }

    /// Sends a mail; on return the server has taken it.
    ///
    /// @throws TellingFailed if it has not
    void send(Mail mail) throws TellingFailed {
        MailSettings.User user = settings.user();
        try (Transport transport = session.getTransport("smtp")) {
            MimeMessage message = message(mail);
            transport.connect(
                    settings.host(),
                    settings.port(),
                    user == null ? null : user.name(),
                    user == null ? null : user.password());
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException e) {
            throw new TellingFailed(failure(e), answer(e), e);
        }
    }

    /// What the server said; of an address that it refused, what it said of that.
    private static String answer(MessagingException e) {
        return refusal(e)
                .map(SMTPAddressFailedException::getMessage)
                .orElse(String.valueOf(e.getMessage()));
    }

    private MimeMessage message(Mail mail) throws MessagingException {
        String id = "<" + mail.id() + "@" + settings.publicUrl().getHost() + ">";
        MimeMessage message =
                new MimeMessage(session) {
                    @Override
                    protected void updateMessageID() throws MessagingException {
                        setHeader("Message-ID", id);
                    }
                };
        message.setFrom(new InternetAddress(settings.from(), true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        message.setText(mail.text(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("List-Unsubscribe", "<" + text().settings() + ">");
        message.saveChanges();
        return message;
    }

    private static Failure failure(MessagingException e) {
        if (e instanceof AuthenticationFailedException) {
            return Failure.SIGN_IN_REFUSED;
        }
        if (e instanceof MailConnectException) {
            return Failure.SERVER_UNREACHABLE;
        }
        if (refusal(e).filter(r -> r.getReturnCode() / CLASS == PERMANENT).isPresent()) {
            return Failure.ADDRESS_REFUSED;
        }
        return switch (e.getCause()) {
            case SSLException _ -> Failure.TLS_FAILED;
            case IOException _ -> Failure.SERVER_UNREACHABLE;
            case null, default ->
                    String.valueOf(e.getMessage()).contains("STARTTLS is required")
                            ? Failure.NO_STARTTLS
                            : Failure.MAIL_REFUSED;
        };
    }

    /// What the server said of the one address of a mail, if that was what it refused.
    private static Optional<SMTPAddressFailedException> refusal(MessagingException e) {
        for (Exception next = e;
                next instanceof MessagingException inner;
                next = inner.getNextException()) {
            if (next instanceof SMTPAddressFailedException refused) {
                return Optional.of(refused);
            }
        }
        return Optional.empty();
    }
}
