package org.ytterby.server.analysis;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.ytterby.core.ledger.Problem;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Right;

/// Findings, and what of the ledger could not be used.
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "analysis", description = "What the ledger means / 台账分析")
class FindingController {
    @Allowed(Right.SEE_FINDINGS)
    @GetMapping("/findings")
    @Operation(summary = "Findings, most serious first")
    Page<FindingRow> findings(
            View view,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = Page.LIMIT_DEFAULT) int limit) {
        return Page.answer(
                view.position(),
                view.now().reconciliation().findings().stream()
                        .filter(f -> rule.isEmpty() || f.rule().code().equals(rule))
                        .filter(f -> view.scope().sees(view.registry(), f)),
                FindingRow::of,
                after,
                limit);
    }

    @Allowed(Right.SEE_PROBLEMS)
    @GetMapping("/problems")
    @Operation(summary = "What of the ledger could not be used, by position")
    Page<Problem> problems(
            View view,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = Page.LIMIT_DEFAULT) int limit) {
        return Page.answer(
                view.position(),
                view.now().reconciliation().problems().stream(),
                Function.identity(),
                after,
                limit);
    }
}
