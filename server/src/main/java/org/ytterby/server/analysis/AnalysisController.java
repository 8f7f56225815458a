package org.ytterby.server.analysis;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.ytterby.core.balance.PeriodBalance;
import org.ytterby.core.genealogy.Trace;
import org.ytterby.core.ledger.Groups;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Names;
import org.ytterby.core.ledger.Problem;
import org.ytterby.core.ledger.Registry;
import org.ytterby.core.ledger.Span;
import org.ytterby.core.material.Element;
import org.ytterby.core.material.Mass;
import org.ytterby.core.plan.PlanUse;
import org.ytterby.core.supervision.Finding;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;

/// Questions to the index, each answered within the caller's scope.
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "analysis", description = "What the ledger means / 台账分析")
class AnalysisController {
    private static final String LIMIT = "100";
    private static final double KG_PER_T = 1_000;

    private final AnalysisIndex index;

    AnalysisController(AnalysisIndex index) {
        this.index = index;
    }

    /// @param id the same in every generation that raises the finding
    record FindingRow(
            String id,
            String rule,
            String severity,
            String party,
            String facility,
            @Nullable String from,
            @Nullable String until,
            String lot,
            List<String> elements,
            String record,
            @Nullable Double massKg,
            @Nullable Double sigmaKg,
            @Nullable Double pValue,
            String message,
            String messageZh,
            List<String> evidence) {
        static FindingRow of(Finding f) {
            boolean isDated = !f.span().equals(Finding.NO_SPAN);
            return new FindingRow(
                    f.id(),
                    f.rule().code(),
                    f.severity().code(),
                    f.subject().party(),
                    f.subject().facility(),
                    isDated ? LedgerTime.format(f.span().fromMicros()) : null,
                    isDated ? LedgerTime.format(f.span().untilMicros()) : null,
                    f.subject().lot(),
                    f.elements().stream().map(Element::name).toList(),
                    f.subject().record(),
                    finite(f.weight().massKg()),
                    finite(f.weight().sigmaKg()),
                    finite(f.weight().pValue()),
                    f.message().en(),
                    f.message().zh(),
                    f.evidence().first());
        }
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    @Allowed(Right.SEE_FINDINGS)
    @GetMapping("/findings")
    @Operation(summary = "Findings, most serious first")
    Page<FindingRow> findings(
            Caller caller,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = LIMIT) int limit) {
        Generation now = index.newest();
        Scope scope = Scope.of(caller);
        Ledger ledger = now.reconciliation().ledger();
        return page(
                now,
                now.reconciliation().findings().stream()
                        .filter(f -> rule.isEmpty() || f.rule().code().equals(rule))
                        .filter(f -> sees(scope, ledger.registry(), f)),
                FindingRow::of,
                after,
                limit);
    }

    private static boolean sees(Scope scope, Registry registry, Finding finding) {
        if (scope.seesAll()) {
            return true;
        }
        String facility = finding.subject().facility();
        return scope.isOwn(finding.subject().party())
                || IntStream.range(0, registry.facilities().size())
                        .filter(f -> registry.facility(f).id().equals(facility))
                        .anyMatch(f -> scope.seesFacility(registry, f));
    }

    record BalanceRow(
            String facility,
            String element,
            String from,
            String until,
            double openingKg,
            double additionsKg,
            double removalsKg,
            double closingKg,
            double differenceKg,
            double sigmaKg,
            @Nullable Double sitmuf) {}

