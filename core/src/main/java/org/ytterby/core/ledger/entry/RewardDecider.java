package org.ytterby.core.ledger.entry;

import java.util.Optional;
import org.ytterby.core.ledger.entry.Refusal.Code;

/// Decides on rewards. Pure: reads the state, changes nothing.
final class RewardDecider {
    private final LedgerState state;

    RewardDecider(LedgerState state) {
        this.state = state;
    }

    Decision awarded(Sender sender, Reward reward, long nowMicros) {
        if (!sender.isForAll()) {
            return Decision.refused(Code.NOT_ALLOWED, reward.party(), sender.organisation());
        }
        if (!reward.facility().isEmpty()) {
            Optional<String> party = state.partyOf(reward.facility());
            if (party.isEmpty()) {
                return Decision.refused(
                        Code.FACILITY_UNKNOWN, reward.facility(), reward.facility());
            }
            if (!party.get().equals(reward.party())) {
                return Decision.refused(
                        Code.FACILITY_OF_ANOTHER, reward.facility(), reward.party());
            }
        }
        if (!reward.caseName().isEmpty() && state.caseFile(reward.caseName()).isEmpty()) {
            return Decision.refused(Code.CASE_UNKNOWN, reward.caseName(), reward.caseName());
        }
        return Decision.accepted(
                new Entry.Awarded(reward, sender.organisation(), sender.person(), nowMicros));
    }

    /// Only what two persons gave has a name, and can be taken back.
    Decision revoked(Sender sender, Revocation revocation, long nowMicros) {
        String name = revocation.reward();
        if (!sender.isForAll()) {
            return Decision.refused(Code.NOT_ALLOWED, name, sender.organisation());
        }
        boolean isGiven =
                state.proposal(name)
                        .filter(proposal -> proposal.state() == Proposal.State.APPROVED)
                        .filter(proposal ->
                                proposal.command() instanceof Command.Award award
                                        && award.reward().party().equals(revocation.party()))
                        .isPresent();
        if (!isGiven) {
            return Decision.refused(Code.REWARD_UNKNOWN, name, revocation.party());
        }
        return state.isRevoked(name)
                ? Decision.refused(Code.REWARD_REVOKED, name, revocation.party())
                : Decision.accepted(
                        new Entry.Revoked(
                                revocation, sender.organisation(), sender.person(), nowMicros));
    }
}
