package org.ytterby.server.ledger;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.ytterby.core.ledger.Problem;
import org.ytterby.core.ledger.entry.AccountId;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.core.ledger.entry.DeclaredRow;
import org.ytterby.formats.intake.PackageRows;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;
import org.ytterby.server.ledger.EntitlementReader.Listed;

/// Proposing what takes two persons: plans, licences, and splits of plans.
@RestController
@RequestMapping(path = "/api/v1/proposals", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "proposals", description = "What takes two persons / 须两人办理的事项")
class ProposalController {
    private final EntitlementReader reader;
    private final Submitter submitter;

    ProposalController(EntitlementReader reader, Submitter submitter) {
        this.reader = reader;
        this.submitter = submitter;
    }

    /// @param proposal its name, unique for ever
    /// @param table `plans` or `licences`
    /// @param row of that table; opens the account that its id names
    /// @param untilMicros when it lapses; absent for 30 days from now
    record Granting(
            String proposal,
            String table,
            SortedMap<String, String> row,
            @Nullable Long untilMicros) {
        Granting {
            Given.all(proposal, table, row);
        }
    }

    @Allowed(Right.GRANT)
    @PostMapping(path = "/grants", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Propose a plan or a licence")
    @TellsVerdict
    @TellsRows
    ResponseEntity<?> grant(
            Caller caller, @RequestHeader(Submitter.KEY) String key, @RequestBody Granting asked) {
        if (!Grants.isGrant(asked.table())) {
            throw Submitter.unprocessable(
                    "table: plans or licences / 表须为 plans 或 licences: " + asked.table());
        }
        DeclaredRow document = new DeclaredRow(asked.table(), asked.row());
        List<Problem> problems = problems(document);
        if (!problems.isEmpty()) {
            return ResponseEntity.unprocessableContent()
                    .body(SubmissionController.Intaken.refused(problems));
        }
        Command.Propose command =
                Submitter.wellFormed(() ->
                        new Command.Propose(
                                asked.proposal(),
                                Grants.of(document),
                                submitter.proposalEnd(asked.untilMicros())));
        return submitter.answer(
                Grants.sender(caller, command.command()), key, asked.toString(), command);
    }

    /// @param proposal its name, unique for ever
    /// @param from account of the plan that is split
    /// @param plan id of the new one
    /// @param untilMicros when it lapses; absent for 30 days from now
    record Splitting(
            String proposal,
            String from,
            String plan,
            String holder,
            String tonnesReo,
            String issuedOn,
            @Nullable Long untilMicros) {
        Splitting {
            Given.all(proposal, from, plan, holder, tonnesReo, issuedOn);
        }
    }

    @Allowed(Right.GRANT)
    @PostMapping(path = "/splits", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Propose to pass part of a plan on, as a plan of its own")
    @TellsVerdict
    @TellsRows
    ResponseEntity<?> split(
            Caller caller, @RequestHeader(Submitter.KEY) String key, @RequestBody Splitting asked) {
        AccountId from = Submitter.wellFormed(() -> AccountId.parse(asked.from()));
        Optional<DeclaredRow> whole =
                from.kind() == AccountId.Kind.PLAN ? reader.plan(from.name()) : Optional.empty();
        DeclaredRow document =
                PlanGrants.part(
                        whole, asked.plan(), asked.holder(), asked.tonnesReo(), asked.issuedOn());
        List<Problem> problems = whole.isEmpty() ? List.of() : problems(document);
        if (!problems.isEmpty()) {
            return ResponseEntity.unprocessableContent()
                    .body(SubmissionController.Intaken.refused(problems));
        }
        Command.Propose command =
                Submitter.wellFormed(() ->
                        new Command.Propose(
                                asked.proposal(),
                                new Command.Split(
                                        from,
                                        new AccountId(AccountId.Kind.PLAN, asked.plan()),
                                        whole.isEmpty() ? 1 : Grants.amount(document),
                                        document),
                                submitter.proposalEnd(asked.untilMicros())));
        return submitter.answer(
                Grants.sender(caller, command.command()), key, asked.toString(), command);
    }

    private static List<Problem> problems(DeclaredRow document) {
        return PackageRows.problems(document.table(), List.of(document.cells())).stream()
                .filter(p -> p.weight() == Problem.Weight.ERROR)
                .toList();
    }

    @Allowed(Right.SEE_PROPOSALS)
    @GetMapping
    @Operation(summary = "What was proposed, and what became of it")
    Listed<ProposalRow> proposals(
            Caller caller,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") int limit) {
        return reader.proposals(Sight.of(caller), EntitlementController.wanted(state, after, limit))
                .map(ProposalRow::of);
    }
}
