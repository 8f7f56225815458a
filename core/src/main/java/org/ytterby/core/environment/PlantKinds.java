package org.ytterby.core.environment;

import java.util.Set;
import java.util.TreeSet;
import org.ytterby.core.ledger.Declarations;
import org.ytterby.core.ledger.Deposit;
import org.ytterby.core.ledger.Facility;
import org.ytterby.core.ledger.FacilityStage;
import org.ytterby.core.material.OreType;

/// What a facility is in the words of the conditions: as the register of capacity says on a day, or
/// as its stage and its deposit tell where the register has no row.
public final class PlantKinds {
    private PlantKinds() {}

    /// @param facility position in the registry
    public static Set<String> of(Declarations declared, int facility, long atMicros) {
        Set<String> kinds = new TreeSet<>();
        CapacityRegister.inForce(declared, facility, atMicros)
                .ifPresent(row -> kinds.addAll(row.kinds()));
        if (kinds.isEmpty()) {
            Facility plant = declared.registry().facility(facility);
            kinds.add(plant.stage().code());
            if (plant.stage() == FacilityStage.MINE && isIonic(declared, plant.deposit())) {
                kinds.add("mine-ionic");
            }
        }
        return kinds;
    }

    private static boolean isIonic(Declarations declared, String deposit) {
        for (Deposit known : declared.context().deposits()) {
            if (known.id().equals(deposit)) {
                return known.oreType() == OreType.IONIC;
            }
        }
        return false;
    }
}
