package org.ytterby.server.analysis;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
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
import org.ytterby.core.genealogy.Attribution;
import org.ytterby.core.genealogy.Trace;
import org.ytterby.core.genealogy.Tracing;
import org.ytterby.core.ledger.Groups;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.Names;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Right;

/// Where lots came from and went, each answered within the caller's scope.
@RestController
@RequestMapping(path = "/api/v1/lots/{lot}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "lots", description = "Where material came from and went / 批次追溯")
class LotController {
    private static final String DEPTH_MAX = "1000";
    private static final String STEPS_MAX = "1000";

    /// @param backward nearest lots first; absent where they were not asked for
    /// @param backwardTotal how many there are in all, however deep
    /// @param settled false where lots feed each other in a loop and shares are still too small
    record TraceAnswer(
            long position,
            TraceStep lot,
            boolean settled,
            @Nullable Integer backwardTotal,
            @Nullable List<TraceStep> backward,
            @Nullable Integer forwardTotal,
            @Nullable List<TraceStep> forward) {}

    @Allowed(Right.TRACE)
    @GetMapping("/trace")
    @Operation(summary = "What a lot was made of, and what was made with it")
    TraceAnswer trace(
            View view,
            @PathVariable String lot,
            @Parameter(description = "backward, forward or both")
                    @RequestParam(defaultValue = "both")
                    String direction,
            @Parameter(description = "the most steps of processing from the lot, 1 to 1000")
                    @RequestParam(defaultValue = DEPTH_MAX)
                    int depth,
            @Parameter(description = "the most lots each way, 1 to 1000")
                    @RequestParam(defaultValue = STEPS_MAX)
                    int limit) {
        require(List.of("both", "backward", "forward").contains(direction), "direction", direction);
        require(depth >= 1 && depth <= 1_000, "depth", depth);
        require(limit >= 1 && limit <= 1_000, "limit", limit);
        LotSight sight = new LotSight(view);
        int number = lotNumber(view, sight, lot);
        Tracing tracing = view.now().tracing();
        Tracing.@Nullable Walk back = direction.equals("forward") ? null : tracing.backward(number);
        Tracing.@Nullable Walk on = direction.equals("backward") ? null : tracing.forward(number);
        Trace.Step subject = back != null ? back.subject() : tracing.subject(number);
        return new TraceAnswer(
                view.position(),
                TraceStep.of(view.ledger(), sight, subject),
                (back == null || back.isSettled()) && (on == null || on.isSettled()),
                back == null ? null : back.steps().size(),
                back == null ? null : nearest(view, sight, back.steps(), depth, limit),
                on == null ? null : on.steps().size(),
                on == null ? null : nearest(view, sight, on.steps(), depth, limit));
    }

    private static List<TraceStep> nearest(
            View view, LotSight sight, List<Trace.Step> steps, int depth, int limit) {
        return steps.stream()
                .takeWhile(step -> step.depth() <= depth)
                .limit(limit)
                .map(step -> TraceStep.of(view.ledger(), sight, step))
                .toList();
    }

    /// @param settled false where lots feed each other in a loop and shares were taken in
    ///   proportion before they had settled
    record AttributionAnswer(long position, String lot, boolean settled, List<OriginRow> origins) {}

    @Allowed(Right.TRACE)
    @GetMapping("/attribution")
    @Operation(summary = "Where each element of a lot came into the books, by share")
    AttributionAnswer attribution(View view, @PathVariable String lot) {
        LotSight sight = new LotSight(view);
        int number = lotNumber(view, sight, lot);
        Attribution attribution = view.now().tracing().attribution(number);
        return new AttributionAnswer(
                view.position(),
                lot,
                attribution.unsettled().isEmpty(),
                OriginRow.of(view, sight, attribution));
    }

    /// @param totalsReoKg kg REO of the lot that left each way, and that is in stock; absent for
    ///   who does not see all
    /// @param total holdings in all
    /// @param next cursor of the next page; absent on the last one
    record RecallAnswer(
            long position,
            TraceStep lot,
            boolean settled,
            @Nullable SortedMap<String, Double> totalsReoKg,
            long total,
            List<RecallHolding> items,
            @Nullable String next) {}

    @Allowed(Right.TRACE)
    @GetMapping("/recall")
    @Operation(summary = "Every stock that holds or held material of a lot, and where it went")
    RecallAnswer recall(
            View view,
            @PathVariable String lot,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = Page.LIMIT_DEFAULT) int limit) {
        LotSight sight = new LotSight(view);
        Trace trace = view.now().tracing().trace(lotNumber(view, sight, lot));
        Page<RecallHolding> page =
                Page.answer(
                        view.position(),
                        trace.recall().stream(),
                        holding -> RecallHolding.of(view.ledger(), sight, holding),
                        after,
                        limit);
        return new RecallAnswer(
                view.position(),
                TraceStep.of(view.ledger(), sight, trace.subject()),
                trace.isSettled(),
                view.scope().seesAll() ? totals(trace) : null,
                page.total(),
                page.items(),
                page.next());
    }

    private static SortedMap<String, Double> totals(Trace trace) {
        SortedMap<String, Double> totals = new TreeMap<>();
        for (Trace.Way way : Trace.Way.values()) {
            totals.put(RecallHolding.code(way), trace.leftReoKg(way));
        }
        totals.put("in_stock", trace.stockReoKg());
        return totals;
    }

    private static int lotNumber(View view, LotSight sight, String lot) {
        Ledger ledger = view.ledger();
        int number = ledger.flows().texts().lots().find(lot);
        Groups lines = ledger.linesByLot();
        if (number == Names.NONE
                || number >= lines.groupCount()
                || lines.size(number) == 0
                || !sight.seesLot(number)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no such lot / 没有该批次: " + lot);
        }
        return number;
    }

    private static void require(boolean holds, String parameter, Object value) {
        if (!holds) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST,
                    "%s: not %s; see the description of the API / 参数取值不对，见接口说明"
                            .formatted(parameter, value));
        }
    }
}
