package org.ytterby.core.genealogy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineageTest {
    @Test
    void reachesNearestFirst() {
        Lineage diamond = Lineage.of(new int[] {0, 2, 3, 4, 4}, new int[] {1, 2, 3, 3});
        Reach reach = diamond.reach(0);
        assertThat(depths(reach))
                .containsExactly(
                        Map.entry(0, 0), Map.entry(1, 1), Map.entry(2, 1), Map.entry(3, 2));
        assertThat(reach.depth()).isEqualTo(2);
    }

    @Test
    void goesRoundALoopOnce() {
        Lineage loop = Lineage.of(new int[] {0, 1, 2, 3}, new int[] {1, 2, 0});
        assertThat(loop.reach(1).size()).isEqualTo(3);
    }

    @Test
    void refusesEdgesThatLeadNowhere() {
        assertThatThrownBy(() -> Lineage.of(new int[] {0, 1}, new int[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 nodes, 1 edges");
    }

    @Test
    void agreesWithAQueueAndAMap() {
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 200; round++) {
            // every tenth is large enough for walks that keep a list of what they touch
            int nodes = 1 + random.nextInt(round % 10 == 0 ? 5_000 : 200);
            int[] from = new int[nodes + 1];
            for (int n = 0; n < nodes; n++) {
                from[n + 1] = from[n] + random.nextInt(4);
            }
            int[] next = random.ints(from[nodes], 0, nodes).toArray();
            int start = random.nextInt(nodes);
            assertThat(depths(Lineage.of(from, next).reach(start)))
                    .containsExactlyInAnyOrderEntriesOf(obvious(from, next, start));
        }
    }

    @Test
    void costsWhatIsReachedHoweverFarApart() {
        int nodes = 1 << 18;
        int stride = 100_003; // odd: round the circle it meets every number once
        int[] from = IntStream.rangeClosed(0, nodes).toArray();
        int[] next = IntStream.range(0, nodes).map(n -> (n + stride) % nodes).toArray();
        assertThat(Lineage.of(from, next).reach(0).depth()).isEqualTo(nodes - 1);
    }

    private static Map<Integer, Integer> depths(Reach reach) {
        Map<Integer, Integer> depths = new LinkedHashMap<>();
        reach.forEach((node, depth) -> assertThat(depths.put(node, depth)).isNull());
        assertThat(depths).hasSize(reach.size());
        assertThat(List.copyOf(depths.values())).isSorted();
        return depths;
    }

    private static Map<Integer, Integer> obvious(int[] from, int[] next, int start) {
        Map<Integer, Integer> depths = new LinkedHashMap<>();
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        depths.put(start, 0);
        queue.add(start);
        while (!queue.isEmpty()) {
            int node = queue.remove();
            for (int i = from[node]; i < from[node + 1]; i++) {
                if (depths.putIfAbsent(next[i], depths.getOrDefault(node, 0) + 1) == null) {
                    queue.add(next[i]);
                }
            }
        }
        return depths;
    }
}
