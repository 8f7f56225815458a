package org.ytterby.server.ledger;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.entry.AccountId;
import org.ytterby.core.ledger.entry.Change;
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.formats.intake.KeptRows;

/// The plans as they were granted and altered since, less what was passed on: that has rows of its
/// own, and what is granted would else count twice.
final class SplitPlans implements KeptRows.Cursor {
    private final KeptRows.Cursor plans;
    private final Map<String, Long> moreKg;

    private SplitPlans(KeptRows.Cursor plans, Map<String, Long> moreKg) {
        this.plans = plans;
        this.moreKg = moreKg;
    }

    /// @throws LedgerUnavailable if the database cannot be read
    static SplitPlans open(DataSource source, long upTo) {
        return new SplitPlans(
                DeclaredCursor.open(source, Grants.PLANS, 0, upTo), moreKg(source, upTo));
    }

    /// By how much each plan is more than its row says, below 0 for less.
    private static Map<String, Long> moreKg(DataSource source, long upTo) {
        Map<String, Long> more = new HashMap<>();
        try (Connection connection = source.getConnection()) {
            new Sql(connection)
                    .each(
                            "SELECT content FROM ledger.entry WHERE topic IN ('passed', 'changed')"
                                    + " AND position < ?",
                            row -> add(EntryJson.parse(row.getBytes(1)), more),
                            upTo);
        } catch (SQLException e) {
            throw new LedgerUnavailable("the ledger cannot be read", e);
        }
        return more;
    }

    private static void add(Entry entry, Map<String, Long> more) {
        if (entry instanceof Entry.Passed passed && passed.from().kind() == AccountId.Kind.PLAN) {
            more.merge(passed.from().name(), -passed.amount(), Long::sum);
        } else if (entry instanceof Entry.Changed changed) {
            more.merge(changed.change().account().name(), changed.amount(), Long::sum);
            if (changed.change() instanceof Change.Transfer transfer) {
                more.merge(transfer.to().name(), -changed.amount(), Long::sum);
            }
        }
    }

    @Override
    public @Nullable SortedMap<String, String> next() {
        SortedMap<String, String> row = plans.next();
        Long more = row == null ? null : moreKg.get(row.getOrDefault("plan", ""));
        return row == null || more == null ? row : altered(row, more);
    }

    private static SortedMap<String, String> altered(SortedMap<String, String> row, long more) {
        SortedMap<String, String> left = new TreeMap<>(row);
        BigDecimal tonnes =
                new BigDecimal(row.getOrDefault("tonnes_reo", "0").strip())
                        .add(BigDecimal.valueOf(more, Grants.KG_PER_T_DIGITS));
        left.put("tonnes_reo", tonnes.max(BigDecimal.ZERO).toPlainString());
        return left;
    }

    @Override
    public int place() {
        return plans.place();
    }

    @Override
    public void close() {
        plans.close();
    }
}
