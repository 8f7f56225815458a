package org.ytterby.server.law;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.ytterby.core.ledger.LawTable;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Problem;
import org.ytterby.core.ledger.entry.DeclaredRow;
import org.ytterby.core.supervision.Finding;
import org.ytterby.formats.intake.LawRow;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;
import org.ytterby.server.ledger.Given;
import org.ytterby.server.ledger.Submitter;
import org.ytterby.server.ledger.TellsVerdict;

/// Dated law: its rows, what another would alter, and the proposal of one.
@RestController
@RequestMapping(path = "/api/v1/law/{table}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "law", description = "Dated law / 带日期的法规数据")
class LawController {
    private final LawChanges changes;

    LawController(LawChanges changes) {
        this.changes = changes;
    }

    /// A row of a table.
    ///
    /// @param row as it was written, by column
    /// @param inForceFrom first day; absent since ever
    /// @param inForceUntil last day: its own, or that before another row takes its place; absent
    ///   for ever
    /// @param origin `shipped`, or `ledger` where it was enacted
    @Schema(name = "LawRow")
    record Row(
            SortedMap<String, String> row,
            @Nullable String inForceFrom,
            @Nullable String inForceUntil,
            String origin) {
        static Row of(LawRow row) {
            long from = row.span().fromMicros();
            long until = row.span().untilMicros();
            return new Row(
                    row.cells(),
                    from == LedgerTime.BEGINNING ? null : LedgerTime.dateOf(from).toString(),
                    until == LedgerTime.END ? null : LedgerTime.dateOf(until - 1).toString(),
                    row.isShipped() ? "shipped" : "ledger");
        }
    }

    @Allowed(Right.SEE_LAW)
    @GetMapping
    @Operation(summary = "The rows of a table of dated law, of all times")
    List<Row> rows(@PathVariable String table) {
        return changes.rows(table(table)).stream().map(Row::of).toList();
    }

    /// @param row by column; empty cells are left out
    record Asked(SortedMap<String, String> row) {
        Asked {
            Given.all(row);
        }
    }

    /// What a row would alter.
    ///
    /// @param replaces the row whose place it takes; absent where there is none
    /// @param findingsNow with the present limit; absent for other tables
    /// @param findingsThen with the other
    /// @param more ids of findings that would come
    /// @param fewer ids of findings that would go
    /// @param cases that rest on the clause and are not closed
    /// @param splits that would be due on another day
    record Effect(
            @Nullable Row replaces,
            @Nullable Integer findingsNow,
            @Nullable Integer findingsThen,
            List<String> more,
            List<String> fewer,
            List<LawEffect.CaseOn> cases,
            List<LawEffect.DueChange> splits) {
        static Effect of(LawEffect effect) {
            LawRow replaced = effect.replaced();
            LawEffect.Findings findings = effect.findings();
            return new Effect(
                    replaced == null ? null : Row.of(replaced),
                    findings == null ? null : (Integer) findings.now(),
                    findings == null ? null : (Integer) findings.then(),
                    findings == null ? List.of() : ids(findings.more()),
                    findings == null ? List.of() : ids(findings.fewer()),
                    effect.cases(),
                    effect.splits());
        }

        private static List<String> ids(List<Finding> findings) {
            return findings.stream().map(Finding::id).toList();
        }
    }

    /// What is wrong with a row.
    record Refused(List<Problem> problems) {}

    @Allowed(Right.ENACT)
    @PostMapping(path = "/effects", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "What a row would alter; nothing is changed by asking")
    ResponseEntity<?> effect(Caller caller, @PathVariable String table, @RequestBody Asked asked) {
        LawTable of = table(table);
        SortedMap<String, String> cells = stripped(asked.row());
        List<Problem> problems = changes.problems(of, cells);
        return problems.isEmpty()
                ? ResponseEntity.ok(Effect.of(changes.effect(caller, of, cells)))
                : ResponseEntity.unprocessableContent().body(new Refused(problems));
    }

    /// @param proposal its name, unique for ever
    /// @param row by column; empty cells are left out
    /// @param untilMicros when it lapses; absent for 30 days from now
    record Enacting(String proposal, SortedMap<String, String> row, @Nullable Long untilMicros) {
        Enacting {
            Given.all(proposal, row);
        }
    }

    @Allowed(Right.ENACT)
    @PostMapping(path = "/proposals", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Propose a row, for another person to approve")
    @TellsVerdict
    ResponseEntity<?> propose(
            Caller caller,
            @PathVariable String table,
            @RequestHeader(Submitter.KEY) String key,
            @RequestBody Enacting asked) {
        LawTable of = table(table);
        SortedMap<String, String> cells = stripped(asked.row());
        List<Problem> problems = changes.problems(of, cells);
        return problems.isEmpty()
                ? changes.propose(
                        caller,
                        key,
                        asked.proposal(),
                        new DeclaredRow(of.code(), cells),
                        asked.untilMicros())
                : ResponseEntity.unprocessableContent().body(new Refused(problems));
    }

    private static SortedMap<String, String> stripped(SortedMap<String, String> row) {
        SortedMap<String, String> cells = new TreeMap<>();
        row.forEach((column, cell) -> {
            if (!cell.isBlank()) {
                cells.put(column, cell.strip());
            }
        });
        return cells;
    }

    private static LawTable table(String code) {
        return LawTable.find(code)
                .orElseThrow(() ->
                        new ResponseStatusException(
                                HttpStatus.NOT_FOUND,
                                "limits, penalties, duties or split-deadlines / 法规数据表为 limits、penalties、duties 或 split-deadlines: "
                                        + code));
    }
}
