package org.ytterby.server.identity;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.ytterby.core.ledger.entry.Attestation;
import org.ytterby.core.ledger.entry.Sender;

/// Who is asking, as proven by their token.
///
/// @param name unique among persons and machines
/// @param organisation party code
/// @param roles none where a token of an issuer names none that is known
/// @param jurisdiction of an authority's people; national for others
/// @param attestation their signature under this request; null where they did not sign it
public record Caller(
        String name,
        String organisation,
        Set<Role> roles,
        Jurisdiction jurisdiction,
        @Nullable Attestation attestation) {
    public Caller {
        roles = Set.copyOf(roles);
    }

    /// Somebody who did not sign.
    public Caller(String name, String organisation, Set<Role> roles, Jurisdiction jurisdiction) {
        this(name, organisation, roles, jurisdiction, null);
    }

    /// Somebody without a region.
    public Caller(String name, String organisation, Set<Role> roles) {
        this(name, organisation, roles, Jurisdiction.NATIONAL);
    }

    /// The same who signed.
    Caller attesting(Attestation made) {
        return new Caller(name, organisation, roles, jurisdiction, made);
    }

    /// Whose request this thread answers; empty outside of requests and for nobody in particular.
    static Optional<Caller> current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller caller
                ? Optional.of(caller)
                : Optional.empty();
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /// Whether they are in an authority, which sees beyond its own organisation: how far, is a
    /// matter of its jurisdiction.
    boolean isOfAuthority() {
        return roles.stream().anyMatch(Role::isOfAuthority);
    }

    /// Whether they see everybody's matters: those of an authority of the nation do.
    public boolean seesAll() {
        return isOfAuthority() && jurisdiction.isNational();
    }

    /// The region that they see beside their own organisation; null where there is none, and for
    /// those who see all.
    public @Nullable Jurisdiction overseen() {
        return isOfAuthority() && !jurisdiction.isNational() ? jurisdiction : null;
    }

    /// The caller as a sender of submissions.
    ///
    /// @param forAll roles that hold for everybody here; whoever has none of them, or holds them in
    ///   a region, acts for the own organisation alone
    public Sender sender(Role... forAll) {
        return sender(jurisdiction.isNational(), forAll);
    }

    /// The caller as a sender of a submission about one matter.
    ///
    /// @param isInside whether it lies in the caller's jurisdiction
    /// @param forAll roles that hold for everybody there
    public Sender sender(boolean isInside, Role... forAll) {
        return new Sender(
                organisation,
                name,
                isInside && Arrays.stream(forAll).anyMatch(this::has)
                        ? Sender.Standing.AUTHORITY
                        : Sender.Standing.OWN_FACILITIES,
                attestation);
    }
}
