package org.ytterby.core.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.ytterby.core.ledger.Activity;
import org.ytterby.core.ledger.ControlPlan;
import org.ytterby.core.ledger.Facility;
import org.ytterby.core.ledger.FacilityStage;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.PlanKind;
import org.ytterby.core.ledger.Registry;

/// A mine or separation plant that works under the plan of a year, as groups have to publish them
/// (yearly notices since 2018): it is licensed for that work in the year, and who runs it or their
/// group holds a plan for it. What the plan amounts to is not told.
///
/// @param facility index
/// @param group index of the group, or of who runs it where they belong to none
public record PlannedPlant(int facility, int group, PlanKind kind) {
    /// The years for which there is a plan that was not revoked.
    public static SortedSet<Integer> years(Ledger ledger) {
        SortedSet<Integer> years = new TreeSet<>();
        for (ControlPlan plan : ledger.declarations().entitlements().plans()) {
            if (!plan.revoked()) {
                years.add(plan.year());
            }
        }
        return years;
    }

    /// Those of a year, in the order of the registry.
    public static List<PlannedPlant> of(Ledger ledger, int year) {
        Registry registry = ledger.registry();
        long end = LedgerTime.startOfYear(year + 1) - 1;
        List<PlannedPlant> plants = new ArrayList<>();
        for (int facility = 0; facility < registry.facilities().size(); facility++) {
            Facility one = registry.facility(facility);
            if (one.stage() != FacilityStage.MINE && one.stage() != FacilityStage.SEPARATION) {
                continue;
            }
            boolean isMine = one.stage() == FacilityStage.MINE;
            PlanKind kind = isMine ? PlanKind.MINING : PlanKind.SMELTING_SEPARATION;
            Activity activity = isMine ? Activity.MINING : Activity.SMELTING_SEPARATION;
            int of = registry.groupOf(one.party(), end);
            int group = of == Registry.NONE ? one.party() : of;
            if (isLicensed(registry, facility, activity, year)
                    && (isPlanned(ledger, one.party(), kind, year)
                            || isPlanned(ledger, group, kind, year))) {
                plants.add(new PlannedPlant(facility, group, kind));
            }
        }
        return List.copyOf(plants);
    }

    /// Whether a permit holds on any day of the year.
    private static boolean isLicensed(
            Registry registry, int facility, Activity activity, int year) {
        return registry.permits().stream()
                .anyMatch(permit ->
                        permit.facility() == facility
                                && permit.activity() == activity
                                && permit.span().fromMicros() < LedgerTime.startOfYear(year + 1)
                                && permit.span().untilMicros() > LedgerTime.startOfYear(year));
    }

    private static boolean isPlanned(Ledger ledger, int holder, PlanKind kind, int year) {
        return ledger.declarations().entitlements().plans().stream()
                .anyMatch(plan ->
                        plan.holder() == holder
                                && plan.kind() == kind
                                && plan.year() == year
                                && !plan.revoked());
    }
}
