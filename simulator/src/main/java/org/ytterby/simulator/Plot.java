package org.ytterby.simulator;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What is planted where, and the truth about it as it comes to pass.
final class Plot {
    private static final int MONTHS = 12;

    private final SimulationPlan plan;
    private final Map<Scenario, Target> targets = new EnumMap<>(Scenario.class);
    private final Map<Scenario, PlantedTruth> truths = new EnumMap<>(Scenario.class);

    Plot(SimulationPlan plan) {
        this.plan = plan;
        for (var row : Table.read("targets.csv").rows()) {
            Target target = Target.of(row);
            targets.put(target.scenario(), target);
            if (plan.plants(target.scenario())) {
                truths.put(
                        target.scenario(),
                        new PlantedTruth(target.scenario(), plan.size(target.scenario())));
            }
        }
    }

    boolean plants(Scenario scenario) {
        return plan.plants(scenario);
    }

    /// Size of a planted scenario in its unit.
    double size(Scenario scenario) {
        return plan.size(scenario);
    }

    /// Whether a scenario is planted at a facility.
    boolean hits(Scenario scenario, Site site) {
        return plan.plants(scenario) && target(scenario).site().equals(site.id());
    }

    Target target(Scenario scenario) {
        Target target = targets.get(scenario);
        if (target == null) {
            throw new IllegalStateException("targets.csv has no " + scenario.code());
        }
        return target;
    }

    /// Where the truth about a planted scenario is collected.
    PlantedTruth truth(Scenario scenario) {
        PlantedTruth truth = truths.get(scenario);
        if (truth == null) {
            throw new IllegalStateException(scenario.code() + " is not planted");
        }
        return truth;
    }

    Collection<PlantedTruth> truths() {
        return List.copyOf(truths.values());
    }

    /// Whether a facility reports what it does in a month after the deadline.
    boolean isLate(Site site, int month) {
        if (!hits(Scenario.LATE_REPORTING, site)) {
            return false;
        }
        int first = target(Scenario.LATE_REPORTING).firstMonth();
        boolean late = month >= first && month < first + size(Scenario.LATE_REPORTING);
        if (late) {
            truth(Scenario.LATE_REPORTING).at(site).month(month);
        }
        return late;
    }

    /// For how many months a facility copies its books instead of counting; 0 for one that counts.
    int copyingMonths(Site site) {
        return hits(Scenario.NUMBERS_MADE_TO_CLOSE, site)
                ? (int) Math.min(MONTHS, size(Scenario.NUMBERS_MADE_TO_CLOSE))
                : 0;
    }

    /// The part of each receipt that a facility does not weigh.
    double underWeighing(Site site) {
        return hits(Scenario.UNDER_WEIGHING, site) ? size(Scenario.UNDER_WEIGHING) : 0;
    }
}
