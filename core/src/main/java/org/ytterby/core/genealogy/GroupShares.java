package org.ytterby.core.genealogy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ytterby.core.ledger.Direction;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.Groups;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.material.Element;

/// The shares of groups of origins in one element of every lot of a ledger: what [Attribution] says
/// of single lots, to seven digits. O(edges · groups) once the lots are in order.
final class GroupShares {
    private final Births births;
    private final Ledger ledger;
    private final FlowTable flows;
    private final RecordExcess excess;
    private final int element;
    private final Origins origins;
    private final List<OriginGroup> groups;
    private final int[] groupOf;
    private final LotOrder order;
    private final int[] rowOf;
    private final OriginRows rows;

    private int[] from = new int[0];
    private int[] sources = new int[1 << 10];
    private float[] parts = new float[1 << 10];
    private int edges;

    /// @param origins of the ledger, by number
    GroupShares(Births births, RecordExcess excess, Origins origins, Element element) {
        this.births = births;
        this.excess = excess;
        this.origins = origins;
        this.element = element.ordinal();
        ledger = births.ledger();
        flows = ledger.flows();
        List<OriginGroup> ofOrigins =
                origins.all().stream().map(o -> OriginGroup.of(o, ledger.registry())).toList();
        groups = ofOrigins.stream().distinct().sorted().toList();
        groupOf = ofOrigins.stream().mapToInt(groups::indexOf).toArray();
        NodeIndex index = NodeIndex.all(ledger.linesByLot().groupCount() + flows.recordCount());
        int[] lots =
                IntStream.range(0, ledger.linesByLot().groupCount())
                        .filter(lot -> ledger.linesByLot().size(lot) > 0)
                        .toArray();
        order = new LotOrder(births, lots, index);
        rowOf = new int[index.size()];
        int nodes = number();
        rows = new OriginRows(nodes, groups.size());
        fill(nodes);
    }

    /// The groups that occur, by number.
    List<OriginGroup> groups() {
        return groups;
    }

    /// The share of a group in a lot that has lines in force, `0..1`; all are 0 for a lot without
    /// the element.
    float share(int lot, int group) {
        return rows.share(rowOf[lot], group);
    }

    /// Rows of groups come first, then those of lots and records in their order.
    private int number() {
        int row = groups.size();
        for (int c = 0; c < order.componentCount(); c++) {
            for (int node : order.component(c)) {
                rowOf[node] = row++;
            }
        }
        return row;
    }

    private void fill(int nodes) {
        from = new int[nodes + 1];
        for (int group = 0; group < groups.size(); group++) {
            rows.put(group, group, 1);
        }
        int row = groups.size();
        for (int c = 0; c < order.componentCount(); c++) {
            for (int node : order.component(c)) {
                from[row++] = edges;
                if (order.isRecord(node)) {
                    addRecord(order.record(node));
                } else {
                    addLot(node);
                }
            }
        }
        from[nodes] = edges;
        OriginRows.Edges all = new OriginRows.Edges(from, sources, parts);
        row = groups.size();
        for (int c = 0; c < order.componentCount(); c++) {
            int end = row + order.component(c).length;
            if (end == row + 1) {
                rows.blend(all, row, end);
            } else {
                rows.settle(all, row, end, groupOf[origins.unaccounted()]);
            }
            row = end;
        }
    }

    private void addLot(int lot) {
        Groups lines = ledger.linesByLot();
        double madeMg = births.madeMg(lot, element);
        if (madeMg <= 0) {
            return;
        }
        if (!births.isMade(lot)) {
            if (births.isUndeclared(lot)) {
                add(groupOf[origins.undeclared()], 1);
            }
            return;
        }
        for (int i = 0; i < lines.size(lot); i++) {
            int line = lines.get(lot, i);
            long mg = ledger.elementMg(line, element);
            if (mg == 0) {
                continue;
            }
            switch (births.kind(line)) {
                case NONE -> {}
                case PROCESSING -> add(rowOf[order.node(flows.record(line))], mg / madeMg);
                case EXTRACTION, IMPORT, OUTSIDE, OPENING ->
                        add(groupOf[origins.of(line)], mg / madeMg);
            }
        }
    }

    private void addRecord(int record) {
        int nowhere = groupOf[origins.unaccounted()];
        long in = 0;
        for (int line = flows.lineFrom(record); line < flows.lineTo(record); line++) {
            in += flows.direction(line) == Direction.IN ? ledger.elementMg(line, element) : 0;
        }
        if (in == 0) {
            add(nowhere, 1);
            return;
        }
        double unaccounted = excess.unaccountedShare(record, element);
        for (int line = flows.lineFrom(record); line < flows.lineTo(record); line++) {
            long mg = flows.direction(line) == Direction.IN ? ledger.elementMg(line, element) : 0;
            if (mg > 0) {
                boolean isKnown = births.madeMg(flows.lot(line), element) > 0;
                add(isKnown ? rowOf[flows.lot(line)] : nowhere, mg * (1 - unaccounted) / in);
            }
        }
        if (unaccounted > 0) {
            add(nowhere, unaccounted);
        }
    }

    private void add(int source, double part) {
        if (edges == sources.length) {
            sources = Arrays.copyOf(sources, edges * 2);
            parts = Arrays.copyOf(parts, edges * 2);
        }
        sources[edges] = source;
        parts[edges++] = (float) part;
    }
}
