package org.ytterby.server.environment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.ytterby.core.environment.LimitCheck;
import org.ytterby.core.environment.MonthlyReturn;
import org.ytterby.core.environment.Months;
import org.ytterby.core.environment.PlantReview;
import org.ytterby.core.environment.ReturnBook;
import org.ytterby.core.environment.ReturnDue;
import org.ytterby.core.environment.SpeciesBalance;
import org.ytterby.core.environment.ThroughputCheck;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Registry;
import org.ytterby.server.analysis.View;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Counted;
import org.ytterby.server.identity.ReadNote;
import org.ytterby.server.identity.Right;
import org.ytterby.server.web.Language;

/// Environmental returns: who owes them, what is beyond a limit, and what they say beside the
/// ledger. Each is answered within the caller's scope.
@RestController
@RequestMapping(path = "/api/v1/environment", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "environment", description = "Environmental returns / 环境月报")
class EnvironmentController {
    private final Reviews reviews;
    private final Clock clock;

    EnvironmentController(Reviews reviews, Clock clock) {
        this.reviews = reviews;
        this.clock = clock;
    }

    /// A list, with the position of the ledger that it was answered from.
    record Answer<T>(long position, List<T> items) implements Counted {
        @Override
        public int rows() {
            return items.size();
        }
    }

    /// @param state `returned`, `late`, `open` or `missing`
    /// @param figures in force, by indicator
    record ReturnRow(
            String facility,
            String month,
            String due,
            String state,
            SortedMap<String, Double> figures) {}

    @Allowed(Right.SEE_ENVIRONMENT)
    @GetMapping("/returns")
    @Operation(summary = "Returns that are owed for a month, with what was returned")
    Answer<ReturnRow> returns(
            View view,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String facility) {
        Months year = months(month, view);
        Months asked = new Months(year.until(), year.until());
        Registry registry = view.registry();
        ReturnBook book = reviews.book(view, year);
        List<ReturnRow> rows = new ArrayList<>();
        for (ReturnDue due :
                ReturnDue.of(
                        view.ledger(),
                        book,
                        f ->
                                view.scope().seesFacility(registry, f)
                                        && (facility.isEmpty()
                                                || registry.facility(f).id().equals(facility)),
                        asked,
                        Language.micros(clock.instant()))) {
            MonthlyReturn returned = book.of(due.facility()).get(due.month());
            rows.add(
                    new ReturnRow(
                            registry.facility(due.facility()).id(),
                            due.month().toString(),
                            LedgerTime.format(due.dueMicros()),
                            due.state().code(),
                            returned == null ? new TreeMap<>() : returned.figures()));
        }
        return new Answer<>(view.position(), rows);
    }

    /// @param excess share of the limit by which it is exceeded
    record ExceedanceRow(
            String facility,
            String month,
            String indicator,
            double value,
            String comparison,
            double bound,
            String unit,
            String limit,
            String clause,
            String clauseZh,
            String source,
            String confidence,
            double excess) {
        static ExceedanceRow of(LimitCheck.Line line) {
            return new ExceedanceRow(
                    line.facility(),
                    line.month().toString(),
                    line.limit().indicator(),
                    line.value(),
                    line.limit().comparison().code(),
                    line.limit().bound(),
                    line.limit().unit(),
                    line.limit().code(),
                    line.limit().clause().en(),
                    line.limit().clause().zh(),
                    line.limit().clause().source(),
                    line.limit().clause().confidence().code(),
                    line.excess());
        }
    }

    @Allowed(Right.SEE_ENVIRONMENT)
    @GetMapping("/exceedances")
    @Operation(summary = "Figures beyond a limit, from January up to a month")
    Answer<ExceedanceRow> exceedances(View view, @RequestParam(defaultValue = "") String month) {
        return new Answer<>(
                view.position(),
                reviews.of(view, months(month, view)).stream()
                        .flatMap(plant -> plant.exceeded().stream())
                        .map(ExceedanceRow::of)
                        .toList());
    }

    /// @param computed by the ledger; absent where it cannot tell
    /// @param declared mean of the months that declared it; absent where none did
    record RateRow(
            String rate,
            @Nullable Double computed,
            @Nullable Double declared,
            @Nullable Double difference) {}

    /// Where a species went, kg.
    @Schema(name = "SpeciesBalanceRow")
    record BalanceRow(
            String species,
            double inKg,
            double dischargedKg,
            double recoveredKg,
            double unaccountedKg,
            int monthsDischarged) {}

    /// What was used against what was put out, t REO.
    record ThroughputRow(
            double declaredT,
            @Nullable Double impliedT,
            @Nullable Double sigmaT,
            @Nullable Double z,
            boolean striking) {}

    record PlantAnswer(
            long position,
            String facility,
            String from,
            String until,
            List<String> kinds,
            Map<String, Map<String, Double>> returns,
            List<RateRow> rates,
            List<BalanceRow> balances,
            ThroughputRow throughput) {}

    @Allowed(Right.SEE_ENVIRONMENT)
    @GetMapping("/plants/{facility}")
    @Operation(summary = "What a plant's returns say from January up to a month, beside the ledger")
    PlantAnswer plant(
            View view,
            @PathVariable String facility,
            @RequestParam(defaultValue = "") String month) {
        Months months = months(month, view);
        PlantReview plant =
                reviews.of(view, months, facility)
                        .orElseThrow(() ->
                                new ResponseStatusException(
                                        HttpStatus.NOT_FOUND,
                                        "no such plant / 没有该场所: " + facility));
        ReadNote.about(view.registry().ownerOf(plant.facility()).id());
        Map<String, Map<String, Double>> returns = new TreeMap<>();
        reviews.book(view, months)
                .of(plant.facility())
                .forEach((at, r) -> {
                    if (months.contains(at)) {
                        returns.put(at.toString(), r.figures());
                    }
                });
        return new PlantAnswer(
                view.position(),
                facility,
                months.from().toString(),
                months.until().toString(),
                plant.kinds().stream().sorted().toList(),
                returns,
                plant.rates().stream().map(EnvironmentController::row).toList(),
                plant.balances().stream().map(EnvironmentController::row).toList(),
                row(plant.throughput()));
    }

    private static RateRow row(PlantReview.Compared rate) {
        return new RateRow(
                rate.kind().name().toLowerCase(Locale.ROOT),
                rate.computed() == null ? null : Double.valueOf(rate.computed().share()),
                known(rate.declared()),
                known(rate.difference()));
    }

    private static BalanceRow row(PlantReview.BalancedSpecies of) {
        SpeciesBalance balance = of.balance();
        return new BalanceRow(
                balance.species().indicator(),
                balance.inKg(),
                balance.dischargedKg(),
                balance.recoveredKg(),
                balance.unaccountedKg(),
                of.monthsDischarged());
    }

    private static ThroughputRow row(ThroughputCheck check) {
        return new ThroughputRow(
                check.declaredT(),
                known(check.impliedT()),
                known(check.sigmaT()),
                known(check.z()),
                check.isStriking());
    }

    private static @Nullable Double known(double value) {
        return Double.isFinite(value) ? Double.valueOf(value) : null;
    }

    private static Months months(String month, View view) {
        try {
            return AskedMonths.of(month, view);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage(), e);
        }
    }
}
