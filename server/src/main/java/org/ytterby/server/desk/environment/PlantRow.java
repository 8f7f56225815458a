package org.ytterby.server.desk.environment;

import java.util.Comparator;
import java.util.List;
import org.ytterby.core.environment.PlantReview;
import org.ytterby.core.environment.ReturnDue;
import org.ytterby.core.environment.SpeciesBalance;
import org.ytterby.core.environment.ThroughputCheck;
import org.ytterby.core.ledger.Facility;
import org.ytterby.core.ledger.Registry;
import org.ytterby.server.web.Language;

/// A plant on the environment desk.
///
/// @param state of the month's return
/// @param missing returns of the year that nobody handed in
/// @param late returns of the year that came late
/// @param exceeded figures of the year beyond a limit
/// @param throughput what was used against what was put out; empty where no norm fits
/// @param unaccounted largest share of a reagent's nitrogen or chloride that nobody accounted for;
///   empty where nothing is known
public record PlantRow(
        String id,
        String name,
        String region,
        String state,
        long missing,
        long late,
        long exceeded,
        String throughput,
        boolean isStriking,
        String unaccounted) {
    private static final Comparator<PlantRow> WORST_FIRST =
            Comparator.<PlantRow>comparingLong(r -> -(r.exceeded + r.missing))
                    .thenComparing(PlantRow::id);

    /// @param dues of the plants, of the whole year
    static List<PlantRow> of(
            Registry registry, List<PlantReview> plants, List<ReturnDue> dues, Language language) {
        return plants.stream()
                .map(plant ->
                        row(
                                registry.facility(plant.facility()),
                                plant,
                                dues.stream()
                                        .filter(d -> d.facility() == plant.facility())
                                        .toList(),
                                language))
                .sorted(WORST_FIRST)
                .toList();
    }

    private static PlantRow row(
            Facility facility, PlantReview plant, List<ReturnDue> dues, Language language) {
        return new PlantRow(
                facility.id(),
                facility.name(),
                facility.region(),
                dues.getLast().state().code(),
                count(dues, ReturnDue.State.MISSING),
                count(dues, ReturnDue.State.LATE),
                plant.exceeded().size(),
                throughput(plant.throughput(), language),
                plant.isStriking(),
                unaccounted(plant, language));
    }

    private static long count(List<ReturnDue> dues, ReturnDue.State state) {
        return dues.stream().filter(d -> d.state() == state).count();
    }

    private static String throughput(ThroughputCheck check, Language language) {
        return Double.isFinite(check.z())
                ? (check.z() > 0 ? "+" : "") + language.fixed(check.z()) + " σ"
                : "";
    }

    private static String unaccounted(PlantReview plant, Language language) {
        return plant.balances().stream()
                .map(PlantReview.BalancedSpecies::balance)
                .map(SpeciesBalance::unaccountedShare)
                .filter(Double::isFinite)
                .max(Comparator.comparingDouble(Math::abs))
                .map(language::percent)
                .orElse("");
    }
}
