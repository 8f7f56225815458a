package org.ytterby.server.analysis;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.Problem;
import org.ytterby.core.ledger.Registry;
import org.ytterby.core.supervision.Finding;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;

import java.util.function.Function;
import java.util.stream.IntStream;

/// Findings, and what of the ledger could not be used.
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "analysis", description = "What the ledger means / 台账分析")
class FindingController {
    private final AnalysisIndex index;

    FindingController(AnalysisIndex index) {
        this.index = index;
    }

    @Allowed(Right.SEE_FINDINGS)
    @GetMapping("/findings")
    @Operation(summary = "Findings, most serious first")
    Page<FindingRow> findings(
            Caller caller,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = Page.LIMIT_DEFAULT) int limit) {
        Generation now = index.newest();
        Scope scope = Scope.of(caller);
        Ledger ledger = now.reconciliation().ledger();
        return Page.answer(
                now.position(),
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

    @Allowed(Right.SEE_PROBLEMS)
    @GetMapping("/problems")
    @Operation(summary = "What of the ledger could not be used, by position")
    Page<Problem> problems(
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = Page.LIMIT_DEFAULT) int limit) {
        Generation now = index.newest();
        return Page.answer(
                now.position(),
                now.reconciliation().problems().stream(),
                Function.identity(),
                after,
                limit);
    }
}
