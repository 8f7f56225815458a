package org.ytterby.core.genealogy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ytterby.core.ledger.Direction;
import org.ytterby.core.ledger.FlowTable;
import org.ytterby.core.ledger.Groups;
import org.ytterby.core.ledger.Ledger;
import org.ytterby.core.material.Element;
import org.ytterby.core.material.Mass;

/// Where the material of lots came from, element by element.
///
/// A lot's shares are the pool, by element mass, of everything it was ever made of, whatever the
/// order in time; outputs of a processing record share the pooled shares of its inputs. Where lots
/// feed each other in a loop, the shares solve the linear system. O(elements · edges · origins
/// met). Immutable.
public final class Attribution implements OriginShares {
    /// Sets of origins that are remembered to be shared.
    private static final int SETS = 1 << 12;

    private final Births births;
    private final Ledger ledger;
    private final FlowTable flows;
    private final RecordExcess excess;
    private final Origins origins;
    private final int[] wanted;
    private final Shares[][] answers;
    private final NodeIndex index;
    private final int[] placeOf;
    private final Set<Integer> unsettled = new ConcurrentSkipListSet<>();

    /// Shares of one lot and element over origins, by their numbers.
    private record Shares(int[] origins, double[] shares) {
        static final Shares NONE = new Shares(new int[0], new double[0]);
    }

    private Attribution(Made made, LotOrder order, NodeIndex index, int[] wanted) {
        births = made.births();
        excess = made.excess();
        origins = made.origins();
        this.wanted = wanted;
        this.index = index;
        ledger = births.ledger();
        flows = ledger.flows();
        answers = new Shares[wanted.length][Element.COUNT];
        placeOf = new int[index.size()];
        Arrays.fill(placeOf, -1);
        for (int i = 0; i < wanted.length; i++) {
            placeOf[index.of(wanted[i])] = i;
            Arrays.fill(answers[i], Shares.NONE);
        }
        Groups spent = order.spentAfter();
        // elements share nothing: each writes cells of its own
        IntStream.range(0, Element.COUNT).parallel().forEach(e -> new Pass(order, spent, e).run());
    }

    /// What every attribution in a ledger rests on.
    record Made(Births births, RecordExcess excess, Origins origins) {}

    /// Attributes lots.
    ///
    /// @param wanted numbers of lots, without repetition; results keep this order
    public static Attribution of(Births births, RecordExcess excess, int[] wanted) {
        Ledger ledger = births.ledger();
        NodeIndex all =
                NodeIndex.all(ledger.linesByLot().groupCount() + ledger.flows().recordCount());
        return new Attribution(
                new Made(births, excess, new Origins(births)),
                new LotOrder(births, wanted, all),
                all,
                wanted.clone());
    }

    /// Attributes one lot, at the cost of what it was made of and of nothing else.
    ///
    /// @param before all that it was made of
    static Attribution of(Made made, int lot, Reach before) {
        NodeIndex index = NodeIndex.of(before);
        int[] wanted = {lot};
        return new Attribution(made, new LotOrder(made.births(), wanted, index), index, wanted);
    }

    @Override
    public int[] lots() {
        return wanted.clone();
    }

    @Override
    public List<Origin> origins() {
        return origins.all();
    }

    /// Numbers of lots in loops whose shares had not settled when they were taken in proportion.
    public List<Integer> unsettled() {
        return List.copyOf(unsettled);
    }

    /// Shares of the `i`-th lot's element by code of origin; empty for an element the lot does not
    /// have.
    public List<OriginShare> shares(int i, Element element) {
        List<OriginShare> rows = new ArrayList<>();
        visit(
                i,
                element,
                (e, origin, massKg, share) ->
                        rows.add(
                                new OriginShare(wanted[i], e, origins.get(origin), massKg, share)));
        return rows;
    }

    @Override
    public void visit(int i, Visitor visitor) {
        for (Element e : Element.ALL) {
            visit(i, e, visitor);
        }
    }

