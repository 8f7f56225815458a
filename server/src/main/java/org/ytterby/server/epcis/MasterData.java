package org.ytterby.server.epcis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ytterby.epcis.Names;
import org.ytterby.epcis.identifier.DigitalLink;
import org.ytterby.epcis.json.Json;
import org.ytterby.epcis.json.JsonWriter;
import org.ytterby.server.identity.Caller;

/// What the header of a document says of the things that events name: their attributes, and what
/// lies within them.
///
/// @param attributes by thing and name; of two in one document the later counts
/// @param children by thing
record MasterData(Map<String, Map<String, String>> attributes, Map<String, Set<String>> children) {
    /// Reads it from a document that fits the schema.
    static MasterData of(Json document, Names names) {
        MasterData data = new MasterData(new LinkedHashMap<>(), new LinkedHashMap<>());
        Json vocabularies = at(document, "epcisHeader", "epcisMasterData", "vocabularyList");
        Things.each(
                vocabularies,
                vocabulary ->
                        Things.each(
                                at(vocabulary, "vocabularyElementList"),
                                element -> data.element(element, names)));
        return data;
    }

    private static @Nullable Json at(@Nullable Json from, String... path) {
        @Nullable Json found = from;
        for (String name : path) {
            found = found instanceof Json.Members members ? members.get(name) : null;
        }
        return found;
    }

    private void element(Json json, Names names) {
        String id = id(json);
        if (id == null || !(json instanceof Json.Members element)) {
            return;
        }
        String thing = thing(id, names);
        Things.each(
                element.get("attributes"),
                item -> {
                    String name = id(item);
                    if (name != null) {
                        attributes
                                .computeIfAbsent(thing, _ -> new LinkedHashMap<>())
                                .put(names.expanded(name), value(at(item, "attribute")));
                    }
                });
        Things.each(
                element.get("children"),
                item -> {
                    if (item instanceof Json.Text(String child)) {
                        children.computeIfAbsent(thing, _ -> new LinkedHashSet<>())
                                .add(thing(child, names));
                    }
                });
    }

    private static @Nullable String id(Json json) {
        return json instanceof Json.Members members ? members.text("id") : null;
    }

    private static String thing(String id, Names names) {
        return Term.value(DigitalLink.canonical(names.expanded(id)));
    }

    private static String value(@Nullable Json value) {
        return switch (value) {
            case null -> "";
            case Json.Text(String text) -> text;
            case Json.Numeral number -> Query.number(number.digits());
            default -> JsonWriter.compact(value);
        };
    }

    /// Writes it: an attribute takes the place of the earlier one of its name, and the children of
    /// a thing that of its earlier ones.
    void insert(Connection connection, Caller caller) throws SQLException {
        List<String[]> rows = new ArrayList<>();
        attributes.forEach((thing, all) ->
                all.forEach((name, value) -> rows.add(new String[] {thing, name, value})));
        update(
                connection,
                """
                INSERT INTO epcis.attribute (organisation, thing, name, value)
                SELECT ?, a, b, c FROM unnest(?, ?, ?) AS row (a, b, c)
                ON CONFLICT (organisation, thing, name) DO UPDATE SET value = excluded.value\
                """,
                caller,
                columns(rows, 3));
        List<String[]> pairs = new ArrayList<>();
        children.forEach(
                (parent, all) -> all.forEach(child -> pairs.add(new String[] {parent, child})));
        update(
                connection,
                "DELETE FROM epcis.within WHERE organisation = ? AND parent = ANY (?)",
                caller,
                columns(pairs, 1));
        update(
                connection,
                "INSERT INTO epcis.within (organisation, parent, child)"
                        + " SELECT ?, a, b FROM unnest(?, ?) AS row (a, b)",
                caller,
                columns(pairs, 2));
    }

    private static Object[][] columns(List<String[]> rows, int count) {
        Object[][] columns = new Object[count][rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            for (int c = 0; c < count; c++) {
                columns[c][i] = rows.get(i)[c];
            }
        }
        return columns;
    }

    private static void update(Connection connection, String sql, Caller caller, Object[][] columns)
            throws SQLException {
        if (columns[0].length == 0) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, caller.organisation());
            for (int c = 0; c < columns.length; c++) {
                statement.setArray(c + 2, connection.createArrayOf("text", columns[c]));
            }
            statement.executeUpdate();
        }
    }
}
