package org.ytterby.server.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.ytterby.core.ledger.entry.AccountId;
import org.ytterby.core.ledger.entry.DeclaredRow;
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.core.ledger.entry.GroupMemberships;
import org.ytterby.core.proof.SaltedEntry;
import org.ytterby.formats.intake.KeptRows;
import org.ytterby.formats.intake.Law;

/// Reads what the ledger holds, for whoever may see all of it. Safe for use by several threads.
public final class LedgerReader {
    private static final int FETCH = 4_096;
    private static final int LAW_MAX = 10_000;
    private static final int REWARDS_MAX = 10_000;
    private static final int MEMBERSHIPS_MAX = 1_000_000;

    private final DataSource source;

    public LedgerReader(DataSource source) {
        this.source = source;
    }

    /// Hears of entries in their order.
    @FunctionalInterface
    public interface EachEntry {
        void accept(long position, SaltedEntry entry);
    }

    /// Reads the entries of a range of positions, in one snapshot: that of the transaction, where
    /// the source gives connections that are in one.
    ///
    /// @throws EntryMissing if a position is missing
    /// @throws LedgerUnavailable if the database cannot be read
    public void each(long from, long to, EachEntry reader) {
        long[] expected = {from};
        present(
                from,
                to,
                (position, entry) -> {
                    if (position != expected[0]) {
                        throw new EntryMissing(expected[0]);
                    }
                    expected[0]++;
                    reader.accept(position, entry);
                });
        if (expected[0] < to) {
            throw new EntryMissing(expected[0]);
        }
    }