    private void visit(int i, Element element, Visitor visitor) {
        Shares s = answers[i][element.ordinal()];
        int n = s.origins.length;
        if (n == 0) {
            return;
        }
        double madeKg = births.madeMg(wanted[i], element.ordinal()) / Mass.MG_PER_KG;
        for (int k = 0; k < n; k++) {
            int origin = s.origins[k];
            double share = s.shares[k];
            boolean isUnaccounted = origin == origins.unaccounted();
            if (isUnaccounted && k + 1 < n && s.origins[k + 1] == origins.unaccountedFound()) {
                share += s.shares[++k]; // outside they are one
            }
            if (share > 0) {
                visitor.visit(element, origin, share * madeKg, share);
            }
        }
    }

    /// The share of the `i`-th lot's element that is undeclared, or unaccounted with a finding
    /// behind it.
    public double untraceableShare(int i, Element element) {
        Shares s = answers[i][element.ordinal()];
        double share = 0;
        for (int k = 0; k < s.origins.length; k++) {
            boolean counts =
                    s.origins[k] == origins.undeclared()
                            || s.origins[k] == origins.unaccountedFound();
            share += counts ? s.shares[k] : 0;
        }
        return share;
    }

    /// One element's way through the whole order.
    private final class Pass {
        private final LotOrder order;
        private final Groups spent;
        private final int element;
        private final @Nullable Shares[] done;
        private double[] pool = new double[64];
        private int[] touched = new int[64];
        private int touchedCount;
        private final int[][] sets = new int[SETS][];

        Pass(LotOrder order, Groups spent, int element) {
            this.order = order;
            this.spent = spent;
            this.element = element;
            done = new Shares[index.size()];
        }

        Shares shares(int node) {
            int place = index.of(node);
            @Nullable Shares s = place == NodeIndex.NONE ? null : done[place];
            return s == null ? Shares.NONE : s;
        }

        void run() {
            for (int c = 0; c < order.componentCount(); c++) {
                int[] nodes = order.component(c);
                if (nodes.length == 1) {
                    done[index.of(nodes[0])] = compute(nodes[0]);
                } else {
                    settle(nodes);
                }
                for (int node : nodes) {
                    if (!order.isRecord(node) && placeOf[index.of(node)] >= 0) {
                        answers[placeOf[index.of(node)]][element] = shares(node);
                    }
                }
                for (int i = 0; i < spent.size(c); i++) {
                    done[index.of(spent.get(c, i))] = null; // nothing later is made of it
                }
            }
        }

        private void settle(int[] nodes) {
            sweep(nodes);
            boolean closed = false;
            for (int node : nodes) {
                if (shares(node).origins.length == 0 && hasMass(node)) {
                    add(origins.unaccounted(), 1); // nothing feeds this part of the loop
                    done[index.of(node)] = take(1);
                    closed = true;
                }
            }
            if (closed) {
                sweep(nodes);
            }
            for (int node : nodes) {
                addAll(shares(node), 1);
                done[index.of(node)] = take(Arrays.stream(shares(node).shares).sum());
            }
        }

        /// Sweeps over a loop until no share moves. Where little feeds a loop it is left before its
        /// shares sum to 1; as each part of it is fed, the rest is theirs in proportion.
        private void sweep(int[] nodes) {
            boolean isSettled =
                    Sweeps.settle(
                            nodes,
                            node -> {
                                Shares before = shares(node);
                                Shares after = compute(node);
                                done[index.of(node)] = after;
                                return difference(before, after);
                            });
            if (!isSettled) {
                Arrays.stream(nodes).filter(node -> !order.isRecord(node)).forEach(unsettled::add);
            }
        }

        private boolean hasMass(int node) {
            return order.isRecord(node) || births.madeMg(node, element) > 0;
        }

        private double difference(Shares a, Shares b) {
            if (!Arrays.equals(a.origins, b.origins)) {
                return 1;
            }
            double largest = 0;
            for (int k = 0; k < a.shares.length; k++) {
                largest = Math.max(largest, Math.abs(a.shares[k] - b.shares[k]));
            }
            return largest;
        }

        private Shares compute(int node) {
            return order.isRecord(node) ? ofRecord(order.record(node)) : ofLot(node);
        }

