package org.ytterby.server.desk.supervision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.ytterby.core.genealogy.Trace;
import org.ytterby.core.ledger.Direction;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.FlowType;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.supervision.Words;
import org.ytterby.server.analysis.LotSight;
import org.ytterby.server.web.Language;

/// What a lot was made of, left, and what was made of it, right: a column a step, the largest lots
/// of each step as boxes, lines as wide as the material between them.
///
/// @param leftOut how many lots are not drawn
public record LotGraph(int width, int height, List<Node> nodes, List<Edge> edges, int leftOut) {
    private static final int COLUMN = 215;
    private static final int BOX_WIDTH = 176;
    private static final int BOX_HEIGHT = 50;
    private static final int GAP = 14;
    private static final int MARGIN = 10;
    private static final int ROWS_MAX = 7;
    private static final int COLUMNS_MAX = 6;
    private static final double LINE_MAX = 16;
    private static final double LINE_MIN = 1.2;

    /// A lot.
    ///
    /// @param lot empty where the reader may not know it
    /// @param mass the part of it that is of the traced lot, or went into it
    public record Node(
            int x,
            int y,
            String lot,
            String stage,
            String facility,
            String mass,
            boolean isSubject) {
        private static final int LENGTH_MAX = 20;
        private static final int END = 10;

        /// The lot's id, without its middle where it is too long for a box.
        public String shortLot() {
            return lot.length() <= LENGTH_MAX
                    ? lot
                    : lot.substring(0, LENGTH_MAX - END - 1)
                            + "…"
                            + lot.substring(lot.length() - END);
        }
    }

    /// Material from one lot to another.
    public record Edge(String path, String width) {}

    /// Width of a box.
    public int boxWidth() {
        return BOX_WIDTH;
    }

    private record Placed(Node node, double massKg) {}

    static LotGraph of(Trace trace, Ledger ledger, LotSight sight, Language language) {
        Map<Integer, List<Trace.Step>> columns = new TreeMap<>();
        trace.backward().stream()
                .filter(s -> s.depth() <= COLUMNS_MAX)
                .forEach(s -> columns.computeIfAbsent(-s.depth(), _ -> new ArrayList<>()).add(s));
        columns.put(0, List.of(trace.subject()));
        trace.forward().stream()
                .filter(s -> s.depth() <= COLUMNS_MAX)
                .forEach(s -> columns.computeIfAbsent(s.depth(), _ -> new ArrayList<>()).add(s));
        columns.replaceAll((_, steps) -> steps.subList(0, Math.min(ROWS_MAX, steps.size())));
        int rows = columns.values().stream().mapToInt(List::size).max().orElse(1);
        int height = 2 * MARGIN + rows * (BOX_HEIGHT + GAP) - GAP;
        Map<Integer, Placed> nodes = new LinkedHashMap<>();
        int column = 0;
        for (List<Trace.Step> steps : columns.values()) {
            int y = (height - steps.size() * (BOX_HEIGHT + GAP) + GAP) / 2;
            for (Trace.Step step : steps) {
                boolean isSubject = step.lot() == trace.subject().lot();
                int x = MARGIN + column * COLUMN;
                nodes.put(
                        step.lot(),
                        new Placed(
                                node(x, y, step, isSubject, ledger, sight, language),
                                isSubject ? step.reoKg() : step.tracedReoKg()));
                y += BOX_HEIGHT + GAP;
            }
            column++;
        }
        return new LotGraph(
                2 * MARGIN + (column - 1) * COLUMN + BOX_WIDTH,
                height,
                nodes.values().stream().map(Placed::node).toList(),
                edges(nodes, ledger),
                1 + trace.backward().size() + trace.forward().size() - nodes.size());
    }

    private static Node node(
            int x,
            int y,
            Trace.Step step,
            boolean isSubject,
            Ledger ledger,
            LotSight sight,
            Language language) {
        return new Node(
                x,
                y,
                Objects.requireNonNullElse(sight.lot(step.lot()), ""),
                language.say(
                        Words.of(ledger.declarations().products().get(step.product()).stage())),
                Objects.requireNonNullElse(sight.facility(step.facility()), ""),
                language.mass(isSubject ? step.reoKg() : step.tracedReoKg()),
                isSubject);
    }

    private static List<Edge> edges(Map<Integer, Placed> nodes, Ledger ledger) {
        double largest = nodes.values().stream().mapToDouble(Placed::massKg).max().orElse(0);
        List<Edge> edges = new ArrayList<>();
        FlowTable flows = ledger.flows();
        nodes.forEach((lot, child) -> {
            Set<Placed> parents = new LinkedHashSet<>();
            for (int line : ledger.linesByLot().items(lot)) {
                if (ledger.type(line) == FlowType.PROCESSING
                        && flows.direction(line) == Direction.OUT) {
                    addParents(parents, flows, flows.record(line), nodes);
                }
            }
            parents.remove(child);
            for (Placed parent : parents) {
                double mass = Math.min(parent.massKg, child.massKg);
                edges.add(edge(parent.node, child.node, largest > 0 ? mass / largest : 0));
            }
        });
        return edges;
    }

    private static void addParents(
            Set<Placed> parents, FlowTable flows, int record, Map<Integer, Placed> shown) {
        for (int line = flows.lineFrom(record); line < flows.lineTo(record); line++) {
            Placed parent = shown.get(flows.lot(line));
            if (flows.direction(line) == Direction.IN && parent != null) {
                parents.add(parent);
            }
        }
    }

    private static Edge edge(Node from, Node to, double share) {
        int x1 = from.x + BOX_WIDTH;
        int y1 = from.y + BOX_HEIGHT / 2;
        int y2 = to.y + BOX_HEIGHT / 2;
        int middle = (x1 + to.x) / 2;
        return new Edge(
                "M%d %dC%d %d %d %d %d %d".formatted(x1, y1, middle, y1, middle, y2, to.x, y2),
                String.format(Locale.ROOT, "%.1f", Math.max(LINE_MIN, share * LINE_MAX)));
    }
}
