package org.ytterby.server.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ytterby.server.identity.Caller;

/// The tables that notices are made in. What is written here is part of the caller's transaction.
final class NoticeStore {
    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    NoticeStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /// How far it was looked.
    ///
    /// @param position entries before it were looked at
    /// @param quietUntil entries before it tell nobody
    /// @param generation position of the last generation whose findings were looked at; -1 before
    ///   the first
    record Progress(long position, long quietUntil, long generation) {}

    /// Reads it, and lets nobody else go on until the transaction ends: notices get their numbers
    /// in the order in which they are seen.
    Progress locked() {
        return jdbc.sql("SELECT position, quiet_until, generation FROM notices.progress FOR UPDATE")
                .query((row, _) -> new Progress(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    void lookedAt(long position) {
        jdbc.sql("UPDATE notices.progress SET position = ?").param(position).update();
    }

    void lookedAtGeneration(long position) {
        jdbc.sql("UPDATE notices.progress SET generation = ?").param(position).update();
    }

    /// Tells everybody of each audience once.
    ///
    /// @return how many notices were made
    int tell(List<Draft> drafts, List<Caller> everybody, long nowMicros) {
        List<Object[]> rows = new ArrayList<>();
        for (Draft draft : drafts) {
            for (Caller person : everybody) {
                if (draft.to().includes().test(person)) {
                    rows.add(row(draft, person, nowMicros));
                }
            }
        }
        int[][] made =
                template.batchUpdate(
                        """
                        INSERT INTO notices.notice (person, organisation, cause, kind, subject, link, due_micros, at_micros)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (person, cause) DO NOTHING\
                        """,
                        rows,
                        BATCH,
                        (statement, row) -> {
                            for (int i = 0; i < row.length; i++) {
                                statement.setObject(i + 1, row[i]);
                            }
                        });
        return Arrays.stream(made).flatMapToInt(Arrays::stream).sum();
    }

    private static Object[] row(Draft draft, Caller person, long nowMicros) {
        return new Object[] {
            person.name(),
            person.organisation(),
            draft.cause(),
            draft.kind().code(),
            draft.subject(),
            draft.link(),
            draft.dueMicros(),
            nowMicros
        };
    }

    void change(Deadline.Change change) {
        switch (change) {
            case Deadline.Change.Set(Deadline d) ->
                    jdbc.sql(
                                    """
                                    INSERT INTO notices.deadline
                                      (case_name, what, part, organisation, assigned, due_micros, stage)
                                    VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (case_name, what, part) DO UPDATE
                                    SET due_micros = excluded.due_micros, stage = excluded.stage\
                                    """)
                            .params(
                                    d.caseName(),
                                    code(d.what()),
                                    d.part(),
                                    d.organisation(),
                                    d.assigned(),
                                    d.dueMicros(),
                                    code(d.stage()))
                            .update();
            case Deadline.Change.Met(String caseName, Deadline.What what, String part) ->
                    jdbc.sql(
                                    "DELETE FROM notices.deadline"
                                            + " WHERE case_name = ? AND what = ? AND part = ?")
                            .params(caseName, code(what), part)
                            .update();
            case Deadline.Change.AllMet(String caseName) ->
                    jdbc.sql("DELETE FROM notices.deadline WHERE case_name = ?")
                            .param(caseName)
                            .update();
        }
    }

    /// Deadlines that have come nearer than was told.
    List<Deadline> due(long nowMicros, long leadMicros) {
        return jdbc.sql(
                        """
                        SELECT case_name, what, part, organisation, assigned, due_micros, stage FROM notices.deadline
                        WHERE stage <> 'passed' AND due_micros <= ? AND (stage = 'far' OR due_micros <= ?)
                        ORDER BY due_micros, case_name, what, part LIMIT ?\
                        """)
                .params(nowMicros + leadMicros, nowMicros, BATCH)
                .query((row, _) -> deadline(row))
                .list();
    }

    void reached(Deadline d, Deadline.Stage stage) {
        jdbc.sql(
                        "UPDATE notices.deadline SET stage = ?"
                                + " WHERE case_name = ? AND what = ? AND part = ?")
                .params(code(stage), d.caseName(), code(d.what()), d.part())
                .update();
    }

    private static Deadline deadline(ResultSet row) throws SQLException {
        return new Deadline(
                row.getString(1),
                Deadline.What.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                Deadline.Stage.valueOf(row.getString(7).toUpperCase(Locale.ROOT)));
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /// Remembers findings.
    ///
    /// @return those that were not known
    Set<String> added(Collection<String> findings) {
        return new HashSet<>(
                jdbc.sql(
                                "INSERT INTO notices.finding SELECT * FROM unnest(?)"
                                        + " ON CONFLICT DO NOTHING RETURNING id")
                        .param(findings.toArray(String[]::new))
                        .query(String.class)
                        .list());
    }

    /// Forgets notices of long ago.
    void forget(long beforeMicros) {
        jdbc.sql("DELETE FROM notices.notice WHERE at_micros < ?").param(beforeMicros).update();
    }
}
