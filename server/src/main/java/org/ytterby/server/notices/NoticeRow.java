package org.ytterby.server.notices;

import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.server.web.Language;

/// A notice as its reader sees it.
///
/// @param kind code of what it is about
/// @param subject name of a case or a proposal, id of a finding or a facility, or how many
/// @param link address of the page that shows it; empty where there is none
/// @param text what it says, in the reader's language
/// @param dueMicros until when something is awaited, microseconds since 1970; absent where nothing
///   is
/// @param atMicros when it was made
public record NoticeRow(
        long id,
        String kind,
        String subject,
        String link,
        String text,
        @Nullable Long dueMicros,
        long atMicros,
        boolean read) {
    private static final int MINUTES = 16;

    /// Made when it is shown: a notice is kept without words.
    static String text(Language language, Kind kind, String subject, @Nullable Long dueMicros) {
        String title = language.say(kind.title());
        return switch (language) {
            case EN ->
                    title + ": " + subject + (dueMicros == null ? "" : ", due " + time(dueMicros));
            case ZH -> title + "：" + subject + (dueMicros == null ? "" : "，期限 " + time(dueMicros));
        };
    }

    /// A time to the minute, as `2026-11-25 18:00 (UTC+8)`.
    static String time(long micros) {
        return LedgerTime.format(micros).substring(0, MINUTES).replace('T', ' ') + " (UTC+8)";
    }
}
