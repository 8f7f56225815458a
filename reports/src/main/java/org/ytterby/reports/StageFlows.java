package org.ytterby.reports;

import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ytterby.core.balance.PeriodBalance;
import org.ytterby.core.ledger.Direction;
import org.ytterby.core.ledger.FacilityStage;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.ledger.Names;
import org.ytterby.core.material.Element;
import org.ytterby.core.supervision.Finding;
import org.ytterby.core.supervision.Reconciliation;
import org.ytterby.core.supervision.Rule;

/// Element masses that passed between the stages of the chain, into it and out of it.
///
/// Between facilities the sender's figure counts, from outside the receiver's. What findings call
/// undeclared, gained or lost enters and leaves by nodes of its own.
final class StageFlows {
    /// Where material enters.
    static final String EXTRACTION = "extraction";

    static final String IMPORT = "import";
    static final String SUPPLIED = "supplied";
    static final String UNDECLARED = "undeclared";
    static final String GAIN = "gain";

    /// Where it leaves.
    static final String EXPORT = "export";

    static final String DELIVERED = "delivered";
    static final String DISPOSAL = "disposal";
    static final String LOSS = "loss";

    /// From one stage, or entry, to another, or exit.
    record Link(String from, String to) implements Comparable<Link> {
        private static final Comparator<Link> ORDER =
                Comparator.comparing(Link::from).thenComparing(Link::to);

        @Override
        public int compareTo(Link other) {
            return ORDER.compare(this, other);
        }
    }

    /// What passed by a link.
    ///
    /// @param elementMg one per element
    /// @param records those that it was summed from; none where it comes from a finding
    record Passage(long[] elementMg, LargestRecords records) {}

    private final Reconciliation reconciliation;
    private final Ledger ledger;
    private final FlowTable flows;
    private final SortedMap<Link, Passage> passages = new TreeMap<>();

    private StageFlows(Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
        ledger = reconciliation.ledger();
        flows = ledger.flows();
    }

    /// Sums everything in force. O(lines × elements + findings × balances).
    static SortedMap<Link, Passage> of(Reconciliation reconciliation) {
        StageFlows sums = new StageFlows(reconciliation);
        for (int line : sums.ledger.lines()) {
            sums.addLine(line);
        }
        reconciliation.findings().forEach(sums::addFinding);
        return sums.passages;
    }

    private void addLine(int line) {
        String here = stage(flows.facility(flows.record(line)));
        switch (ledger.type(line)) {
            case EXTRACTION -> add(EXTRACTION, here, line);
            case IMPORT -> add(IMPORT, here, line);
            case RECEIPT -> {
                if (isOutside(flows.partner(line))) {
                    add(SUPPLIED, here, line);
                }
            }
            case SHIPMENT -> {
                int partner = flows.partner(line);
                add(here, isOutside(partner) ? DELIVERED : stage(partner), line);
            }
            case EXPORT -> add(here, EXPORT, line);
            case DISPOSAL -> add(here, DISPOSAL, line);
            case PROCESSING, STOCKTAKE, CANCELLATION -> {} // inside a facility
        }
    }

    private String stage(int facility) {
        return ledger.registry().facility(facility).stage().code();
    }

    private boolean isOutside(int facility) {
        return facility < 0
                || ledger.registry().facility(facility).stage() == FacilityStage.OUTSIDE;
    }

    private void addFinding(Finding finding) {
        int facility = facility(finding.subject().facility());
        if (facility < 0) {
            return;
        }
        if (finding.rule() == Rule.LOT_UNDECLARED) {
            addUndeclared(finding.subject().lot(), facility);
        } else if (finding.rule() == Rule.INVENTORY_GAIN) {
            addDifference(finding, facility, new Link(GAIN, stage(facility)), -1);
        } else if (finding.rule() == Rule.INVENTORY_LOSS) {
            addDifference(finding, facility, new Link(stage(facility), LOSS), 1);
        }
    }

    private int facility(String id) {
        var facilities = ledger.registry().facilities();
        for (int f = 0; f < facilities.size(); f++) {
            if (facilities.get(f).id().equals(id)) {
                return f;
            }
        }
        return -1;
    }

    private void addUndeclared(String lotId, int facility) {
        int lot = flows.texts().lots().find(lotId);
        if (lot == Names.NONE) {
            return;
        }
        for (int line : ledger.linesByLot().items(lot)) {
            FlowType type = ledger.type(line);
            boolean takes =
                    type.balanceSign() < 0
                            || (type == FlowType.PROCESSING
                                    && flows.direction(line) == Direction.IN);
            if (takes && flows.facility(flows.record(line)) == facility) {
                add(UNDECLARED, stage(facility), line);
            }
        }
    }

    private void addDifference(Finding finding, int facility, Link link, int sign) {
        for (PeriodBalance b : reconciliation.balances()) {
            if (b.facility() == facility
                    && finding.elements().contains(b.element())
                    && b.period().fromMicros() >= finding.span().fromMicros()
                    && b.period().untilMicros() <= finding.span().untilMicros()) {
                passage(link).elementMg()[b.element().ordinal()] += sign * b.differenceMg();
            }
        }
    }

    private void add(String from, String to, int line) {
        Passage passage = passage(new Link(from, to));
        for (int e = 0; e < Element.COUNT; e++) {
            passage.elementMg()[e] += ledger.elementMg(line, e);
        }
        passage.records().add(line);
    }

    private Passage passage(Link link) {
        return passages.computeIfAbsent(
                link, _ -> new Passage(new long[Element.COUNT], new LargestRecords(ledger)));
    }
}
