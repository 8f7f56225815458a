package org.ytterby.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SplitTest {
    @Test
    void partsSumToTheTotalAndLargestRemaindersGetTheRest() {
        assertThat(Split.whole(10, List.of(1.0, 1.0, 1.0))).containsExactly(4L, 3L, 3L);
        assertThat(Split.whole(100, List.of(0.5, 0.25, 0.25))).containsExactly(50L, 25L, 25L);
        assertThat(Split.whole(7, List.of(2.9, 4.1))).containsExactly(3L, 4L);
    }
}
