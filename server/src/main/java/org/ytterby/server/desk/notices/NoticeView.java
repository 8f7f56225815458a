package org.ytterby.server.desk.notices;

import org.ytterby.server.notices.Kind;
import org.ytterby.server.notices.NoticeRow;
import org.ytterby.server.web.Language;

/// A notice as a row of the inbox.
///
/// @param subject name of what it is about
/// @param due until when something is awaited; empty where nothing is
/// @param isLate whether that is over
/// @param leads whether there is a page to open
public record NoticeView(
        long id,
        String title,
        String subject,
        String due,
        boolean isLate,
        String at,
        boolean isRead,
        boolean leads) {
    static NoticeView of(NoticeRow row, long nowMicros, Language language) {
        Long due = row.dueMicros();
        return new NoticeView(
                row.id(),
                language.say(Kind.parse(row.kind()).title()),
                subject(row, language),
                due == null ? "" : language.moment(due),
                due != null && due <= nowMicros,
                language.moment(row.atMicros()),
                row.read(),
                !row.link().isEmpty());
    }

    /// Of findings it is how many there are.
    private static String subject(NoticeRow row, Language language) {
        return row.kind().equals(Kind.FINDINGS_NEW.code())
                ? language.pick(row.subject().equals("1") ? "%s finding" : "%s findings", "%s 条线索")
                        .formatted(row.subject())
                : row.subject();
    }
}
