package org.ytterby.core.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Gives each distinct text a small number, in order of first appearance.
///
/// Texts are kept as UTF-8 in one array with an open-addressing table of numbers over it: about 12
/// bytes a name beside its own, where a `HashMap<String, Integer>` needs over 100. Not thread-safe
/// while names are added.
public final class Names {
    /// The number of no name.
    public static final int NONE = -1;

    /// Names that collide with more others than this go to a map that stays fast even then: ids may
    /// be chosen by somebody who knows the hash.
    private static final int PROBES_MAX = 128;

    private final Map<String, Integer> crowded = new HashMap<>();
    private byte[] text = new byte[1 << 10];
    private int[] ends = new int[1 << 6];
    private int[] slots = filled(1 << 7);
    private int size;

    /// The number of a name, given now if it is new.
    public int number(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        int known = find(bytes);
        if (known != NONE) {
            return known;
        }
        append(bytes);
        place(size - 1);
        if (size * 2 > slots.length) {
            rehash();
        }
        return size - 1;
    }

    /// The number of a name, [#NONE] if it was never given one.
    public int find(String name) {
        return find(name.getBytes(StandardCharsets.UTF_8));
    }

    /// The name with a number, `0 <= number < size`.
    public String name(int number) {
        int from = start(number);
        return new String(text, from, ends[number] - from, StandardCharsets.UTF_8);
    }

    /// The same names under the same numbers; names added to either are not in the other.
    public Names copy() {
        Names copy = new Names();
        copy.crowded.putAll(crowded);
        copy.text = text.clone();
        copy.ends = ends.clone();
        copy.slots = slots.clone();
        copy.size = size;
        return copy;
    }

    /// How many names there are.
    public int size() {
        return size;
    }

    /// The place of each number when names are sorted by their UTF-8 bytes. O(n log n).
    public int[] ranks() {
        Integer[] order = new Integer[size];
        Arrays.setAll(order, i -> i);
        Arrays.parallelSort(order, this::compare);
        int[] ranks = new int[size];
        for (int i = 0; i < size; i++) {
            ranks[order[i]] = i;
        }
        return ranks;
    }

    private int compare(int a, int b) {
        return Arrays.compareUnsigned(text, start(a), ends[a], text, start(b), ends[b]);
    }

    private int start(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }

    private int find(byte[] bytes) {
        int mask = slots.length - 1;
        int slot = hash(bytes, 0, bytes.length) & mask;
        for (int probe = 0; probe < PROBES_MAX && slots[slot] != NONE; probe++) {
            if (holds(slots[slot], bytes)) {
                return slots[slot];
            }
            slot = (slot + 1) & mask;
        }
        return crowded.isEmpty()
                ? NONE
                : crowded.getOrDefault(new String(bytes, StandardCharsets.UTF_8), NONE);
    }

    /// Enters a name that is not yet in the table.
    private void place(int number) {
        int mask = slots.length - 1;
        int slot = hash(text, start(number), ends[number]) & mask;
        for (int probe = 0; probe < PROBES_MAX; probe++) {
            if (slots[slot] == NONE) {
                slots[slot] = number;
                return;
            }
            slot = (slot + 1) & mask;
        }
        crowded.put(name(number), number);
    }

    private boolean holds(int number, byte[] bytes) {
        return Arrays.equals(text, start(number), ends[number], bytes, 0, bytes.length);
    }

    private void append(byte[] bytes) {
        int from = size == 0 ? 0 : ends[size - 1];
        int end = Math.addExact(from, bytes.length);
        if (end > text.length) {
            long room = end + end / 4L; // a quarter more, not twice: texts are the bulk
            text = Arrays.copyOf(text, (int) Math.min(Integer.MAX_VALUE - 8L, room));
        }
        System.arraycopy(bytes, 0, text, from, bytes.length);
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
        }
        ends[size++] = end;
    }

    private void rehash() {
        slots = filled(slots.length * 2);
        crowded.clear();
        for (int number = 0; number < size; number++) {
            place(number);
        }
    }

    private static int hash(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        hash *= 0x9E3779B9;
        return hash ^ (hash >>> 15);
    }

    private static int[] filled(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, NONE);
        return slots;
    }
}
