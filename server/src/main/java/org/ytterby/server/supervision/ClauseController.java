package org.ytterby.server.supervision;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.PenaltyClause;
import org.ytterby.core.ledger.PenaltyClause.Range;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Right;

/// The clauses by which penalties are imposed: dated data, with how sure it is.
@RestController
@RequestMapping(path = "/api/v1/penalty-clauses", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "cases", description = "Looking into findings / 线索核查")
class ClauseController {
    private final PenaltyClauses clauses;

    ClauseController(PenaltyClauses clauses) {
        this.clauses = clauses;
    }

    /// A clause in force.
    ///
    /// @param clause by which cases name it
    /// @param fineMinYuan CNY; absent, as the most is, where the fine follows from illegal income
    /// @param incomeMinTimes times the illegal income; absent where that does not matter
    /// @param confidence how sure the figures are
    record ClauseRow(
            String clause,
            String law,
            String lawZh,
            String offence,
            String offenceZh,
            @Nullable Long fineMinYuan,
            @Nullable Long fineMaxYuan,
            @Nullable Long incomeMinTimes,
            @Nullable Long incomeMaxTimes,
            String confidence,
            String source) {
        static ClauseRow of(PenaltyClause clause) {
            Range fine = clause.fine();
            Range income = clause.income();
            return new ClauseRow(
                    clause.code(),
                    clause.law().en(),
                    clause.law().zh(),
                    clause.offence().en(),
                    clause.offence().zh(),
                    fine == null ? null : (Long) fine.least(),
                    fine == null ? null : (Long) fine.most(),
                    income == null ? null : (Long) income.least(),
                    income == null ? null : (Long) income.most(),
                    clause.confidence(),
                    clause.source());
        }
    }

    /// @param on a day such as `2026-01-31`; today where it is absent
    @Allowed(Right.SEE_CASES)
    @GetMapping
    @Operation(summary = "The clauses in force on a day, with the range of their fines")
    List<ClauseRow> clauses(@RequestParam(required = false) @Nullable String on) {
        List<PenaltyClause> found =
                on == null
                        ? clauses.now()
                        : clauses.at(
                                LedgerTime.parseDate(on)
                                        .orElseThrow(() ->
                                                new ResponseStatusException(
                                                        HttpStatus.BAD_REQUEST,
                                                        "on: a day such as 2026-01-31 / on 应为日期，如"
                                                                + " 2026-01-31")));
        return found.stream().map(ClauseRow::of).toList();
    }
}
