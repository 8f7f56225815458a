package org.ytterby.server.identity;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The log of reads: who read what of other organisations. Its last moments may be lost with the
/// database, its older rows cannot be changed. Safe for use by several threads.
public final class ReadLog {
    private static final int PATH_MAX = 2_000;

    private final JdbcClient jdbc;
    private final ScopedReads reads;
    private final Clock clock;

    ReadLog(JdbcClient jdbc, ScopedReads reads, Clock clock) {
        this.jdbc = jdbc;
        this.reads = reads;
        this.clock = clock;
    }

    /// What was read.
    ///
    /// @param purpose the right that was used
    /// @param about whose: an organisation, a region, or all
    /// @param rows null where they are not counted
    public record Read(
            Caller caller, String purpose, String path, String about, @Nullable Integer rows) {}

    public void add(Read read) {
        String path = read.path.replace("\0", "");
        jdbc.sql(
                        """
                        WITH soon AS (SELECT set_config('synchronous_commit', 'off', true))
                        INSERT INTO identity.read (at, person, organisation, purpose, path, about, rows)
                        SELECT ?, ?, ?, ?, ?, ?, ? FROM soon\
                        """)
                .param(Timestamp.from(clock.instant()))
                .param(read.caller.name())
                .param(read.caller.organisation())
                .param(read.purpose)
                .param(path.substring(0, Math.min(path.length(), PATH_MAX)))
                .param(read.about)
                .param(new SqlParameterValue(Types.INTEGER, read.rows))
                .update();
    }

    /// A read as it was logged.
    record Logged(
            long id,
            Instant at,
            String person,
            String organisation,
            String purpose,
            String path,
            String about,
            @Nullable Integer rows) {}

    /// Reads, the newest first.
    ///
    /// @param before id of the last one of the page before
    /// @param person only of this one; empty for all
    List<Logged> newest(long before, String person, int count) {
        return reads.read(() ->
                jdbc.sql(
                                """
                                SELECT id, at, person, organisation, purpose, path, about, rows
                                FROM identity.read WHERE id < ? AND ? IN ('', person)
                                ORDER BY id DESC LIMIT ?\
                                """)
                        .params(before, person, count)
                        .query((row, _) ->
                                new Logged(
                                        row.getLong(1),
                                        row.getTimestamp(2).toInstant(),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5),
                                        row.getString(6),
                                        row.getString(7),
                                        row.getObject(8, Integer.class)))
                        .list());
    }
}
