package org.ytterby.server.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.entry.Account;
import org.ytterby.core.ledger.entry.AccountId;
import org.ytterby.core.ledger.entry.CaseFile;
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.core.ledger.entry.Hold;
import org.ytterby.core.ledger.entry.LedgerState;
import org.ytterby.core.ledger.entry.Proposal;
import org.ytterby.server.faults.LedgerCopy;

/// The database of a simulation: what is committed, and the sessions that come and go.
///
/// It holds to what PostgreSQL is told to hold to: primary keys, checks, one epoch. A breach is no
/// fault to be retried, but a failure of the simulation.
final class SimulatedDisk {
    /// What may become of a transaction.
    enum Commit {
        DONE,
        /// The session dies before anything is written.
        LOST,
        /// The session dies when half of it is written; recovery takes that back.
        TORN,
        /// The session dies when all of it is written.
        UNKNOWN
    }

    /// Draws what happens next.
    interface Faults {
        boolean failsReading();

        Commit commit();
    }

    private final List<Taken.Stored> entries = new ArrayList<>();
    private final Map<BatchStore.Request, BatchStore.Answered> answers = new HashMap<>();
    private final NavigableMap<String, Account> accounts = new TreeMap<>();
    private final Map<String, String> holders = new HashMap<>();
    private final NavigableMap<String, Hold> holds = new TreeMap<>();
    private final NavigableMap<String, Proposal> proposals = new TreeMap<>();
    private final NavigableMap<String, CaseFile> cases = new TreeMap<>();
    private final NavigableMap<String, String> facilities = new TreeMap<>();
    private long next;
    private long epoch;
    private final Set<Claims> takenOver = new HashSet<>();
    private @Nullable Claims owner;

    long size() {
        return next;
    }

    Collection<Hold> holds() {
        return holds.values();
    }

    Collection<Proposal> proposals() {
        return proposals.values();
    }

    Collection<CaseFile> cases() {
        return cases.values();
    }

    Taken.Stored entry(long position) {
        return entries.get(Math.toIntExact(position));
    }

    /// Becomes the one writer.
    ///
    /// @throws LedgerTakenOver if another is it
    BatchStore claim(Claims claims, Faults faults) throws SQLException {
        long raised = claims.raise(epoch);
        Commit commit = faults.commit();
        if (commit == Commit.DONE || commit == Commit.UNKNOWN) {
            epoch = raised;
            hand(claims);
        }
        if (commit != Commit.DONE) {
            throw new SQLException("the connection is gone");
        }
        return new Session(raised, faults);
    }

    /// Whether nobody took over since these claims were made.
    boolean isWriter(Claims claims) {
        return owner == claims;
    }

    /// Notes who writes now; who was taken over must not come back.
    private void hand(Claims to) {
        Claims from = owner;
        if (from != null && from != to) {
            takenOver.add(from);
        }
        owner = to;
        require(!takenOver.contains(to), "a writer comes back that was taken over", to);
    }

