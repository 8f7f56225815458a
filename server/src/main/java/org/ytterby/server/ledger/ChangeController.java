package org.ytterby.server.ledger;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.ytterby.core.ledger.entry.AccountId;
import org.ytterby.core.ledger.entry.Change;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.ReadNote;
import org.ytterby.server.identity.Right;
import org.ytterby.server.ledger.Submitter.Receipted;

/// Changes of plans that were granted: more, less, what is left withdrawn, or passed on within a
/// group.
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "proposals", description = "What takes two persons / 须两人办理的事项")
class ChangeController {
    private final PlanChanges changes;
    private final Proposals proposals;

    ChangeController(PlanChanges changes, Proposals proposals) {
        this.changes = changes;
        this.proposals = proposals;
    }

    /// A change of a plan.
    ///
    /// @param change `amend`, `recall` or `transfer`
    /// @param to account that a transfer went to; absent for any other
    /// @param amount kg REO by which the account is more, below 0 for less
    /// @param clause that it rests on; absent for a transfer
    record ChangeRow(
            String change,
            String account,
            @Nullable String to,
            long amount,
            @Nullable String clause,
            String reason,
            String organisation,
            long atMicros) {
        static ChangeRow of(Entry.Changed changed) {
            Change change = changed.change();
            return new ChangeRow(
                    ChangeJson.code(change),
                    change.account().toString(),
                    change instanceof Change.Transfer transfer ? transfer.to().toString() : null,
                    changed.amount(),
                    PlanChanges.clause(change).isEmpty() ? null : PlanChanges.clause(change),
                    PlanChanges.reason(change),
                    changed.organisation(),
                    changed.atMicros());
        }
    }

    @Allowed(Right.SEE_ACCOUNTS)
    @GetMapping("/plan-changes")
    @Operation(summary = "How plans were altered after they were granted, in that order")
    List<ChangeRow> changes(Caller caller) {
        List<ChangeRow> rows = changes.seen(caller).stream().map(ChangeRow::of).toList();
        ReadNote.rows(rows.size());
        return rows;
    }

    /// @param proposal its name, unique for ever
    /// @param account of the plan
    /// @param amount kg REO; above 0 for more, below 0 for less of what is left
    /// @param clause of the law, notice or decision that it rests on
    /// @param untilMicros when it lapses; absent for 30 days from now
    record Amending(
            String proposal,
            String account,
            long amount,
            String clause,
            String reason,
            @Nullable Long untilMicros) {
        Amending {
            Given.all(proposal, account, clause, reason);
        }
    }

    @Allowed(Right.GRANT)
    @PostMapping(path = "/proposals/amendments", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Propose more for a plan, or less of what is left of it")
    @TellsVerdict
    ResponseEntity<Receipted> amend(
            Caller caller, @RequestHeader(Submitter.KEY) String key, @RequestBody Amending asked) {
        Change change =
                Submitter.wellFormed(() ->
                        new Change.Amend(
                                AccountId.parse(asked.account()),
                                asked.amount(),
                                asked.clause(),
                                asked.reason()));
        return altered(caller, key, asked.proposal(), change, asked.untilMicros());
    }

    /// @param proposal its name, unique for ever
    /// @param account of the plan
    /// @param clause of the law, notice or decision that it rests on
    /// @param untilMicros when it lapses; absent for 30 days from now
    record Recalling(
            String proposal,
            String account,
            String clause,
            String reason,
            @Nullable Long untilMicros) {
        Recalling {
            Given.all(proposal, account, clause, reason);
        }
    }

    @Allowed(Right.GRANT)
    @PostMapping(path = "/proposals/recalls", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Propose to withdraw what is left of a plan when it is approved")
    @TellsVerdict
    ResponseEntity<Receipted> recall(
            Caller caller, @RequestHeader(Submitter.KEY) String key, @RequestBody Recalling asked) {
        Change change =
                Submitter.wellFormed(() ->
                        new Change.Recall(
                                AccountId.parse(asked.account()), asked.clause(), asked.reason()));
        return altered(caller, key, asked.proposal(), change, asked.untilMicros());
    }

    /// @param proposal its name, unique for ever
    /// @param from account of the plan that gives
    /// @param to account of the plan that gets
    /// @param amount kg REO, above 0
    /// @param untilMicros when it lapses; absent for 30 days from now
    record Transferring(
            String proposal,
            String from,
            String to,
            long amount,
            String reason,
            @Nullable Long untilMicros) {
        Transferring {
            Given.all(proposal, from, to, reason);
        }
    }

    @Allowed(Right.GRANT)
    @PostMapping(path = "/proposals/transfers", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Propose to pass what is left of a plan to another of the own group")
    @TellsVerdict
    ResponseEntity<Receipted> transfer(
            Caller caller,
            @RequestHeader(Submitter.KEY) String key,
            @RequestBody Transferring asked) {
        Change change =
                Submitter.wellFormed(() ->
                        new Change.Transfer(
                                AccountId.parse(asked.from()),
                                AccountId.parse(asked.to()),
                                caller.organisation(),
                                asked.amount(),
                                asked.reason()));
        return altered(caller, key, asked.proposal(), change, asked.untilMicros());
    }

    private ResponseEntity<Receipted> altered(
            Caller caller, String key, String proposal, Change change, @Nullable Long untilMicros) {
        return proposals.propose(caller, key, proposal, new Command.Alter(change), untilMicros);
    }
}
