package org.ytterby.server.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The tables that are made of the entries, as they are or as they should be: each row as a text
/// behind its key.
///
/// @param position entries before it are in them
/// @param rows of every table
public record LedgerTables(long position, Map<Table, SortedMap<String, String>> rows) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int CELLS = 3;

    /// A table, and what of it is compared.
    public enum Table {
        SUBMISSION(
                "organisation || ' ' || key",
                "encode(digest, 'hex'), position, entries, code, subject, value"),
        ACCOUNT("account", "holder, granted, reserved, posted"),
        HOLD("hold", "account, organisation, amount, until_micros, state, drawn"),
        PROPOSAL(
                "proposal",
                "subject, organisation, person, until_micros, state, ended_by, reason,"
                        + " encode(content, 'hex')"),
        CASE_FILE("case_name", "finding, rule, party, facility, assigned, state, due_micros"),
        CASE_STEP("case_name || ' ' || step", "encode(content, 'hex')"),
        CASE_HELPER("organisation || ' ' || case_name", "''"),
        FACILITY("facility", "party, region");

        private final String query;

        Table(String key, String values) {
            query = "SELECT %s, concat_ws(' ', %s) FROM %s".formatted(key, values, fullName());
        }

        String fullName() {
            return "ledger." + name().toLowerCase(Locale.ROOT);
        }
    }

    /// Reads them, within the caller's transaction.
    static LedgerTables read(Sql sql) throws SQLException {
        List<Long> next = new ArrayList<>(1);
        sql.each("SELECT next_position FROM ledger.writer", row -> next.add(row.getLong(1)));
        Map<Table, SortedMap<String, String>> rows = new EnumMap<>(Table.class);
        for (Table table : Table.values()) {
            SortedMap<String, String> found = new TreeMap<>();
            sql.each(table.query, row -> found.put(row.getString(1), row.getString(2)));
            rows.put(table, found);
        }
        return new LedgerTables(next.getFirst(), rows);
    }

    /// The first row in which others differ from these, in the order of tables and keys.
    Optional<String> difference(LedgerTables others) {
        if (position != others.position) {
            return Optional.of(
                    "ledger.writer: next_position is %d, should be %d"
                            .formatted(others.position, position));
        }
        for (Table table : Table.values()) {
            SortedMap<String, String> should = rows.getOrDefault(table, new TreeMap<>());
            SortedMap<String, String> found = others.rows.getOrDefault(table, new TreeMap<>());
            Optional<String> row = difference(should, found);
            if (row.isPresent()) {
                return row.map(text -> table.fullName() + ": " + text);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> difference(
            SortedMap<String, String> should, SortedMap<String, String> found) {
        SortedMap<String, String> all = new TreeMap<>(should);
        all.putAll(found);
        for (String key : all.keySet()) {
            String is = found.get(key);
            String expected = should.get(key);
            if (is == null) {
                return Optional.of(key + " is missing, should be " + expected);
            }
            if (expected == null) {
                return Optional.of(key + " is " + is + ", should not be there");
            }
            if (!is.equals(expected)) {
                return Optional.of(key + " is " + is + ", should be " + expected);
            }
        }
        return Optional.empty();
    }

    /// Writes them as lines of JSON: the position, then an array of table, key and row for each
    /// row.
    void write(Writer out) throws IOException {
        out.write(position + "\n");
        for (Table table : Table.values()) {
            for (Map.Entry<String, String> row :
                    rows.getOrDefault(table, new TreeMap<>()).entrySet()) {
                out.write(
                        JSON.writeValueAsString(
                                List.of(table.name(), row.getKey(), row.getValue())));
                out.write('\n');
            }
        }
    }

    /// Reads what [#write] wrote.
    ///
    /// @throws UncheckedIOException if it did not write that
    public static LedgerTables parse(BufferedReader in) {
        Map<Table, SortedMap<String, String>> rows = new EnumMap<>(Table.class);
        try {
            String first = in.readLine();
            if (first == null || !first.matches("[0-9]{1,18}")) {
                throw new IOException("no position of a ledger: " + first);
            }
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                JsonNode row = JSON.readTree(line);
                if (row.size() != CELLS) {
                    throw new IOException("no row of a table: " + line);
                }
                rows.computeIfAbsent(Table.valueOf(row.get(0).asString()), _ -> new TreeMap<>())
                        .put(row.get(1).asString(), row.get(2).asString());
            }
            return new LedgerTables(Long.parseLong(first), rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