    /// The same, but for those that are missing.
    ///
    /// @throws LedgerUnavailable if the database cannot be read
    public void present(long from, long to, EachEntry reader) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            new Sql(connection)
                    .each(
                            "SELECT position, salt, content FROM ledger.entry"
                                    + " WHERE position >= ? AND position < ? ORDER BY position",
                            FETCH,
                            row ->
                                    reader.accept(
                                            row.getLong(1),
                                            SaltedEntry.of(row.getBytes(2), row.getBytes(3))),
                            from,
                            to);
        } catch (SQLException e) {
            throw new LedgerUnavailable("the ledger cannot be read", e);
        }
    }

    /// Reads entries that are filed under some topics, in their order.
    ///
    /// @param topics kinds of entries, or tables; neither flows nor verdicts, which are too many
    /// @param most of them
    /// @throws LedgerUnavailable if the database cannot be read
    public void filed(Set<String> topics, long from, long to, int most, EachEntry reader) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            Sql sql = new Sql(connection);
            sql.each(
                    "SELECT position, salt, content FROM ledger.entry"
                            + " WHERE topic = ANY (?) AND topic NOT IN ('flows', 'verdict')"
                            + " AND position >= ? AND position < ? ORDER BY position LIMIT ?",
                    row ->
                            reader.accept(
                                    row.getLong(1),
                                    SaltedEntry.of(row.getBytes(2), row.getBytes(3))),
                    sql.texts(List.copyOf(topics)),
                    from,
                    to,
                    most);
        } catch (SQLException e) {
            throw new LedgerUnavailable("the ledger cannot be read", e);
        }
    }

    /// What was declared up to a position, as the rows of a package; a plan is what it was altered
    /// to, less what was passed on.
    public KeptRows declared(long upTo) {
        return table ->
                table.equals(Grants.PLANS)
                        ? SplitPlans.open(source, upTo)
                        : DeclaredCursor.open(source, table, 0, upTo);
    }

    /// What was declared from a position up to another, without plans: those change when they are
    /// split or altered.
    public KeptRows declared(long from, long upTo) {
        return table -> DeclaredCursor.open(source, table, from, upTo);
    }

    /// The rows of dated law that were enacted up to a position, in their order.
    ///
    /// @throws LedgerUnavailable if the database cannot be read
    public List<Entry.Enacted> enacted(long upTo) {
        List<Entry.Enacted> enacted = new ArrayList<>();
        filed(
                Set.of(LawJson.ENACTED),
                0,
                upTo,
                LAW_MAX,
                (_, salted) -> {
                    if (parse(salted) instanceof Entry.Enacted entry) {
                        enacted.add(entry);
                    }
                });
        return enacted;
    }

    /// The dated law as it stood at a position: what is shipped, and what was enacted.
    public Law law(long upTo) {
        return Law.of(enacted(upTo).stream().map(Entry.Enacted::row).toList());
    }

    /// The dated law as it stands now.
    public Law law() {
        return law(Long.MAX_VALUE);
    }

    /// The rewards that were given, in their order, with what became of them.
    ///
    /// @throws LedgerUnavailable if the database cannot be read
    public List<GivenReward> rewards() {
        SortedMap<Long, Entry.Awarded> given = new TreeMap<>();
        Map<String, Entry.Revoked> revoked = new HashMap<>();
        filed(
                Set.of(RewardJson.AWARDED, RewardJson.REVOKED),
                0,
                Long.MAX_VALUE,
                REWARDS_MAX,
                (position, salted) -> {
                    Entry entry = parse(salted);
                    if (entry instanceof Entry.Awarded awarded) {
                        given.put(position, awarded);
                    } else if (entry instanceof Entry.Revoked taken) {
                        revoked.put(taken.revocation().reward(), taken);
                    }
                });
        Map<Long, String> names = approvals(given.keySet());
        List<GivenReward> rewards = new ArrayList<>();
        given.forEach((position, awarded) -> {
            String name = names.getOrDefault(position, "");
            rewards.add(new GivenReward(name, awarded, revoked.get(name)));
        });
        return List.copyOf(rewards);
    }

    /// Who belongs to which group, as declared.
    ///
    /// @throws LedgerUnavailable if the database cannot be read
    public GroupMemberships memberships() {
        GroupMemberships memberships = new GroupMemberships();
        filed(
                Set.of(GroupMemberships.MEMBERSHIPS),
                0,
                Long.MAX_VALUE,
                MEMBERSHIPS_MAX,
                (_, salted) -> {
                    if (parse(salted) instanceof Entry.Declared(DeclaredRow row)) {
                        memberships.add(row);
                    }
                });
        return memberships;
    }

    /// The names of proposals whose approval stands right before an entry.
    private Map<Long, String> approvals(Set<Long> positions) {
        Map<Long, String> names = new HashMap<>();
        try (Connection connection = source.getConnection()) {
            Sql sql = new Sql(connection);
            sql.each(
                    "SELECT position + 1, salt, content FROM ledger.entry"
                            + " WHERE topic = 'approved' AND position = ANY (?)",
                    row -> {
                        SaltedEntry salted = SaltedEntry.of(row.getBytes(2), row.getBytes(3));
                        if (parse(salted) instanceof Entry.Approved approved) {
                            names.put(row.getLong(1), approved.proposal());
                        }
                    },
                    sql.column("bigint", positions, position -> position - 1));
        } catch (SQLException e) {
            throw new LedgerUnavailable("the ledger cannot be read", e);
        }
        return names;
    }

    /// What an entry says.
    ///
    /// @throws IllegalArgumentException unless it is one of the ledger's
    public static Entry parse(SaltedEntry entry) {
        return EntryJson.parse(entry.content());
    }

    /// The organisations that lie in certain regions: all of their facilities do.
    ///
    /// @param regions told the region of a facility, empty where it was not declared
    public Set<String> organisationsIn(Predicate<String> regions) {
        Map<String, Boolean> found = new HashMap<>();
        try (Connection connection = source.getConnection()) {
            new Sql(connection)
                    .each(
                            "SELECT party, region FROM ledger.facility",
                            row ->
                                    found.merge(
                                            row.getString(1),
                                            regions.test(row.getString(2)),
                                            Boolean::logicalAnd));
        } catch (SQLException e) {
            throw new LedgerUnavailable("the ledger cannot be read", e);
        }
        found.values().removeIf(isInside -> !isInside);
        return found.keySet();
    }

    /// Whose account it is; empty where there is none.
    public Optional<String> holderOf(AccountId account) {
        List<String> holders = new ArrayList<>();
        try (Connection connection = source.getConnection()) {
            new Sql(connection)
                    .each(
                            "SELECT holder FROM ledger.account WHERE account = ?",
                            row -> holders.add(row.getString(1)),
                            account.toString());
        } catch (SQLException e) {
            throw new LedgerUnavailable("the ledger cannot be read", e);
        }
        return holders.stream().findFirst();
    }

    /// Where a facility lies; empty where that was not declared, or there is no such facility.
    public String regionOf(String facility) {
        List<String> regions = new ArrayList<>();
        try (Connection connection = source.getConnection()) {
            new Sql(connection)
                    .each(
                            "SELECT region FROM ledger.facility WHERE facility = ?",
                            row -> regions.add(row.getString(1)),
                            facility);
        } catch (SQLException e) {
            throw new LedgerUnavailable("the ledger cannot be read", e);
        }
        return regions.isEmpty() ? "" : regions.getFirst();
    }

    /// How many entries there are: the position that the next one gets.
    public long size() {
        List<Long> size = new ArrayList<>();
        try (Connection connection = source.getConnection()) {
            new Sql(connection)
                    .each(
                            "SELECT next_position FROM ledger.writer",
                            0,
                            row -> size.add(row.getLong(1)));
        } catch (SQLException e) {
            throw new LedgerUnavailable("the ledger cannot be read", e);
        }
        return size.getFirst();
    }
}