        private Shares ofLot(int lot) {
            int only = onlyRecord(lot);
            if (only >= 0) {
                return shares(order.node(only));
            }
            Groups lots = ledger.linesByLot();
            long made = 0;
            boolean isMade = false;
            for (int i = 0; i < lots.size(lot); i++) {
                int line = lots.get(lot, i);
                Births.Kind kind = births.kind(line);
                if (kind == Births.Kind.NONE) {
                    continue;
                }
                isMade = true;
                long mg = ledger.elementMg(line, element);
                made += mg;
                if (mg == 0) {
                    continue;
                }
                if (kind == Births.Kind.PROCESSING) {
                    addAll(shares(order.node(flows.record(line))), mg);
                } else {
                    add(origins.of(line), mg);
                }
            }
            if (!isMade) {
                if (births.isUndeclared(lot) && births.madeMg(lot, element) > 0) {
                    add(origins.undeclared(), 1);
                }
                return take(1);
            }
            return take(made);
        }

        /// The record whose outputs are all that a lot's element was ever made of, or a negative
        /// number.
        private int onlyRecord(int lot) {
            Groups lots = ledger.linesByLot();
            int only = -1;
            for (int i = 0; i < lots.size(lot); i++) {
                int line = lots.get(lot, i);
                Births.Kind kind = births.kind(line);
                if (kind == Births.Kind.NONE || ledger.elementMg(line, element) == 0) {
                    continue;
                }
                int record = flows.record(line);
                if (kind != Births.Kind.PROCESSING || (only >= 0 && only != record)) {
                    return -1;
                }
                only = record;
            }
            return only;
        }

        private Shares ofRecord(int record) {
            double unaccounted = excess.unaccountedShare(record, element);
            int origin =
                    excess.isFound(record) ? origins.unaccountedFound() : origins.unaccounted();
            long in = 0;
            for (int line = flows.lineFrom(record); line < flows.lineTo(record); line++) {
                if (flows.direction(line) != Direction.IN) {
                    continue;
                }
                long mg = ledger.elementMg(line, element);
                if (mg == 0) {
                    continue;
                }
                in += mg;
                Shares s = shares(flows.lot(line));
                if (s.origins.length > 0 || hasMass(flows.lot(line))) {
                    addAll(s, mg);
                } else {
                    add(origin, mg);
                }
            }
            if (in == 0) {
                add(origin, 1);
                return take(1);
            }
            if (unaccounted > 0) {
                add(origin, in * unaccounted / (1 - unaccounted));
            }
            return take(unaccounted > 0 ? in / (1 - unaccounted) : in);
        }

        private void addAll(Shares s, double weight) {
            for (int k = 0; k < s.origins.length; k++) {
                add(s.origins[k], weight * s.shares[k]);
            }
        }

        private void add(int origin, double amount) {
            if (origin >= pool.length) {
                pool = Arrays.copyOf(pool, Math.max(origin + 1, pool.length * 2));
                touched = Arrays.copyOf(touched, pool.length);
            }
            if (pool[origin] == 0 && amount != 0) {
                touched[touchedCount++] = origin;
            }
            pool[origin] += amount;
        }

        /// Many lots have the same origins: one array then serves them all.
        private int[] shared(int[] found) {
            int slot = Arrays.hashCode(found) & (SETS - 1);
            int @Nullable [] before = sets[slot];
            if (before != null && Arrays.equals(found, before)) {
                return before;
            }
            sets[slot] = found;
            return found;
        }

        /// Empties the pool into shares of a whole.
        private Shares take(double whole) {
            if (touchedCount == 0 || whole == 0) {
                for (int k = 0; k < touchedCount; k++) {
                    pool[touched[k]] = 0;
                }
                touchedCount = 0;
                return Shares.NONE;
            }
            int[] found = Arrays.copyOf(touched, touchedCount);
            Arrays.sort(found);
            double[] shares = new double[touchedCount];
            for (int k = 0; k < touchedCount; k++) {
                shares[k] = pool[found[k]] / whole;
                pool[found[k]] = 0;
            }
            touchedCount = 0;
            return new Shares(shared(found), shares);
        }
    }
}
