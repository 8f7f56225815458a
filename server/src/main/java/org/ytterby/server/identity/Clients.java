package org.ytterby.server.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Machines of organisations that ask with credentials of their own (RFC 6749, section 4.4). Safe
/// for use by several threads.
public final class Clients {
    /// What the names of machines begin with, as senders and in the log of reads.
    static final String PREFIX = "client:";

    /// What a machine may be; the rest takes a person.
    public static final Set<Role> ROLES =
            Collections.unmodifiableSet(
                    EnumSet.of(
                            Role.ENTERPRISE_REPORTER,
                            Role.GROUP_OFFICER,
                            Role.LABORATORY,
                            Role.CUSTOMS));

    private final JdbcClient jdbc;
    private final ScopedReads reads;
    private final Tokens tokens;
    private final Clock clock;

    Clients(JdbcClient jdbc, ScopedReads reads, Tokens tokens, Clock clock) {
        this.jdbc = jdbc;
        this.reads = reads;
        this.tokens = tokens;
        this.clock = clock;
    }

    /// A machine.
    public record Client(String id, String organisation, Set<Role> roles, Instant created) {}

    /// Why there cannot be such a machine, beginning with what is wrong; empty if there can.
    public static Optional<String> flaw(String id, String organisation, Set<Role> roles) {
        if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            return Optional.of(
                    "client_id: 1 to 64 of A-Z a-z 0-9 . _ - / client_id：1 至 64 个字母、数字或 . _ -");
        }
        return ROLES.containsAll(roles)
                ? Accounts.flaw(id, organisation, roles, Jurisdiction.NATIONAL)
                : Optional.of(
                        "roles: a machine is one of / 机器客户端的角色限于: "
                                + String.join(", ", Tokens.codes(ROLES)));
    }

    /// @return the secret, to be told once; empty if there is a client of that id
    public Optional<String> add(String id, String organisation, Set<Role> roles) {
        String secret = Secret.strong();
        int added =
                jdbc.sql(
                                """
                                INSERT INTO identity.client (id, organisation, roles, secret, created)
                                VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING\
                                """)
                        .params(
                                id,
                                organisation,
                                Tokens.codes(roles),
                                Secret.sha256(secret),
                                Timestamp.from(clock.instant()))
                        .update();
        return added == 1 ? Optional.of(secret) : Optional.empty();
    }

    /// Those that the reader sees, by id.
    public List<Client> list(String after, int count) {
        return reads.read(() ->
                jdbc.sql(
                                "SELECT id, organisation, roles, created FROM identity.client"
                                        + " WHERE id > ? ORDER BY id LIMIT ?")
                        .params(after, count)
                        .query((row, _) ->
                                new Client(
                                        row.getString(1),
                                        row.getString(2),
                                        Tokens.roles(row, 3),
                                        row.getTimestamp(4).toInstant()))
                        .list());
    }

    /// Removes a client; its tokens end at once.
    ///
    /// @return whether there was one
    public boolean revoke(String id) {
        return jdbc.sql("DELETE FROM identity.client WHERE id = ?").param(id).update() == 1;
    }

    /// Whether there is such a client, and this is its secret.
    boolean isKnown(String id, String secret) {
        return id.indexOf('\0') < 0
                && jdbc.sql(
                                "SELECT EXISTS (SELECT FROM identity.client"
                                        + " WHERE id = ? AND secret = ?)")
                        .params(id, Secret.sha256(secret))
                        .query(Boolean.class)
                        .single();
    }

    String token(String id) {
        return tokens.ofClient(id);
    }
}
