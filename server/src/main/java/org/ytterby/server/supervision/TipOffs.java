package org.ytterby.server.supervision;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
public class TipOffs {
    /// Most messages of one tip-off.
    public static final int MESSAGES_MAX = 100;

    /// Longest text of a message.
    public static final int TEXT_MAX = 4_000;

    /// The rule that cases on tip-offs name, and how the findings begin that tip-offs are.
    static final String RULE = "tip-off";

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    TipOffs(JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// How far a tip-off is.
    public enum State {
        NEW("new"),
        TAKEN_UP("taken-up"),
        NOT_PURSUED("not-pursued");

        private final String code;

        State(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        /// The state with a code; empty if there is none.
        public static Optional<State> of(String code) {
            return Arrays.stream(values()).filter(state -> state.code.equals(code)).findFirst();
        }
    }

    /// @param number of the tip-off
    /// @param receivedMicros microseconds since 1970
    /// @param state `new`, `taken-up` or `not-pursued`
    public record TipOff(long number, long receivedMicros, String state, List<Message> messages) {}

    /// @param by `public` or `authority`
    public record Message(long atMicros, String by, String text) {}

    /// The finding that a tip-off is, for a case.
    public static String finding(long number) {
        return RULE + "-" + number;
    }

    /// Whether a finding is a tip-off.
    public static boolean isFinding(String finding) {
        return finding.startsWith(RULE + "-");
    }

    /// Whether a text can be a message: 1 to [#TEXT_MAX] characters, not all blank, none of them a
    /// control character but the end of a line.
    public static boolean isText(String text) {
        boolean isControlled =
                text.codePoints()
                        .anyMatch(c ->
                                (Character.isISOControl(c) && c != '\n')
                                        || Character.getType(c) == Character.SURROGATE);
        return !text.isBlank() && text.length() <= TEXT_MAX && !isControlled;
    }

    /// Takes something down.
    ///
    /// @param text see [#isText]
    /// @return the code by which who told it comes back; it cannot be had again
    public String add(String text) {
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
    public Optional<Long> number(String code) {
        return jdbc.sql("SELECT id FROM supervision.tip_off WHERE code = ?")
                .param(Secret.sha256(code))
                .query(Long.class)
                .optional();
    }

    public Optional<TipOff> find(long number) {
        return list("WHERE id = ?", number).stream().findFirst();
    }

    /// Those before a number, newest first.
    ///
    /// @param state any where it is null
    public List<TipOff> list(@Nullable State state, long before, int limit) {
        return list(
                "WHERE id < ? AND ? IN ('', state) ORDER BY id DESC LIMIT ?",
                before,
                state == null ? "" : state.code(),
                limit);
    }

    /// @param which what follows on the name of the table
    private List<TipOff> list(String which, Object... values) {
        Map<Long, TipOff> found = new LinkedHashMap<>();
        jdbc.sql(
                        "SELECT t.id, t.received, t.state, m.at, m.is_authority, m.text FROM"
                                + " (SELECT id, received, state FROM supervision.tip_off "
                                + which
                                + ") AS t JOIN supervision.tip_off_message AS m"
                                + " ON m.tip_off = t.id ORDER BY t.id DESC, m.number")
                .params(values)
                .query(row -> {
                    long number = row.getLong(1);
                    long received = micros(row.getTimestamp(2));
                    String state = row.getString(3);
                    found.computeIfAbsent(
                                    number,
                                    _ -> new TipOff(number, received, state, new ArrayList<>()))
                            .messages
                            .add(
                                    new Message(
                                            micros(row.getTimestamp(4)),
                                            row.getBoolean(5) ? "authority" : "public",
                                            row.getString(6)));
                });
        return List.copyOf(found.values());
    }

    /// Writes one message more.
    ///
    /// @param text see [#isText]
    /// @return whether there was room for it
    public boolean write(long number, boolean isAuthority, String text) {
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
    public boolean set(long number, State state) {
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
