package org.ytterby.server.identity;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/// The built-in accounts: names, passwords, and how one signs in with them. Safe for use by several
/// threads.
public final class People {
    private static final int NAMED_MAX = 1_000;

    private final JdbcClient jdbc;
    private final SecondFactor factors;
    private final Tokens tokens;
    private final PasswordEncoder passwords =
            Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();

    /// Compared with when there is no such person, so that the time taken does not tell. Made at
    /// the first sign-in, whoever that is: it takes as long as a sign-in, and the start has no use
    /// for it.
    private final AtomicReference<@Nullable String> nobodysPassword = new AtomicReference<>();

    People(JdbcClient jdbc, SecondFactor factors, Tokens tokens) {
        this.jdbc = jdbc;
        this.factors = factors;
        this.tokens = tokens;
    }

    private String nobodysPassword() {
        String made = nobodysPassword.get();
        if (made == null) {
            made = Objects.requireNonNull(passwords.encode("nobody"));
            nobodysPassword.set(made);
        }
        return made;
    }

    /// Whether there is exactly this person, with this organisation and these roles.
    public boolean has(Caller person) {
        return jdbc.sql(
                        "SELECT name, organisation, roles, jurisdiction FROM identity.person"
                                + " WHERE name = ?")
                .param(person.name())
                .query((row, _) -> Tokens.caller(row))
                .optional()
                .filter(person::equals)
                .isPresent();
    }

    /// Names of those of an organisation who have a right.
    public List<String> named(String organisation, Right right) {
        return jdbc
                .sql(
                        "SELECT name, organisation, roles, jurisdiction FROM identity.person"
                                + " WHERE organisation = ? AND NOT disabled ORDER BY name LIMIT ?")
                .params(organisation, NAMED_MAX)
                .query((row, _) -> Tokens.caller(row))
                .list()
                .stream()
                .filter(right::isOf)
                .map(Caller::name)
                .toList();
    }

    /// Codes of organisations of which somebody has a right.
    public List<String> organisations(Right right) {
        return jdbc.sql(
                        "SELECT DISTINCT organisation FROM identity.person"
                                + " WHERE NOT disabled AND roles && CAST(? AS text[]) ORDER BY organisation LIMIT ?")
                .params(Tokens.codes(right.roles()), NAMED_MAX)
                .query(String.class)
                .list();
    }

    /// Adds a person, or gives one that is there other roles and another password.
    public void put(Caller person, String password) {
        jdbc.sql(
                        """
                        INSERT INTO identity.person (name, organisation, roles, jurisdiction, password)
                        VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (name) DO UPDATE SET organisation = excluded.organisation,
                          roles = excluded.roles, jurisdiction = excluded.jurisdiction,
                          password = excluded.password, temporary = false\
                        """)
                .params(
                        person.name(),
                        person.organisation(),
                        Tokens.codes(person.roles()),
                        person.jurisdiction().region(),
                        passwords.encode(password))
                .update();
    }

    /// Adds a person under a password that is drawn for them and that they replace when they first
    /// sign in.
    ///
    /// @return the password; empty if there is somebody of that name
    public Optional<String> add(Caller person) {
        String password = Secret.brief();
        int added =
                jdbc.sql(
                                """
                                INSERT INTO identity.person
                                  (name, organisation, roles, jurisdiction, password, temporary)
                                VALUES (?, ?, ?, ?, ?, true) ON CONFLICT (name) DO NOTHING\
                                """)
                        .params(
                                person.name(),
                                person.organisation(),
                                Tokens.codes(person.roles()),
                                person.jurisdiction().region(),
                                passwords.encode(password))
                        .update();
        return added == 1 ? Optional.of(password) : Optional.empty();
    }

    /// Draws another password, which the person replaces when they next sign in; their tokens end.
    ///
    /// @return empty if there is no such person
    Optional<String> resetPassword(String name) {
        String password = Secret.brief();
        boolean isThere = setPassword(name, password, true);
        tokens.revokeAll(name);
        return isThere ? Optional.of(password) : Optional.empty();
    }

    private boolean setPassword(String name, String password, boolean temporary) {
        return jdbc.sql("UPDATE identity.person SET password = ?, temporary = ? WHERE name = ?")
                        .params(passwords.encode(password), temporary, name)
                        .update()
                == 1;
    }

    /// Replaces a password; all tokens of the person end.
    ///
    /// @return whether the present one was right
    boolean changePassword(String name, String present, String next) {
        boolean isRight =
                account(name).filter(a -> passwords.matches(present, a.password)).isPresent();
        if (isRight) {
            setPassword(name, next, false);
            tokens.revokeAll(name);
        }
        return isRight;
    }

    /// Whether anybody has an account.
    public boolean isEmpty() {
        return jdbc.sql("SELECT NOT EXISTS (SELECT FROM identity.person)")
                .query(Boolean.class)
                .single();
    }

    /// Whether this is a built-in account, and not a machine or somebody of an issuer.
    boolean isAccount(String name) {
        return account(name).isPresent();
    }

    /// What comes of signing in.
    sealed interface SignedIn {
        record Taken(String token) implements SignedIn {}

        /// Name, password or code is wrong; which, is not told.
        record Wrong() implements SignedIn {}

        /// All is right, but the password was drawn for them: they must choose another.
        record PasswordIsTemporary() implements SignedIn {}
    }

    /// A token for whoever knows the password and, where one is set up, the second factor.
    ///
    /// @param code of the second factor, empty if there is none
    /// @param next a new password in place of the present one; empty to keep it
    SignedIn signIn(String name, String password, String code, String next) {
        String nobodys = nobodysPassword();
        Optional<Account> account = account(name);
        boolean knows = passwords.matches(password, account.map(Account::password).orElse(nobodys));
        if (!knows || account.isEmpty()) {
            return new SignedIn.Wrong();
        }
        if (account.get().temporary && next.isEmpty()) {
            return new SignedIn.PasswordIsTemporary();
        }
        if (!factors.accepts(name, code)) {
            return new SignedIn.Wrong();
        }
        if (!next.isEmpty()) {
            setPassword(name, next, false);
            tokens.revokeAll(name);
        }
        return new SignedIn.Taken(tokens.ofPerson(name));
    }

    private record Account(String password, boolean temporary) {}

    private Optional<Account> account(String name) {
        if (name.indexOf('\0') >= 0) {
            return Optional.empty(); // no text of the database holds it
        }
        return jdbc.sql(
                        "SELECT password, temporary FROM identity.person"
                                + " WHERE name = ? AND NOT disabled")
                .param(name)
                .query((row, _) -> new Account(row.getString(1), row.getBoolean(2)))
                .optional();
    }
}
