package org.ytterby.simulator;

import java.util.EnumMap;
import java.util.Map;
import org.ytterby.core.material.OreType;

/// What the nation mines and gets from elsewhere in an honest year: nearly its mining plan, but no
/// more than its separation plan lets it put through.
final class Budget {
    private static final String ROCK_ROLE = "separation-mixed";
    private static final String IONIC_ROLE = "separation-ionic";

    private final Map<OreType, Double> mined = new EnumMap<>(OreType.class);
    private final double imported;
    private final double oldMagnets;

    Budget(Catalogue catalogue, NationalPlan national) {
        Assumptions assumptions = catalogue.assumptions();
        double all = national.allMined();
        double rockYield = catalogue.recipe(ROCK_ROLE).yield();
        double imports = all * assumptions.value("imports_of_mining");
        double separated = imports * rockYield;
        for (OreType ore : OreType.values()) {
            double tonnes = NationalPlan.sum(national.mining(ore)) * assumptions.value("plan_use");
            mined.put(ore, tonnes);
            separated +=
                    tonnes
                            * (ore == OreType.ROCK
                                    ? rockYield
                                    : catalogue.recipe(IONIC_ROLE).yield());
        }
        double most =
                NationalPlan.sum(national.separation()) * assumptions.value("separation_use_max");
        double throttle = Math.min(1, most / separated);
        mined.replaceAll((ore, tonnes) -> tonnes * throttle);
        imported = imports * throttle;
        oldMagnets = all * assumptions.value("old_magnets_of_mining");
    }

    /// The part of one cell.
    Cell.Tonnage tonnage(double weight) {
        Map<OreType, Double> part = new EnumMap<>(mined);
        part.replaceAll((ore, tonnes) -> tonnes * weight);
        return new Cell.Tonnage(part, imported * weight, oldMagnets * weight);
    }
}
