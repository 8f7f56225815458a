package org.ytterby.server.supervision;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.ytterby.core.ledger.entry.CaseFile;
import org.ytterby.core.ledger.entry.CaseStep;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;
import org.ytterby.server.ledger.CaseReader;
import org.ytterby.server.ledger.Given;
import org.ytterby.server.ledger.Submitter;
import org.ytterby.server.ledger.TellsVerdict;

/// Cases: findings that a supervisor looks into, asks the enterprise about, and decides.
@RestController
@RequestMapping(path = "/api/v1/cases", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "cases", description = "Looking into findings / 线索核查")
class CaseController {
    private static final int LIMIT_MAX = 1_000;

    private final CaseReader reader;
    private final Findings findings;
    private final CaseSteps steps;
    private final PenaltyClauses clauses;

    CaseController(CaseReader reader, Findings findings, CaseSteps steps, PenaltyClauses clauses) {
        this.reader = reader;
        this.findings = findings;
        this.steps = steps;
        this.clauses = clauses;
    }

    @Allowed(Right.SEE_CASES)
    @GetMapping
    @Operation(summary = "Cases by name; an enterprise sees its own")
    CaseRow.Page cases(
            Caller caller,
            CaseRow.Filter filter,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "limit: 1 to 1000 / 每页 1 至 1000 条");
        }
        return CaseRow.Page.of(reader.list(filter.which(caller), after, limit), caller);
    }

    @Allowed(Right.SEE_CASES)
    @GetMapping("/{name}")
    @Operation(summary = "A case with its steps")
    CaseRow one(Caller caller, @PathVariable String name) {
        CaseFile file = steps.seen(caller, name);
        return CaseRow.of(file, caller, steps.oversees(caller, file.opened().facility()));
    }

    /// @param name of the case, unique for ever
    /// @param finding id of a finding that stands now, or `tip-off-` and the number of a tip-off
    /// @param assigned the person who looks into it
    /// @param party whom it concerns; for a tip-off alone, which does not say so itself
    /// @param facility which of theirs; likewise, and absent where it concerns none
    record Opening(
            String name,
            String finding,
            String assigned,
            @Nullable String party,
            @Nullable String facility) {
        Opening {
            Given.all(name, finding, assigned);
        }
    }

    @Allowed(Right.WORK_ON_CASES)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Open a case on a finding or a tip-off")
    @TellsVerdict
    ResponseEntity<Submitter.Receipted> open(
            Caller caller, @RequestHeader(Submitter.KEY) String key, @RequestBody Opening asked) {
        return steps.take(caller, key, asked.name(), asked, () -> findings.opened(asked));
    }

    /// @param dueMicros until when the enterprise may reply, microseconds since 1970
    record Question(String question, long dueMicros) implements CaseSteps.Asked {
        Question {
            Given.all(question);
        }

        @Override
        public CaseStep.Alone step() {
            return new CaseStep.Asked(question, dueMicros);
        }
    }

    @Allowed(Right.WORK_ON_CASES)
    @PostMapping(path = "/{name}/question", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Ask the enterprise")
    @TellsVerdict
    ResponseEntity<Submitter.Receipted> ask(
            Caller caller,
            @RequestHeader(Submitter.KEY) String key,
            @PathVariable String name,
            @RequestBody Question asked) {
        return steps.take(caller, key, name, asked);
    }

    record Reply(String reply) implements CaseSteps.Asked {
        Reply {
            Given.all(reply);
        }

        @Override
        public CaseStep.Alone step() {
            return new CaseStep.Replied(reply);
        }
    }

    @Allowed(Right.REPLY_TO_CASES)
    @PostMapping(path = "/{name}/reply", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Reply, for the enterprise that the case concerns")
    @TellsVerdict
    ResponseEntity<Submitter.Receipted> reply(
            Caller caller,
            @RequestHeader(Submitter.KEY) String key,
            @PathVariable String name,
            @RequestBody Reply asked) {
        steps.seen(caller, name);
        return steps.take(caller, key, name, asked);
    }

    record Note(String evidence) implements CaseSteps.Asked {
        Note {
            Given.all(evidence);
        }

        @Override
        public CaseStep.Alone step() {
            return new CaseStep.Noted(evidence);
        }
    }

    @Allowed(Right.WORK_ON_CASES)
    @PostMapping(path = "/{name}/note", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Note evidence, unseen by the enterprise")
    @TellsVerdict
    ResponseEntity<Submitter.Receipted> note(
            Caller caller,
            @RequestHeader(Submitter.KEY) String key,
            @PathVariable String name,
            @RequestBody Note asked) {
        return steps.take(caller, key, name, asked);
    }

    /// @param clause of the law that was broken; empty where the finding is refuted
    record Ruling(boolean confirmed, String reason, String clause) implements CaseSteps.Asked {
        Ruling {
            Given.all(reason, clause);
        }

        @Override
        public CaseStep.Alone step() {
            return new CaseStep.Decided(confirmed, reason, clause);
        }
    }

    @Allowed(Right.WORK_ON_CASES)
    @PostMapping(path = "/{name}/decision", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Confirm or refute the finding")
    @TellsVerdict
    ResponseEntity<Submitter.Receipted> decide(
            Caller caller,
            @RequestHeader(Submitter.KEY) String key,
            @PathVariable String name,
            @RequestBody Ruling asked) {
        return steps.take(caller, key, name, asked);
    }

    /// @param proposal its name, unique for ever
    /// @param clause that it rests on: the code of a clause of `/penalty-clauses`, or another in
    ///   words
    /// @param fineYuan CNY, 0 for an order to correct alone; within the range of a clause with a
    ///   code
    record Penalty(String proposal, String clause, long fineYuan, String reason) {
        Penalty {
            Given.all(proposal, clause, reason);
        }
    }

    @Allowed(Right.WORK_ON_CASES)
    @PostMapping(path = "/{name}/penalty", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Propose a penalty in a confirmed case; another person approves it")
    @TellsVerdict
    ResponseEntity<Submitter.Receipted> penalise(
            Caller caller,
            @RequestHeader(Submitter.KEY) String key,
            @PathVariable String name,
            @RequestBody Penalty asked) {
        clauses.check(asked.clause(), asked.fineYuan());
        Command command =
                Submitter.wellFormed(() ->
                        new Command.Propose(
                                asked.proposal(),
                                new Command.Penalise(
                                        name,
                                        new CaseStep.Penalised(
                                                asked.clause(), asked.fineYuan(), asked.reason())),
                                steps.proposalEnd(null)));
        return steps.send(caller, key, name, asked, command);
    }

    record Closure(String reason) implements CaseSteps.Asked {
        Closure {
            Given.all(reason);
        }

        @Override
        public CaseStep.Alone step() {
            return new CaseStep.Closed(reason);
        }
    }

    @Allowed(Right.WORK_ON_CASES)
    @PostMapping(path = "/{name}/closure", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Close a case that was decided")
    @TellsVerdict
    ResponseEntity<Submitter.Receipted> close(
            Caller caller,
            @RequestHeader(Submitter.KEY) String key,
            @PathVariable String name,
            @RequestBody Closure asked) {
        return steps.take(caller, key, name, asked);
    }
}
