package org.ytterby.server.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.ytterby.core.ledger.entry.Account;
import org.ytterby.core.ledger.entry.AccountId;
import org.ytterby.core.ledger.entry.DeclaredRow;
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.core.ledger.entry.Hold;
import org.ytterby.core.ledger.entry.Proposal;
import org.ytterby.core.proof.SaltedEntry;
import org.ytterby.core.proof.TreeHasher;
import org.ytterby.server.identity.ScopedReads;

/// Reads accounts, what is set aside and what is proposed, each list within what the caller sees;
/// the database knows it too.
@Component
class EntitlementReader {
    static final int LIMIT_MAX = 1_000;

    /// Whether an organisation lies in a region with all of its facilities, or no region is asked
    /// for.
    private static final String INSIDE =
            """
            (? = '' OR %s IN (SELECT party FROM ledger.facility
              GROUP BY party HAVING bool_and(identity.covers(?, region))))\
            """;

    private final Snapshots snapshots;

    /// The entries themselves, which no caller is shown as they are.
    private final Snapshots entries;

    EntitlementReader(DataSource source, ScopedReads scope) {
        snapshots = new Snapshots(source, scope);
        entries = new Snapshots(source, null);
    }

    /// Part of a list in the order of its keys.
    ///
    /// @param position of the ledger that it was answered from
    /// @param next key to go on after; absent on the last page
    record Listed<T>(long position, List<T> items, @Nullable String next) {
        <R> Listed<R> map(Function<T, R> row) {
            return new Listed<>(position, items.stream().map(row).toList(), next);
        }
    }

    /// Which part of a list.
    ///
    /// @param state that things are in; empty for all
    /// @param after the key before it, empty for the beginning
    record Wanted(String state, String after, int limit) {
        /// @throws IllegalArgumentException unless the limit is 1 to [#LIMIT_MAX]
        Wanted {
            if (limit < 1 || limit > LIMIT_MAX) {
                throw new IllegalArgumentException(
                        "limit: 1 to %d / 每页 1 至 %d 条".formatted(LIMIT_MAX, LIMIT_MAX));
            }
        }
    }

    /// An account and whose it is.
    record Held(Account account, String holder) {}

    /// How a row is read.
    @FunctionalInterface
    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    Listed<Held> accounts(Sight sight, Wanted wanted) {
        return listed(
                """
                SELECT account, holder, granted, reserved, posted FROM ledger.account
                WHERE account > ? AND (holder = ?
                  OR split_part(account, ':', 1) = ANY (string_to_array(?, ' ')) AND %s)
                ORDER BY account LIMIT ?\
                """
                        .formatted(INSIDE.formatted("holder")),
                EntitlementReader::held,
                held -> held.account().id().toString(),
                wanted,
                wanted.after(),
                sight.organisation(),
                sight.kindCodes(),
                sight.region(),
                sight.region());
    }

    /// The plans of some holders, by name; whoever asks for them looks who may know.
    List<Held> accountsOf(List<String> holders) {
        return entries.read(sql -> {
            List<Held> found = new ArrayList<>();
            sql.each(
                    """
                    SELECT account, holder, granted, reserved, posted FROM ledger.account
                    WHERE holder = ANY (?) AND split_part(account, ':', 1) = 'plan' ORDER BY account\
                    """,
                    row -> found.add(held(row)),
                    sql.texts(holders));
            return List.copyOf(found);
        });
    }

