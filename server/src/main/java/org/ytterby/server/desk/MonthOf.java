package org.ytterby.server.desk;

import java.time.YearMonth;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.ytterby.core.ledger.Facility;
import org.ytterby.core.ledger.Registry;
import org.ytterby.server.analysis.View;

/// The month of an own facility that a page is about.
///
/// @param own facilities that there are to choose from
/// @param index of the facility in the registry
public record MonthOf(YearMonth month, List<Facility> own, Facility facility, int index) {
    public MonthOf {
        own = List.copyOf(own);
    }

    /// @param counts which facilities there are to choose from, among those that the reader sees
    /// @param facility id of the one that was asked for; empty for the first
    /// @param missing said where it is none of them
    public static MonthOf of(
            View view,
            YearMonth month,
            Predicate<Facility> counts,
            String facility,
            String missing) {
        Registry registry = view.registry();
        List<Integer> own = own(view, counts);
        int chosen =
                own.stream()
                        .filter(f ->
                                facility.isEmpty() || registry.facility(f).id().equals(facility))
                        .findFirst()
                        .orElseThrow(
                                () -> new ResponseStatusException(HttpStatus.NOT_FOUND, missing));
        return new MonthOf(
                month,
                own.stream().map(registry::facility).toList(),
                registry.facility(chosen),
                chosen);
    }

    private static List<Integer> own(View view, Predicate<Facility> counts) {
        Registry registry = view.registry();
        return IntStream.range(0, registry.facilities().size())
                .filter(f -> view.scope().seesFacility(registry, f))
                .filter(f -> counts.test(registry.facility(f)))
                .boxed()
                .toList();
    }

    /// Facilities that the reader sees.
    public static List<Facility> facilities(View view, Predicate<Facility> counts) {
        return own(view, counts).stream().map(view.registry()::facility).toList();
    }

    public YearMonth before() {
        return month.minusMonths(1);
    }

    public YearMonth after() {
        return month.plusMonths(1);
    }
}
