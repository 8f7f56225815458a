package org.ytterby.server.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The tokens that were given out here, to people and to machines. Only their hashes are kept. Safe
/// for use by several threads.
final class Tokens {
    static final Duration PERSON_LIFE = Duration.ofHours(8);
    static final Duration CLIENT_LIFE = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final Clock clock;

    Tokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    String ofPerson(String name) {
        return added("person", name, PERSON_LIFE);
    }

    String ofClient(String id) {
        return added("client", id, CLIENT_LIFE);
    }

    private String added(String column, String owner, Duration life) {
        String token = Secret.strong();
        Instant now = clock.instant();
        jdbc.sql("DELETE FROM identity.token WHERE expires < ?")
                .param(Timestamp.from(now))
                .update();
        jdbc.sql(
                        "INSERT INTO identity.token (hash, %s, expires) VALUES (?, ?, ?)"
                                .formatted(column))
                .params(Secret.sha256(token), owner, Timestamp.from(now.plus(life)))
                .update();
        return token;
    }

    /// Who a token was given to, as they are now; empty if it is unknown, was revoked or has run
    /// out.
    Optional<Caller> caller(String token) {
        return jdbc.sql(
                        """
                        SELECT p.name, p.organisation, p.roles, p.jurisdiction
                        FROM identity.token t JOIN identity.person p ON p.name = t.person
                        WHERE t.hash = ? AND t.expires > ? AND NOT p.disabled
                        UNION ALL
                        SELECT ? || c.id, c.organisation, c.roles, ''
                        FROM identity.token t JOIN identity.client c ON c.id = t.client
                        WHERE t.hash = ? AND t.expires > ?\
                        """)
                .params(
                        Secret.sha256(token),
                        Timestamp.from(clock.instant()),
                        Clients.PREFIX,
                        Secret.sha256(token),
                        Timestamp.from(clock.instant()))
                .query((row, _) -> caller(row))
                .optional();
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

    void revokeAll(String person) {
        jdbc.sql("DELETE FROM identity.token WHERE person = ?").param(person).update();
    }
}
