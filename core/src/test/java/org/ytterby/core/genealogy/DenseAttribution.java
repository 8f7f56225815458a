package org.ytterby.core.genealogy;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.ytterby.core.ledger.Direction;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.material.Element;

/// Attribution as one dense linear system over all lots, solved by elimination: slow and obvious.
///
/// Shares x of all lots in one origin satisfy x = A·x + b, where A holds what each lot took of each
/// other through processing and b what it took of the origin. Lots that take from no origin at all
/// take everything from `unaccounted`.
final class DenseAttribution {
    private final Births births;
    private final Ledger ledger;
    private final FlowTable flows;
    private final RecordExcess excess;
    private final int element;
    private final int lots;
    private final double[][] taken;
    private final Map<String, double[]> brought = new TreeMap<>();

    DenseAttribution(Births births, RecordExcess excess, Element element) {
        this.births = births;
        this.excess = excess;
        this.element = element.ordinal();
        ledger = births.ledger();
        flows = ledger.flows();
        lots = ledger.linesByLot().groupCount();
        taken = new double[lots][lots];
        for (int lot = 0; lot < lots; lot++) {
            fill(lot);
        }
        closeWhatNothingFeeds();
    }

    /// Shares of every lot by code of origin; lots without the element have none.
    Map<String, double[]> shares() {
        Map<String, double[]> shares = new TreeMap<>();
        brought.forEach((origin, b) -> shares.put(origin, solve(b)));
        return shares;
    }

    private void fill(int lot) {
        long whole = births.madeMg(lot, element);
        if (whole == 0) {
            return;
        }
        if (!births.isMade(lot)) {
            bring("undeclared", lot, births.isUndeclared(lot) ? 1 : 0);
            return;
        }
        for (int line : ledger.linesByLot().items(lot)) {
            double share = (double) ledger.elementMg(line, element) / whole;
            String facility = ledger.registry().facility(flows.facility(flows.record(line))).id();
            switch (births.kind(line)) {
                case NONE -> {}
                case EXTRACTION -> bring("extraction:" + facility, lot, share);
                case OPENING -> bring("opening:" + facility, lot, share);
                case IMPORT ->
                        bring(
                                "import:" + flows.texts().countries().name(flows.partner(line)),
                                lot,
                                share);
                case OUTSIDE ->
                        bring(
                                "outside:" + ledger.registry().facility(flows.partner(line)).id(),
                                lot,
                                share);
                case PROCESSING -> process(lot, share, flows.record(line));
            }
        }
    }

    private void process(int lot, double share, int record) {
        double in = 0;
        for (int line = flows.lineFrom(record); line < flows.lineTo(record); line++) {
            in += isInput(line) ? ledger.elementMg(line, element) : 0;
        }
        if (in == 0) {
            bring("unaccounted", lot, share);
            return;
        }
        double without = excess.unaccountedShare(record, element);
        bring("unaccounted", lot, share * without);
        for (int line = flows.lineFrom(record); line < flows.lineTo(record); line++) {
            if (isInput(line)) {
                double part = share * (1 - without) * ledger.elementMg(line, element) / in;
                if (births.madeMg(flows.lot(line), element) > 0) {
                    taken[lot][flows.lot(line)] += part;
                } else {
                    bring("unaccounted", lot, part);
                }
            }
        }
    }

    private boolean isInput(int line) {
        return ledger.type(line) == FlowType.PROCESSING && flows.direction(line) == Direction.IN;
    }

    private void bring(String origin, int lot, double share) {
        if (share > 0) {
            brought.computeIfAbsent(origin, _ -> new double[lots])[lot] += share;
        }
    }

    private void closeWhatNothingFeeds() {
        boolean[] fed = new boolean[lots];
        for (int round = 0; round <= lots; round++) {
            for (int lot = 0; lot < lots; lot++) {
                for (double[] b : brought.values()) {
                    fed[lot] |= b[lot] > 0;
                }
                for (int other = 0; other < lots; other++) {
                    fed[lot] |= taken[lot][other] > 0 && fed[other];
                }
            }
        }
        for (int lot = 0; lot < lots; lot++) {
            if (!fed[lot] && births.isMade(lot) && births.madeMg(lot, element) > 0) {
                Arrays.fill(taken[lot], 0);
                bring("unaccounted", lot, 1);
            }
        }
    }

    /// Gauss with partial pivoting on (I − A)·x = b.
    private double[] solve(double[] b) {
        double[][] m = new double[lots][lots + 1];
        for (int i = 0; i < lots; i++) {
            for (int j = 0; j < lots; j++) {
                m[i][j] = (i == j ? 1 : 0) - taken[i][j];
            }
            m[i][lots] = b[i];
        }
        for (int c = 0; c < lots; c++) {
            int pivot = c;
            for (int i = c; i < lots; i++) {
                pivot = Math.abs(m[i][c]) > Math.abs(m[pivot][c]) ? i : pivot;
            }
            double[] swap = m[c];
            m[c] = m[pivot];
            m[pivot] = swap;
            for (int i = 0; i < lots; i++) {
                double factor = i == c ? 0 : m[i][c] / m[c][c];
                for (int j = c; factor != 0 && j <= lots; j++) {
                    m[i][j] -= factor * m[c][j];
                }
            }
        }
        double[] x = new double[lots];
        for (int i = 0; i < lots; i++) {
            x[i] = m[i][lots] / m[i][i];
        }
        return x;
    }
}
