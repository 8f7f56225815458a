package org.ytterby.server.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/// One-time codes as second factor of built-in accounts: set up, confirmed by a first code, asked
/// for ever after. Safe for use by several threads.
final class SecondFactor {
    static final int RECOVERY_CODES = 10;

    private static final int SECRET_BYTES = 20; // as long as the hash, RFC 4226 section 4

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    SecondFactor(JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// What an app that makes codes needs to know.
    ///
    /// @param secret in base 32
    record Enrolment(String secret, String uri) {}

    /// Begins to set up; nothing is asked for before a code confirms it.
    ///
    /// @return empty if one is set up already
    Optional<Enrolment> enrol(String name) {
        byte[] secret = Secret.bytes(SECRET_BYTES);
        int changed =
                jdbc.sql(
                                "UPDATE identity.person SET totp_pending = ?"
                                        + " WHERE name = ? AND totp IS NULL")
                        .params(secret, name)
                        .update();
        return changed == 1 ? Optional.of(enrolment(name, secret)) : Optional.empty();
    }

    private static Enrolment enrolment(String name, byte[] secret) {
        String text = Totp.base32(secret);
        String account = URLEncoder.encode(name, UTF_8).replace("+", "%20");
        return new Enrolment(
                text,
                "otpauth://totp/Ytterby:%s?secret=%s&issuer=Ytterby".formatted(account, text));
    }

    /// What was begun and not confirmed yet.
    Optional<Enrolment> begun(String name) {
        byte[] pending = pending(name);
        return pending.length == 0 ? Optional.empty() : Optional.of(enrolment(name, pending));
    }

    private byte[] pending(String name) {
        return jdbc.sql("SELECT totp_pending FROM identity.person WHERE name = ?")
                .param(name)
                .query((row, _) -> Optional.ofNullable(row.getBytes(1)))
                .optional()
                .flatMap(found -> found)
                .orElse(new byte[0]);
    }

    /// Whether codes are asked for.
    boolean isSet(String name) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT FROM identity.person"
                                + " WHERE name = ? AND totp IS NOT NULL)")
                .param(name)
                .query(Boolean.class)
                .single();
    }

    /// How many recovery codes are left.
    int recoveryLeft(String name) {
        return jdbc.sql("SELECT count(*) FROM identity.recovery WHERE person = ?")
                .param(name)
                .query(Integer.class)
                .single();
    }

    /// Draws recovery codes in place of those that are left.
    List<String> renewRecovery(String name) {
        return Objects.requireNonNull(transactions.execute(_ -> drawRecovery(name)));
    }

    private List<String> drawRecovery(String name) {
        jdbc.sql("DELETE FROM identity.recovery WHERE person = ?").param(name).update();
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            String code = Secret.brief();
            codes.add(code);
            jdbc.sql("INSERT INTO identity.recovery (person, hash) VALUES (?, ?)")
                    .params(name, Secret.sha256(code))
                    .update();
        }
        return codes;
    }

    /// Sets up what was begun.
    ///
    /// @return codes for the day when the app is lost; empty if the code is wrong or nothing was
    ///   begun
    Optional<List<String>> confirm(String name, String code) {
        byte[] pending = pending(name);
        OptionalLong step =
                pending.length == 0 ? OptionalLong.empty() : Totp.stepOf(code, pending, nowS(), 0);
        if (step.isEmpty()) {
            return Optional.empty();
        }
        return transactions.execute(_ -> {
            int changed =
                    jdbc.sql(
                                    """
                                    UPDATE identity.person
                                    SET totp = totp_pending, totp_pending = NULL, totp_step = ?
                                    WHERE name = ? AND totp_pending = ?\
                                    """)
                            .params(step.getAsLong(), name, pending)
                            .update();
            return changed == 1 ? Optional.of(drawRecovery(name)) : Optional.<List<String>>empty();
        });
    }

    /// Takes the second factor away.
    ///
    /// @return whether there was one
    boolean remove(String name) {
        return Boolean.TRUE.equals(
                transactions.execute(_ -> {
                    jdbc.sql("DELETE FROM identity.recovery WHERE person = ?").param(name).update();
                    return jdbc.sql(
                                            """
                                            UPDATE identity.person SET totp = NULL, totp_pending = NULL
                                            WHERE name = ? AND totp IS NOT NULL\
                                            """)
                                    .param(name)
                                    .update()
                            == 1;
                }));
    }

    /// Whether a code is right where one is needed. It is used up.
    boolean accepts(String name, String code) {
        Known known =
                jdbc.sql("SELECT totp, totp_step FROM identity.person WHERE name = ?")
                        .param(name)
                        .query((row, _) -> new Known(row.getBytes(1), row.getLong(2)))
                        .single();
        return known.secret == null || isOfApp(name, known, code) || isRecovery(name, code);
    }

    private record Known(byte @Nullable [] secret, long usedStep) {}

    private boolean isOfApp(String name, Known known, String code) {
        byte[] secret = known.secret;
        OptionalLong step =
                secret == null
                        ? OptionalLong.empty()
                        : Totp.stepOf(code, secret, nowS(), known.usedStep);
        return step.isPresent()
                && jdbc.sql(
                                        "UPDATE identity.person SET totp_step = ?"
                                                + " WHERE name = ? AND totp_step < ?")
                                .params(step.getAsLong(), name, step.getAsLong())
                                .update()
                        == 1;
    }

    private boolean isRecovery(String name, String code) {
        return jdbc.sql("DELETE FROM identity.recovery WHERE person = ? AND hash = ?")
                        .params(name, Secret.sha256(code))
                        .update()
                == 1;
    }

    private long nowS() {
        return clock.instant().getEpochSecond();
    }
}
