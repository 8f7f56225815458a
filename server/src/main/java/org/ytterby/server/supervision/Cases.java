package org.ytterby.server.supervision;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.ytterby.core.ledger.entry.CaseFile;
import org.ytterby.core.ledger.entry.CaseStep;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;
import org.ytterby.server.ledger.CaseReader;
import org.ytterby.server.ledger.Submitter;
import org.ytterby.server.ledger.Submitter.Receipted;

/// Cases for pages: what somebody may see of them, and steps in them.
@Component
public class Cases {
    private final CaseReader reader;
    private final Findings findings;
    private final CaseSteps steps;
    private final PenaltyClauses clauses;

    Cases(CaseReader reader, Findings findings, CaseSteps steps, PenaltyClauses clauses) {
        this.reader = reader;
        this.findings = findings;
        this.steps = steps;
        this.clauses = clauses;
    }

    /// Cases by name, as far as the caller sees them.
    ///
    /// @param finding id of the finding that they look into, empty for any
    /// @param assigned who looks into them, empty for anybody
    public CaseReader.Cases list(Caller caller, String finding, String assigned, int limit) {
        return reader.list(new CaseRow.Filter("", "", finding, assigned).which(caller), "", limit);
    }

    /// How many cases wait for the caller: a reply of their organisation, or their own work.
    public int waiting(Caller caller, long nowMicros) {
        return reader.waiting(
                Right.REPLY_TO_CASES.isOf(caller) ? caller.organisation() : "",
                Right.WORK_ON_CASES.isOf(caller) ? caller.name() : "",
                nowMicros);
    }

    /// A case that the caller may see.
    ///
    /// @throws org.springframework.web.server.ResponseStatusException if there is none
    public CaseFile seen(Caller caller, String name) {
        return steps.seen(caller, name);
    }

    /// Whether a case is the caller's to see as a whole, and not as somebody whom it concerns.
    public boolean isWhole(CaseFile file, Caller caller) {
        return steps.oversees(caller, file.opened().facility());
    }

    /// Whether a step of a case that is not seen as a whole is for the caller to see.
    public static boolean isShown(CaseFile file, Entry.Stepped stepped, Caller caller) {
        return CaseRow.isShown(file, stepped, caller);
    }

    /// The first step of a case on a finding that stands now, or on a tip-off.
    ///
    /// @param finding its id, or `tip-off-` and the number of a tip-off
    /// @param party whom a tip-off concerns; for a finding, which says so itself, empty
    /// @param facility which of theirs; likewise, and empty where it concerns none
    /// @throws org.springframework.web.server.ResponseStatusException if there is none
    public CaseStep.Opened opening(
            String name, String finding, String assigned, String party, String facility) {
        return findings.opened(
                new CaseController.Opening(name, finding, assigned, party, facility));
    }

    /// A request to do something in a case.
    ///
    /// @param key the sender's own id of it
    public record Asked(Caller caller, String key, String name) {}

    /// Takes one step.
    public ResponseEntity<Receipted> take(Asked asked, CaseStep.Alone step) {
        return steps.take(asked.caller, asked.key, asked.name, step, () -> step);
    }

    /// Proposes a penalty, for another person to approve.
    ///
    /// @param proposal its name, unique for ever
    public ResponseEntity<Receipted> penalise(
            Asked asked, String proposal, CaseStep.Penalised penalty) {
        clauses.check(penalty.clause(), penalty.fineYuan());
        return steps.send(
                asked.caller,
                asked.key,
                asked.name,
                penalty,
                Submitter.wellFormed(() ->
                        new Command.Propose(
                                proposal,
                                new Command.Penalise(asked.name, penalty),
                                steps.proposalEnd(null))));
    }
}
