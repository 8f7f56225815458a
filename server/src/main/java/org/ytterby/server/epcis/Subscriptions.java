package org.ytterby.server.epcis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ytterby.server.identity.Jurisdiction;
import org.ytterby.server.identity.ScopedReads;

/// The subscriptions. Safe for use by several threads.
final class Subscriptions {
    private static final String SELECT =
            """
            SELECT id, sees_all, organisation, query, destination, signature_token, report_if_empty,
              schedule, created_micros, told, told_micros, failures, jurisdiction
            FROM epcis.subscription\
            """;

    private final JdbcClient jdbc;
    private final ScopedReads reads;

    Subscriptions(JdbcClient jdbc, ScopedReads reads) {
        this.jdbc = jdbc;
        this.reads = reads;
    }

    void add(Subscription added, long dueMicros) {
        jdbc.sql(
                        """
                        INSERT INTO epcis.subscription (id, sees_all, organisation, query, destination,
                          signature_token, report_if_empty, schedule, created_micros, told, due_micros, jurisdiction)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                        """)
                .param(added.id())
                .param(added.scope().seesAll())
                .param(added.scope().organisation())
                .param(added.query())
                .param(added.destination())
                .param(added.token())
                .param(added.isReportedIfEmpty())
                .param(added.schedule())
                .param(added.createdMicros())
                .param(added.told())
                .param(dueMicros)
                .param(added.scope().region())
                .update();
    }

    /// The last event recorded before a time.
    long lastBefore(long micros) {
        return jdbc.sql("SELECT coalesce(max(id), 0) FROM epcis.event WHERE record_micros < ?")
                .param(micros)
                .query(Long.class)
                .single();
    }

    List<Subscription> of(String organisation, String query) {
        return reads.read(() ->
                jdbc.sql(
                                SELECT
                                        + " WHERE organisation = ? AND query = ?"
                                        + " ORDER BY created_micros, id")
                        .params(organisation, query)
                        .query((row, _) -> subscription(row))
                        .list());
    }

    Optional<Subscription> find(String organisation, String query, UUID id) {
        return reads.read(() ->
                jdbc.sql(SELECT + " WHERE organisation = ? AND query = ? AND id = ?")
                        .params(organisation, query, id)
                        .query((row, _) -> subscription(row))
                        .optional());
    }

    boolean remove(String organisation, String query, UUID id) {
        return jdbc.sql(
                                "DELETE FROM epcis.subscription"
                                        + " WHERE organisation = ? AND query = ? AND id = ?")
                        .params(organisation, query, id)
                        .update()
                == 1;
    }

    /// Those that are to be looked at now: their time has come and, where events are told as they
    /// come, there are new ones.
    List<Subscription> due(long nowMicros, long last) {
        return jdbc.sql(
                        SELECT
                                + " WHERE due_micros <= ? AND failures < ?"
                                + " AND (schedule IS NOT NULL OR told < ?)")
                .params(nowMicros, Subscription.FAILURES_MAX, last)
                .query((row, _) -> subscription(row))
                .list();
    }

    /// Remembers that all up to an event was told, or needed no telling.
    void told(UUID id, long upTo, boolean wasCalled, long nowMicros, long dueMicros) {
        jdbc.sql(
                        """
                        UPDATE epcis.subscription SET told = ?, failures = 0, due_micros = ?,
                          told_micros = CASE WHEN ? THEN ? ELSE told_micros END
                        WHERE id = ?\
                        """)
                .params(upTo, dueMicros, wasCalled, nowMicros, id)
                .update();
    }

    void failed(UUID id, long dueMicros) {
        jdbc.sql(
                        """
                        UPDATE epcis.subscription SET failures = failures + 1, due_micros = ?
                        WHERE id = ?\
                        """)
                .params(dueMicros, id)
                .update();
    }

    private static Subscription subscription(ResultSet row) throws SQLException {
        return new Subscription(
                row.getObject(1, UUID.class),
                scope(row),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getBoolean(7),
                row.getString(8),
                row.getLong(9),
                row.getLong(10),
                row.getObject(11, Long.class),
                row.getInt(12));
    }

    private static Scope scope(ResultSet row) throws SQLException {
        String region = row.getString(13);
        return new Scope(
                row.getBoolean(2),
                row.getString(3),
                region.isEmpty() ? null : new Jurisdiction(region));
    }
}
