package org.ytterby.server.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/// The built-in accounts and their tokens. Safe for use by several threads.
public final class People {
    static final Duration TOKEN_LIFE = Duration.ofHours(8);

    private static final int TOKEN_BYTES = 32;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final PasswordEncoder passwords =
            Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();

    /// Compared with when there is no such person, so that the time taken does not tell.
    private final String nobodysPassword = passwords.encode("nobody");

    public People(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Whether there is exactly this person, with this organisation and these roles.
    public boolean has(Caller person) {
        return jdbc.sql("SELECT name, organisation, roles FROM identity.person WHERE name = ?")
                .param(person.name())
                .query((row, _) -> caller(row))
                .optional()
                .filter(person::equals)
                .isPresent();
    }

    /// Adds a person, or gives one that is there other roles and another password.
    public void put(Caller person, String password) {
        jdbc.sql(
                        """
                        INSERT INTO identity.person (name, organisation, roles, password)
                        VALUES (?, ?, ?, ?)
                        ON CONFLICT (name) DO UPDATE SET organisation = excluded.organisation,
                          roles = excluded.roles, password = excluded.password\
                        """)
                .params(
                        person.name(),
                        person.organisation(),
                        person.roles().stream().map(Role::code).sorted().toArray(String[]::new),
                        passwords.encode(password))
                .update();
    }

    /// Whether anybody has an account.
    public boolean isEmpty() {
        return jdbc.sql("SELECT NOT EXISTS (SELECT FROM identity.person)")
                .query(Boolean.class)
                .single();
    }

    /// A token for whoever knows the password and, where one is set up, the second factor.
    ///
    /// @param code of the second factor, empty if there is none
    /// @return empty if anything is wrong; what, is not told
    Optional<String> signIn(String name, String password, String code) {
        Optional<Account> account =
                jdbc.sql(
                                "SELECT password, totp, totp_step FROM identity.person"
                                        + " WHERE name = ? AND NOT disabled")
                        .param(name)
                        .query((row, _) ->
                                new Account(row.getString(1), row.getBytes(2), row.getLong(3)))
                        .optional();
        boolean knows =
                passwords.matches(password, account.map(Account::password).orElse(nobodysPassword));
        return knows && account.isPresent() && hasSecond(name, account.get(), code)
                ? Optional.of(newToken(name))
                : Optional.empty();
    }

    private record Account(String password, byte @Nullable [] totp, long usedStep) {}

    private boolean hasSecond(String name, Account account, String code) {
        if (account.totp == null) {
            return true;
        }
        OptionalLong step =
                Totp.stepOf(code, account.totp, clock.instant().getEpochSecond(), account.usedStep);
        return step.isPresent()
                && jdbc.sql(
                                        "UPDATE identity.person SET totp_step = ?"
                                                + " WHERE name = ? AND totp_step < ?")
                                .params(step.getAsLong(), name, step.getAsLong())
                                .update()
                        == 1;
    }

    private String newToken(String name) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        jdbc.sql("DELETE FROM identity.token WHERE expires < ?")
                .param(Timestamp.from(now))
                .update();
        jdbc.sql("INSERT INTO identity.token (hash, person, expires) VALUES (?, ?, ?)")
                .params(sha256(token), name, Timestamp.from(now.plus(TOKEN_LIFE)))
                .update();
        return token;
    }

    /// Who a token was given to; empty if it is unknown or has run out.
    Optional<Caller> caller(String token) {
        return jdbc.sql(
                        """
                        SELECT p.name, p.organisation, p.roles
                        FROM identity.token t JOIN identity.person p ON p.name = t.person
                        WHERE t.hash = ? AND t.expires > ? AND NOT p.disabled\
                        """)
                .params(sha256(token), Timestamp.from(clock.instant()))
                .query((row, _) -> caller(row))
                .optional();
    }

    private static Caller caller(ResultSet row) throws SQLException {
        Set<Role> roles =
                Arrays.stream((String[]) row.getArray(3).getArray())
                        .map(Role::parse)
                        .collect(Collectors.toSet());
        return new Caller(row.getString(1), row.getString(2), roles);
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
