package org.ytterby.core.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Registry;

/// How fast the plans of a year are used.
public final class PlanPace {
    private static final int MONTHS = 12;

    private final Ledger ledger;
    private final int first;
    private final Asked asked;
    private final Map<Integer, boolean[]> reported = new HashMap<>();

    private PlanPace(Ledger ledger, Asked asked) {
        this.ledger = ledger;
        this.asked = asked;
        first = LedgerTime.monthOf(LedgerTime.startOfYear(asked.year));
        readReported();
    }

    /// What is asked.
    ///
    /// @param monthsUntilMicros months that end until then count as over and reported on
    /// @param usedUntilMicros use before then counts as used
    public record Asked(int year, long monthsUntilMicros, long usedUntilMicros) {
        /// Whether every month of the year is over.
        public boolean isClosed() {
            return monthsUntilMicros >= LedgerTime.startOfYear(year + 1);
        }
    }

    /// A plan and its pace.
    ///
    /// @param use its `usedKg` is that of the whole year
    /// @param usedKg use so far, kg REO
    /// @param silent months that are over and in which its holder declared nothing at all
    /// @param projection absent where the year is over
    public record Row(PlanUse use, double usedKg, int silent, @Nullable Projection projection) {
        /// What is left, kg REO; negative where more was used.
        public double leftKg() {
            return use.grantedKg() - usedKg;
        }

        /// How near an overrun is.
        public Projection.Warning warning() {
            if (projection != null) {
                return projection.beside(use.grantedKg());
            }
            return usedKg > use.grantedKg() ? Projection.Warning.OVER : Projection.Warning.NONE;
        }
    }

    /// The plans of a year, and uses without plan, in the order of [PlanUses#rows]. O(lines).
    public static List<Row> of(Ledger ledger, PlanUses uses, Asked asked) {
        return new PlanPace(ledger, asked).rows(uses);
    }

    private void readReported() {
        FlowTable flows = ledger.flows();
        Registry registry = ledger.registry();
        for (int r : ledger.records()) {
            int month = LedgerTime.monthOf(flows.timeMicros(r)) - first;
            if (month >= 0 && month < MONTHS) {
                int party = registry.facility(flows.facility(r)).party();
                int group = registry.groupOf(party, flows.timeMicros(r));
                mark(party, month);
                if (group != Registry.NONE) {
                    mark(group, month);
                }
            }
        }
    }

    private void mark(int holder, int month) {
        reported.computeIfAbsent(holder, _ -> new boolean[MONTHS])[month] = true;
    }

    private List<Row> rows(PlanUses uses) {
        List<PlanUse> all = uses.rows();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).year() == asked.year) {
                rows.add(row(all.get(i), uses.lines(i)));
            }
        }
        return List.copyOf(rows);
    }

    private Row row(PlanUse use, List<Integer> lines) {
        double[] monthly = new double[MONTHS];
        boolean[] told = reported.getOrDefault(use.holder(), new boolean[MONTHS]);
        int silent = 0;
        for (int m = 0; m < MONTHS; m++) {
            boolean isOver = LedgerTime.startOfMonth(first + m + 1) <= asked.monthsUntilMicros;
            silent += isOver && !told[m] ? 1 : 0;
            monthly[m] = isOver && told[m] ? 0 : Double.NaN;
        }
        double used = 0;
        for (int line : lines) {
            long time = ledger.timeMicros(line);
            if (time < asked.usedUntilMicros) {
                double kg = ledger.reoKg(line);
                used += kg;
                monthly[LedgerTime.monthOf(time) - first] += kg; // NaN stays what it is
            }
        }
        double all = Math.max(used, Arrays.stream(monthly).filter(u -> u > 0).sum());
        return new Row(use, used, silent, asked.isClosed() ? null : Projection.of(monthly, all));
    }
}
