package org.ytterby.server.notices;

import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.ScopedReads;
import org.ytterby.server.web.Language;

/// What somebody was told: their own notices, of the organisation that they are of now. Safe for
/// use by several threads.
public final class Inbox {
    private static final String SELECT =
            "SELECT id, kind, subject, link, due_micros, at_micros, read_micros IS NOT NULL"
                    + " FROM notices.notice WHERE person = ? AND organisation = ?";
    private static final String NEWEST = " AND id < ? ORDER BY id DESC LIMIT ?";

    private final JdbcClient jdbc;
    private final ScopedReads reads;
    private final Clock clock;

    Inbox(JdbcClient jdbc, ScopedReads reads, Clock clock) {
        this.jdbc = jdbc;
        this.reads = reads;
        this.clock = clock;
    }

    /// Where a list goes on: behind a notice, among the unread or already among the read.
    public record Cursor(boolean isRead, long before) {
        /// The beginning of every list.
        public static final Cursor START = new Cursor(false, Long.MAX_VALUE);

        /// @throws IllegalArgumentException unless it is the text of one
        public static Cursor parse(String text) {
            if (text.isEmpty()) {
                return START;
            }
            if (!text.matches("[ur][0-9]{1,18}")) {
                throw new IllegalArgumentException("after: no cursor of this list / 不是该列表的游标");
            }
            return new Cursor(text.charAt(0) == 'r', Long.parseLong(text.substring(1)));
        }

        private static Cursor behind(NoticeRow row) {
            return new Cursor(row.read(), row.id());
        }

        @Override
        public String toString() {
            return (isRead ? "r" : "u") + before;
        }
    }

    /// Part of a list, unread ones first, of both the newest first.
    ///
    /// @param unread how many are in all
    /// @param next where it goes on; absent on the last page
    @Schema(name = "NoticePage")
    public record Page(long unread, List<NoticeRow> items, @Nullable String next) {}

    /// @param limit most of them, `> 0`
    public Page page(Caller caller, Language language, Cursor after, int limit) {
        return reads.read(() -> found(caller, language, after, limit));
    }

    private Page found(Caller caller, Language language, Cursor after, int limit) {
        List<NoticeRow> found = new ArrayList<>();
        if (!after.isRead) {
            found.addAll(
                    rows(caller, language, " AND read_micros IS NULL", after.before, limit + 1));
        }
        if (found.size() <= limit) {
            found.addAll(
                    rows(
                            caller,
                            language,
                            " AND read_micros IS NOT NULL",
                            after.isRead ? after.before : Long.MAX_VALUE,
                            limit + 1 - found.size()));
        }
        boolean isMore = found.size() > limit;
        List<NoticeRow> items = isMore ? found.subList(0, limit) : found;
        return new Page(
                counted(caller),
                List.copyOf(items),
                isMore ? Cursor.behind(items.getLast()).toString() : null);
    }

    private List<NoticeRow> rows(
            Caller caller, Language language, String which, long before, int most) {
        return jdbc.sql(SELECT + which + NEWEST)
                .params(caller.name(), caller.organisation(), before, most)
                .query((row, _) -> row(row, language))
                .list();
    }

    /// One of them.
    public Optional<NoticeRow> find(Caller caller, Language language, long id) {
        return reads.read(() ->
                jdbc.sql(SELECT + " AND id = ?")
                        .params(caller.name(), caller.organisation(), id)
                        .query((row, _) -> row(row, language))
                        .optional());
    }

    /// Unread ones behind one, oldest first.
    List<NoticeRow> since(Caller caller, Language language, long told, int most) {
        return reads.read(() ->
                jdbc.sql(SELECT + " AND read_micros IS NULL AND id > ? ORDER BY id LIMIT ?")
                        .params(caller.name(), caller.organisation(), told, most)
                        .query((row, _) -> row(row, language))
                        .list());
    }

    /// The number of the newest one; 0 if there is none.
    long newest(Caller caller) {
        return jdbc.sql("SELECT coalesce(max(id), 0) FROM notices.notice WHERE person = ?")
                .param(caller.name())
                .query(Long.class)
                .single();
    }

    private static NoticeRow row(ResultSet row, Language language) throws SQLException {
        Kind kind = Kind.parse(row.getString(2));
        String subject = row.getString(3);
        Long due = row.getObject(5, Long.class);
        return new NoticeRow(
                row.getLong(1),
                kind.code(),
                subject,
                row.getString(4),
                NoticeRow.text(language, kind, subject, due),
                due,
                row.getLong(6),
                row.getBoolean(7));
    }

    /// How many wait to be read.
    public long unread(Caller caller) {
        return reads.read(() -> counted(caller));
    }

    private long counted(Caller caller) {
        return jdbc.sql(
                        "SELECT count(*) FROM notices.notice"
                                + " WHERE person = ? AND organisation = ? AND read_micros IS NULL")
                .params(caller.name(), caller.organisation())
                .query(Long.class)
                .single();
    }

    /// Marks some as read; those of others stay as they are.
    public void read(Caller caller, List<Long> ids) {
        jdbc.sql(
                        "UPDATE notices.notice SET read_micros = ?"
                                + " WHERE person = ? AND id = ANY (?) AND read_micros IS NULL")
                .params(now(), caller.name(), ids.toArray(Long[]::new))
                .update();
    }

    /// Marks all up to one as read.
    public void readUpTo(Caller caller, long id) {
        jdbc.sql(
                        "UPDATE notices.notice SET read_micros = ?"
                                + " WHERE person = ? AND id <= ? AND read_micros IS NULL")
                .params(now(), caller.name(), id)
                .update();
    }

    private long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    }
}
