package org.ytterby.server.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.ytterby.server.identity.Caller;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Keeps drafts and their workbooks. Safe for use by several threads.
@Component
public class Drafts {
    /// Most changes of one draft.
    public static final int CHANGES_MAX = 100;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String COLUMNS =
            "SELECT d.id, d.title, d.workbook, w.file, d.parent, d.changes::text, d.errors,"
                    + " d.person, d.organisation, d.at FROM planning.draft d"
                    + " JOIN planning.workbook w ON w.id = d.workbook ";

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    Drafts(JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Keeps a workbook as a draft, good or bad.
    ///
    /// @param errors that were found in it
    /// @return its number
    long add(Caller caller, String title, String file, byte[] content, int errors) {
        Long id =
                transactions.execute(_ -> {
                    long workbook =
                            jdbc.sql(
                                            "INSERT INTO planning.workbook (file, content) VALUES"
                                                    + " (?, ?) RETURNING id")
                                    .params(file, content)
                                    .query(Long.class)
                                    .single();
                    return insert(caller, title, workbook, null, List.of(), errors);
                });
        return id == null ? 0 : id;
    }

    /// Keeps what was tried on a draft as a new one.
    ///
    /// @return its number
    public long keep(Caller caller, Draft on, String title, SortedMap<String, String> change) {
        if (on.changes().size() >= CHANGES_MAX) {
            throw new IllegalArgumentException(
                    "a draft holds at most 100 changes: hand in a new workbook / 一份草案最多 100 次修改，请重新上传工作簿");
        }
        List<SortedMap<String, String>> changes = new ArrayList<>(on.changes());
        changes.add(change);
        return insert(caller, title, on.source().workbook(), on.id(), changes, on.errors());
    }

    private long insert(
            Caller caller,
            String title,
            long workbook,
            @Nullable Long parent,
            List<SortedMap<String, String>> changes,
            int errors) {
        return jdbc.sql(
                        """
                        INSERT INTO planning.draft (title, workbook, parent, changes, errors, person, organisation, at)
                        VALUES (?, ?, ?, ?::jsonb, ?, ?, ?, ?) RETURNING id\
                        """)
                .param(title)
                .param(workbook)
                .param(parent)
                .param(JSON.writeValueAsString(changes))
                .param(errors)
                .param(caller.name())
                .param(caller.organisation())
                .param(Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .query(Long.class)
                .single();
    }

    public Optional<Draft> find(long id) {
        return jdbc.sql(COLUMNS + "WHERE d.id = ?").param(id).query(Drafts::draft).optional();
    }

    /// Newest first.
    ///
    /// @param limit `> 0`
    public List<Draft> list(int limit) {
        return jdbc.sql(COLUMNS + "ORDER BY d.id DESC LIMIT ?")
                .param(limit)
                .query(Drafts::draft)
                .list();
    }

    /// A workbook as it was handed in.
    public byte[] content(Draft draft) {
        return jdbc.sql("SELECT content FROM planning.workbook WHERE id = ?")
                .param(draft.source().workbook())
                .query(byte[].class)
                .single();
    }

    private static Draft draft(ResultSet row, int number) throws SQLException {
        long parent = row.getLong(5);
        Long of = row.wasNull() ? null : parent;
        return new Draft(
                row.getLong(1),
                row.getString(2),
                new Draft.Source(row.getLong(3), row.getString(4)),
                of,
                JSON.readValue(row.getString(6), new TypeReference<>() {}),
                row.getInt(7),
                new Draft.Made(
                        row.getString(8),
                        row.getString(9),
                        ChronoUnit.MICROS.between(
                                Instant.EPOCH, row.getTimestamp(10).toInstant())));
    }
}
