package org.ytterby.server.identity;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Whom somebody may keep, and as what: administrators of the nation everybody, those of an
/// enterprise the people of their own organisation, in roles that act for it alone.
public final class Keeping {
    /// What an enterprise's administrator may make somebody.
    static final Set<Role> OF_ENTERPRISES =
            Collections.unmodifiableSet(
                    EnumSet.of(
                            Role.ENTERPRISE_REPORTER,
                            Role.GROUP_OFFICER,
                            Role.ENTERPRISE_ADMINISTRATOR));

    private Keeping() {}

    /// Whether they keep the people of all organisations.
    public static boolean isOfAll(Caller keeper) {
        return Right.ADMINISTER.isOf(keeper);
    }

    /// Roles that they may give.
    public static Set<Role> roles(Caller keeper) {
        return isOfAll(keeper)
                ? Collections.unmodifiableSet(EnumSet.allOf(Role.class))
                : OF_ENTERPRISES;
    }

    /// Whether somebody, as they are or are to be, is theirs to keep.
    public static boolean reaches(Caller keeper, Caller person) {
        return isOfAll(keeper)
                || (Right.KEEP_PEOPLE.isOf(keeper)
                        && person.organisation().equals(keeper.organisation())
                        && OF_ENTERPRISES.containsAll(person.roles()));
    }

    /// Why they may not make somebody so, in both languages; empty if they may.
    static Optional<String> refusal(Caller keeper, Caller person) {
        return reaches(keeper, person)
                ? Optional.empty()
                : Optional.of(
                        "roles: you keep people of %s only, as %s / 角色：您只能管理本单位 %s 的人员，角色限于 %s"
                                .formatted(
                                        keeper.organisation(),
                                        String.join(", ", Tokens.codes(OF_ENTERPRISES)),
                                        keeper.organisation(),
                                        String.join("、", Tokens.codes(OF_ENTERPRISES))));
    }
}
