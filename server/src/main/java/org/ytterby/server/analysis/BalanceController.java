package org.ytterby.server.analysis;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.ytterby.core.balance.PeriodBalance;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Registry;
import org.ytterby.core.ledger.Span;
import org.ytterby.core.material.Mass;
import org.ytterby.core.plan.PlanUse;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Right;

/// Material balances and the use of plans, each answered within the caller's scope.
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "analysis", description = "What the ledger means / 台账分析")
class BalanceController {
    private static final double KG_PER_T = 1_000;

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
            View view,
            @RequestParam(defaultValue = "") String facility,
            @RequestParam(defaultValue = "") String element,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = Page.LIMIT_DEFAULT) int limit) {
        Registry registry = view.registry();
        return Page.answer(
                view.position(),
                view.now().reconciliation().balances().stream()
                        .filter(b -> view.scope().seesFacility(registry, b.facility()))
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
                Figure.finite(b.statistics().sitmuf()));
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
            View view,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = Page.LIMIT_DEFAULT) int limit) {
        Registry registry = view.registry();
        return Page.answer(
                view.position(),
                view.now().reconciliation().planUse().stream()
                        .filter(use -> view.scope().seesParty(registry, use.holder())),
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
}
