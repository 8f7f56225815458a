package org.ytterby.server.ledger;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.server.identity.ScopedReads;

/// Submissions as callers see them: their own, and those of whom they oversee. Safe for use by
/// several threads.
public final class Submissions {
    /// More entries than any submission has: rows of others are not walked further than that.
    private static final long ENTRIES_MAX = 16L * Command.ROWS_MAX;

    private final JdbcClient jdbc;
    private final ScopedReads reads;

    Submissions(JdbcClient jdbc, ScopedReads reads) {
        this.jdbc = jdbc;
        this.reads = reads;
    }

    /// The organisation whose submission an entry belongs to; empty if there is no such entry, or
    /// the caller does not see it.
    public Optional<String> senderOf(long position) {
        return reads.read(() ->
                jdbc.sql(
                                """
                                SELECT organisation FROM ledger.submission
                                WHERE position BETWEEN ? AND ? AND ? <= position + entries
                                ORDER BY position DESC LIMIT 1\
                                """)
                        .params(position - ENTRIES_MAX, position, position)
                        .query(String.class)
                        .optional());
    }
}
