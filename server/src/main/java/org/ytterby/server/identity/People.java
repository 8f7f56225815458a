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
        return insert(person, hashed(password), true) ? Optional.of(password) : Optional.empty();
    }

    /// What is kept of a password. Takes as long as a sign-in.
    String hashed(String password) {
        return Objects.requireNonNull(passwords.encode(password));
    }

    /// Adds a person.
    ///
    /// @param hashed what is kept of their password
    /// @param temporary whether it was drawn for them
    /// @return whether there was nobody of that name
    boolean insert(Caller person, String hashed, boolean temporary) {
        return jdbc.sql(
                                """
                                INSERT INTO identity.person
                                  (name, organisation, roles, jurisdiction, password, temporary)
                                VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO NOTHING\
                                """)
                        .params(
                                person.name(),
                                person.organisation(),
                                Tokens.codes(person.roles()),
                                person.jurisdiction().region(),
                                hashed,
                                temporary)
                        .update()
                == 1;
    }

    /// A token for somebody who has just proven who they are.
    String token(String name, String device) {
        return tokens.ofPerson(name, device);
    }

    /// Whether somebody has this name, disabled or not.
    boolean isNamed(String name) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM identity.person WHERE name = ?)")
                .param(name)
                .query(Boolean.class)
                .single();
    }

    /// Draws another password, which the person replaces when they next sign in; their tokens end.
    ///
    /// @return empty if there is no such person
    Optional<String> resetPassword(String name) {
        String password = Secret.brief();
        boolean isThere = setPassword(name, password, true);
        tokens.revokeOthers(name, "");
        return isThere ? Optional.of(password) : Optional.empty();
    }

    private boolean setPassword(String name, String password, boolean temporary) {
        return jdbc.sql("UPDATE identity.person SET password = ?, temporary = ? WHERE name = ?")
                        .params(passwords.encode(password), temporary, name)
                        .update()
                == 1;
    }

    /// Replaces a password; all tokens of the person end but one.
    ///
    /// @param kept token that goes on; empty for none
    /// @return whether the present one was right
    boolean changePassword(String name, String present, String next, String kept) {
        boolean isRight =
                account(name).filter(a -> passwords.matches(present, a.password)).isPresent();
        if (isRight) {
            setPassword(name, next, false);
            tokens.revokeOthers(name, kept);
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

        /// All is right so far, but a code of the second factor is asked for and none was given.
        record CodeIsMissing() implements SignedIn {}
    }

    /// A token for whoever knows the password and, where one is set up, the second factor.
    ///
    /// @param code of the second factor, empty if there is none
    /// @param next a new password in place of the present one; empty to keep it
    /// @param device as the program that asks calls itself
    SignedIn signIn(String name, String password, String code, String next, String device) {
        String nobodys = nobodysPassword();
        Optional<Account> account = account(name);
        boolean knows = passwords.matches(password, account.map(Account::password).orElse(nobodys));
        if (!knows || account.isEmpty()) {
            return new SignedIn.Wrong();
        }
        if (account.get().temporary && next.isEmpty()) {
            return new SignedIn.PasswordIsTemporary();
        }
        if (code.isEmpty() && factors.isSet(name)) {
            return new SignedIn.CodeIsMissing();
        }
        if (!factors.accepts(name, code)) {
            return new SignedIn.Wrong();
        }
        if (!next.isEmpty()) {
            setPassword(name, next, false);
            tokens.revokeOthers(name, "");
        }
        return new SignedIn.Taken(tokens.ofPerson(name, device));
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
