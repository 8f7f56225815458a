package org.ytterby.server.epcis;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ytterby.epcis.Names;

/// Reads the events that were recorded. Safe for use by several threads.
final class EventStore {
    private static final String FROM =
            """
            SELECT e.id, e.event_id, e.event_micros, e.record_micros, e.content, c.content
            FROM epcis.event e LEFT JOIN epcis.context c ON c.hash = e.context
            WHERE
            """;

    private final JdbcClient jdbc;

    EventStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
        QuerySql where = new QuerySql().seenBy(scope).all(query.conditions());
        where.and("e.id <= ?", upTo);
        if (after != null) {
            where.and(
                    "(" + column + ", e.id) " + (query.isDescending() ? "<" : ">") + " (?, ?)",
                    after.micros(),
                    after.id());
        }
        where.values().add(count);
        return jdbc.sql(
                        FROM
                                + where.text()
                                + "\nORDER BY "
                                + column
                                + direction
                                + ", e.id"
                                + direction
                                + " LIMIT ?")
                .params(where.values())
                .query((row, _) -> stored(row))
                .list();
    }

    /// The events recorded behind one that meet a query, in that order.
    List<Stored> since(Scope scope, Query query, long after, long upTo, int count) {
        QuerySql where = new QuerySql().seenBy(scope).all(query.conditions());
        where.and("e.id > ? AND e.id <= ?", after, upTo);
        where.values().add(count);
        return jdbc.sql(FROM + where.text() + "\nORDER BY e.id LIMIT ?")
                .params(where.values())
                .query((row, _) -> stored(row))
                .list();
    }

    /// Whether a query has more events than that.
    boolean hasMore(Scope scope, Query query, int than) {
        QuerySql where = new QuerySql().seenBy(scope).all(query.conditions());
        where.values().add(than + 1L);
        long count =
                jdbc.sql(
                                "SELECT count(*) FROM (SELECT FROM epcis.event e WHERE "
                                        + where.text()
                                        + " LIMIT ?) found")
                        .params(where.values())
                        .query(Long.class)
                        .single();
        return count > than;
    }

    /// What was recorded under an id: the event, and behind it where it was declared wrong.
    List<Stored> find(Scope scope, String eventId) {
        QuerySql where = new QuerySql().seenBy(scope).and("e.event_id = ?", eventId);
        where.values().add(EventPages.PER_PAGE_MAX);
        return jdbc.sql(FROM + where.text() + "\nORDER BY e.id LIMIT ?")
                .params(where.values())
                .query((row, _) -> stored(row))
                .list();
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
        return jdbc.sql(
                        """
                        SELECT DISTINCT value FROM epcis.resource
                        WHERE kind = ? AND value > ? AND (? OR organisation = ?)
                        ORDER BY value LIMIT ?\
                        """)
                .params(kind.path(), after, scope.seesAll(), scope.organisation(), count)
                .query(String.class)
                .list();
    }

    boolean hasResource(Scope scope, ResourceKind kind, String value) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT FROM epcis.resource
                        WHERE kind = ? AND value = ? AND (? OR organisation = ?))\
                        """)
                .params(kind.path(), value, scope.seesAll(), scope.organisation())
                .query(Boolean.class)
                .single();
    }

    /// What prefixes mean in the events that somebody may see.
    Prefixes prefixes(Scope scope, Names names) {
        Map<String, Set<String>> meanings = new LinkedHashMap<>();
        List<String[]> rows = new ArrayList<>();
        jdbc.sql(
                        """
                        SELECT DISTINCT prefix, meaning FROM epcis.prefix
                        WHERE ? OR organisation = ? ORDER BY prefix, meaning\
                        """)
                .params(scope.seesAll(), scope.organisation())
                .query((row, _) -> rows.add(new String[] {row.getString(1), row.getString(2)}))
                .list();
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
