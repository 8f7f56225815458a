package org.ytterby.server.analysis;

import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.Registry;
import org.ytterby.core.supervision.Finding;
import org.ytterby.server.identity.Caller;

import java.util.Arrays;
import java.util.stream.IntStream;

/// What somebody may see of the index: everything, or what is of their own organisation.
///
/// @param organisation party code; of an authority empty
public record Scope(boolean seesAll, String organisation) {
    public static Scope of(Caller caller) {
        return caller.isOfAuthority()
                ? new Scope(true, "")
                : new Scope(false, caller.organisation());
    }

    /// Whether a party's matters are seen.
    ///
    /// @param party position in the registry
    boolean seesParty(Registry registry, int party) {
        return seesAll || (party != Registry.NONE && isOwn(registry.party(party).id()));
    }

    /// Whether a facility's matters are seen.
    ///
    /// @param facility position in the registry
    boolean seesFacility(Registry registry, int facility) {
        return seesAll || (facility != Registry.NONE && isOwn(registry.ownerOf(facility).id()));
    }

    /// Whether a finding is seen: it concerns a party or a facility that is.
    boolean sees(Registry registry, Finding finding) {
        if (seesAll || isOwn(finding.subject().party())) {
            return true;
        }
        String facility = finding.subject().facility();
        return IntStream.range(0, registry.facilities().size())
                .filter(f -> registry.facility(f).id().equals(facility))
                .anyMatch(f -> seesFacility(registry, f));
    }

    boolean isOwn(String party) {
        return party.equals(organisation);
    }

    /// Whether a lot was ever in a facility that is seen.
    boolean seesLot(Ledger ledger, int lot) {
        return seesAll
                || Arrays.stream(ledger.linesByLot().items(lot))
                        .map(line -> ledger.flows().facility(ledger.flows().record(line)))
                        .anyMatch(facility -> seesFacility(ledger.registry(), facility));
    }
}