    @Allowed(Right.SEE_BALANCES)
    @GetMapping("/balances")
    @Operation(summary = "Material balances by facility, element and period")
    Page<BalanceRow> balances(
            Caller caller,
            @RequestParam(defaultValue = "") String facility,
            @RequestParam(defaultValue = "") String element,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = LIMIT) int limit) {
        Generation now = index.newest();
        Scope scope = Scope.of(caller);
        Registry registry = now.reconciliation().ledger().registry();
        return page(
                now,
                now.reconciliation().balances().stream()
                        .filter(b -> scope.seesFacility(registry, b.facility()))
                        .filter(b ->
                                facility.isEmpty()
                                        || registry.facility(b.facility()).id().equals(facility))
                        .filter(b -> element.isEmpty() || b.element().name().equals(element)),
                b -> balance(registry, b),
                after,
                limit);
    }

    private static BalanceRow balance(Registry registry, PeriodBalance b) {
        Span period = b.period();
        return new BalanceRow(
                registry.facility(b.facility()).id(),
                b.element().name(),
                LedgerTime.format(period.fromMicros()),
                LedgerTime.format(period.untilMicros()),
                b.openingMg() / Mass.MG_PER_KG,
                b.additionsMg() / Mass.MG_PER_KG,
                b.removalsMg() / Mass.MG_PER_KG,
                b.closingMg() / Mass.MG_PER_KG,
                b.differenceMg() / Mass.MG_PER_KG,
                b.statistics().sigmaKg(),
                finite(b.statistics().sitmuf()));
    }

    record PlanUseRow(
            int year,
            String kind,
            @Nullable String oreType,
            String holder,
            double grantedTReo,
            double usedTReo,
            double usedSigmaTReo,
            double remainingTReo) {}

    @Allowed(Right.SEE_BALANCES)
    @GetMapping("/plan-use")
    @Operation(summary = "Use of control plans")
    Page<PlanUseRow> planUse(
            Caller caller,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = LIMIT) int limit) {
        Generation now = index.newest();
        Scope scope = Scope.of(caller);
        Registry registry = now.reconciliation().ledger().registry();
        return page(
                now,
                now.reconciliation().planUse().stream()
                        .filter(use -> scope.seesParty(registry, use.holder())),
                use -> planUse(registry, use),
                after,
                limit);
    }

    private static PlanUseRow planUse(Registry registry, PlanUse use) {
        return new PlanUseRow(
                use.year(),
                use.kind().code(),
                use.oreType() == null ? null : use.oreType().code(),
                registry.party(use.holder()).id(),
                use.grantedKg() / KG_PER_T,
                use.usedKg() / KG_PER_T,
                use.usedSigmaKg() / KG_PER_T,
                use.remainingKg() / KG_PER_T);
    }

    @Allowed(Right.SEE_PROBLEMS)
    @GetMapping("/problems")
    @Operation(summary = "What of the ledger could not be used, by position")
    Page<Problem> problems(
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = LIMIT) int limit) {
        Generation now = index.newest();
        return page(
                now, now.reconciliation().problems().stream(), Function.identity(), after, limit);
    }

    /// @param depth steps of processing from the lot asked for
    /// @param facility absent where the caller sees no further than their direct partners
    record TraceStep(
            @Nullable String lot,
            int depth,
            @Nullable String facility,
            String stage,
            double massKg,
            double reoKg,
            double tracedReoKg) {}

    record TraceAnswer(
            long position, TraceStep lot, List<TraceStep> backward, List<TraceStep> forward) {}

    @Allowed(Right.TRACE)
    @GetMapping("/lots/{lot}/trace")
    @Operation(summary = "What a lot was made of, and what was made of it")
    TraceAnswer trace(Caller caller, @PathVariable String lot) {
        Generation now = index.newest();
        Scope scope = Scope.of(caller);
        Ledger ledger = now.reconciliation().ledger();
        int number = lotNumber(ledger, scope, lot);
        Trace trace = Trace.of(now.births(), now.excess(), number);
        return new TraceAnswer(
                now.position(),
                step(ledger, scope, trace.subject()),
                trace.backward().stream().map(s -> step(ledger, scope, s)).toList(),
                trace.forward().stream().map(s -> step(ledger, scope, s)).toList());
    }

    private static int lotNumber(Ledger ledger, Scope scope, String lot) {
        int number = ledger.flows().texts().lots().find(lot);
        Groups lines = ledger.linesByLot();
        if (number == Names.NONE
                || number >= lines.groupCount()
                || lines.size(number) == 0
                || !scope.seesLot(ledger, number)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no such lot / 没有该批次: " + lot);
        }
        return number;
    }

    private static TraceStep step(Ledger ledger, Scope scope, Trace.Step step) {
        boolean isSeen = scope.seesLot(ledger, step.lot());
        Registry registry = ledger.registry();
        return new TraceStep(
                isSeen ? ledger.flows().lotId(step.lot()) : null,
                step.depth(),
                isSeen && step.facility() != Registry.NONE
                        ? registry.facility(step.facility()).id()
                        : null,
                ledger.declarations().products().get(step.product()).stage().code(),
                step.massMg() / Mass.MG_PER_KG,
                step.reoKg(),
                step.tracedReoKg());
    }

    private static <T, R> Page<R> page(
            Generation now, Stream<T> all, Function<T, R> row, String after, int limit) {
        try {
            List<T> seen = all.toList();
            Page<T> page = Page.of(now.position(), seen, after, limit);
            return new Page<>(
                    page.position(),
                    page.total(),
                    page.items().stream().map(row).toList(),
                    page.next());
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage());
        }
    }
}
