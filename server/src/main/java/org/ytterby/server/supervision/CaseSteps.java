package org.ytterby.server.supervision;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.ytterby.core.ledger.entry.CaseFile;
import org.ytterby.core.ledger.entry.CaseParts;
import org.ytterby.core.ledger.entry.CaseStep;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Jurisdiction;
import org.ytterby.server.identity.Role;
import org.ytterby.server.ledger.CaseReader;
import org.ytterby.server.ledger.LedgerReader;
import org.ytterby.server.ledger.Submitter;

/// Hands the steps of cases to the ledger, and finds cases that the caller may see.
@Component
class CaseSteps {
    private final CaseReader reader;
    private final LedgerReader ledger;
    private final Submitter submitter;

    CaseSteps(CaseReader reader, LedgerReader ledger, Submitter submitter) {
        this.reader = reader;
        this.ledger = ledger;
        this.submitter = submitter;
    }

    /// A request for a step.
    @FunctionalInterface
    interface Asked {
        /// @throws IllegalArgumentException if the request has a form that no entry can hold
        CaseStep.Alone step();
    }

    /// Whether a facility lies in the caller's jurisdiction.
    boolean oversees(Caller caller, String facility) {
        @Nullable Jurisdiction region = caller.overseen();
        return caller.seesAll() || (region != null && region.covers(ledger.regionOf(facility)));
    }

    /// A case that the caller may see: it lies in their jurisdiction, concerns them, or they help
    /// in it.
    CaseFile seen(Caller caller, String name) {
        return reader.find(name)
                .filter(file ->
                        oversees(caller, file.opened().facility())
                                || file.opened().party().equals(caller.organisation())
                                || CaseParts.helpers(file.steps()).contains(caller.organisation()))
                .orElseThrow(() ->
                        new ResponseStatusException(
                                HttpStatus.NOT_FOUND, "no such case / 没有该案件: " + name));
    }

    ResponseEntity<Submitter.Receipted> take(Caller caller, String key, String name, Asked asked) {
        return take(caller, key, name, asked, asked);
    }

    /// @param sent the request, by which one that is sent again is known
    /// @param making the step that it asks for
    ResponseEntity<Submitter.Receipted> take(
            Caller caller, String key, String name, Object sent, Asked making) {
        Command.Act command = Submitter.wellFormed(() -> new Command.Act(name, making.step()));
        String facility =
                command.step() instanceof CaseStep.Opened opened
                        ? opened.facility()
                        : reader.find(name).map(file -> file.opened().facility()).orElse("");
        return submitter.answer(
                caller.sender(oversees(caller, facility), Role.SUPERVISOR),
                key,
                name + " " + sent,
                command);
    }

    /// Sends what is for the nation's supervisors alone.
    ResponseEntity<Submitter.Receipted> send(
            Caller caller, String key, String name, Object sent, Command command) {
        return submitter.answer(caller.sender(Role.SUPERVISOR), key, name + " " + sent, command);
    }

    /// Until when what is proposed now waits.
    long proposalEnd(@Nullable Long asked) {
        return submitter.proposalEnd(asked);
    }
}
