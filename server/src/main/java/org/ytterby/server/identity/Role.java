package org.ytterby.server.identity;

import java.util.Locale;

/// What somebody is for the system.
public enum Role {
    /// Reports for the own organisation only.
    ENTERPRISE_REPORTER(false),
    /// Keeps the people of the own organisation, and nothing else.
    ENTERPRISE_ADMINISTRATOR(false),
    /// Splits a group's plan.
    GROUP_OFFICER(false),
    PLAN_OFFICER(true),
    SUPERVISOR(true),
    ENVIRONMENT_OFFICER(true),
    /// Advises on exports for the own department.
    EXPORT_ADVISER(true),
    EXPORT_DECIDER(true),
    CUSTOMS(true),
    SME_OFFICER(true),
    LABORATORY(false),
    /// Reads all, changes nothing.
    AUDITOR(true),
    ADMINISTRATOR(true);

    private final boolean authority;

    Role(boolean authority) {
        this.authority = authority;
    }

    /// Whether it is held in an authority, which sees beyond its own organisation.
    public boolean isOfAuthority() {
        return authority;
    }

    /// The name in tokens, tables and the API, such as `plan_officer`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException unless it is the code of a role
    public static Role parse(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
