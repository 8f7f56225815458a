package org.ytterby.server.notices;

import java.util.List;
import java.util.Set;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Role;

/// One of everybody, for rules to choose among.
final class People {
    static final String SUPERVISOR = "supervisor";

    static final List<Caller> ALL =
            List.of(
                    person("reporter", "P", Role.ENTERPRISE_REPORTER),
                    person("reporter-2", "P", Role.ENTERPRISE_REPORTER),
                    person("reporter-of-q", "Q", Role.ENTERPRISE_REPORTER),
                    person("group-officer", "P", Role.GROUP_OFFICER),
                    person("group-of-p", "G", Role.GROUP_OFFICER),
                    person("reporter-of-group", "G", Role.ENTERPRISE_REPORTER),
                    person("laboratory", "L", Role.LABORATORY),
                    person("laboratory-2", "M", Role.LABORATORY),
                    person("customs", "C", Role.CUSTOMS),
                    person("customs-2", "D", Role.CUSTOMS),
                    person(SUPERVISOR, "A", Role.SUPERVISOR),
                    person("supervisor-2", "A", Role.SUPERVISOR),
                    person("plan-officer", "A", Role.PLAN_OFFICER),
                    person("plan-officer-2", "A", Role.PLAN_OFFICER),
                    person("auditor", "A", Role.AUDITOR),
                    person("administrator", "A", Role.ADMINISTRATOR));

    private People() {}

    private static Caller person(String name, String organisation, Role role) {
        return new Caller(name, organisation, Set.of(role));
    }

    /// The names of those whom something is told.
    static List<String> told(Draft draft) {
        return ALL.stream().filter(draft.to().includes()).map(Caller::name).toList();
    }
}
