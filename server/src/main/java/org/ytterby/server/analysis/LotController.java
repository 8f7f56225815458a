package org.ytterby.server.analysis;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.ytterby.core.genealogy.Trace;
import org.ytterby.core.ledger.Groups;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.Names;
import org.ytterby.core.ledger.Registry;
import org.ytterby.core.material.Mass;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;

import java.util.List;

/// Where lots came from and went, each answered within the caller's scope.
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "analysis", description = "What the ledger means / 台账分析")
class LotController {
    private final AnalysisIndex index;

    LotController(AnalysisIndex index) {
        this.index = index;
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
        Trace trace = now.tracing().trace(number);
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
}
