package org.ytterby.server.supervision;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.core.ledger.entry.Revocation;
import org.ytterby.core.ledger.entry.Reward;
import org.ytterby.server.analysis.AnalysisIndex;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.ledger.GivenReward;
import org.ytterby.server.ledger.LedgerReader;
import org.ytterby.server.ledger.Proposals;
import org.ytterby.server.ledger.Submitter;
import org.ytterby.server.ledger.Submitter.Receipted;

/// Rewards of enterprises: what was given, and the proposal of one or of its revocation. Safe for
/// use by several threads.
@Component
public class Rewards {
    private final LedgerReader ledger;
    private final Proposals proposals;
    private final AnalysisIndex index;

    Rewards(LedgerReader ledger, Proposals proposals, AnalysisIndex index) {
        this.ledger = ledger;
        this.proposals = proposals;
        this.index = index;
    }

    /// Those that somebody sees, in the order in which they were given.
    public List<GivenReward> seen(Caller caller) {
        return ledger.rewards().stream()
                .filter(a -> caller.seesAll() || a.reward().party().equals(caller.organisation()))
                .toList();
    }

    /// Those of an enterprise, in the order in which they were given.
    public List<GivenReward> of(String party) {
        return ledger.rewards().stream().filter(a -> a.reward().party().equals(party)).toList();
    }

    /// Whether there is an enterprise of an id.
    public boolean isRegistered(String party) {
        return index.newest().reconciliation().ledger().registry().parties().stream()
                .anyMatch(p -> p.id().equals(party));
    }

    /// Proposes a reward, for another person to approve.
    ///
    /// @param key the sender's own id of the request
    /// @param proposal its name, unique for ever
    /// @param untilMicros when it lapses; null for the usual time
    public ResponseEntity<Receipted> propose(
            Caller caller, String key, String proposal, Reward reward, @Nullable Long untilMicros) {
        if (!isRegistered(reward.party())) {
            throw Submitter.unprocessable(
                    "party: no organisation has this code / 没有该代码的单位: " + reward.party());
        }
        return proposals.propose(caller, key, proposal, new Command.Award(reward), untilMicros);
    }

    /// One that was given by two persons.
    ///
    /// @param name of the proposal by which it was given
    public Optional<GivenReward> find(String name) {
        return ledger.rewards().stream()
                .filter(given -> !name.isEmpty() && given.name().equals(name))
                .findFirst();
    }

    /// Proposes to take a reward back, for another person to approve.
    ///
    /// @param key the sender's own id of the request
    /// @param proposal its name, unique for ever
    /// @param asked how the revocation reads, once it is known whose reward it is
    /// @param untilMicros when it lapses; null for the usual time
    public ResponseEntity<Receipted> revoke(
            Caller caller, String key, String proposal, Asked asked, @Nullable Long untilMicros) {
        String party =
                find(asked.reward())
                        .map(given -> given.reward().party())
                        .orElseThrow(() ->
                                Submitter.unprocessable(
                                        "reward: no reward of this name was given / 没有该奖励: "
                                                + asked.reward()));
        Revocation revocation =
                Submitter.wellFormed(
                        () -> new Revocation(asked.reward(), party, asked.basis(), asked.reason()));
        return proposals.propose(
                caller, key, proposal, new Command.Revoke(revocation), untilMicros);
    }

    /// What a revocation says.
    ///
    /// @param reward name of the proposal by which it was given
    public record Asked(String reward, String basis, String reason) {}
}
