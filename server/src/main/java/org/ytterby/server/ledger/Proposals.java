package org.ytterby.server.ledger;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.core.ledger.entry.Proposal;
import org.ytterby.core.ledger.entry.Sender;
import org.ytterby.core.ledger.entry.Submission;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.ledger.Submitter.Receipted;

/// What waits for a second person, and what that person says to it.
@Component
public class Proposals {
    private static final int COUNTED_MAX = 200;

    private final EntitlementReader reader;
    private final Submitter submitter;

    Proposals(EntitlementReader reader, Submitter submitter) {
        this.reader = reader;
        this.submitter = submitter;
    }

    /// Proposals that somebody sees, by name.
    ///
    /// @param state code of the state, empty for any
    /// @param limit 1 to 1,000
    public List<Proposal> of(Caller caller, String state, int limit) {
        return reader.proposals(Sight.of(caller), new EntitlementReader.Wanted(state, "", limit))
                .items();
    }

    /// Those of some names, whoever may see them, in the order of names.
    public List<Proposal> named(List<String> names) {
        return reader.proposals(names);
    }

    /// One proposal that somebody sees.
    public Optional<Proposal> find(Caller caller, String name) {
        Sight sight = Sight.of(caller);
        return reader.proposal(name)
                .filter(proposal ->
                        proposal.organisation().equals(sight.organisation())
                                || sight.kinds().contains(kind(proposal)));
    }

    private static String kind(Proposal proposal) {
        String subject = ProposalJson.subject(proposal.command());
        return subject.substring(0, subject.indexOf(':'));
    }

    /// Whether somebody is the second person that a proposal waits for.
    public boolean maySecond(Caller caller, Proposal proposal) {
        return proposal.state() == Proposal.State.PROPOSED
                && ProposalReader.deciders(proposal).test(caller);
    }

    /// How many wait for the caller as second person, as far as the first of them show.
    public int waiting(Caller caller) {
        return (int)
                of(caller, Proposal.State.PROPOSED.code(), COUNTED_MAX).stream()
                        .filter(proposal -> maySecond(caller, proposal))
                        .count();
    }

    /// Proposes something, for another person to approve.
    ///
    /// @param name of the proposal, unique for ever
    /// @param untilMicros when it lapses; null for the usual time
    public ResponseEntity<Receipted> propose(
            Caller caller,
            String key,
            String name,
            Command.FourEyes command,
            @Nullable Long untilMicros) {
        return submitter.answer(
                Grants.sender(caller, command),
                key,
                "propose " + name + " " + command,
                Submitter.wellFormed(() ->
                        new Command.Propose(name, command, submitter.proposalEnd(untilMicros))));
    }

    /// Approves it.
    public ResponseEntity<Receipted> approve(Caller caller, String key, String name) {
        return submitter.answer(
                second(caller, name), key, "approve " + name, new Command.Approve(name));
    }

    /// Approves several; each is decided by itself.
    ///
    /// @param names 1 or more
    /// @return answers in the same order
    public List<Receipted> approve(Caller caller, String key, List<String> names) {
        List<Submitter.Asked> commands =
                names.stream()
                        .map(name ->
                                new Submitter.Asked(
                                        second(caller, name), new Command.Approve(name)))
                        .toList();
        return submitter.answers(new Submitter.Sent(key, "approve " + names), commands).stream()
                .map(Receipted::of)
                .toList();
    }

    /// Ends what another person proposed.
    public ResponseEntity<Receipted> reject(Caller caller, String key, String name, String reason) {
        return submitter.answer(
                second(caller, name),
                key,
                "reject " + name + " " + reason,
                Submitter.wellFormed(() -> new Command.Reject(name, reason)));
    }

    /// Ends what oneself proposed.
    public ResponseEntity<Receipted> withdraw(Caller caller, String key, String name) {
        return submitter.answer(
                caller.sender(), key, "withdraw " + name, new Command.Withdraw(name));
    }

    /// The caller as the second person, with the standing that what was proposed asks for.
    Sender second(Caller caller, String name) {
        if (!Submission.isKey(name)) {
            throw Submitter.unprocessable(
                    "proposal: 1 to 100 visible ASCII characters / 提案名为 1 至 100 个可见 ASCII 字符");
        }
        return reader.proposal(name)
                .map(proposal -> Grants.sender(caller, proposal.command()))
                .orElseGet(caller::sender);
    }
}
