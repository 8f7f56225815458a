package org.ytterby.server.notices;

import java.util.function.Predicate;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;
import org.ytterby.server.identity.Role;

/// Whom something is told.
///
/// @param includes whether somebody is among them
record Audience(Predicate<Caller> includes) {
    /// Who reports for an organisation.
    static Audience reporters(String organisation) {
        return new Audience(who ->
                who.has(Role.ENTERPRISE_REPORTER) && who.organisation().equals(organisation));
    }

    /// Who may do something for an organisation.
    static Audience of(String organisation, Right right) {
        return new Audience(who -> right.isOf(who) && who.organisation().equals(organisation));
    }

    /// Who acts for a group.
    static Audience officersOf(String group) {
        return new Audience(who -> who.has(Role.GROUP_OFFICER) && who.organisation().equals(group));
    }

    /// One person, while they may still do what it is about.
    static Audience person(String name, Right right) {
        return new Audience(who -> who.name().equals(name) && right.isOf(who));
    }

    /// Somebody alone.
    static Audience self(Caller caller) {
        return new Audience(who -> who.name().equals(caller.name()));
    }

    /// Everybody who may do something.
    static Audience all(Right right) {
        return new Audience(right::isOf);
    }

    /// These and others.
    Audience and(Audience others) {
        return new Audience(includes.or(others.includes));
    }

    /// These, but for one person: nobody is told what they did themselves.
    Audience without(String person) {
        return new Audience(includes.and(who -> !who.name().equals(person)));
    }
}
