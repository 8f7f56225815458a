package org.ytterby.server.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.ytterby.core.environment.EnvironmentLaw;
import org.ytterby.core.environment.Months;
import org.ytterby.core.environment.PlantReview;
import org.ytterby.core.environment.ReturnBook;
import org.ytterby.core.environment.ThroughputCheck;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.formats.EnvironmentTables;
import org.ytterby.server.analysis.View;

/// Reviews of plants at one position of the ledger: those of the span asked for last are kept, for
/// all who ask, and each gets what is in their scope.
///
/// Safe for use by several threads.
@Component
public class Reviews {
    private final EnvironmentLaw law = EnvironmentTables.law();
    private final AtomicReference<@Nullable Kept> last = new AtomicReference<>();

    /// @param plants reviews of all facilities that owe returns
    private record Kept(long position, Months months, ReturnBook book, List<PlantReview> plants) {}

    /// The dated data that returns are held against.
    public EnvironmentLaw law() {
        return law;
    }

    /// The returns in force at the position of a view. It is for callers to keep to its scope.
    public ReturnBook book(View view, Months months) {
        return kept(view, months).book;
    }

    /// Reviews of the plants in a scope, in the order of the registry.
    public List<PlantReview> of(View view, Months months) {
        return kept(view, months).plants.stream()
                .filter(plant -> view.scope().seesFacility(view.registry(), plant.facility()))
                .toList();
    }

    /// The review of one plant; empty where it owes no returns or is not in the scope.
    public Optional<PlantReview> of(View view, Months months, String facility) {
        return of(view, months).stream()
                .filter(plant -> view.registry().facility(plant.facility()).id().equals(facility))
                .findFirst();
    }

    /// What plants in a scope used in the year that was reported last, of those where it fits more
    /// than the declared output, by their positions in the registry.
    public Map<Integer, ThroughputCheck> striking(View view) {
        return of(view, AskedMonths.of("", view)).stream()
                .filter(PlantReview::isStriking)
                .collect(Collectors.toMap(PlantReview::facility, PlantReview::throughput));
    }

    private Kept kept(View view, Months months) {
        Kept known = last.get();
        if (known == null || known.position != view.position() || !known.months.equals(months)) {
            known = made(view, months);
            last.set(known);
        }
        return known;
    }

    private Kept made(View view, Months months) {
        Ledger ledger = view.ledger();
        ReturnBook book = ReturnBook.of(ledger.declarations());
        List<PlantReview> plants = new ArrayList<>();
        for (int f = 0; f < ledger.registry().facilities().size(); f++) {
            if (ledger.registry().facility(f).stage().owesEnvironmentalReturns()) {
                plants.add(PlantReview.of(ledger, book, law, f, months));
            }
        }
        return new Kept(view.position(), months, book, List.copyOf(plants));
    }
}
