package org.ytterby.server.analysis;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.Registry;
import org.ytterby.core.supervision.Finding;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Jurisdiction;

/// What somebody may see of the index: everything, or what is of their own organisation and of the
/// region that they oversee. What cannot be told to lie in a region is not seen there.
///
/// @param organisation party code; of who sees everything empty
/// @param overseen null where there is no region
public record Scope(boolean seesAll, String organisation, @Nullable Jurisdiction overseen) {
    public static Scope of(Caller caller) {
        return caller.seesAll()
                ? new Scope(true, "", null)
                : new Scope(false, caller.organisation(), caller.overseen());
    }

    /// Whether a party's matters are seen.
    ///
    /// @param party position in the registry
    public boolean seesParty(Registry registry, int party) {
        return seesAll
                || (party != Registry.NONE && seesParty(registry, registry.party(party).id()));
    }

    /// Whether a party's matters are seen: it is the own one, or all of its facilities are
    /// overseen.
    public boolean seesParty(Registry registry, String party) {
        Jurisdiction region = overseen;
        if (seesAll || isOwn(party)) {
            return true;
        }
        int[] facilities =
                region == null
                        ? new int[0]
                        : IntStream.range(0, registry.facilities().size())
                                .filter(f -> registry.ownerOf(f).id().equals(party))
                                .toArray();
        return facilities.length > 0
                && Arrays.stream(facilities).allMatch(f -> oversees(registry, f));
    }

    private boolean oversees(Registry registry, int facility) {
        return overseen != null && overseen.covers(registry.facility(facility).region());
    }

    /// Whether a facility's matters are seen.
    ///
    /// @param facility position in the registry
    public boolean seesFacility(Registry registry, int facility) {
        return seesAll
                || (facility != Registry.NONE
                        && (isOwn(registry.ownerOf(facility).id())
                                || oversees(registry, facility)));
    }

    /// Whether a finding is seen: it concerns a party or a facility that is.
    public boolean sees(Registry registry, Finding finding) {
        if (seesParty(registry, finding.subject().party())) {
            return true;
        }
        String facility = finding.subject().facility();
        return IntStream.range(0, registry.facilities().size())
                .filter(f -> registry.facility(f).id().equals(facility))
                .anyMatch(f -> seesFacility(registry, f));
    }

    public boolean isOwn(String party) {
        return party.equals(organisation);
    }

    /// Whether a lot was ever in a facility that is seen.
    public boolean seesLot(Ledger ledger, int lot) {
        return seesAll
                || Arrays.stream(ledger.linesByLot().items(lot))
                        .map(line -> ledger.flows().facility(ledger.flows().record(line)))
                        .anyMatch(facility -> seesFacility(ledger.registry(), facility));
    }
}
