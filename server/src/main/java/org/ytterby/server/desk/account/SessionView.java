package org.ytterby.server.desk.account;

import org.ytterby.server.identity.Session;
import org.ytterby.server.web.Language;

/// A session as a row.
///
/// @param device in plain words
/// @param agent what the device calls itself
/// @param isCurrent whether the page is read in it
public record SessionView(
        String id, String device, String agent, String begun, String used, boolean isCurrent) {
    static SessionView of(Session session, Language language) {
        return new SessionView(
                session.id().toString(),
                Device.words(session.device(), language),
                session.device(),
                language.moment(Language.micros(session.begun())),
                language.moment(Language.micros(session.used())),
                session.isCurrent());
    }
}
