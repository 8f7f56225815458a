package org.ytterby.core.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.balance.ErrorModel;
import org.ytterby.core.balance.Estimate;
import org.ytterby.core.balance.LineSum;
import org.ytterby.core.ledger.ControlPlan;
import org.ytterby.core.ledger.Direction;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.PlanKind;
import org.ytterby.core.ledger.Registry;
import org.ytterby.core.material.OreType;
import org.ytterby.core.material.Product;
import org.ytterby.core.material.ProductStage;

/// What was mined and separated, set against the plans that cover it.
///
/// A use counts against the facility's party where that holds a plan of the kind, year and ore,
/// else against its group at the time where that holds one, else it is a use without plan under the
/// group, or the party without one. A plan for all ores covers the ores for which its holder has
/// none of their own.
public final class PlanUses {
    /// A plan row: what uses count against.
    private record Key(int year, PlanKind kind, @Nullable OreType ore, int holder) {}

    private final Ledger ledger;
    private final FlowTable flows;
    private final Registry registry;
    private final ErrorModel model;
    private final Map<Key, Double> granted = new HashMap<>();
    private final Map<Key, LineSum> used = new HashMap<>();
    private final Map<Key, List<Integer>> lines = new HashMap<>();
    private final List<Key> keys;

    private PlanUses(ErrorModel model) {
        this.model = model;
        ledger = model.ledger();
        flows = ledger.flows();
        registry = ledger.registry();
        for (ControlPlan plan : ledger.declarations().entitlements().plans()) {
            if (!plan.revoked()) {
                granted.merge(keyOf(plan), plan.kgReo(), Double::sum);
            }
        }
        for (int r : ledger.records()) {
            switch (flows.type(r)) {
                case EXTRACTION -> useMining(r);
                case PROCESSING -> useSeparation(r);
                case SHIPMENT, RECEIPT, IMPORT, EXPORT, DISPOSAL, STOCKTAKE, CANCELLATION -> {}
            }
        }
        keys = sortedKeys();
    }

    /// Uses and plans of all years in a ledger. O(lines).
    public static PlanUses of(ErrorModel model) {
        return new PlanUses(model);
    }

    /// A row per plan and per use without plan, by year, kind, ore type and holder.
    public List<PlanUse> rows() {
        List<PlanUse> rows = new ArrayList<>();
        for (Key key : keys) {
            LineSum sum = used.get(key);
            Estimate reo = sum == null ? new Estimate(0, 0) : sum.reo();
            rows.add(
                    new PlanUse(
                            key.year(),
                            key.kind(),
                            key.ore(),
                            key.holder(),
                            granted.getOrDefault(key, 0.0),
                            reo.value(),
                            reo.sigma()));
        }
        return rows;
    }

    /// The lines that count as use in the `i`-th row, by time.
    public List<Integer> lines(int i) {
        return lines.getOrDefault(keys.get(i), List.of());
    }

    /// The plans in force that a row's grant sums up, as declared.
    public List<ControlPlan> plans(PlanUse row) {
        Key key = new Key(row.year(), row.kind(), row.oreType(), row.holder());
        return ledger.declarations().entitlements().plans().stream()
                .filter(plan -> !plan.revoked() && keyOf(plan).equals(key))
                .toList();
    }

    private static Key keyOf(ControlPlan plan) {
        // separation plans know no ore
        OreType ore = plan.kind() == PlanKind.MINING ? plan.oreType() : null;
        return new Key(plan.year(), plan.kind(), ore, plan.holder());
    }

    private List<Key> sortedKeys() {
        List<Key> all = new ArrayList<>(granted.keySet());
        used.keySet().stream().filter(key -> !granted.containsKey(key)).forEach(all::add);
        all.sort(
                Comparator.comparingInt(Key::year)
                        .thenComparing(key -> key.kind().code())
                        .thenComparing(key -> oreCode(key.ore()))
                        .thenComparing(key -> registry.party(key.holder()).id()));
        return all;
    }

    private static String oreCode(@Nullable OreType ore) {
        return ore == null ? "" : ore.code();
    }

    private void useMining(int r) {
        for (int line = flows.lineFrom(r); line < flows.lineTo(r); line++) {
            use(line, PlanKind.MINING, product(line).oreType());
        }
    }

    private void useSeparation(int r) {
        if (!isPrimarySeparation(r)) {
            return;
        }
        for (int line = flows.lineFrom(r); line < flows.lineTo(r); line++) {
            if (flows.direction(line) == Direction.OUT
                    && product(line).stage() == ProductStage.SEPARATED) {
                use(line, PlanKind.SMELTING_SEPARATION, null);
            }
        }
    }

    /// Whether a processing record has an input that a separation plan governs.
    private boolean isPrimarySeparation(int r) {
        for (int line = flows.lineFrom(r); line < flows.lineTo(r); line++) {
            if (flows.direction(line) == Direction.IN && product(line).stage().isPrimaryFeed()) {
                return flows.type(r) == FlowType.PROCESSING;
            }
        }
        return false;
    }

    private Product product(int line) {
        return ledger.declarations().products().get(flows.product(line));
    }

    private void use(int line, PlanKind kind, @Nullable OreType ore) {
        int r = flows.record(line);
        Key key = holder(r, kind, ore);
        used.computeIfAbsent(key, _ -> new LineSum(model)).add(line, 1);
        lines.computeIfAbsent(key, _ -> new ArrayList<>()).add(line);
    }

    private Key holder(int r, PlanKind kind, @Nullable OreType ore) {
        long time = flows.timeMicros(r);
        int year = LedgerTime.yearOf(time);
        int party = registry.facility(flows.facility(r)).party();
        int group = registry.groupOf(party, time);
        for (int candidate : new int[] {party, group}) {
            if (candidate == Registry.NONE) {
                continue;
            }
            Key own = new Key(year, kind, ore, candidate);
            if (granted.containsKey(own)) {
                return own;
            }
            Key all = new Key(year, kind, null, candidate);
            if (granted.containsKey(all)) {
                return all;
            }
        }
        return new Key(year, kind, ore, group == Registry.NONE ? party : group);
    }
}
