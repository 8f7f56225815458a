package org.ytterby.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ytterby.core.testing.Property;

class StableOrderTest {
    private static int[] sorted(int[] items, long... keys) {
        int[] result = items.clone();
        StableOrder.sort(result, keys);
        return result;
    }

    @Test
    void negativeKeysComeFirst() {
        assertThat(sorted(new int[] {0, 1, 2}, 5, -5, Long.MIN_VALUE)).containsExactly(2, 1, 0);
    }

    @Test
    void equalKeysKeepTheirOrder() {
        assertThat(sorted(new int[] {2, 0, 1}, 7, 7, 7)).containsExactly(2, 0, 1);
    }

    @Test
    void nothingSortsToNothing() {
        assertThat(sorted(new int[0])).isEmpty();
    }

    @Test
    void aStableSortOfObjectsAgrees() {
        Property.forAll(
                300,
                random -> {
                    int n = random.nextInt(200) + 1;
                    int spread = random.nextInt(64);
                    long[] keys = random.longs(n).map(key -> key >> spread).toArray();
                    int[] items = random.ints(random.nextInt(2 * n), 0, n).distinct().toArray();
                    int[] twin =
                            Arrays.stream(items)
                                    .boxed()
                                    .sorted(Comparator.comparingLong(i -> keys[i]))
                                    .mapToInt(Integer::intValue)
                                    .toArray();
                    assertThat(sorted(items, keys)).containsExactly(twin);
                    assertThat(IntStream.of(twin).count()).isEqualTo(items.length);
                });
    }
}
