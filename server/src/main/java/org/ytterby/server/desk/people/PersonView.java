package org.ytterby.server.desk.people;

import java.time.Instant;
import org.ytterby.server.desk.RoleWords;
import org.ytterby.server.identity.Accounts;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Invitations;
import org.ytterby.server.web.Language;

/// Somebody with an account, or invited, as a row.
///
/// @param where region that they oversee; empty for none
/// @param state `active`, `temporary`, `ended`, `open` or `expired`
/// @param id of the invitation; empty for an account
/// @param until when the invitation ends; empty for an account
public record PersonView(
        String name,
        String organisation,
        String roles,
        String where,
        String state,
        String id,
        String until) {
    static PersonView of(Accounts.Account account, Language language) {
        Caller person = account.person();
        String temporary = account.isTemporary() ? "temporary" : "active";
        return new PersonView(
                person.name(),
                person.organisation(),
                RoleWords.of(person.roles(), language),
                person.jurisdiction().region(),
                account.isDisabled() ? "ended" : temporary,
                "",
                "");
    }

    static PersonView of(Invitations.Invitation invitation, Language language) {
        Caller person = invitation.person();
        return new PersonView(
                person.name(),
                person.organisation(),
                RoleWords.of(person.roles(), language),
                person.jurisdiction().region(),
                invitation.state().code(),
                invitation.id().toString(),
                moment(invitation.expires(), language));
    }

    static String moment(Instant instant, Language language) {
        return language.moment(Language.micros(instant));
    }
}
