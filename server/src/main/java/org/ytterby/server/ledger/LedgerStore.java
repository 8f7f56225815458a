package org.ytterby.server.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.entry.Account;
import org.ytterby.core.ledger.entry.AccountId;
import org.ytterby.core.ledger.entry.CaseFile;
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.core.ledger.entry.Hold;
import org.ytterby.core.ledger.entry.LedgerState;
import org.ytterby.core.ledger.entry.Proposal;
import org.ytterby.core.ledger.entry.Refusal;

/// The writer's own connection: what it reads before it decides, and the one transaction in which a
/// batch is recorded.
///
/// Not safe for use by several threads at once.
final class LedgerStore implements BatchStore, AutoCloseable {
    private static final String HOLDS =
            "SELECT hold, account, organisation, amount, until_micros, state, drawn FROM ledger.hold";

    private final Connection connection;
    private final Sql sql;
    private final long epoch;
    private final EntryInsert entries;
    private final ProposalTable proposals;
    private final CaseTable cases;

    private LedgerStore(Connection connection, long epoch) {
        this.connection = connection;
        this.epoch = epoch;
        sql = new Sql(connection);
        entries = new EntryInsert(connection);
        proposals = new ProposalTable(sql);
        cases = new CaseTable(sql);
    }

    /// Becomes the one writer, or goes on as such: whoever was it before can record nothing any
    /// more. The connection is closed if that fails.
    ///
    /// @throws LedgerTakenOver if another writer has taken over since the last claim
    static LedgerStore claim(Connection connection, Claims claims) throws SQLException {
        boolean isClaimed = false;
        try {
            connection.setAutoCommit(false);
            Sql sql = new Sql(connection);
            long[] epoch = new long[1];
            sql.each(
                    "SELECT epoch FROM ledger.writer FOR UPDATE",
                    row -> epoch[0] = claims.raise(row.getLong(1)));
            sql.update("UPDATE ledger.writer SET epoch = ?", epoch[0]);
            connection.commit();
            isClaimed = true;
            return new LedgerStore(connection, epoch[0]);
        } finally {
            if (!isClaimed) {
                connection.close();
            }
        }
    }

    @Override
    public long nextPosition() throws SQLException {
        List<Long> next = new ArrayList<>();
        sql.each(
                "SELECT next_position FROM ledger.writer WHERE epoch = ?",
                row -> next.add(row.getLong(1)),
                epoch);
        connection.commit();
        if (next.isEmpty()) {
            throw new LedgerTakenOver();
        }
        return next.getFirst();
    }

    @Override
    public LedgerState state() throws SQLException {
        LedgerState state = new LedgerState();
        sql.each(
                "SELECT account, holder, granted, reserved, posted FROM ledger.account",
                row ->
                        state.restore(
                                new Account(
                                        AccountId.parse(row.getString(1)),
                                        row.getLong(3),
                                        row.getLong(4),
                                        row.getLong(5)),
                                row.getString(2)));
        sql.each(
                "SELECT facility, party FROM ledger.facility",
                row -> state.restore(row.getString(1), row.getString(2)));
        sql.each(
                "SELECT content FROM ledger.entry WHERE topic IN ('enacted', 'revoked')",
                row -> state.apply(EntryJson.parse(row.getBytes(1))));
        for (String table : LedgerState.tables()) {
            sql.each(
                    "SELECT content FROM ledger.entry WHERE topic = ?"
                            + " AND topic NOT IN ('flows', 'verdict') ORDER BY position",
                    row -> state.apply(EntryJson.parse(row.getBytes(1))),
                    table);
        }
        connection.commit();
        return state;
    }

    @Override
    public List<Hold> holds(List<String> names) throws SQLException {
        List<Hold> holds = new ArrayList<>();
        if (!names.isEmpty()) {
            sql.each(
                    HOLDS + " WHERE hold = ANY (?)", row -> holds.add(hold(row)), sql.texts(names));
        }
        return holds;
    }

    @Override
    public List<Proposal> proposals(List<String> names) throws SQLException {
        return proposals.of(names);
    }

    @Override
    public List<CaseFile> cases(List<String> names) throws SQLException {
        return cases.of(names);
    }

    @Override
    public List<String> lapsed(long nowMicros, int most) throws SQLException {
        List<String> names = proposals.lapsed(nowMicros, most);
        connection.commit();
        return names;
    }

    @Override
    public List<String> expired(long nowMicros, int most) throws SQLException {
        List<String> names = new ArrayList<>();
        sql.each(
                "SELECT hold FROM ledger.hold WHERE state = 'reserved' AND until_micros <= ?"
                        + " ORDER BY until_micros, hold LIMIT ?",
                row -> names.add(row.getString(1)),
                nowMicros,
                most);
        connection.commit();
        return names;
    }

    static Hold hold(ResultSet row) throws SQLException {
        return new Hold(
                row.getString(1),
                AccountId.parse(row.getString(2)),
                row.getString(3),
                row.getLong(4),
                row.getLong(5),
                Hold.State.parse(row.getString(6)),
                row.getLong(7));
    }

