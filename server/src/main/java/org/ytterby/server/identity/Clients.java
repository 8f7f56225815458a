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
import org.ytterby.core.proof.ProofRefused;
import org.ytterby.core.proof.SenderKey;

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
    ///
    /// @param key Ed25519 public key that it signs with, in base64url; empty for one with a secret
    public record Client(
            String id, String organisation, Set<Role> roles, String key, Instant created) {}

    /// Why there cannot be such a machine, beginning with what is wrong; empty if there can.
    ///
    /// @param key empty for a machine that is to have a secret
    public static Optional<String> flaw(
            String id, String organisation, Set<Role> roles, String key) {
        if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            return Optional.of(
                    "client_id: 1 to 64 of A-Z a-z 0-9 . _ - / client_id：1 至 64 个字母、数字或 . _ -");
        }
        if (!key.isEmpty() && !isKey(key)) {
            return Optional.of(
                    "key: an Ed25519 public key, 43 characters of base64url (the x of its JWK)"
                            + " / key：Ed25519 公钥，43 个 base64url 字符（JWK 的 x）");
        }
        return ROLES.containsAll(roles)
                ? Accounts.flaw(id, organisation, roles, Jurisdiction.NATIONAL)
                : Optional.of(
                        "roles: a machine is one of / 机器客户端的角色限于: "
                                + String.join(", ", Tokens.codes(ROLES)));
    }

    private static boolean isKey(String key) {
        try {
            SenderKey.parse(key);
            return true;
        } catch (ProofRefused _) { // why, is worded by who asks
            return false;
        }
    }

    /// @param key empty for a machine that is to have a secret
    /// @return the secret, to be told once, empty where a key stands in for it; empty if there is a
    ///   client of that id
    public Optional<String> add(String id, String organisation, Set<Role> roles, String key) {
        String secret = key.isEmpty() ? Secret.strong() : "";
        int added =
                jdbc.sql(
                                """
                                INSERT INTO identity.client (id, organisation, roles, secret, key, created)
                                VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING\
                                """)
                        .params(id, organisation, Tokens.codes(roles))
                        .param(key.isEmpty() ? Secret.sha256(secret) : null)
                        .params(key, Timestamp.from(clock.instant()))
                        .update();
        return added == 1 ? Optional.of(secret) : Optional.empty();
    }

    /// Those that the reader sees, by id.
    public List<Client> list(String after, int count) {
        return reads.read(() ->
                jdbc.sql(
                                "SELECT id, organisation, roles, key, created FROM identity.client"
                                        + " WHERE id > ? ORDER BY id LIMIT ?")
                        .params(after, count)
                        .query((row, _) ->
                                new Client(
                                        row.getString(1),
                                        row.getString(2),
                                        Tokens.roles(row, 3),
                                        row.getString(4),
                                        row.getTimestamp(5).toInstant()))
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

    /// The key that a client signs with; empty if there is no such client, or it has a secret.
    Optional<SenderKey> key(String id) {
        return jdbc.sql("SELECT key FROM identity.client WHERE id = ? AND key <> ''")
                .param(id)
                .query(String.class)
                .optional()
                .map(SenderKey::parse);
    }

    /// Takes an assertion by which a client signs in: it is good once.
    ///
    /// @param assertion the client's own id of it
    /// @return whether it was not taken before
    boolean isNew(String id, String assertion, Instant expires) {
        jdbc.sql("DELETE FROM identity.assertion WHERE expires < ?")
                .param(Timestamp.from(clock.instant()))
                .update();
        return jdbc.sql(
                                "INSERT INTO identity.assertion (client, id, expires)"
                                        + " VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                        .params(id, assertion, Timestamp.from(expires))
                        .update()
                == 1;
    }

    String token(String id) {
        return tokens.ofClient(id);
    }
}
