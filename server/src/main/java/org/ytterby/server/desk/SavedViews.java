package org.ytterby.server.desk;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Filters that people keep under a name, each for a page and for themselves. Safe for use by
/// several threads.
@Component
public class SavedViews {
    /// Most that a person keeps for a page.
    static final int VIEWS_MAX = 30;

    private final JdbcClient jdbc;

    SavedViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param query of the page's address, without `?`
    public record Saved(String name, String query) {}

    /// What somebody kept for a page, by name.
    public List<Saved> of(String person, String page) {
        return jdbc.sql(
                        "SELECT name, query FROM desk.saved_view WHERE person = ? AND page = ?"
                                + " ORDER BY name LIMIT ?")
                .params(person, page, VIEWS_MAX)
                .query((row, _) -> new Saved(row.getString(1), row.getString(2)))
                .list();
    }

    /// Keeps a view, in place of one of the same name.
    ///
    /// @return whether there was room for it
    boolean put(String person, String page, Saved view) {
        return jdbc.sql(
                                """
                                INSERT INTO desk.saved_view (person, page, name, query)
                                SELECT ?, ?, ?, ? WHERE ? > (
                                  SELECT count(*) FROM desk.saved_view
                                  WHERE person = ? AND page = ? AND name <> ?)
                                ON CONFLICT (person, page, name) DO UPDATE SET query = excluded.query\
                                """)
                        .params(
                                person,
                                page,
                                view.name,
                                view.query,
                                VIEWS_MAX,
                                person,
                                page,
                                view.name)
                        .update()
                == 1;
    }

    void remove(String person, String page, String name) {
        jdbc.sql("DELETE FROM desk.saved_view WHERE person = ? AND page = ? AND name = ?")
                .params(person, page, name)
                .update();
    }
}
