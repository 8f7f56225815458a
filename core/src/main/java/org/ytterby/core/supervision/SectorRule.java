package org.ytterby.core.supervision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.balance.Estimate;
import org.ytterby.core.balance.FacilityBalance;
import org.ytterby.core.balance.LineSum;
import org.ytterby.core.genealogy.Transfers;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.Groups;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.Span;
import org.ytterby.core.material.Element;

/// sector-gap: the balance of the whole nation, one element and year at a time.
///
/// Over the balance periods that end in a year: opening + extraction + import + receipts from
/// facilities without stocktakes − exports − disposal − shipments to those − closing − in transit.
/// A year's p-value is the smallest over its elements, two-sided, times their number (Bonferroni).
final class SectorRule {
    private static final double NAMING_LEVEL = 0.05;

    private final Scene scene;
    private final FlowTable flows;
    private final Map<Integer, Map<Integer, Span>> coverage = new TreeMap<>();

    SectorRule(Scene scene) {
        this.scene = scene;
        flows = scene.flows();
        for (FacilityBalance balance : scene.balances()) {
            balance.periods().forEach(period -> cover(balance.facility(), period));
        }
    }

    private void cover(int facility, Span period) {
        int year = LedgerTime.yearOf(period.untilMicros() - 1);
        coverage.computeIfAbsent(year, _ -> new TreeMap<>())
                .merge(
                        facility,
                        period,
                        (a, b) ->
                                new Span(
                                        Math.min(a.fromMicros(), b.fromMicros()),
                                        Math.max(a.untilMicros(), b.untilMicros())));
    }

    /// @param found inventory findings at facilities, to say where the cause is known already
    List<Suspicion> suspicions(List<Finding> found) {
        List<Suspicion> suspicions = new ArrayList<>();
        coverage.forEach((year, spans) -> {
            LineSum sum = new LineSum(scene.model());
            addAll((_, line, sign) -> sum.add(line, sign), spans);
            if (!sum.isEmpty()) {
                suspicions.add(judge(year, sum, spans, found));
            }
        });
        return suspicions;
    }

    /// Takes each line of the balance under its term.
    private interface Sink {
        void add(SectorWorking.Term term, int line, int sign);
    }

    private void addAll(Sink sum, Map<Integer, Span> spans) {
        spans.forEach((facility, span) -> addFlows(sum, facility, span, spans));
        addTransit(sum, spans);
    }

    private void addFlows(Sink sum, int facility, Span span, Map<Integer, Span> spans) {
        Groups lines = scene.ledger().linesByFacility();
        for (int i = 0; i < lines.size(facility); i++) {
            int line = lines.get(facility, i);
            long time = scene.ledger().timeMicros(line);
            FlowType type = scene.ledger().type(line);
            if (type == FlowType.STOCKTAKE && flows.lot(line) >= 0) {
                if (time == span.fromMicros()) {
                    sum.add(SectorWorking.Term.OPENING, line, 1);
                } else if (time == span.untilMicros()) {
                    sum.add(SectorWorking.Term.CLOSING, line, -1);
                }
            } else if (type.balanceSign() != 0 && span.contains(time)) {
                boolean within =
                        (type == FlowType.SHIPMENT || type == FlowType.RECEIPT)
                                && spans.containsKey(flows.partner(line));
                if (!within) {
                    sum.add(term(type), line, type.balanceSign());
                }
            }
        }
    }

    private static SectorWorking.Term term(FlowType type) {
        return switch (type) {
            case EXTRACTION -> SectorWorking.Term.EXTRACTION;
            case IMPORT -> SectorWorking.Term.IMPORT;
            case RECEIPT -> SectorWorking.Term.RECEIPT;
            case EXPORT -> SectorWorking.Term.EXPORT;
            case DISPOSAL -> SectorWorking.Term.DISPOSAL;
            case SHIPMENT -> SectorWorking.Term.SHIPMENT;
            case PROCESSING, STOCKTAKE, CANCELLATION ->
                    throw new IllegalArgumentException(type + " is inside the balance");
        };
    }

