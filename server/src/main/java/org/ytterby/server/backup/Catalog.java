package org.ytterby.server.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The tables of the service as the database itself lists them. Names come quoted where need be.
final class Catalog {
    private static final String HISTORY = "flyway_schema_history";

    private static final String TABLES =
            """
            SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
              AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
            ORDER BY 1\
            """;
    private static final String REFERENCES =
            """
            SELECT format('%I.%I', n.nspname, c.relname), format('%I.%I', m.nspname, d.relname)
            FROM pg_constraint f
            JOIN pg_class c ON c.oid = f.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_class d ON d.oid = f.confrelid JOIN pg_namespace m ON m.oid = d.relnamespace
            WHERE f.contype = 'f' AND c.oid <> d.oid\
            """;
    private static final String COLUMNS =
            """
            SELECT quote_ident(attname) FROM pg_attribute
            WHERE attrelid = ?::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
            ORDER BY attnum\
            """;

    private static final String SEQUENCES =
            """
            SELECT format('SELECT setval(%L, max(%I)) FROM %I.%I HAVING max(%I) IS NOT NULL',
              format('%I.%I', sn.nspname, s.relname), a.attname, n.nspname, c.relname, a.attname)
            FROM pg_depend d
            JOIN pg_class s ON s.oid = d.objid AND s.relkind = 'S'
            JOIN pg_namespace sn ON sn.oid = s.relnamespace
            JOIN pg_class c ON c.oid = d.refobjid JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.refobjsubid
            WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass
              AND d.deptype IN ('a', 'i')\
            """;

    private final Connection connection;

    Catalog(Connection connection) {
        this.connection = connection;
    }

    /// Whether there is no table at all.
    boolean isEmpty() throws SQLException {
        return column(TABLES).isEmpty();
    }

    /// The version of the schema; empty where none was ever made.
    Optional<String> schema() throws SQLException {
        if (column(TABLES).stream().noneMatch(name -> name.endsWith("." + HISTORY))) {
            return Optional.empty();
        }
        return column(
                        "SELECT version FROM "
                                + HISTORY
                                + " WHERE success AND version IS NOT NULL"
                                + " ORDER BY installed_rank DESC LIMIT 1")
                .stream()
                .findFirst();
    }

    /// Columns by table, in an order in which no table refers to a later one.
    Map<String, List<String>> tables() throws SQLException {
        Set<String> left = new TreeSet<>(column(TABLES));
        left.removeIf(name -> name.endsWith("." + HISTORY));
        Map<String, Set<String>> referred = references();
        Map<String, List<String>> ordered = new LinkedHashMap<>();
        while (!left.isEmpty()) {
            List<String> free =
                    left.stream()
                            .filter(name ->
                                    referred.getOrDefault(name, Set.of()).stream()
                                            .noneMatch(left::contains))
                            .toList();
            if (free.isEmpty()) {
                throw new IllegalStateException("tables refer to each other: " + left);
            }
            for (String name : free) {
                ordered.put(name, column(COLUMNS, name));
                left.remove(name);
            }
        }
        return ordered;
    }

    /// Statements that put each counter behind the numbers that its column holds.
    List<String> sequences() throws SQLException {
        return column(SEQUENCES);
    }

    private Map<String, Set<String>> references() throws SQLException {
        Map<String, Set<String>> referred = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(REFERENCES)) {
            while (rows.next()) {
                referred.computeIfAbsent(rows.getString(1), _ -> new TreeSet<>())
                        .add(rows.getString(2));
            }
        }
        return referred;
    }

    private List<String> column(String query, String... values) throws SQLException {
        List<String> column = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    column.add(rows.getString(1));
                }
            }
        }
        return column;
    }
}
