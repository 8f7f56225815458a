package org.ytterby.server.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How far somebody was told on each way, and when that is tried next. Safe for use by several
/// threads.
final class DeliveryStore {
    private final JdbcClient jdbc;

    DeliveryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Something to be sent now.
    ///
    /// @param told id of the last notice that was told
    /// @param failures since it last worked, by their weight
    record Due(Setting to, Channel channel, long told, int failures) {
        String key() {
            return channel.code() + ":" + to.person();
        }
    }

    /// What went wrong last.
    ///
    /// @param answer what the other side said
    record Trouble(Failure failure, String answer, int failures) {
        boolean isGivenUp() {
            return failures >= Failure.MOST;
        }
    }

    /// Begins, or begins again after it was given up.
    ///
    /// @param told notices up to it are known already; where something was told before, that stays
    void start(String person, Channel channel, long told, long dueMicros) {
        jdbc.sql(
                        """
                        INSERT INTO notices.delivery (person, channel, told, due_micros, failures) VALUES (?, ?, ?, ?, 0)
                        ON CONFLICT (person, channel) DO UPDATE SET due_micros = excluded.due_micros, failures = 0,
                          problem = NULL, answer = NULL\
                        """)
                .params(person, channel.code(), told, dueMicros)
                .update();
    }

    /// Has news and digests of somebody sent now, and tries again what was given up.
    void hasten(String person, long nowMicros) {
        jdbc.sql(
                        """
                        UPDATE notices.delivery SET due_micros = ?, failures = 0, problem = NULL, answer = NULL
                        WHERE person = ? AND channel IN ('mail', 'webhook')\
                        """)
                .params(nowMicros, person)
                .update();
    }

    void stop(String person, Channel channel) {
        jdbc.sql("DELETE FROM notices.delivery WHERE person = ? AND channel = ?")
                .params(person, channel.code())
                .update();
    }

    /// What is to be sent now: codes, digests whose hour has come, and news.
    ///
    /// @param isMailed whether mail is sent at all
    List<Due> due(long nowMicros, boolean isMailed, int most) {
        return jdbc.sql(
                        "SELECT "
                                + SettingStore.COLUMNS
                                + """
                                , d.channel, d.told, d.failures
                                FROM notices.delivery d JOIN notices.setting s ON s.person = d.person
                                WHERE d.due_micros <= ? AND d.failures < ? AND (
                                  ? AND d.channel = 'confirmation' AND s.email_pending IS NOT NULL
                                  OR ? AND d.channel = 'mail' AND s.email IS NOT NULL AND s.mail IN ('daily', 'weekly')
                                  OR (? AND d.channel = 'mail' AND s.email IS NOT NULL AND s.mail = 'at-once'
                                      OR d.channel = 'webhook' AND s.webhook IS NOT NULL)
                                    AND EXISTS (SELECT FROM notices.notice n WHERE n.person = s.person
                                      AND n.organisation = s.organisation AND n.id > d.told AND n.read_micros IS NULL))
                                ORDER BY d.due_micros, d.person LIMIT ?\
                                """)
                .params(nowMicros, Failure.MOST, isMailed, isMailed, isMailed, most)
                .query((row, _) ->
                        new Due(
                                SettingStore.setting(row),
                                Channel.valueOf(row.getString(10).toUpperCase(Locale.ROOT)),
                                row.getLong(11),
                                row.getInt(12)))
                .list();
    }

    /// Remembers that all up to a notice was told.
    void told(Due due, long upTo, long dueMicros) {
        jdbc.sql(
                        """
                        UPDATE notices.delivery SET told = greatest(told, ?), due_micros = ?, failures = 0,
                          problem = NULL, answer = NULL
                        WHERE person = ? AND channel = ?\
                        """)
                .params(upTo, dueMicros, due.to().person(), due.channel().code())
                .update();
    }

    /// Puts it off without having tried.
    void later(Due due, long dueMicros) {
        jdbc.sql("UPDATE notices.delivery SET due_micros = ? WHERE person = ? AND channel = ?")
                .params(dueMicros, due.to().person(), due.channel().code())
                .update();
    }

    void failed(Due due, TellingFailed failure, long dueMicros) {
        jdbc.sql(
                        """
                        UPDATE notices.delivery SET failures = failures + ?, due_micros = ?, problem = ?, answer = ?
                        WHERE person = ? AND channel = ?\
                        """)
                .params(
                        failure.failure().weight(),
                        dueMicros,
                        failure.failure().code(),
                        failure.answer(),
                        due.to().person(),
                        due.channel().code())
                .update();
    }

    /// What is wrong for somebody, by way.
    Map<Channel, Trouble> troubles(String person) {
        Map<Channel, Trouble> troubles = new EnumMap<>(Channel.class);
        jdbc.sql(
                        "SELECT channel, problem, answer, failures FROM notices.delivery"
                                + " WHERE person = ? AND problem IS NOT NULL")
                .param(person)
                .query(row -> {
                    troubles.put(
                            Channel.valueOf(row.getString(1).toUpperCase(Locale.ROOT)),
                            trouble(row));
                });
        return troubles;
    }

    private static Trouble trouble(ResultSet row) throws SQLException {
        return new Trouble(
                Failure.parse(row.getString(2)),
                Optional.ofNullable(row.getString(3)).orElse(""),
                row.getInt(4));
    }

    /// What waits for somebody, read by nobody yet.
    ///
    /// @param upTo id of the newest of it; 0 if nothing waits
    record Unread(MailText.Waiting waiting, long upTo) {}

    Unread unread(Setting of, long nowMicros) {
        Map<Kind, Long> kinds = new EnumMap<>(Kind.class);
        long[] newest = {0};
        @Nullable Long[] next = {null};
        jdbc.sql(
                        """
                        SELECT kind, count(*), max(id), min(due_micros) FILTER (WHERE due_micros > ?)
                        FROM notices.notice WHERE person = ? AND organisation = ? AND read_micros IS NULL
                        GROUP BY kind\
                        """)
                .params(nowMicros, of.person(), of.organisation())
                .query(row -> {
                    kinds.put(Kind.parse(row.getString(1)), row.getLong(2));
                    newest[0] = Math.max(newest[0], row.getLong(3));
                    Long due = row.getObject(4, Long.class);
                    Long before = next[0];
                    if (due != null && (before == null || due < before)) {
                        next[0] = due;
                    }
                });
        return new Unread(new MailText.Waiting(kinds, next[0]), newest[0]);
    }
}
