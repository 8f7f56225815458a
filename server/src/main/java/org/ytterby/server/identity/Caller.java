package org.ytterby.server.identity;

import java.util.Arrays;
import java.util.Set;
import org.ytterby.core.ledger.entry.Sender;

/// Who is asking, as proven by their token.
///
/// @param organisation party code
public record Caller(String name, String organisation, Set<Role> roles) {
    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /// Whether they see beyond their own organisation.
    public boolean isOfAuthority() {
        return roles.stream().anyMatch(Role::isOfAuthority);
    }

    /// The caller as a sender of submissions.
    ///
    /// @param forAll roles that hold for everybody here; whoever has none of them acts for the own
    ///   organisation alone
    public Sender sender(Role... forAll) {
        return new Sender(
                organisation,
                name,
                Arrays.stream(forAll).anyMatch(this::has)
                        ? Sender.Standing.AUTHORITY
                        : Sender.Standing.OWN_FACILITIES);
    }
}
