package org.ytterby.server.analysis;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.Groups;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.Registry;

/// What a caller is told about lots and places on the way of material: everything of what they see,
/// the names of the facilities that they deal with directly, and no name beyond.
public final class LotSight {
    private final View view;
    private final Ledger ledger;
    private final Registry registry;
    private final BitSet named = new BitSet();

    /// O(lines of the facilities that are seen), nothing for who sees all.
    public LotSight(View view) {
        this.view = view;
        ledger = view.ledger();
        registry = view.registry();
        if (!view.scope().seesAll()) {
            for (int f = 0; f < registry.facilities().size(); f++) {
                if (seesFacility(f)) {
                    named.set(f);
                    namePartners(f);
                }
            }
        }
    }

    private void namePartners(int facility) {
        FlowTable flows = ledger.flows();
        Groups lines = ledger.linesByFacility();
        for (int i = 0; i < lines.size(facility); i++) {
            int line = lines.get(facility, i);
            FlowType type = ledger.type(line);
            if (type == FlowType.SHIPMENT || type == FlowType.RECEIPT) {
                named.set(flows.partner(line));
            }
        }
    }

    public boolean seesFacility(int facility) {
        return view.scope().seesFacility(registry, facility);
    }

    public boolean seesLot(int lot) {
        return view.scope().seesLot(ledger, lot);
    }

    /// The id of a lot that is seen.
    public @Nullable String lot(int lot) {
        return seesLot(lot) ? ledger.flows().lotId(lot) : null;
    }

    /// The id of a facility that is seen or dealt with directly.
    public @Nullable String facility(int facility) {
        boolean isNamed =
                facility != Registry.NONE && (view.scope().seesAll() || named.get(facility));
        return isNamed ? registry.facility(facility).id() : null;
    }
}
