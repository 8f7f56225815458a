package org.ytterby.core.ledger;

/// Numbers gathered by group: group `g` holds `items[from[g]] … items[from[g + 1] - 1]`.
public final class Groups {
    private final int[] from;
    private final int[] items;

    private Groups(int[] from, int[] items) {
        this.from = from;
        this.items = items;
    }

    /// Gathers items by group, keeping their order within each. O(items + groups).
    ///
    /// @param groupOf group of each item, or a negative number for an item of no group
    /// @param groups how many groups there are
    public static Groups of(int[] items, int[] groupOf, int groups) {
        int[] from = new int[groups + 1];
        for (int i = 0; i < items.length; i++) {
            if (groupOf[i] >= 0) {
                from[groupOf[i] + 1]++;
            }
        }
        for (int g = 0; g < groups; g++) {
            from[g + 1] += from[g];
        }
        int[] next = from.clone();
        int[] gathered = new int[from[groups]];
        for (int i = 0; i < items.length; i++) {
            if (groupOf[i] >= 0) {
                gathered[next[groupOf[i]]++] = items[i];
            }
        }
        return new Groups(from, gathered);
    }

    public int groupCount() {
        return from.length - 1;
    }

    public int size(int group) {
        return from[group + 1] - from[group];
    }

    /// The `i`-th item of a group, `0 <= i < size(group)`.
    public int get(int group, int i) {
        return items[from[group] + i];
    }

    /// A copy of the items of a group.
    public int[] items(int group) {
        return java.util.Arrays.copyOfRange(items, from[group], from[group + 1]);
    }
}
