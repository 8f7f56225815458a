package org.ytterby.server.notices;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Secret;
import org.ytterby.server.web.Language;

/// The settings of notices. Safe for use by several threads.
final class SettingStore {
    static final String COLUMNS =
            "s.person, s.organisation, s.language, s.mail, s.digest_hour, s.email, s.email_pending,"
                    + " s.webhook, s.webhook_secret";

    /// Addresses that one person may ask to be confirmed in a day: others read them.
    static final int ADDRESSES_PER_DAY = 5;

    private static final int ATTEMPTS_MAX = 5;

    private final JdbcClient jdbc;

    SettingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Setting> find(Caller caller) {
        return jdbc.sql(
                        "SELECT "
                                + COLUMNS
                                + " FROM notices.setting s WHERE person = ? AND organisation = ?")
                .params(caller.name(), caller.organisation())
                .query((row, _) -> setting(row))
                .optional();
    }

    static Setting setting(ResultSet row) throws SQLException {
        return new Setting(
                row.getString(1),
                row.getString(2),
                Language.parse(row.getString(3)).orElseThrow(),
                MailMode.parse(row.getString(4)).orElseThrow(),
                row.getInt(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9));
    }

    void put(Setting s) {
        jdbc.sql(
                        """
                        INSERT INTO notices.setting (person, organisation, language, mail, digest_hour, email, email_pending,
                          webhook, webhook_secret)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (person) DO UPDATE SET organisation = excluded.organisation,
                          language = excluded.language, mail = excluded.mail, digest_hour = excluded.digest_hour,
                          email = excluded.email, email_pending = excluded.email_pending,
                          webhook = excluded.webhook, webhook_secret = excluded.webhook_secret\
                        """)
                .param(s.person())
                .param(s.organisation())
                .param(s.language().code())
                .param(s.mail().code())
                .param(s.digestHour())
                .param(s.email())
                .param(s.emailPending())
                .param(s.webhook())
                .param(s.webhookSecret())
                .update();
    }

    /// Counts an address that is to be confirmed, and forgets the code of the one before.
    ///
    /// @return whether the person may ask for another one today
    boolean asksForAddress(String person, long nowMicros) {
        long day = Math.floorDiv(nowMicros, LedgerTime.DAY);
        return jdbc.sql(
                                """
                                UPDATE notices.setting SET code = NULL, asked_day = ?,
                                  asked_count = CASE WHEN asked_day = ? THEN asked_count + 1 ELSE 1 END
                                WHERE person = ? AND (asked_day <> ? OR asked_count < ?)\
                                """)
                        .params(day, day, person, day, ADDRESSES_PER_DAY)
                        .update()
                == 1;
    }

    /// Keeps the hash of a code that is about to be sent.
    ///
    /// @param address that it is sent to
    /// @return whether that is still the one to be confirmed
    boolean expect(String person, String address, String code, long untilMicros) {
        return jdbc.sql(
                                """
                                UPDATE notices.setting SET code = ?, code_until_micros = ?, code_attempts = 0
                                WHERE person = ? AND email_pending = ?\
                                """)
                        .params(Secret.sha256(code), untilMicros, person, address)
                        .update()
                == 1;
    }

    private record Expected(byte[] code, long untilMicros, int attempts) {}

    /// Takes an address as confirmed by whoever knows the code that was sent to it.
    ///
    /// @return whether the code was right, in time, and not after too many wrong ones
    boolean confirm(Caller caller, String code, long nowMicros) {
        Optional<Expected> expected =
                jdbc.sql(
                                """
                                SELECT code, code_until_micros, code_attempts FROM notices.setting
                                WHERE person = ? AND organisation = ? AND code IS NOT NULL AND email_pending IS NOT NULL
                                FOR UPDATE\
                                """)
                        .params(caller.name(), caller.organisation())
                        .query((row, _) ->
                                new Expected(row.getBytes(1), row.getLong(2), row.getInt(3)))
                        .optional();
        if (expected.isEmpty()
                || expected.get().attempts >= ATTEMPTS_MAX
                || expected.get().untilMicros <= nowMicros) {
            return false;
        }
        boolean isRight = MessageDigest.isEqual(expected.get().code, Secret.sha256(code.strip()));
        jdbc.sql(
                        isRight
                                ? "UPDATE notices.setting SET email = email_pending,"
                                        + " email_pending = NULL, code = NULL WHERE person = ?"
                                : "UPDATE notices.setting SET code_attempts = code_attempts + 1"
                                        + " WHERE person = ?")
                .param(caller.name())
                .update();
        return isRight;
    }
}
