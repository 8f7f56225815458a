package org.ytterby.core.ledger.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ytterby.core.ledger.entry.Refusal.Code;

/// Decides on what takes two persons. Pure: reads the state, changes nothing.
///
/// What is proposed is judged twice: when it is proposed, so that the first person learns at once
/// what is wrong with it, and when it is approved, because only then does it bind.
final class ProposalDecider {
    private final LedgerState state;
    private final AccountDecider accounts;
    private final CaseDecider cases;
    private final LawDecider laws;
    private final RewardDecider rewards;
    private final ChangeDecider changes;

    ProposalDecider(LedgerState state, AccountDecider accounts, CaseDecider cases) {
        this.state = state;
        this.accounts = accounts;
        this.cases = cases;
        laws = new LawDecider(state);
        rewards = new RewardDecider(state);
        changes = new ChangeDecider(state);
    }

    /// What a command brings about, once it may be had at all.
    Decision bound(Sender sender, Command.FourEyes command, long nowMicros) {
        return switch (command) {
            case Command.Entitling entitling -> accounts.bound(sender, entitling);
            case Command.Penalise(String name, CaseStep.Penalised step) ->
                    cases.stepped(sender, name, step, nowMicros);
            case Command.Enact enact -> laws.enacted(sender, enact.row(), nowMicros);
            case Command.Award award -> rewards.awarded(sender, award.reward(), nowMicros);
            case Command.Revoke revoke -> rewards.revoked(sender, revoke.revocation(), nowMicros);
            case Command.Alter alter -> changes.changed(sender, alter.change(), nowMicros);
        };
    }

    /// Whether it is the sender's to do, alone or with another.
    private boolean mayBind(Sender sender, Command.FourEyes command) {
        return switch (command) {
            case Command.Entitling entitling -> accounts.mayBind(sender, entitling);
            case Command.Penalise _, Command.Enact _, Command.Award _, Command.Revoke _ ->
                    sender.isForAll();
            case Command.Alter alter -> changes.mayChange(sender, alter.change());
        };
    }

    Decision proposed(Sender sender, Command.Propose propose, long nowMicros) {
        String name = propose.proposal();
        if (state.proposal(name).isPresent()) {
            return Decision.refused(Code.PROPOSAL_EXISTS, name, name);
        }
        long wait = propose.untilMicros() - nowMicros;
        if (wait <= 0 || wait > Command.Propose.WAIT_MAX_MICROS) {
            return Decision.refused(Code.PROPOSAL_SPAN, name, propose.untilMicros());
        }
        return switch (bound(sender, propose.command(), nowMicros)) {
            case Decision.Refused refused -> refused;
            case Decision.Accepted _ ->
                    Decision.accepted(
                            new Entry.Proposed(
                                    name,
                                    sender.organisation(),
                                    sender.person(),
                                    propose.command(),
                                    propose.untilMicros()));
        };
    }

    Decision approved(Sender sender, String name, long nowMicros) {
        Optional<Refusal> refusal = refusalOfSecond(sender, name, nowMicros);
        if (refusal.isPresent()) {
            return new Decision.Refused(refusal.get());
        }
        Proposal proposal = state.proposal(name).orElseThrow();
        return switch (bound(sender, proposal.command(), nowMicros)) {
            case Decision.Refused refused -> refused;
            case Decision.Accepted(List<Entry> entries) -> {
                List<Entry> all = new ArrayList<>();
                all.add(new Entry.Approved(name, sender.organisation(), sender.person()));
                all.addAll(entries);
                yield new Decision.Accepted(all);
            }
        };
    }

    Decision rejected(Sender sender, Command.Reject reject, long nowMicros) {
        Optional<Refusal> refusal = refusalOfSecond(sender, reject.proposal(), nowMicros);
        return refusal.isPresent()
                ? new Decision.Refused(refusal.get())
                : Decision.accepted(
                        new Entry.Rejected(
                                reject.proposal(),
                                sender.organisation(),
                                sender.person(),
                                reject.reason()));
    }

    Decision withdrawn(Sender sender, String name, long nowMicros) {
        Optional<Refusal> refusal = refusalOfEnding(name, nowMicros);
        if (refusal.isPresent()) {
            return new Decision.Refused(refusal.get());
        }
        return isOf(sender, state.proposal(name).orElseThrow())
                ? Decision.accepted(new Entry.Withdrawn(name, sender.person()))
                : Decision.refused(Code.NOT_PROPOSER, name, sender.person());
    }

    Decision lapsed(Sender sender, String name, long nowMicros) {
        Optional<Refusal> refusal = refusalOfEnding(name, Long.MIN_VALUE);
        if (refusal.isPresent()) {
            return new Decision.Refused(refusal.get());
        }
        Proposal proposal = state.proposal(name).orElseThrow();
        if (proposal.untilMicros() > nowMicros) {
            return Decision.refused(Code.PROPOSAL_NOT_EXPIRED, name, proposal.untilMicros());
        }
        return sender.standing() == Sender.Standing.EVERYBODY
                ? Decision.accepted(new Entry.Lapsed(name))
                : Decision.refused(Code.NOT_ALLOWED, name, sender.organisation());
    }

    /// Why somebody cannot be the second person.
    private Optional<Refusal> refusalOfSecond(Sender sender, String name, long nowMicros) {
        Optional<Refusal> refusal = refusalOfEnding(name, nowMicros);
        if (refusal.isPresent()) {
            return refusal;
        }
        Proposal proposal = state.proposal(name).orElseThrow();
        if (isOf(sender, proposal)) {
            return Optional.of(new Refusal(Code.SAME_PERSON, name, sender.person()));
        }
        return mayBind(sender, proposal.command())
                ? Optional.empty()
                : Optional.of(new Refusal(Code.NOT_ALLOWED, name, sender.organisation()));
    }

    private Optional<Refusal> refusalOfEnding(String name, long nowMicros) {
        Optional<Proposal> proposal = state.proposal(name);
        if (proposal.isEmpty()) {
            return Optional.of(new Refusal(Code.PROPOSAL_UNKNOWN, name, name));
        }
        if (proposal.get().state() != Proposal.State.PROPOSED) {
            return Optional.of(
                    new Refusal(Code.PROPOSAL_ENDED, name, proposal.get().state().code()));
        }
        return proposal.get().untilMicros() <= nowMicros
                ? Optional.of(
                        new Refusal(
                                Code.PROPOSAL_EXPIRED,
                                name,
                                Long.toString(proposal.get().untilMicros())))
                : Optional.empty();
    }

    /// By person alone: the same person acting for two organisations is still one.
    private static boolean isOf(Sender sender, Proposal proposal) {
        return sender.person().equals(proposal.person());
    }
}
