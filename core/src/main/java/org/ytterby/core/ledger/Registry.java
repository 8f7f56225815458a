package org.ytterby.core.ledger;

import java.util.List;

/// Who is who: parties, their groups, their facilities and what these may do.
///
/// References between rows are positions in these lists.
public record Registry(
        List<Party> parties,
        List<Membership> memberships,
        List<Facility> facilities,
        List<Permit> permits) {
    /// The position of nothing.
    public static final int NONE = -1;

    public Registry {
        parties = List.copyOf(parties);
        memberships = List.copyOf(memberships);
        facilities = List.copyOf(facilities);
        permits = List.copyOf(permits);
    }

    /// The group that a party belongs to at an instant, or [#NONE]; of overlapping memberships the
    /// one that began last.
    public int groupOf(int party, long micros) {
        int group = NONE;
        long latest = LedgerTime.BEGINNING;
        for (Membership m : memberships) {
            if (m.party() == party
                    && m.span().contains(micros)
                    && (group == NONE || m.span().fromMicros() >= latest)) {
                group = m.group();
                latest = m.span().fromMicros();
            }
        }
        return group;
    }

    /// Whether a facility holds a valid permit for an activity at an instant.
    public boolean isPermitted(int facility, Activity activity, long micros) {
        for (Permit p : permits) {
            if (p.facility() == facility && p.activity() == activity && p.span().contains(micros)) {
                return true;
            }
        }
        return false;
    }

    /// The facility at a position.
    public Facility facility(int index) {
        return facilities.get(index);
    }

    /// The party at a position.
    public Party party(int index) {
        return parties.get(index);
    }

    /// The party that runs a facility.
    public Party ownerOf(int facility) {
        return parties.get(facilities.get(facility).party());
    }
}