    /// What is committed, as it would be read from outside.
    LedgerCopy copy() {
        List<LedgerCopy.Stored> stored = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Taken.Stored entry = entries.get(i);
            stored.add(
                    new LedgerCopy.Stored(
                            i,
                            entry.topic(),
                            HexFormat.of().formatHex(entry.salt()),
                            new String(entry.content(), StandardCharsets.UTF_8)));
        }
        NavigableMap<String, String> submissions = new TreeMap<>();
        answers.forEach((request, answered) ->
                submissions.put(
                        request.organisation() + " " + request.key(),
                        "%s %d %d%s"
                                .formatted(
                                        answered.digest(),
                                        answered.answer().position(),
                                        answered.answer().entries(),
                                        code(answered.answer().outcome()))));
        NavigableMap<String, String> accountRows = new TreeMap<>();
        accounts.forEach((name, a) ->
                accountRows.put(
                        name,
                        "%s %d %d %d"
                                .formatted(
                                        holders.getOrDefault(name, ""),
                                        a.granted(),
                                        a.reserved(),
                                        a.posted())));
        NavigableMap<String, String> holdRows = new TreeMap<>();
        holds.forEach((name, h) -> holdRows.put(name, row(h)));
        return new LedgerCopy(stored, next, submissions, accountRows, holdRows, facilities);
    }

    static String row(Hold h) {
        return "%s %s %d %d %s %d"
                .formatted(
                        h.account(),
                        h.organisation(),
                        h.amount(),
                        h.untilMicros(),
                        h.state().code(),
                        h.drawn());
    }

    private static String code(Entry.Outcome outcome) {
        return switch (outcome) {
            case Entry.Outcome.Accepted() -> "";
            case Entry.Outcome.Refused refused -> " " + refused.refusal().code().text();
        };
    }

    /// Writes what a transaction holds, or only what comes first in it.
    private void write(Batch batch) {
        require(batch.taken().first() == next, "writes elsewhere", batch.taken().first());
        entries.addAll(batch.taken().entries());
        next = entries.size();
        require(batch.taken().next() == next, "would go on at", batch.taken().next());
        for (Batch.Decided decided : batch.submissions()) {
            Entry.Verdict verdict = decided.verdict();
            BatchStore.Request request =
                    new BatchStore.Request(verdict.sender().organisation(), verdict.key());
            Answer answer = new Answer(decided.position(), verdict.entries(), verdict.outcome());
            require(
                    answers.put(request, new BatchStore.Answered(verdict.digest(), answer)) == null,
                    "is there already",
                    request);
        }
        for (Account account : batch.accounts()) {
            String name = account.id().toString();
            accounts.put(name, account);
            // as the statement has it: whose it is stays
            holders.putIfAbsent(name, batch.holders().getOrDefault(account.id(), ""));
        }
        for (Hold hold : batch.holds()) {
            require(
                    hold.amount() > 0 && hold.drawn() >= 0 && hold.drawn() <= hold.amount(),
                    "wrong reservation",
                    hold);
            require(accounts.containsKey(hold.account().toString()), "of no account", hold);
            Hold before = holds.getOrDefault(hold.name(), hold);
            holds.put(
                    hold.name(),
                    new Hold(
                            hold.name(),
                            before.account(),
                            before.organisation(),
                            before.amount(),
                            before.untilMicros(),
                            hold.state(),
                            hold.drawn()));
        }
        batch.proposals().forEach(proposal -> proposals.put(proposal.name(), proposal));
        batch.cases().forEach(file -> cases.put(file.name(), file));
        batch.facilities()
                .forEach((facility, declared) -> facilities.put(facility, declared.party()));
    }

    private static void require(boolean holds, String claim, Object what) {
        if (!holds) {
            throw new AssertionError("the database refuses: " + claim + ": " + what);
        }
    }

    /// A connection; once it failed it fails for ever.
    private final class Session implements BatchStore {
        private final long mine;
        private final Faults faults;
        private boolean isBroken;

        Session(long mine, Faults faults) {
            this.mine = mine;
            this.faults = faults;
        }

        private void reach() throws SQLException {
            isBroken |= faults.failsReading();
            if (isBroken) {
                throw new SQLException("the connection is gone");
            }
        }

        @Override
        public long nextPosition() throws SQLException {
            reach();
            if (mine != epoch) {
                throw new LedgerTakenOver();
            }
            return next;
        }

        @Override
        public LedgerState state() throws SQLException {
            reach();
            LedgerState state = new LedgerState();
            accounts.forEach(
                    (name, account) -> state.restore(account, holders.getOrDefault(name, "")));
            facilities.forEach(state::restore);
            entries.stream()
                    .filter(entry ->
                            entry.topic().equals("enacted")
                                    || entry.topic().equals("revoked")
                                    || LedgerState.tables().contains(entry.topic()))
                    .forEach(entry -> state.apply(EntryJson.parse(entry.content())));
            return state;
        }

        @Override
        public List<Hold> holds(List<String> names) throws SQLException {
            reach();
            return holds.values().stream()
                    .filter(h -> names.contains(h.name()))
                    .map(Session::read)
                    .toList();
        }

        private static Hold read(Hold h) {
            return new Hold(
                    h.name(),
                    AccountId.parse(h.account().toString()),
                    h.organisation(),
                    h.amount(),
                    h.untilMicros(),
                    Hold.State.parse(h.state().code()),
                    h.drawn());
        }

        @Override
        public List<String> expired(long nowMicros, int most) throws SQLException {
            reach();
            return holds.values().stream()
                    .filter(h -> h.state() == Hold.State.RESERVED && h.untilMicros() <= nowMicros)
                    .sorted(Comparator.comparingLong(Hold::untilMicros).thenComparing(Hold::name))
                    .map(Hold::name)
                    .limit(most)
                    .toList();
        }

        @Override
        public List<Proposal> proposals(List<String> names) throws SQLException {
            reach();
            return proposals.values().stream().filter(p -> names.contains(p.name())).toList();
        }

        @Override
        public List<CaseFile> cases(List<String> names) throws SQLException {
            reach();
            return cases.values().stream().filter(file -> names.contains(file.name())).toList();
        }

        @Override
        public List<String> lapsed(long nowMicros, int most) throws SQLException {
            reach();
            return proposals.values().stream()
                    .filter(p -> p.state() == Proposal.State.PROPOSED)
                    .filter(p -> p.untilMicros() <= nowMicros)
                    .sorted(
                            Comparator.comparingLong(Proposal::untilMicros)
                                    .thenComparing(Proposal::name))
                    .map(Proposal::name)
                    .limit(most)
                    .toList();
        }

        @Override
        public Map<Request, Answered> answers(Collection<Request> requests) throws SQLException {
            reach();
            Map<Request, Answered> found = new HashMap<>(answers);
            found.keySet().retainAll(requests);
            return found;
        }

        @Override
        public void record(Batch batch) throws SQLException {
            reach();
            if (mine != epoch) {
                throw new LedgerTakenOver();
            }
            Commit commit = faults.commit();
            switch (commit) {
                case DONE, UNKNOWN -> write(batch);
                case LOST, TORN -> {}
            }
            isBroken = commit != Commit.DONE;
            reach();
        }

        @Override
        public void rollback() throws SQLException {
            reach();
        }
    }
}
