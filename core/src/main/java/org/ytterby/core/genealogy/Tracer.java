package org.ytterby.core.genealogy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.Groups;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.Span;
import org.ytterby.core.material.Element;
import org.ytterby.core.material.Mass;

/// Makes the parts of the trace of one lot.
final class Tracer {
    private static final double[] WHOLE = whole();

    private static final Comparator<Trace.Step> NEAREST_THEN_LARGEST =
            Comparator.comparingInt(Trace.Step::depth)
                    .thenComparing(Trace.Step::tracedReoKg, Comparator.reverseOrder())
                    .thenComparingInt(Trace.Step::lot);

    private final Births births;
    private final Ledger ledger;
    private final FlowTable flows;
    private final TraceShares shares;
    private final int subject;

    Tracer(Births births, Mixing mixing, int subject) {
        this.births = births;
        ledger = births.ledger();
        flows = ledger.flows();
        shares = new TraceShares(births, mixing);
        this.subject = subject;
    }

    boolean isSettled() {
        return shares.isSettled();
    }

    Trace.Step subject() {
        return step(subject, 0, reoKg(subject, WHOLE));
    }

    /// @param before all that it was made of
    List<Trace.Step> backward(Reach before) {
        NodeShares given = shares.ofOthers(subject, before);
        return steps(LotReach.depths(ledger, before), lot -> reoKg(subject, given.of(lot)));
    }

    /// @param after all that it was used for
    NodeShares carried(Reach after) {
        return shares.inOthers(subject, after);
    }

    List<Trace.Step> forward(Reach after, NodeShares carried) {
        return steps(LotReach.depths(ledger, after), lot -> reoKg(lot, carried.of(lot)));
    }

    private static double[] whole() {
        double[] whole = new double[Element.COUNT];
        Arrays.fill(whole, 1);
        return whole;
    }

    private interface Traced {
        double reoKg(int lot);
    }

    private List<Trace.Step> steps(Map<Integer, Integer> depths, Traced traced) {
        List<Trace.Step> steps = new ArrayList<>();
        depths.forEach((lot, depth) -> {
            if (lot != subject) {
                steps.add(step(lot, depth, traced.reoKg(lot)));
            }
        });
        steps.sort(NEAREST_THEN_LARGEST);
        return steps;
    }

    /// REO of the part of a lot that `share` says, kg.
    private double reoKg(int lot, double[] share) {
        double[] mg = shares.madeMg(lot);
        double reo = 0;
        for (Element e : Element.ALL) {
            reo += share[e.ordinal()] * mg[e.ordinal()] * e.oxideFactor();
        }
        return reo / Mass.MG_PER_KG;
    }

    private Trace.Step step(int lot, int depth, double tracedReoKg) {
        Groups lots = ledger.linesByLot();
        int first = lots.get(lot, 0);
        int last = lots.get(lot, lots.size(lot) - 1);
        int made = first;
        for (int i = lots.size(lot) - 1; i >= 0; i--) {
            made = births.kind(lots.get(lot, i)) == Births.Kind.NONE ? made : lots.get(lot, i);
        }
        return new Trace.Step(
                lot,
                depth,
                flows.facility(flows.record(made)),
                flows.product(made),
                new Span(ledger.timeMicros(first), ledger.timeMicros(last)),
                births.madeWeighedMg(lot),
                reoKg(lot, WHOLE),
                tracedReoKg);
    }
}
