package org.ytterby.server.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who gave the right password and has yet to give a code. Only hashes are kept. Safe for use by
/// several threads.
final class Challenges {
    static final Duration LIFE = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Clock clock;

    Challenges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// What the page of the code sends on in place of the password.
    String of(String person) {
        String challenge = Secret.strong();
        Instant now = clock.instant();
        jdbc.sql("DELETE FROM identity.challenge WHERE expires < ?")
                .param(Timestamp.from(now))
                .update();
        jdbc.sql("INSERT INTO identity.challenge (hash, person, expires) VALUES (?, ?, ?)")
                .params(Secret.sha256(challenge), person, Timestamp.from(now.plus(LIFE)))
                .update();
        return challenge;
    }

    /// Whose it is; empty if it is unknown, over, or theirs who may no longer sign in.
    Optional<String> person(String challenge) {
        return jdbc.sql(
                        """
                        SELECT c.person FROM identity.challenge c JOIN identity.person p ON p.name = c.person
                        WHERE c.hash = ? AND c.expires > ? AND NOT p.disabled\
                        """)
                .params(Secret.sha256(challenge), Timestamp.from(clock.instant()))
                .query(String.class)
                .optional();
    }

    /// Takes it: it is good once.
    ///
    /// @return whether it was there
    boolean end(String challenge) {
        return jdbc.sql("DELETE FROM identity.challenge WHERE hash = ?")
                        .param(Secret.sha256(challenge))
                        .update()
                == 1;
    }
}