    @Override
    public Map<Request, Answered> answers(Collection<Request> requests) throws SQLException {
        Map<Request, Answered> answers = new HashMap<>();
        sql.each(
                """
                SELECT s.organisation, s.key, s.digest, s.position, s.entries, s.code, s.subject, s.value
                FROM unnest(?::text[], ?::text[]) AS asked (organisation, key)
                CROSS JOIN LATERAL (
                  SELECT * FROM ledger.submission
                  WHERE organisation = asked.organisation AND key = asked.key
                  OFFSET 0) s -- one look-up each, whatever the planner thinks of the table's size\
                """,
                row ->
                        answers.put(
                                new Request(row.getString(1), row.getString(2)),
                                new Answered(
                                        HexFormat.of().formatHex(row.getBytes(3)),
                                        new Answer(row.getLong(4), row.getInt(5), outcome(row)))),
                sql.column("text", requests, Request::organisation),
                sql.column("text", requests, Request::key));
        return answers;
    }

    private static Entry.Outcome outcome(ResultSet row) throws SQLException {
        String code = row.getString(6);
        return code == null
                ? new Entry.Outcome.Accepted()
                : new Entry.Outcome.Refused(
                        new Refusal(Refusal.Code.parse(code), row.getString(7), row.getString(8)));
    }

    @Override
    public void record(Batch batch) throws SQLException {
        Taken taken = batch.taken();
        int changed =
                sql.update(
                        "UPDATE ledger.writer SET next_position = ?"
                                + " WHERE epoch = ? AND next_position = ?",
                        taken.next(),
                        epoch,
                        taken.first());
        if (changed != 1) {
            throw new LedgerTakenOver();
        }
        entries.insert(taken);
        insert(batch.submissions());
        upsertAccounts(batch.accounts(), batch.holders());
        upsertHolds(batch.holds());
        upsertFacilities(batch.facilities());
        proposals.upsert(batch.proposals());
        cases.upsert(batch.cases());
        connection.commit();
    }

    private void insert(List<Batch.Decided> decided) throws SQLException {
        sql.update(
                """
                INSERT INTO ledger.submission (organisation, key, digest, position, entries, code, subject, value)
                SELECT o, k, decode(d, 'hex'), p, e, c, s, v
                FROM unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::int[], ?::text[], ?::text[], ?::text[])
                  AS t (o, k, d, p, e, c, s, v)\
                """,
                sql.column("text", decided, d -> d.verdict().sender().organisation()),
                sql.column("text", decided, d -> d.verdict().key()),
                sql.column("text", decided, d -> d.verdict().digest()),
                sql.column("bigint", decided, Batch.Decided::position),
                sql.column("int", decided, d -> d.verdict().entries()),
                sql.column("text", decided, d -> code(d.verdict())),
                sql.column("text", decided, d -> subject(d.verdict())),
                sql.column("text", decided, d -> value(d.verdict())));
    }

    private static @Nullable String code(Entry.Verdict verdict) {
        return verdict.outcome() instanceof Entry.Outcome.Refused(Refusal refusal)
                ? refusal.code().text()
                : null;
    }

    private static @Nullable String subject(Entry.Verdict verdict) {
        return verdict.outcome() instanceof Entry.Outcome.Refused(Refusal refusal)
                ? refusal.subject()
                : null;
    }

    private static @Nullable String value(Entry.Verdict verdict) {
        return verdict.outcome() instanceof Entry.Outcome.Refused(Refusal refusal)
                ? refusal.value()
                : null;
    }

    private void upsertAccounts(Collection<Account> accounts, Map<AccountId, String> holders)
            throws SQLException {
        if (accounts.isEmpty()) {
            return;
        }
        sql.update(
                """
                INSERT INTO ledger.account (account, holder, granted, reserved, posted)
                SELECT * FROM unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[])
                ON CONFLICT (account) DO UPDATE
                SET granted = excluded.granted, reserved = excluded.reserved, posted = excluded.posted\
                """,
                sql.column("text", accounts, a -> a.id().toString()),
                sql.column("text", accounts, a -> holders.getOrDefault(a.id(), "")),
                sql.column("bigint", accounts, Account::granted),
                sql.column("bigint", accounts, Account::reserved),
                sql.column("bigint", accounts, Account::posted));
    }

    private void upsertHolds(Collection<Hold> holds) throws SQLException {
        if (holds.isEmpty()) {
            return;
        }
        sql.update(
                """
                INSERT INTO ledger.hold (hold, account, organisation, amount, until_micros, state, drawn)
                SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::bigint[])
                ON CONFLICT (hold) DO UPDATE SET state = excluded.state, drawn = excluded.drawn\
                """,
                sql.column("text", holds, Hold::name),
                sql.column("text", holds, h -> h.account().toString()),
                sql.column("text", holds, Hold::organisation),
                sql.column("bigint", holds, Hold::amount),
                sql.column("bigint", holds, Hold::untilMicros),
                sql.column("text", holds, h -> h.state().code()),
                sql.column("bigint", holds, Hold::drawn));
    }

    private void upsertFacilities(Map<String, Batch.Facility> facilities) throws SQLException {
        if (facilities.isEmpty()) {
            return;
        }
        sql.update(
                """
                INSERT INTO ledger.facility (facility, party, region)
                SELECT * FROM unnest(?::text[], ?::text[], ?::text[])
                ON CONFLICT (facility) DO UPDATE SET party = excluded.party, region = excluded.region\
                """,
                sql.column("text", facilities.entrySet(), Map.Entry::getKey),
                sql.column("text", facilities.entrySet(), f -> f.getValue().party()),
                sql.column("text", facilities.entrySet(), f -> f.getValue().region()));
    }

    @Override
    public void rollback() throws SQLException {
        connection.rollback();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
