package org.ytterby.server.ledger;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.core.ledger.entry.Decider;
import org.ytterby.core.ledger.entry.Decision;
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.core.ledger.entry.LedgerState;
import org.ytterby.core.ledger.entry.Refusal;
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
        store.holds(holdsOf(submissions)).forEach(state::restore);
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
        return new Written(first, next, answers);
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

    /// Submissions that return what was not confirmed in time; each expires once.
    List<Submission> expiries(long nowMicros, int most) throws SQLException {
        return store.expired(nowMicros, most).stream()
                .map(hold ->
                        new Submission(
                                LEDGER, "expiry/" + hold, NO_DIGEST, new Command.Expire(hold)))
                .toList();
    }

    private static BatchStore.Request request(Submission asked) {
        return new BatchStore.Request(asked.sender().organisation(), asked.key());
    }

    private static List<BatchStore.Request> requests(List<Submission> submissions) {
        return submissions.stream().map(Scribe::request).distinct().toList();
    }

    private static List<String> holdsOf(List<Submission> submissions) {
        return submissions.stream()
                .flatMap(asked ->
                        switch (asked.command()) {
                            case Command.Reserve reserve -> Stream.of(reserve.hold());
                            case Command.Confirm(String hold, long _) -> Stream.of(hold);
                            case Command.Release(String hold) -> Stream.of(hold);
                            case Command.Expire(String hold) -> Stream.of(hold);
                            case Command.Declare _, Command.Grant _, Command.Split _ ->
                                    Stream.<String>empty();
                        })
                .distinct()
                .toList();
    }
}