    private static Held held(ResultSet row) throws SQLException {
        return new Held(
                new Account(
                        AccountId.parse(row.getString(1)),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5)),
                row.getString(2));
    }

    /// How plans were altered, in that order.
    List<Entry.Changed> changes() {
        return entries.read(sql -> {
            List<Entry.Changed> changes = new ArrayList<>();
            sql.each(
                    "SELECT content FROM ledger.entry WHERE topic = 'changed' ORDER BY position",
                    row -> {
                        if (EntryJson.parse(row.getBytes(1)) instanceof Entry.Changed changed) {
                            changes.add(changed);
                        }
                    });
            return List.copyOf(changes);
        });
    }

    /// What is set aside from accounts that are seen, or by the caller's organisation.
    Listed<Hold> holds(Sight sight, Wanted wanted) {
        return listed(
                """
                SELECT hold, account, organisation, amount, until_micros, state, drawn FROM ledger.hold
                WHERE hold > ? AND ? IN ('', state)
                  AND (organisation = ? OR account IN (SELECT account FROM ledger.account WHERE holder = ?)
                    OR split_part(account, ':', 1) = ANY (string_to_array(?, ' ')) AND %s)
                ORDER BY hold LIMIT ?\
                """
                        .formatted(INSIDE.formatted("organisation")),
                LedgerStore::hold,
                Hold::name,
                wanted,
                wanted.after(),
                wanted.state(),
                sight.organisation(),
                sight.organisation(),
                sight.kindCodes(),
                sight.region(),
                sight.region());
    }

    /// What the caller's organisation proposed, or what is about things that are seen.
    Listed<Proposal> proposals(Sight sight, Wanted wanted) {
        return listed(
                "SELECT "
                        + ProposalTable.COLUMNS
                        + """
                         FROM ledger.proposal WHERE proposal > ? AND ? IN ('', state)
                          AND (organisation = ?
                            OR split_part(subject, ':', 1) = ANY (string_to_array(?, ' ')) AND %s)
                        ORDER BY proposal LIMIT ?\
                        """
                                .formatted(INSIDE.formatted("organisation")),
                ProposalTable::read,
                Proposal::name,
                wanted,
                wanted.after(),
                wanted.state(),
                sight.organisation(),
                sight.kindCodes(),
                sight.region(),
                sight.region());
    }

    /// What was proposed under a name.
    Optional<Proposal> proposal(String name) {
        return snapshots.read(sql -> new ProposalTable(sql).of(List.of(name)).stream().findFirst());
    }

    /// What was proposed under some names, in the order of names.
    List<Proposal> proposals(List<String> names) {
        return snapshots.read(sql ->
                new ProposalTable(sql)
                        .of(names).stream().sorted(Comparator.comparing(Proposal::name)).toList());
    }

    /// The rows that granted plans of a year, in the order in which they were entered.
    List<DeclaredRow> plans(int year) {
        return entries.read(sql -> {
            List<DeclaredRow> rows = new ArrayList<>();
            sql.each(
                    """
                    SELECT content FROM ledger.entry WHERE topic = 'plans'
                      AND convert_from(content, 'UTF8')::json #>> '{row,year}' = ?
                    ORDER BY position\
                    """,
                    row -> rows.add(declared(row.getBytes(1))),
                    Integer.toString(year));
            return List.copyOf(rows);
        });
    }

    /// How much of each plan was passed on, kg by id of the plan.
    Map<String, Long> passedKg() {
        return entries.read(sql -> {
            Map<String, Long> passed = new TreeMap<>();
            sql.each(
                    "SELECT content FROM ledger.entry WHERE topic = 'passed'",
                    row -> {
                        if (EntryJson.parse(row.getBytes(1)) instanceof Entry.Passed entry
                                && entry.from().kind() == AccountId.Kind.PLAN) {
                            passed.merge(entry.from().name(), entry.amount(), Long::sum);
                        }
                    });
            return passed;
        });
    }

    /// The newest row that granted a plan.
    Optional<DeclaredRow> plan(String name) {
        return entries.read(sql -> {
            List<DeclaredRow> rows = new ArrayList<>();
            sql.each(
                    """
                    SELECT content FROM ledger.entry WHERE topic = 'plans'
                      AND convert_from(content, 'UTF8')::json #>> '{row,plan}' = ?
                    ORDER BY position DESC LIMIT 1\
                    """,
                    row -> rows.add(declared(row.getBytes(1))),
                    name);
            return rows.stream().findFirst();
        });
    }

    /// Where a plan was granted first, with the leaf of that entry in the log.
    Optional<PlanGrants.Granting> granting(String plan) {
        return entries.read(sql -> {
            List<PlanGrants.Granting> found = new ArrayList<>();
            sql.each(
                    """
                    SELECT position, salt, content FROM ledger.entry WHERE topic = 'plans'
                      AND convert_from(content, 'UTF8')::json #>> '{row,plan}' = ?
                    ORDER BY position LIMIT 1\
                    """,
                    row ->
                            found.add(
                                    new PlanGrants.Granting(
                                            row.getLong(1),
                                            new TreeHasher()
                                                    .leaf(
                                                            SaltedEntry.of(
                                                                            row.getBytes(2),
                                                                            row.getBytes(3))
                                                                    .bytes())
                                                    .toString())),
                    plan);
            return found.stream().findFirst();
        });
    }

    private static DeclaredRow declared(byte[] content) {
        if (EntryJson.parse(content) instanceof Entry.Declared(DeclaredRow row)) {
            return row;
        }
        throw new LedgerUnavailable("an entry is filed under another topic");
    }

    /// Asks one thing more than the page has, to know whether there is a next one.
    ///
    /// @param values of the query before its limit
    private <T> Listed<T> listed(
            String query,
            Reading<T> reading,
            Function<T, String> key,
            Wanted wanted,
            Object... values) {
        Object[] all = new Object[values.length + 1];
        System.arraycopy(values, 0, all, 0, values.length);
        all[values.length] = wanted.limit() + 1;
        List<T> found = new ArrayList<>();
        long position =
                snapshots.read(sql -> {
                    sql.each(query, row -> found.add(reading.read(row)), all);
                    return Snapshots.position(sql);
                });
        boolean isMore = found.size() > wanted.limit();
        List<T> items = isMore ? found.subList(0, wanted.limit()) : found;
        return new Listed<>(position, items, isMore ? key.apply(items.getLast()) : null);
    }
}
