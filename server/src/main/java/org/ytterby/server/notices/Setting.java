package org.ytterby.server.notices;

import org.jspecify.annotations.Nullable;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.web.Language;

/// What somebody wants to be told outside of the service.
///
/// @param person whose it is
/// @param organisation of the person, when they set it
/// @param digestHour of the day in UTC+8 at which a digest is sent
/// @param email confirmed by whoever reads it; null for none
/// @param emailPending that is not confirmed yet; null for none
/// @param webhook address that is called; null for none
/// @param webhookSecret that calls are signed with; null without a webhook
record Setting(
        String person,
        String organisation,
        Language language,
        MailMode mail,
        int digestHour,
        @Nullable String email,
        @Nullable String emailPending,
        @Nullable String webhook,
        @Nullable String webhookSecret) {
    static final int DIGEST_HOUR = 8;

    /// Of somebody who has set nothing.
    static Setting unset(Caller caller, Language language) {
        return new Setting(
                caller.name(),
                caller.organisation(),
                language,
                MailMode.DAILY,
                DIGEST_HOUR,
                null,
                null,
                null,
                null);
    }
}
