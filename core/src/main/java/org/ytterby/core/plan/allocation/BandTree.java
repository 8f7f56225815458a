package org.ytterby.core.plan.allocation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The groups that have bounds, as nodes of a tree; enterprises are its leaves. Groups without
/// bounds are left out: their members hang on the next group above.
///
/// Node 0 is the stage as a whole. Parents come before their children.
final class BandTree {
    /// The node of the whole stage.
    static final int ROOT = 0;

    private final List<String> ids = new ArrayList<>();
    private final List<Integer> parents = new ArrayList<>();
    private final List<Long> mins = new ArrayList<>();
    private final List<Long> maxs = new ArrayList<>();
    private final Map<String, Integer> nodes = new HashMap<>();

    private BandTree() {
        ids.add("");
        parents.add(-1);
        mins.add(0L);
        maxs.add(Band.NO_MAX);
        nodes.put("", ROOT);
    }

    /// @param bands groups, each of whose parents is among them, without circles
    /// @param placedT what the shares are of
    /// @param widening share by which bounds are moved apart, 0 for as they are
    static BandTree of(List<Band> bands, long placedT, double widening) {
        BandTree tree = new BandTree();
        Map<String, Band> byId = new HashMap<>();
        bands.forEach(band -> byId.put(band.id(), band));
        for (Band band : bands) {
            tree.node(band.id(), byId, placedT, widening);
        }
        return tree;
    }

    private int node(String id, Map<String, Band> bands, long placedT, double widening) {
        Integer known = nodes.get(id);
        if (known != null) {
            return known;
        }
        Band band = bands.get(id);
        if (band == null) {
            throw new IllegalArgumentException("no group " + id);
        }
        int parent = node(band.parent(), bands, placedT, widening);
        long min = Whole.up(band.minT(), 1 - Math.min(1, widening));
        long max = Math.min(band.maxT(), Whole.down(placedT, band.shareMax()));
        max = max >= placedT ? Band.NO_MAX : Math.min(Band.NO_MAX, Whole.down(max, 1 + widening));
        int node = parent;
        if (min > 0 || max < placedT) {
            node = ids.size();
            ids.add(id);
            parents.add(parent);
            mins.add(min);
            maxs.add(max);
        }
        nodes.put(id, node);
        return node;
    }

    int size() {
        return ids.size();
    }

    /// Id of the group of a node, empty for the whole.
    String id(int node) {
        return ids.get(node);
    }

    int parent(int node) {
        return parents.get(node);
    }

    long min(int node) {
        return mins.get(node);
    }

    long max(int node) {
        return maxs.get(node);
    }

    /// The node that the members of a group hang on.
    int nodeOf(String group) {
        Integer node = nodes.get(group);
        if (node == null) {
            throw new IllegalArgumentException("no group " + group);
        }
        return node;
    }
}
