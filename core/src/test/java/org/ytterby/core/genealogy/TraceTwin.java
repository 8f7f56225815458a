package org.ytterby.core.genealogy;

import java.util.Arrays;
import org.ytterby.core.balance.ErrorModel;
import org.ytterby.core.balance.RecordBalance;
import org.ytterby.core.ledger.Direction;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.material.Element;

/// The slow obvious way to trace: for every pair of lots, all lots and records swept together many
/// times.
final class TraceTwin {
    private static final int SWEEPS = 4_000;

    private final ErrorModel model;
    private final Births births;
    private final Ledger ledger;
    private final FlowTable flows;

    TraceTwin(ErrorModel model, Births births) {
        this.model = model;
        this.births = births;
        ledger = births.ledger();
        flows = ledger.flows();
    }

    /// kg REO of one lot in another.
    double reoKg(int from, int in) {
        double reo = 0;
        for (Element e : new Element[] {Element.Ce, Element.Nd}) {
            int i = e.ordinal();
            reo += share(from, in, i) * births.madeMg(in, i) / 1e6 * e.oxideFactor();
        }
        return reo;
    }

    private double share(int from, int in, int element) {
        int lots = ledger.linesByLot().groupCount();
        double[] ofLot = new double[lots];
        double[] ofRecord = new double[flows.recordCount()];
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            double[] before = ofLot.clone();
            for (int lot = 0; lot < lots; lot++) {
                ofLot[lot] = lot == from ? 1 : pooled(lot, element, ofRecord);
                ofLot[lot] = births.madeMg(lot, element) > 0 ? ofLot[lot] : 0;
            }
            for (int r = 0; r < ofRecord.length; r++) {
                if (flows.type(r) == FlowType.PROCESSING) {
                    ofRecord[r] = passed(r, element, ofLot);
                }
            }
            if (sweep > 0 && Arrays.equals(before, ofLot)) {
                break;
            }
        }
        return ofLot[in];
    }

    private double pooled(int lot, int element, double[] ofRecord) {
        double sum = 0;
        double made = births.madeMg(lot, element);
        for (int line : ledger.lines()) {
            if (flows.lot(line) == lot && births.kind(line) == Births.Kind.PROCESSING) {
                sum += ofRecord[flows.record(line)] * ledger.elementMg(line, element);
            }
        }
        return sum == 0 ? 0 : sum / made;
    }

    private double passed(int r, int element, double[] ofLot) {
        double in = 0;
        double traced = 0;
        for (int line = flows.lineFrom(r); line < flows.lineTo(r); line++) {
            if (flows.direction(line) == Direction.IN) {
                in += ledger.elementMg(line, element);
                traced += ledger.elementMg(line, element) * ofLot[flows.lot(line)];
            }
        }
        double kept = 1 - new RecordBalance(model, r).unaccountedShare(element);
        return in == 0 ? 0 : traced / in * kept;
    }
}
