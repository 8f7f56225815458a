package org.ytterby.simulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.PlanKind;
import org.ytterby.core.material.OreType;
import org.ytterby.formats.RowSink;

/// Honest use of the plans, and from it the plans: each holder gets of the national figure what it
/// used of the national use, so that shares are drawn and no honest holder exceeds its own.
final class PlanBook {
    private static final double KG_PER_T = 1000;
    private static final int[] ISSUED_MONTHS = {2, 10}; // March and November
    private static final int REVOKED_MONTH = 1;

    private final Map<String, PartySpec> parties = new HashMap<>();
    private final Codes codes;
    private final YearTime time;
    private final TreeMap<Holding, Double> used = new TreeMap<>();
    private int plans;

    /// @param oreType null for all ores
    private record Holding(PlanKind kind, @Nullable OreType oreType, String holder)
            implements Comparable<Holding> {
        private static final Comparator<Holding> ORDER =
                Comparator.comparing(Holding::kind)
                        .thenComparing(
                                Holding::oreType, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(Holding::holder);

        @Override
        public int compareTo(Holding other) {
            return ORDER.compare(this, other);
        }
    }

    PlanBook(Codes codes, YearTime time) {
        this.codes = codes;
        this.time = time;
        for (var row : Table.read("parties.csv").rows()) {
            parties.put(row.getField("party"), PartySpec.of(row));
        }
    }

    /// Counts ore mined in a month of the year.
    void mined(Site mine, OreType ore, int month, double reoKg) {
        PartySpec party = party(mine);
        String holder = party.ownPlan() ? mine.party() : party.groupIn(month);
        used.merge(new Holding(PlanKind.MINING, ore, holder), reoKg, Double::sum);
    }

    /// Counts separated products made in a month of the year.
    void separated(Site plant, int month, double reoKg) {
        used.merge(
                new Holding(PlanKind.SMELTING_SEPARATION, null, party(plant).groupIn(month)),
                reoKg,
                Double::sum);
    }

    private PartySpec party(Site site) {
        PartySpec party = parties.get(site.spec().party());
        if (party == null) {
            throw new IllegalStateException("no party " + site.spec().party());
        }
        return party;
    }

    /// Use of one kind, t REO.
    double usedTonnes(PlanKind kind) {
        double kg = 0;
        for (var entry : used.entrySet()) {
            kg += entry.getKey().kind() == kind ? entry.getValue() : 0;
        }
        return kg / KG_PER_T;
    }

    /// Writes the national plans, split between holders.
    void write(RowSink rows, NationalPlan national) {
        for (OreType ore : OreType.values()) {
            write(rows, PlanKind.MINING, ore, national.mining(ore));
        }
        write(rows, PlanKind.SMELTING_SEPARATION, null, national.separation());
        writeRevoked(rows);
    }

    private void write(RowSink rows, PlanKind kind, @Nullable OreType ore, List<Double> batches) {
        List<Holding> holders =
                used.keySet().stream()
                        .filter(holding -> holding.kind() == kind && holding.oreType() == ore)
                        .toList();
        List<Double> weights = new ArrayList<>();
        holders.forEach(holder -> weights.add(used.getOrDefault(holder, 0.0)));
        for (int b = 0; b < batches.size(); b++) {
            List<Long> split = Split.whole(Math.round(batches.get(b)), weights);
            for (int i = 0; i < split.size(); i++) {
                row(rows, b, holders.get(i), split.get(i));
            }
        }
    }

    private void row(RowSink rows, int batch, Holding holding, long tonnes) {
        OreType ore = holding.oreType();
        rows.row(
                nextId(),
                Integer.toString(time.year()),
                Integer.toString(batch + 1),
                holding.kind().code(),
                ore == null ? null : ore.code(),
                codes.of(holding.holder()),
                Long.toString(tonnes),
                time.date(time.month(ISSUED_MONTHS[batch])),
                null);
    }

    /// One plan that was issued by mistake to the last of the groups and taken back.
    private void writeRevoked(RowSink rows) {
        Holding last = used.lastKey();
        rows.row(
                nextId(),
                Integer.toString(time.year()),
                "1",
                last.kind().code(),
                null,
                codes.of(last.holder()),
                Long.toString(Math.round(used.getOrDefault(last, 0.0) / KG_PER_T)),
                time.date(time.month(REVOKED_MONTH)),
                time.date(time.month(REVOKED_MONTH) + 7 * YearTime.DAY));
    }

    private String nextId() {
        return "PLAN-%d-%03d".formatted(time.year(), ++plans);
    }
}
