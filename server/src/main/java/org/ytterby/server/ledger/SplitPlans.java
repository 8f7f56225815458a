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
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.formats.intake.KeptRows;

/// The plans as they were granted, less what was passed on: that has rows of its own, and what is
/// granted would else count twice.
final class SplitPlans implements KeptRows.Cursor {
    private final KeptRows.Cursor plans;
    private final Map<String, Long> passedKg;

    private SplitPlans(KeptRows.Cursor plans, Map<String, Long> passedKg) {
        this.plans = plans;
        this.passedKg = passedKg;
    }

    /// @throws LedgerUnavailable if the database cannot be read
    static SplitPlans open(DataSource source, long upTo) {
        return new SplitPlans(
                DeclaredCursor.open(source, Grants.PLANS, 0, upTo), passedKg(source, upTo));
    }

    private static Map<String, Long> passedKg(DataSource source, long upTo) {
        Map<String, Long> passed = new HashMap<>();
        try (Connection connection = source.getConnection()) {
            new Sql(connection)
                    .each(
                            "SELECT content FROM ledger.entry WHERE topic = 'passed' AND position <"
                                    + " ?",
                            row -> {
                                if (EntryJson.parse(row.getBytes(1)) instanceof Entry.Passed entry
                                        && entry.from().kind() == AccountId.Kind.PLAN) {
                                    passed.merge(entry.from().name(), entry.amount(), Long::sum);
                                }
                            },
                            upTo);
        } catch (SQLException e) {
            throw new LedgerUnavailable("the ledger cannot be read", e);
        }
        return passed;
    }

    @Override
    public @Nullable SortedMap<String, String> next() {
        SortedMap<String, String> row = plans.next();
        Long passed = row == null ? null : passedKg.get(row.getOrDefault("plan", ""));
        return row == null || passed == null ? row : reduced(row, passed);
    }

    private static SortedMap<String, String> reduced(SortedMap<String, String> row, long passed) {
        SortedMap<String, String> left = new TreeMap<>(row);
        BigDecimal tonnes =
                new BigDecimal(row.getOrDefault("tonnes_reo", "0").strip())
                        .subtract(BigDecimal.valueOf(passed, Grants.KG_PER_T_DIGITS));
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
