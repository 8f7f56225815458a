package org.ytterby.core.environment;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ytterby.core.ledger.Direction;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.Span;
import org.ytterby.core.material.ProductStage;

/// Recovery rates of facilities computed from the ledger itself, beside those they declare.
///
/// All in REO. What stays in the circuits is taken off the input: `recovery = out ÷ (in + taken
/// from circuits - left in circuits)`. Mining recovery needs one figure that no flow tells, the
/// reserves that mining used up; without it the rate is missing.
public final class RecoveryRates {
    private final Ledger ledger;
    private final FlowTable flows;

    private RecoveryRates(Ledger ledger) {
        this.ledger = ledger;
        flows = ledger.flows();
    }

    /// Which rate.
    public enum Kind {
        /// Ore extracted over reserves used up.
        MINING("mining_recovery"),
        /// Concentrate over ore.
        BENEFICIATION("beneficiation_recovery"),
        /// Mixed compounds over concentrate.
        SMELTING("smelting_recovery"),
        /// Separated compounds over concentrate and mixed compounds.
        SEPARATION("separation_recovery"),
        /// Tailings, residues and scrap used again over those that arose.
        UTILISATION("utilisation_rate"),
        /// Tailings and residues over what was processed: what is lost.
        LOSS("loss_rate");

        private final String indicator;

        Kind(String indicator) {
            this.indicator = indicator;
        }

        /// As returns name it.
        public String indicator() {
            return indicator;
        }
    }

    /// A rate.
    ///
    /// @param inKg what it is a share of, kg REO
    /// @param outKg kg REO
    public record Rate(int facility, Kind kind, double inKg, double outKg) {
        /// Out over in.
        public double share() {
            return outKg / inKg;
        }
    }

    /// A rate beside what was declared.
    ///
    /// @param difference computed minus declared
    public record Compared(Rate computed, double declared, double difference) {}

    /// Every rate of a facility that the ledger can tell, over a span.
    ///
    /// @param reservesUsedKg kg REO of reserves that mining used up; NaN where not declared
    public static List<Rate> of(Ledger ledger, int facility, Span span, double reservesUsedKg) {
        return new RecoveryRates(ledger).rates(facility, span, reservesUsedKg);
    }

    /// Sets a rate beside what a facility declared.
    public static Compared beside(Rate computed, double declared) {
        return new Compared(computed, declared, computed.share() - declared);
    }

    /// The rate of a kind, if there is one.
    public static Optional<Rate> find(List<Rate> rates, Kind kind) {
        return rates.stream().filter(rate -> rate.kind() == kind).findFirst();
    }

    /// Kilograms REO by stage and direction.
    private static final class Sums {
        private final Map<ProductStage, Double> in = new EnumMap<>(ProductStage.class);
        private final Map<ProductStage, Double> out = new EnumMap<>(ProductStage.class);
        private double extracted;

        double in(ProductStage stage) {
            return in.getOrDefault(stage, 0.0);
        }

        double out(ProductStage stage) {
            return out.getOrDefault(stage, 0.0);
        }
    }

    private List<Rate> rates(int facility, Span span, double reservesUsedKg) {
        Sums sums = new Sums();
        Map<Kind, Sums> byKind = new EnumMap<>(Kind.class);
        for (int r : recordsOf(facility)) {
            if (!span.contains(flows.timeMicros(r))) {
                continue;
            }
            if (flows.type(r) == FlowType.EXTRACTION) {
                for (int line = flows.lineFrom(r); line < flows.lineTo(r); line++) {
                    sums.extracted += ledger.reoKg(line);
                }
            } else if (flows.type(r) == FlowType.PROCESSING) {
                add(sums, r);
                kindOf(r).ifPresent(kind -> add(byKind.computeIfAbsent(kind, _ -> new Sums()), r));
            }
        }
        List<Rate> rates = new ArrayList<>();
        if (reservesUsedKg > 0) {
            rates.add(new Rate(facility, Kind.MINING, reservesUsedKg, sums.extracted));
        }
        byKind.forEach((kind, of) -> addRate(rates, facility, kind, of));
        addWaste(rates, facility, sums);
        return List.copyOf(rates);
    }

    /// The facility's records, without a look at those of others.
    private Set<Integer> recordsOf(int facility) {
        Set<Integer> records = new TreeSet<>();
        for (int line : ledger.linesByFacility().items(facility)) {
            records.add(flows.record(line));
        }
        return records;
    }

    private void add(Sums sums, int r) {
        for (int line = flows.lineFrom(r); line < flows.lineTo(r); line++) {
            boolean isIn = flows.direction(line) == Direction.IN;
            (isIn ? sums.in : sums.out).merge(stage(line), ledger.reoKg(line), Double::sum);
        }
    }

    private ProductStage stage(int line) {
        return ledger.declarations().products().get(flows.product(line)).stage();
    }

    /// What a processing record does, by what goes in and what comes out.
    private Optional<Kind> kindOf(int r) {
        Sums sums = new Sums();
        add(sums, r);
        double feed = sums.in(ProductStage.CONCENTRATE) + sums.in(ProductStage.MIXED);
        if (sums.in(ProductStage.ORE) > 0 && sums.out(ProductStage.CONCENTRATE) > 0) {
            return Optional.of(Kind.BENEFICIATION);
        }
        if (feed > 0 && sums.out(ProductStage.SEPARATED) > 0) {
            return Optional.of(Kind.SEPARATION);
        }
        return sums.in(ProductStage.CONCENTRATE) > 0 && sums.out(ProductStage.MIXED) > 0
                ? Optional.of(Kind.SMELTING)
                : Optional.empty();
    }

    private static void addRate(List<Rate> rates, int facility, Kind kind, Sums sums) {
        double held = sums.out(ProductStage.IN_PROCESS) - sums.in(ProductStage.IN_PROCESS);
        double feed = sums.in(ProductStage.CONCENTRATE) + sums.in(ProductStage.MIXED);
        double in = (kind == Kind.BENEFICIATION ? sums.in(ProductStage.ORE) : feed) - held;
        double out =
                switch (kind) {
                    case BENEFICIATION -> sums.out(ProductStage.CONCENTRATE);
                    case SMELTING -> sums.out(ProductStage.MIXED);
                    case SEPARATION -> sums.out(ProductStage.SEPARATED);
                    case MINING, UTILISATION, LOSS -> 0;
                };
        if (in > 0) {
            rates.add(new Rate(facility, kind, in, out));
        }
    }

    private static void addWaste(List<Rate> rates, int facility, Sums sums) {
        double arose = sums.out(ProductStage.WASTE) + sums.out(ProductStage.SCRAP);
        double usedAgain = sums.in(ProductStage.WASTE) + sums.in(ProductStage.SCRAP);
        if (arose > 0) {
            rates.add(new Rate(facility, Kind.UTILISATION, arose, usedAgain));
        }
        double processed =
                sums.in(ProductStage.ORE)
                        + sums.in(ProductStage.CONCENTRATE)
                        + sums.in(ProductStage.MIXED);
        if (processed > 0) {
            rates.add(new Rate(facility, Kind.LOSS, processed, sums.out(ProductStage.WASTE)));
        }
    }
}
