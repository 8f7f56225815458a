package org.ytterby.server.supervision;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.ytterby.server.identity.Secret;

/// Tip-offs and what was written about them since.
///
/// Whoever tells something stays unknown: neither name nor address is kept, and of the code by
/// which they come back its hash alone.
@Component
class TipOffs {
    /// Most messages of one tip-off.
    static final int MESSAGES_MAX = 100;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    TipOffs(JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// How far a tip-off is.
    enum State {
        NEW("new"),
        TAKEN_UP("taken-up"),
        NOT_PURSUED("not-pursued");

        private final String code;

        State(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /// @param number of the tip-off
    /// @param receivedMicros microseconds since 1970
    /// @param state `new`, `taken-up` or `not-pursued`
    record TipOff(long number, long receivedMicros, String state, List<Message> messages) {}

    /// @param by `public` or `authority`
    record Message(long atMicros, String by, String text) {}

    /// Takes something down.
    ///
    /// @return the code by which who told it comes back; it cannot be had again
    String add(String text) {
        String code = Secret.legible();
        transactions.executeWithoutResult(_ -> {
            long id =
                    jdbc.sql(
                                    "INSERT INTO supervision.tip_off (code, state, received)"
                                            + " VALUES (?, 'new', ?) RETURNING id")
                            .params(Secret.sha256(code), now())
                            .query(Long.class)
                            .single();
            write(id, false, text);
        });
        return code;
    }

    /// The number of the tip-off with a code; empty if there is none.
    Optional<Long> number(String code) {
        return jdbc.sql("SELECT id FROM supervision.tip_off WHERE code = ?")
                .param(Secret.sha256(code))
                .query(Long.class)
                .optional();
    }

    Optional<TipOff> find(long number) {
        return list("WHERE id = ?", number).stream().findFirst();
    }

    /// Those before a number, newest first.
    ///
    /// @param state any where it is null
    List<TipOff> list(@Nullable State state, long before, int limit) {
        return list(
                "WHERE id < ? AND ? IN ('', state) ORDER BY id DESC LIMIT ?",
                before,
                state == null ? "" : state.code(),
                limit);
    }

    private List<TipOff> list(String which, Object... values) {
        List<TipOff> found =
                jdbc.sql("SELECT id, received, state FROM supervision.tip_off " + which)
                        .params(values)
                        .query((row, _) ->
                                new TipOff(
                                        row.getLong(1),
                                        micros(row.getTimestamp(2)),
                                        row.getString(3),
                                        new ArrayList<>()))
                        .list();
        for (TipOff tipOff : found) {
            jdbc.sql(
                            "SELECT at, is_authority, text FROM supervision.tip_off_message"
                                    + " WHERE tip_off = ? ORDER BY number")
                    .param(tipOff.number)
                    .query(row -> {
                        tipOff.messages.add(
                                new Message(
                                        micros(row.getTimestamp(1)),
                                        row.getBoolean(2) ? "authority" : "public",
                                        row.getString(3)));
                    });
        }
        return found;
    }

    /// Writes one message more.
    ///
    /// @return whether there was room for it
    boolean write(long number, boolean isAuthority, String text) {
        return jdbc.sql(
                                """
                                INSERT INTO supervision.tip_off_message (tip_off, number, at, is_authority, text)
                                SELECT id, (SELECT count(*) FROM supervision.tip_off_message WHERE tip_off = id), ?, ?, ?
                                FROM (SELECT id FROM supervision.tip_off WHERE id = ? FOR UPDATE) AS one
                                WHERE (SELECT count(*) FROM supervision.tip_off_message WHERE tip_off = id) < ?\
                                """)
                        .params(now(), isAuthority, text, number, MESSAGES_MAX)
                        .update()
                == 1;
    }

    /// @return whether there is such a tip-off
    boolean set(long number, State state) {
        return jdbc.sql("UPDATE supervision.tip_off SET state = ? WHERE id = ?")
                        .params(state.code(), number)
                        .update()
                == 1;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private static long micros(Timestamp at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at.toInstant());
    }
}
