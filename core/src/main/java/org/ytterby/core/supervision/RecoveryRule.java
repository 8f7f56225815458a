package org.ytterby.core.supervision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ytterby.core.balance.Estimate;
import org.ytterby.core.balance.LineSum;
import org.ytterby.core.balance.RecordBalance;
import org.ytterby.core.genealogy.RecordExcess;
import org.ytterby.core.ledger.Direction;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.material.Element;

/// recovery-impossible: the outputs of a processing record hold more of an element than its inputs.
///
/// A record's p-value is the smallest over its elements, times their number (Bonferroni).
final class RecoveryRule implements RecordExcess {
    /// An element is named when its own p-value is below this, shared among the record's elements.
    private static final double NAMING_LEVEL = 0.05;

    private final Scene scene;
    private final FlowTable flows;
    private final NumberedSubjects records =
            new NumberedSubjects(Rule.RECOVERY_IMPOSSIBLE, this::draft);
    private final Map<Integer, double[]> unaccounted = new HashMap<>();
    private final Set<Integer> found = new HashSet<>();

    RecoveryRule(Scene scene) {
        this.scene = scene;
        flows = scene.flows();
        for (int r : scene.ledger().records()) {
            if (flows.type(r) == FlowType.PROCESSING) {
                judge(r);
            }
        }
    }

    Subjects subjects() {
        return records;
    }

    /// Notes which records have a finding, so that attribution can tell their excess from noise.
    void believe(List<Reasoned> reasoned) {
        for (Reasoned one : reasoned) {
            Finding finding = one.finding();
            if (finding.rule() == Rule.RECOVERY_IMPOSSIBLE) {
                found.add(flows.texts().records().find(finding.subject().record()));
            }
        }
    }

    @Override
    public double unaccountedShare(int record, int element) {
        double[] shares = unaccounted.get(record);
        return shares == null ? 0 : shares[element];
    }

    @Override
    public boolean isFound(int record) {
        return found.contains(record);
    }

    private void judge(int r) {
        RecordBalance balance = new RecordBalance(scene.model(), r);
        double smallest = 1;
        int elements = 0;
        double[] shares = new double[Element.COUNT];
        for (int e = 0; e < Element.COUNT; e++) {
            if (balance.outMg(e) == 0) {
                continue;
            }
            elements++;
            smallest = Math.min(smallest, balance.excess(e).pAbove(0));
            shares[e] = balance.unaccountedShare(e);
        }
        if (elements == 0) {
            return;
        }
        if (Arrays.stream(shares).anyMatch(share -> share > 0)) {
            unaccounted.put(r, shares);
        }
        records.add(r, Math.min(1, smallest * elements));
    }

    private Draft draft(int r) {
        RecordBalance balance = new RecordBalance(scene.model(), r);
        long elements = Element.ALL.stream().filter(e -> balance.outMg(e.ordinal()) != 0).count();
        double level = NAMING_LEVEL / elements;
        List<Element> named = new ArrayList<>();
        Element strongest = Element.La;
        double strongestP = 2;
        for (Element e : Element.ALL) {
            double p = balance.outMg(e.ordinal()) == 0 ? 1 : balance.excess(e.ordinal()).pAbove(0);
            if (p <= level) {
                named.add(e);
            }
            if (p < strongestP) {
                strongestP = p;
                strongest = e;
            }
        }
        List<Element> shown = named.isEmpty() ? List.of(strongest) : List.copyOf(named);
        Estimate excess = excess(r, shown);
        String place = scene.registry().facility(flows.facility(r)).id();
        Text amount = Say.mass(excess.value(), excess.sigma());
        long from = flows.fromMicros(r);
        return scene.draft(Rule.RECOVERY_IMPOSSIBLE)
                .at(flows.facility(r))
                .record(r)
                .during(Spans.of(from, flows.timeMicros(r)))
                .elements(shown)
                .mass(excess)
                .restsOn(List.of(r))
                .shows(() -> RecoveryWorking.of(balance, shown, excess))
                .says(
                        place
                                + ": record "
                                + flows.recordId(r)
                                + " puts out "
                                + amount.en()
                                + " more "
                                + Say.symbols(shown)
                                + " than it took in",
                        place
                                + "：记录 "
                                + flows.recordId(r)
                                + " 产出的"
                                + Say.chinese(shown)
                                + "比投入多 "
                                + amount.zh());
    }

    /// The excess of some elements together, kg of element.
    private Estimate excess(int r, List<Element> elements) {
        LineSum sum = new LineSum(scene.model());
        for (int line = flows.lineFrom(r); line < flows.lineTo(r); line++) {
            sum.add(line, flows.direction(line) == Direction.IN ? -1 : 1);
        }
        double[] weights = new double[Element.COUNT];
        elements.forEach(e -> weights[e.ordinal()] = 1);
        return sum.weighted(weights);
    }
}
