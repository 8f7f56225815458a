package org.ytterby.server.epcis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.ScopedReads;

/// The jobs that were. Safe for use by several threads.
final class JobStore {
    private static final String SELECT =
            """
            SELECT id, created_micros, finished_micros, behaviour, success, captured, errors
            FROM epcis.job WHERE (? OR organisation = ANY (?::text[]))\
            """;

    private final JdbcClient jdbc;
    private final ScopedReads reads;
    private final Oversight oversight;

    JobStore(JdbcClient jdbc, ScopedReads reads, Oversight oversight) {
        this.jdbc = jdbc;
        this.reads = reads;
        this.oversight = oversight;
    }

    /// Records a job with the transaction of its events.
    static void insert(Connection connection, Caller caller, Job job) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        """
                        INSERT INTO epcis.job (id, organisation, person, created_micros,
                          finished_micros, behaviour, success, captured, errors)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)\
                        """)) {
            insert.setObject(1, job.id());
            insert.setString(2, caller.organisation());
            insert.setString(3, caller.name());
            insert.setLong(4, job.createdMicros());
            insert.setLong(5, job.finishedMicros());
            insert.setString(6, job.behaviour().word());
            insert.setBoolean(7, job.isSuccess());
            insert.setInt(8, job.captured());
            insert.setString(9, job.errors());
            insert.executeUpdate();
        }
    }

    Optional<Job> find(Scope scope, UUID id) {
        return listed(" AND id = ?", scope.seesAll(), oversight.organisations(scope), id).stream()
                .findFirst();
    }

    /// Jobs, the newest first.
    ///
    /// @param after the last one of the page before; null for the first page
    List<Job> newest(Scope scope, @Nullable Job after, int count) {
        String[] organisations = oversight.organisations(scope);
        String order = " ORDER BY created_micros DESC, id DESC LIMIT ?";
        return after == null
                ? listed(order, scope.seesAll(), organisations, count)
                : listed(
                        " AND (created_micros, id) < (?, ?)" + order,
                        scope.seesAll(),
                        organisations,
                        after.createdMicros(),
                        after.id(),
                        count);
    }

    private List<Job> listed(String rest, Object... values) {
        return reads.read(
                () -> jdbc.sql(SELECT + rest).params(values).query((row, _) -> job(row)).list());
    }

    private static Job job(ResultSet row) throws SQLException {
        return new Job(
                row.getObject(1, UUID.class),
                row.getLong(2),
                row.getLong(3),
                Job.Behaviour.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                row.getBoolean(5),
                row.getInt(6),
                row.getString(7));
    }
}
