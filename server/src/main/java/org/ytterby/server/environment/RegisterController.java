package org.ytterby.server.environment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.ytterby.core.environment.AccessCheck;
import org.ytterby.core.environment.CapacityRegister;
import org.ytterby.core.environment.Condition;
import org.ytterby.core.environment.Evidence;
import org.ytterby.core.environment.Project;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.RegisteredCapacity;
import org.ytterby.core.ledger.Registry;
import org.ytterby.server.analysis.View;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Counted;
import org.ytterby.server.identity.Right;
import org.ytterby.server.ledger.Submitter;
import org.ytterby.server.web.Language;

/// The registers that plan officers keep: capacity, whom it lets in and who has to leave, and the
/// state stockpile.
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "registers", description = "Capacity and resources / 产能与资源")
class RegisterController {
    private final Registers registers;
    private final Clock clock;

    RegisterController(Registers registers, Clock clock) {
        this.registers = registers;
        this.clock = clock;
    }

    /// A list, with the position of the ledger and the day that it is of.
    record Listed<T>(long position, String on, List<T> items) implements Counted {
        @Override
        public int rows() {
            return items.size();
        }
    }

    record CapacityRow(
            String facility,
            List<String> kinds,
            double approvedT,
            double installedT,
            String technologyClass,
            List<String> processes,
            String from,
            String clause) {
        static CapacityRow of(Registry registry, RegisteredCapacity row) {
            return new CapacityRow(
                    registry.facility(row.facility()).id(),
                    row.kinds().stream().sorted().toList(),
                    row.approvedT(),
                    row.installedT(),
                    row.technologyClass(),
                    row.processes().stream().sorted().toList(),
                    LedgerTime.dateOf(row.span().fromMicros()).toString(),
                    row.basis());
        }
    }

    @Allowed(Right.SEE_REGISTERS)
    @GetMapping("/capacities")
    @Operation(summary = "The register of capacity on a day")
    Listed<CapacityRow> capacities(View view, @RequestParam(defaultValue = "") String on) {
        long at = day(on);
        return new Listed<>(
                view.position(),
                LedgerTime.dateOf(at).toString(),
                CapacityRegister.inForce(view.ledger().declarations(), at).stream()
                        .map(row -> CapacityRow.of(view.registry(), row))
                        .toList());
    }

    /// @param rows of the ledger package's table, by column
    record Rows(List<SortedMap<String, String>> rows) {
        Rows {
            if (rows == null) {
                throw new IllegalArgumentException("rows: missing / 缺少 rows");
            }
        }
    }

    @Allowed(Right.KEEP_REGISTERS)
    @PostMapping(path = "/capacities", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Enter up to 1,000 rows of the register of capacity, all or none")
    ResponseEntity<?> register(
            Caller caller,
            View view,
            @RequestHeader(Submitter.KEY) String key,
            @RequestBody Rows asked) {
        return registers.enter(caller, view, key, Registers.Table.CAPACITIES, asked.rows());
    }

    @Allowed(Right.KEEP_REGISTERS)
    @PostMapping(path = "/stockpile-movements", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Enter up to 1,000 movements of the state stockpile, all or none")
    ResponseEntity<?> move(
            Caller caller,
            View view,
            @RequestHeader(Submitter.KEY) String key,
            @RequestBody Rows asked) {
        return registers.enter(caller, view, key, Registers.Table.STOCKPILE, asked.rows());
    }

    /// @param judgement `met`, `broken`, `missing`, `unverified` or `expired`
    record AnswerRow(
            String condition,
            String judgement,
            String indicator,
            @Nullable Double value,
            String comparison,
            double bound,
            String unit,
            String document,
            String clause,
            String clauseZh,
            String source,
            String confidence) {
        static AnswerRow of(AccessCheck.Answer answer) {
            Condition condition = answer.condition();
            Evidence evidence = answer.evidence();
            return new AnswerRow(
                    condition.code(),
                    answer.judgement().code(),
                    condition.indicator(),
                    evidence == null ? null : Double.valueOf(evidence.value()),
                    condition.comparison().code(),
                    condition.bound(),
                    condition.unit(),
                    evidence == null ? "" : evidence.reference(),
                    condition.clause().en(),
                    condition.clause().zh(),
                    condition.clause().source(),
                    condition.clause().confidence().code());
        }
    }

    record CheckRow(String facility, List<AnswerRow> conditions) {
        static CheckRow of(AccessCheck check) {
            return new CheckRow(check.id(), check.answers().stream().map(AnswerRow::of).toList());
        }
    }

    @Allowed(Right.SEE_REGISTERS)
    @GetMapping("/exit-list")
    @Operation(summary = "Plants that break an exit condition on a day, each with its clauses")
    Listed<CheckRow> exitList(View view, @RequestParam(defaultValue = "") String on) {
        long at = day(on);
        return new Listed<>(
                view.position(),
                LedgerTime.dateOf(at).toString(),
                Registers.exitList(view, at).stream().map(CheckRow::of).toList());
    }

    /// A figure of a project.
    ///
    /// @param document that proves it; empty where nothing does
    record Claimed(double value, @Nullable String document) {}

    /// @param kinds in the words of the conditions
    /// @param figures by indicator
    record Proposed(
            @Nullable String name,
            @Nullable List<String> kinds,
            @Nullable String on,
            @Nullable Map<String, Claimed> figures) {}

    record Checked(boolean admitted, List<AnswerRow> conditions) {}

    @Allowed(Right.SEE_REGISTERS)
    @PostMapping(path = "/admission-checks", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Hold a proposed project against the conditions of access; records nothing")
    Checked check(@RequestBody Proposed asked) {
        List<String> kinds = asked.kinds() == null ? List.of() : asked.kinds();
        for (String kind : kinds) {
            if (!Registers.KINDS.contains(kind)) {
                throw Submitter.unprocessable("no such kind / 没有此类别: " + kind);
            }
        }
        if (kinds.isEmpty()) {
            throw Submitter.unprocessable("kinds: at least one / 至少选择一个类别");
        }
        Map<String, Project.Claim> claims = new TreeMap<>();
        Map<String, Claimed> figures = asked.figures() == null ? Map.of() : asked.figures();
        figures.forEach((indicator, claim) ->
                claims.put(
                        indicator,
                        new Project.Claim(
                                claim.value(), claim.document() == null ? "" : claim.document())));
        AccessCheck check =
                Registers.check(
                        new Project(
                                asked.name() == null ? "" : asked.name(),
                                Set.copyOf(kinds),
                                claims),
                        day(asked.on() == null ? "" : asked.on()));
        return new Checked(
                check.isAdmitted(), check.answers().stream().map(AnswerRow::of).toList());
    }

    private long day(String on) {
        try {
            return Registers.day(on, Language.micros(clock.instant()));
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage(), e);
        }
    }
}
