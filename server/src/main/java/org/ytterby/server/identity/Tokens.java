package org.ytterby.server.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ytterby.core.ledger.Printable;

/// The tokens that were given out here, to people and to machines. Only their hashes are kept. Safe
/// for use by several threads.
final class Tokens {
    static final Duration PERSON_LIFE = Duration.ofHours(8);

    /// Of people of an issuer: what it no longer says of them holds for so long at most.
    static final Duration ISSUED_LIFE = Duration.ofHours(1);

    static final Duration CLIENT_LIFE = Duration.ofMinutes(15);

    private static final Duration USE_NOTED = Duration.ofMinutes(1);
    private static final int DEVICE_MAX = 300;
    private static final int SESSIONS_MAX = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    Tokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// @param device as the program that asks calls itself
    String ofPerson(String name, String device) {
        return added("person", name, PERSON_LIFE, device);
    }

    /// A session of somebody whom an issuer vouched for, as they are now.
    ///
    /// @param device as the program that asks calls itself
    String ofIssued(Caller caller, String device) {
        String token = Secret.strong();
        Instant now = clock.instant();
        jdbc.sql(
                        """
                        INSERT INTO identity.token (hash, issued, organisation, roles, jurisdiction,
                          expires, begun, used, device)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)\
                        """)
                .params(
                        Secret.sha256(token),
                        caller.name(),
                        caller.organisation(),
                        codes(caller.roles()),
                        caller.jurisdiction().region(),
                        Timestamp.from(now.plus(ISSUED_LIFE)),
                        Timestamp.from(now),
                        Timestamp.from(now),
                        Printable.of(device, DEVICE_MAX))
                .update();
        return token;
    }

    String ofClient(String id) {
        return added("client", id, CLIENT_LIFE, "");
    }

    private String added(String column, String owner, Duration life, String device) {
        String token = Secret.strong();
        Instant now = clock.instant();
        jdbc.sql("DELETE FROM identity.token WHERE expires < ?")
                .param(Timestamp.from(now))
                .update();
        jdbc.sql(
                        """
                        INSERT INTO identity.token (hash, %s, expires, begun, used, device)
                        VALUES (?, ?, ?, ?, ?, ?)\
                        """
                                .formatted(column))
                .params(
                        Secret.sha256(token),
                        owner,
                        Timestamp.from(now.plus(life)),
                        Timestamp.from(now),
                        Timestamp.from(now),
                        Printable.of(device, DEVICE_MAX))
                .update();
        return token;
    }

    /// Whom a token speaks for.
    ///
    /// @param key that they must sign with whatever changes something; empty for none
    record Bearer(Caller caller, String key) {}

    private record Known(Bearer bearer, Instant used) {}

    /// Who a token was given to, as they are now; empty if it is unknown, was revoked or has run
    /// out.
    Optional<Bearer> bearer(String token) {
        byte[] hash = Secret.sha256(token);
        Instant now = clock.instant();
        Optional<Known> known =
                jdbc.sql(
                                """
                                SELECT p.name, p.organisation, p.roles, p.jurisdiction, t.used, ''
                                FROM identity.token t JOIN identity.person p ON p.name = t.person
                                WHERE t.hash = ? AND t.expires > ? AND NOT p.disabled
                                UNION ALL
                                SELECT ? || c.id, c.organisation, c.roles, '', t.used, c.key
                                FROM identity.token t JOIN identity.client c ON c.id = t.client
                                WHERE t.hash = ? AND t.expires > ?
                                UNION ALL
                                SELECT t.issued, t.organisation, t.roles, t.jurisdiction, t.used, ''
                                FROM identity.token t
                                WHERE t.hash = ? AND t.expires > ? AND t.issued IS NOT NULL\
                                """)
                        .params(hash, Timestamp.from(now), Clients.PREFIX)
                        .params(hash, Timestamp.from(now), hash, Timestamp.from(now))
                        .query((row, _) ->
                                new Known(
                                        new Bearer(caller(row), row.getString(6)),
                                        row.getTimestamp(5).toInstant()))
                        .optional();
        known.filter(k -> k.used.plus(USE_NOTED).isBefore(now)).ifPresent(_ -> noteUse(hash, now));
        return known.map(Known::bearer);
    }

    /// Its loss with the database would do no harm.
    private void noteUse(byte[] hash, Instant now) {
        jdbc.sql(
                        """
                        WITH soon AS (SELECT set_config('synchronous_commit', 'off', true))
                        UPDATE identity.token SET used = ? FROM soon WHERE hash = ?\
                        """)
                .params(Timestamp.from(now), hash)
                .update();
    }

    static Caller caller(ResultSet row) throws SQLException {
        return new Caller(
                row.getString(1),
                row.getString(2),
                roles(row, 3),
                new Jurisdiction(row.getString(4)));
    }

    static Set<Role> roles(ResultSet row, int column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(Role::parse)
                .collect(Collectors.toSet());
    }

    static String[] codes(Collection<Role> roles) {
        return roles.stream().map(Role::code).sorted().toArray(String[]::new);
    }

    /// @return whether there was such a token
    boolean revoke(String token) {
        return jdbc.sql("DELETE FROM identity.token WHERE hash = ?")
                        .param(Secret.sha256(token))
                        .update()
                == 1;
    }

    /// Ends all of somebody's tokens but one, and their signing in that waits for a code.
    ///
    /// @param kept empty to end all
    /// @return how many tokens ended
    int revokeOthers(String person, String kept) {
        jdbc.sql("DELETE FROM identity.challenge WHERE person = ?").param(person).update();
        return jdbc.sql("DELETE FROM identity.token WHERE (person = ? OR issued = ?) AND hash <> ?")
                .params(person, person, Secret.sha256(kept))
                .update();
    }

    /// Ends one of somebody's sessions.
    ///
    /// @return whether there was one
    boolean revokeSession(String person, UUID session) {
        return jdbc.sql(
                                "DELETE FROM identity.token"
                                        + " WHERE (person = ? OR issued = ?) AND session = ?")
                        .params(person, person, session)
                        .update()
                == 1;
    }

    /// Somebody's sessions, the one used last first.
    ///
    /// @param current token of the one that asks
    List<Session> sessions(String person, String current) {
        return jdbc.sql(
                        """
                        SELECT session, begun, used, device, hash = ? FROM identity.token
                        WHERE (person = ? OR issued = ?) AND expires > ? ORDER BY used DESC, session LIMIT ?\
                        """)
                .params(
                        Secret.sha256(current),
                        person,
                        person,
                        Timestamp.from(clock.instant()),
                        SESSIONS_MAX)
                .query((row, _) ->
                        new Session(
                                row.getObject(1, UUID.class),
                                row.getTimestamp(2).toInstant(),
                                row.getTimestamp(3).toInstant(),
                                row.getString(4),
                                row.getBoolean(5)))
                .list();
    }
}