    /// What one covered facility shipped and another did not receive within the time covered is in
    /// transit at the end; what was received within it but shipped before was in transit at its
    /// beginning.
    private void addTransit(Sink sum, Map<Integer, Span> spans) {
        new Transfers(scene.ledger())
                .forEach((pairs, openShipments, _) -> {
                    for (Transfers.Pair pair : pairs) {
                        boolean sent = isCovered(pair.shipment(), spans);
                        boolean received = isCovered(pair.receipt(), spans);
                        if (sent && !received && isBetween(pair.shipment(), spans)) {
                            sum.add(SectorWorking.Term.IN_TRANSIT, pair.shipment(), -1);
                        } else if (received && !sent && isBetween(pair.receipt(), spans)) {
                            sum.add(SectorWorking.Term.IN_TRANSIT, pair.receipt(), 1);
                        }
                    }
                    for (int shipment : openShipments) {
                        if (isCovered(shipment, spans) && isBetween(shipment, spans)) {
                            sum.add(SectorWorking.Term.IN_TRANSIT, shipment, -1);
                        }
                    }
                });
    }

    private boolean isCovered(int line, Map<Integer, Span> spans) {
        Span span = spans.get(scene.facility(line));
        return span != null && span.contains(scene.ledger().timeMicros(line));
    }

    /// Whether both ends of a transfer are facilities of the balance.
    private boolean isBetween(int line, Map<Integer, Span> spans) {
        return spans.containsKey(flows.partner(line));
    }

    private Suspicion judge(int year, LineSum sum, Map<Integer, Span> spans, List<Finding> found) {
        Map<Element, Double> p = new HashMap<>();
        List<Estimate> gaps = sum.ofElements();
        for (Element e : Element.ALL) {
            Estimate gap = gaps.get(e.ordinal());
            if (gap.sigma() > 0 || gap.value() != 0) {
                p.put(e, gap.pTwoSided());
            }
        }
        double smallest = p.values().stream().mapToDouble(Double::doubleValue).min().orElse(1);
        Span span =
                new Span(
                        spans.values().stream().mapToLong(Span::fromMicros).min().orElseThrow(),
                        spans.values().stream().mapToLong(Span::untilMicros).max().orElseThrow());
        return new Suspicion(
                Rule.SECTOR_GAP,
                Math.min(1, smallest * Math.max(1, p.size())),
                () -> draft(year, sum, span, p, found, spans));
    }

    static double[] only(List<Element> elements, boolean asReo) {
        double[] weights = new double[Element.COUNT];
        elements.forEach(e -> weights[e.ordinal()] = asReo ? e.oxideFactor() : 1);
        return weights;
    }

    private Draft draft(
            int year,
            LineSum sum,
            Span span,
            Map<Element, Double> p,
            List<Finding> found,
            Map<Integer, Span> spans) {
        double level = NAMING_LEVEL / p.size();
        double smallest = p.values().stream().mapToDouble(Double::doubleValue).min().orElse(1);
        List<Element> named =
                Arrays.stream(Element.values())
                        .filter(e -> p.getOrDefault(e, 1.0) <= Math.max(level, smallest))
                        .toList();
        Estimate gap = sum.weighted(only(named, true));
        boolean missing = gap.value() > 0;
        Estimate size = new Estimate(Math.abs(gap.value()), gap.sigma());
        Text amount = Say.mass(size.value(), size.sigma()).then(" REO");
        @Nullable Text known = knownCause(found, span, missing);
        return scene.draft(Rule.SECTOR_GAP)
                .during(span)
                .elements(named)
                .mass(size)
                .shows(() -> {
                    SectorWorking.Terms terms = new SectorWorking.Terms(scene.ledger());
                    addAll(terms::add, spans);
                    return SectorWorking.of(terms, sum, p, named, gap);
                })
                .says(
                        "the nation in "
                                + year
                                + ": "
                                + amount.en()
                                + " of "
                                + Say.symbols(named)
                                + (missing ? " went missing" : " came from nowhere")
                                + (known == null ? "" : "; " + known.en()),
                        "全国 "
                                + year
                                + " 年："
                                + Say.chinese(named)
                                + (missing ? "短少 " : "来源不明 ")
                                + amount.zh()
                                + (known == null ? "" : "；" + known.zh()));
    }

    /// Facilities where a finding of the same direction and time already names a cause.
    private static @Nullable Text knownCause(List<Finding> found, Span span, boolean missing) {
        Rule rule = missing ? Rule.INVENTORY_LOSS : Rule.INVENTORY_GAIN;
        TreeSet<String> places = new TreeSet<>();
        for (Finding finding : found) {
            boolean overlaps =
                    finding.span().fromMicros() < span.untilMicros()
                            && span.fromMicros() < finding.span().untilMicros();
            if (finding.rule() == rule && overlaps) {
                places.add(finding.subject().facility());
            }
        }
        if (places.isEmpty()) {
            return null;
        }
        return new Text(
                "the same cause is found at " + String.join(", ", places),
                "同一原因已在 " + String.join("、", places) + " 查出");
    }
}
