package org.ytterby.server.epcis;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ytterby.epcis.Names;
import org.ytterby.server.identity.ScopedReads;

/// Reads the events that were recorded. Safe for use by several threads.
final class EventStore {
    private static final String FROM =
            """
            SELECT e.id, e.event_id, e.event_micros, e.record_micros, e.content, c.content
            FROM epcis.event e LEFT JOIN epcis.context c ON c.hash = e.context
            WHERE
            """;

    private final JdbcClient jdbc;
    private final ScopedReads reads;
    private final Oversight oversight;

    EventStore(JdbcClient jdbc, ScopedReads reads, Oversight oversight) {
        this.jdbc = jdbc;
        this.reads = reads;
        this.oversight = oversight;
    }

    private QuerySql where(Scope scope) {
        return scope.seesAll() ? new QuerySql() : new QuerySql().of(oversight.organisations(scope));
    }

    /// An event as it was recorded.
    ///
    /// @param context of the document that it came in; null if there was none
    record Stored(
            long id,
            String eventId,
            long eventMicros,
            long recordMicros,
            byte[] content,
            @Nullable String context) {
        long micros(Condition.Time time) {
            return switch (time) {
                case HAPPENED -> eventMicros;
                case RECORDED -> recordMicros;
            };
        }
    }

    /// The events of a query that come behind a place in its order.
    ///
    /// @param after null for the first ones
    /// @param upTo the last event that counts
    List<Stored> find(Scope scope, Query query, @Nullable PageToken after, long upTo, int count) {
        String column = "e." + query.order().column();
        String direction = query.isDescending() ? " DESC" : "";
        QuerySql where = where(scope).all(query.conditions());
        where.and("e.id <= ?", upTo);
        if (after != null) {
            where.and(
                    "(" + column + ", e.id) " + (query.isDescending() ? "<" : ">") + " (?, ?)",
                    after.micros(),
                    after.id());
        }
        where.values().add(count);
        String order = "\nORDER BY " + column + direction + ", e.id" + direction + " LIMIT ?";
        return listed(where, order);
    }

    /// The events recorded behind one that meet a query, in that order.
    List<Stored> since(Scope scope, Query query, long after, long upTo, int count) {
        QuerySql where = where(scope).all(query.conditions());
        where.and("e.id > ? AND e.id <= ?", after, upTo);
        where.values().add(count);
        return listed(where, "\nORDER BY e.id LIMIT ?");
    }

    private List<Stored> listed(QuerySql where, String order) {
        return reads.read(() ->
                jdbc.sql(FROM + where.text() + order)
                        .params(where.values())
                        .query((row, _) -> stored(row))
                        .list());
    }

    /// Whether a query has more events than that.
    boolean hasMore(Scope scope, Query query, int than) {
        QuerySql where = where(scope).all(query.conditions());
        where.values().add(than + 1L);
        String sql =
                "SELECT count(*) FROM (SELECT FROM epcis.event e WHERE "
                        + where.text()
                        + " LIMIT ?) found";
        return reads.read(() -> jdbc.sql(sql).params(where.values()).query(Long.class).single())
                > than;
    }

    /// What was recorded under an id: the event, and behind it where it was declared wrong.
    List<Stored> find(Scope scope, String eventId) {
        QuerySql where = where(scope).and("e.event_id = ?", eventId);
        return listed(where, "\nORDER BY e.id LIMIT " + EventPages.PER_PAGE_MAX);
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getLong(1),
                row.getString(2),
                row.getLong(3),
                row.getLong(4),
                row.getBytes(5),
                row.getString(6));
    }

    /// The number of the last event that is there.
    long last() {
        return jdbc.sql("SELECT next_event - 1 FROM epcis.writer").query(Long.class).single();
    }

    byte[] tokenKey() {
        return jdbc.sql("SELECT token_key FROM epcis.writer").query(byte[].class).single();
    }

    /// What a top-level resource lists.
    ///
    /// @param after the last value of the page before; empty for the first page
    List<String> resources(Scope scope, ResourceKind kind, String after, int count) {
        String[] organisations = oversight.organisations(scope);
        return reads.read(() ->
                jdbc.sql(
                                """
                                SELECT DISTINCT value FROM epcis.resource
                                WHERE kind = ? AND value > ? AND (? OR organisation = ANY (?::text[]))
                                ORDER BY value LIMIT ?\
                                """)
                        .params(kind.path(), after, scope.seesAll(), organisations, count)
                        .query(String.class)
                        .list());
    }

    boolean hasResource(Scope scope, ResourceKind kind, String value) {
        String[] organisations = oversight.organisations(scope);
        return reads.read(() ->
                jdbc.sql(
                                """
                                SELECT EXISTS (SELECT FROM epcis.resource
                                WHERE kind = ? AND value = ? AND (? OR organisation = ANY (?::text[])))\
                                """)
                        .params(kind.path(), value, scope.seesAll(), organisations)
                        .query(Boolean.class)
                        .single());
    }

    /// What prefixes mean in the events that somebody may see.
    Prefixes prefixes(Scope scope, Names names) {
        Map<String, Set<String>> meanings = new LinkedHashMap<>();
        String[] organisations = oversight.organisations(scope);
        List<String[]> rows =
                reads.read(() ->
                        jdbc.sql(
                                        """
                                        SELECT DISTINCT prefix, meaning FROM epcis.prefix
                                        WHERE ? OR organisation = ANY (?::text[]) ORDER BY prefix, meaning\
                                        """)
                                .params(scope.seesAll(), organisations)
                                .query((row, _) ->
                                        new String[] {row.getString(1), row.getString(2)})
                                .list());
        for (String[] row : rows) {
            meanings.computeIfAbsent(row[0], _ -> new LinkedHashSet<>()).add(row[1]);
        }
        return new Prefixes(names, meanings);
    }

    /// The bytes of a text of JSON.
    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
