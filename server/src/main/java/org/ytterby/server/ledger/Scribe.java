package org.ytterby.server.ledger;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.core.ledger.entry.Decider;
import org.ytterby.core.ledger.entry.Decision;
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.core.ledger.entry.LedgerState;
import org.ytterby.core.ledger.entry.Proposal;
import org.ytterby.core.ledger.entry.Refusal;
import org.ytterby.core.ledger.entry.Revocation;
import org.ytterby.core.ledger.entry.Sender;
import org.ytterby.core.ledger.entry.Submission;
import org.ytterby.core.proof.SaltedEntry;

/// Decides batches and has them recorded.
///
/// After a failure it must not be used again: its state may be ahead of what is recorded.
final class Scribe {
    /// The ledger as its own sender: what runs out of time is released in its name.
    private static final Sender LEDGER = new Sender("ledger", "clock", Sender.Standing.EVERYBODY);

    private static final String NO_DIGEST = "0".repeat(64);

    private final SecureRandom random = new SecureRandom();
    private final BatchStore store;
    private final LedgerState state;
    private final Decider decider;
    private long next;

    Scribe(BatchStore store) throws SQLException {
        this.store = store;
        next = store.nextPosition();
        state = store.state();
        decider = new Decider(state);
    }

    /// What became of a batch.
    ///
    /// @param answers one to each submission, in order
    record Written(long first, long next, List<Answer> answers) {}

    /// Decides submissions in their order and records them in one transaction.
    Written write(List<Submission> submissions, long nowMicros) throws SQLException {
        Map<BatchStore.Request, BatchStore.Answered> known =
                new HashMap<>(store.answers(requests(submissions)));
        restore(submissions);
        long first = next;
        Draft draft = new Draft();
        List<Answer> answers = new ArrayList<>(submissions.size());
        for (Submission asked : submissions) {
            BatchStore.Request request = request(asked);
            BatchStore.Answered before = known.get(request);
            if (before == null) {
                Answer answer = decide(asked, nowMicros, draft);
                known.put(request, new BatchStore.Answered(asked.digest(), answer));
                answers.add(answer);
            } else {
                answers.add(
                        before.digest().equals(asked.digest()) ? before.answer() : reused(before));
            }
        }
        if (!draft.stored.isEmpty()) {
            store.record(draft.batch(first, state));
        } else {
            store.rollback();
        }
        next = first + draft.stored.size();
        state.forgetHolds();
        state.forgetProposals();
        state.forgetCases();
        return new Written(first, next, answers);
    }

    /// Puts back what the submissions name: what is set aside, proposals, and cases.
    private void restore(List<Submission> submissions) throws SQLException {
        Set<String> holds = new LinkedHashSet<>();
        Set<String> proposals = new LinkedHashSet<>();
        Set<String> cases = new LinkedHashSet<>();
        Set<String> rewards = new LinkedHashSet<>();
        for (Submission asked : submissions) {
            switch (asked.command()) {
                case Command.Declare _, Command.Entitling _, Command.Enact _, Command.Alter _ -> {}
                case Command.Reserve reserve -> holds.add(reserve.hold());
                case Command.Confirm(String hold, long _) -> holds.add(hold);
                case Command.Release(String hold) -> holds.add(hold);
                case Command.Expire(String hold) -> holds.add(hold);
                case Command.Propose propose -> {
                    proposals.add(propose.proposal());
                    addCase(propose.command(), cases);
                    addReward(propose.command(), proposals);
                }
                case Command.Approve(String proposal) -> proposals.add(proposal);
                case Command.Reject(String proposal, String _) -> proposals.add(proposal);
                case Command.Withdraw(String proposal) -> proposals.add(proposal);
                case Command.Lapse(String proposal) -> proposals.add(proposal);
                case Command.Act act -> cases.add(act.name());
                case Command.Penalise penalise -> cases.add(penalise.name());
                case Command.Award award -> cases.add(award.reward().caseName());
                case Command.Revoke revoke -> proposals.add(revoke.revocation().reward());
            }
        }
        store.holds(List.copyOf(holds)).forEach(state::restore);
        for (Proposal proposal : store.proposals(List.copyOf(proposals))) {
            state.restore(proposal);
            addCase(proposal.command(), cases);
            addReward(proposal.command(), rewards);
        }
        store.proposals(List.copyOf(rewards)).forEach(state::restore);
        store.cases(List.copyOf(cases)).forEach(state::restore);
    }

    private static void addCase(Command.FourEyes command, Set<String> cases) {
        switch (command) {
            case Command.Entitling _, Command.Enact _, Command.Alter _, Command.Revoke _ -> {}
            case Command.Penalise penalise -> cases.add(penalise.name());
            case Command.Award award -> cases.add(award.reward().caseName());
        }
    }

    /// The proposal of the reward that a revocation names.
    private static void addReward(Command.FourEyes command, Set<String> proposals) {
        if (command instanceof Command.Revoke(Revocation revocation)) {
            proposals.add(revocation.reward());
        }
    }

    private static Answer reused(BatchStore.Answered before) {
        return new Answer(
                before.answer().position(),
                0,
                new Entry.Outcome.Refused(
                        new Refusal(Refusal.Code.KEY_REUSED, "digest", before.digest())));
    }

    private Answer decide(Submission asked, long nowMicros, Draft draft) {
        long position = next + draft.stored.size();
        List<Entry> entries;
        Entry.Outcome outcome;
        switch (decider.decide(asked, nowMicros)) {
            case Decision.Accepted(List<Entry> accepted) -> {
                entries = accepted;
                outcome = new Entry.Outcome.Accepted();
            }
            case Decision.Refused(Refusal refusal) -> {
                entries = List.of();
                outcome = new Entry.Outcome.Refused(refusal);
            }
        }
        Entry.Verdict verdict =
                new Entry.Verdict(
                        asked.sender(),
                        asked.key(),
                        asked.digest(),
                        nowMicros,
                        entries.size(),
                        outcome);
        draft.decided.add(new Batch.Decided(verdict, position));
        Stream.concat(Stream.of(verdict), entries.stream())
                .forEach(entry -> {
                    state.apply(entry);
                    draft.touch(entry, state);
                    draft.stored.add(
                            new Taken.Stored(
                                    EntryJson.topic(entry), salt(), EntryJson.bytes(entry)));
                });
        return new Answer(position, entries.size(), outcome);
    }

    private byte[] salt() {
        byte[] salt = new byte[SaltedEntry.SALT_BYTES_MIN];
        random.nextBytes(salt);
        return salt;
    }

    /// Submissions that end what was not confirmed or approved in time; each counts once.
    List<Submission> expiries(long nowMicros, int most) throws SQLException {
        List<Submission> expiries = new ArrayList<>();
        for (String hold : store.expired(nowMicros, most)) {
            expiries.add(own("expiry/" + hold, new Command.Expire(hold)));
        }
        for (String proposal : store.lapsed(nowMicros, most - expiries.size())) {
            expiries.add(own("lapse/" + proposal, new Command.Lapse(proposal)));
        }
        return expiries;
    }

    private static Submission own(String key, Command command) {
        return new Submission(LEDGER, key, NO_DIGEST, command);
    }

    private static BatchStore.Request request(Submission asked) {
        return new BatchStore.Request(asked.sender().organisation(), asked.key());
    }

    private static List<BatchStore.Request> requests(List<Submission> submissions) {
        return submissions.stream().map(Scribe::request).distinct().toList();
    }
}
