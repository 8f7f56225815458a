package org.ytterby.server.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Everybody whom something may be told: built-in accounts, machines, and people of an issuer who
/// asked for it not long ago. Safe for use by several threads.
public final class Roster {
    /// Who of an issuer did not come back for so long is forgotten: nobody tells us when they left.
    static final Duration MEMORY = Duration.ofDays(90);

    /// What is known of somebody is written again that often.
    private static final Duration FRESH = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    Roster(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// All of them, as they are now, without those whose account is disabled.
    public List<Caller> everybody() {
        return jdbc.sql(
                        """
                        SELECT name, organisation, roles, jurisdiction FROM identity.person WHERE NOT disabled
                        UNION ALL SELECT ? || id, organisation, roles, '' FROM identity.client
                        UNION ALL SELECT name, organisation, roles, jurisdiction FROM identity.issued WHERE seen > ?\
                        """)
                .params(Clients.PREFIX, Timestamp.from(clock.instant().minus(MEMORY)))
                .query((row, _) -> Tokens.caller(row))
                .list();
    }

    /// Remembers somebody of an issuer as their token tells of them; all others are known anyway.
    public void remember(Caller caller) {
        if (!caller.name().startsWith(IssuedTokens.PREFIX)) {
            return;
        }
        Instant now = clock.instant();
        jdbc.sql(
                        """
                        INSERT INTO identity.issued AS known (name, organisation, roles, jurisdiction, seen)
                        VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (name) DO UPDATE SET organisation = excluded.organisation,
                          roles = excluded.roles, jurisdiction = excluded.jurisdiction, seen = excluded.seen
                        WHERE known.seen < ? OR (known.organisation, known.roles, known.jurisdiction)
                          IS DISTINCT FROM (excluded.organisation, excluded.roles, excluded.jurisdiction)\
                        """)
                .params(
                        caller.name(),
                        caller.organisation(),
                        Tokens.codes(caller.roles()),
                        caller.jurisdiction().region(),
                        Timestamp.from(now),
                        Timestamp.from(now.minus(FRESH)))
                .update();
    }
}
