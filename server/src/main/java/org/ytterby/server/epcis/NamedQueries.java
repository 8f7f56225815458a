package org.ytterby.server.epcis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ytterby.epcis.json.Json;
import org.ytterby.epcis.json.JsonReader;
import org.ytterby.epcis.json.JsonWriter;
import org.ytterby.server.identity.ScopedReads;

/// The named queries of each organisation. Safe for use by several threads.
final class NamedQueries {
    private final JdbcClient jdbc;
    private final ScopedReads reads;

    NamedQueries(JdbcClient jdbc, ScopedReads reads) {
        this.jdbc = jdbc;
        this.reads = reads;
    }

    /// @return whether it was added; not if there is one of that name
    boolean add(String organisation, NamedQuery query, long nowMicros) {
        return jdbc.sql(
                                """
                                INSERT INTO epcis.query (organisation, name, definition, created_micros)
                                VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING\
                                """)
                        .params(
                                organisation,
                                query.name(),
                                JsonWriter.compact(query.definition()),
                                nowMicros)
                        .update()
                == 1;
    }

    Optional<NamedQuery> find(String organisation, String name) {
        return reads.read(() ->
                jdbc.sql(
                                "SELECT name, definition FROM epcis.query"
                                        + " WHERE organisation = ? AND name = ?")
                        .params(organisation, name)
                        .query((row, _) -> query(row))
                        .optional());
    }

    /// @param after name of the last one of the page before; empty for the first page
    List<NamedQuery> list(String organisation, String after, int count) {
        return reads.read(() ->
                jdbc.sql(
                                "SELECT name, definition FROM epcis.query"
                                        + " WHERE organisation = ? AND name > ? ORDER BY name LIMIT ?")
                        .params(organisation, after, count)
                        .query((row, _) -> query(row))
                        .list());
    }

    /// Removes a query with its subscriptions.
    ///
    /// @return whether there was one
    boolean remove(String organisation, String name) {
        return jdbc.sql("DELETE FROM epcis.query WHERE organisation = ? AND name = ?")
                        .params(organisation, name)
                        .update()
                == 1;
    }

    private static NamedQuery query(ResultSet row) throws SQLException {
        Json definition = JsonReader.read(EventStore.bytes(row.getString(2)), _ -> {});
        return new NamedQuery(row.getString(1), (Json.Members) definition);
    }
}
