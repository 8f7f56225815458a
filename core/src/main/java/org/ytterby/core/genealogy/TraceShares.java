package org.ytterby.core.genealogy;

import java.util.Arrays;
import org.ytterby.core.ledger.Direction;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.Groups;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.material.Element;

/// Shares of lots in one lot and of one lot in others, element by element.
///
/// A share is the probability that a walk from the later lot against the flow, which picks each
/// step by element mass, ever meets the earlier lot. Outside loops one pass finds all shares. In a
/// loop the walk's place of entry is known from outside it; each lot of the loop is then judged by
/// itself.
final class TraceShares {
    private final Births births;
    private final Ledger ledger;
    private final FlowTable flows;
    private final Mixing mixing;
    private boolean isSettled = true;

    TraceShares(Births births, Mixing mixing) {
        this.births = births;
        this.mixing = mixing;
        ledger = births.ledger();
        flows = ledger.flows();
    }

    /// Whether all loops met so far settled.
    boolean isSettled() {
        return isSettled;
    }

    /// Element masses that a lot was made with, mg.
    double[] madeMg(int lot) {
        return mixing.madeMg(lot);
    }

    /// The share of a lot in each lot made with it.
    ///
    /// @param after all that it was used for
    NodeShares inOthers(int lot, Reach after) {
        int lotCount = ledger.linesByLot().groupCount();
        int[] lots = Arrays.stream(after.nodes()).filter(node -> node < lotCount).toArray();
        LotOrder order = new LotOrder(births, lots, NodeIndex.of(after));
        NodeShares shares = new NodeShares();
        shares.fix(lot, whole(lot));
        for (int c = 0; c < order.componentCount(); c++) {
            int[] nodes = without(order.component(c), lot);
            if (nodes.length > 0) {
                isSettled &= shares.solve(nodes, node -> fromSources(order, shares, node));
            }
        }
        return shares;
    }

    /// The share of each lot that a lot was made of, in that lot; its own is 1.
    ///
    /// @param before all that it was made of
    NodeShares ofOthers(int lot, Reach before) {
        LotOrder order = new LotOrder(births, new int[] {lot}, NodeIndex.of(before));
        NodeShares visits =
                new NodeShares(); // expected passages: in a loop one walk can pass twice
        NodeShares met = new NodeShares();
        for (int c = order.componentCount() - 1; c >= 0; c--) {
            int[] nodes = order.component(c);
            NodeShares entries = new NodeShares();
            for (int node : nodes) {
                entries.fix(node, fromUsers(order, visits, node, lot));
            }
            isSettled &= visits.solve(nodes, node -> fromUsers(order, visits, node, lot));
            for (int node : nodes) {
                if (!order.isRecord(node)) {
                    met.fix(
                            node,
                            nodes.length == 1 ? visits.of(node) : met(order, nodes, entries, node));
                }
            }
        }
        return met;
    }

    /// The probability of meeting a lot of a loop, from where walks enter the loop.
    private double[] met(LotOrder order, int[] loop, NodeShares entries, int lot) {
        NodeShares shares = new NodeShares();
        shares.fix(lot, whole(lot));
        isSettled &= shares.solve(without(loop, lot), node -> fromSources(order, shares, node));
        double[] met = new double[Element.COUNT];
        for (int node : loop) {
            for (int e = 0; e < met.length; e++) {
                met[e] += entries.of(node)[e] * shares.of(node)[e];
            }
        }
        return met;
    }

    private static int[] without(int[] nodes, int lot) {
        return Arrays.stream(nodes).filter(node -> node != lot).toArray();
    }

    private double[] whole(int lot) {
        return Arrays.stream(mixing.madeMg(lot)).map(mg -> mg > 0 ? 1 : 0).toArray();
    }

    /// What a node has, pooled from what it is made of.
    private double[] fromSources(LotOrder order, NodeShares shares, int node) {
        double[] sum = new double[Element.COUNT];
        if (order.isRecord(node)) {
            int r = order.record(node);
            for (int line = flows.lineFrom(r); line < flows.lineTo(r); line++) {
                if (flows.direction(line) == Direction.IN) {
                    mixing.addInput(line, shares.of(flows.lot(line)), sum);
                }
            }
            return sum;
        }
        Groups lots = ledger.linesByLot();
        for (int i = 0; i < lots.size(node); i++) {
            int line = lots.get(node, i);
            if (births.kind(line) == Births.Kind.PROCESSING) {
                mixing.addOutput(line, shares.of(order.node(flows.record(line))), sum);
            }
        }
        return sum;
    }

    /// How often walks from `start` pass a node, pooled from what it was used for.
    private double[] fromUsers(LotOrder order, NodeShares visits, int node, int start) {
        double[] sum = new double[Element.COUNT];
        if (order.isRecord(node)) {
            int r = order.record(node);
            for (int line = flows.lineFrom(r); line < flows.lineTo(r); line++) {
                if (births.kind(line) == Births.Kind.PROCESSING) {
                    mixing.addOutput(line, visits.of(flows.lot(line)), sum);
                }
            }
            return sum;
        }
        Groups lots = ledger.linesByLot();
        for (int i = 0; i < lots.size(node); i++) {
            int line = lots.get(node, i);
            if (ledger.type(line) == FlowType.PROCESSING && flows.direction(line) == Direction.IN) {
                mixing.addInput(line, visits.of(order.node(flows.record(line))), sum);
            }
        }
        if (node == start) {
            double[] whole = whole(start);
            for (int e = 0; e < sum.length; e++) {
                sum[e] += whole[e];
            }
        }
        return sum;
    }
}
