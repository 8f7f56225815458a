package org.ytterby.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GroupsTest {
    @Test
    void itemsKeepTheirOrderWithinAGroup() {
        Groups groups = Groups.of(new int[] {9, 8, 7, 6}, new int[] {1, 0, 1, 1}, 3);
        assertThat(groups.groupCount()).isEqualTo(3);
        assertThat(groups.items(0)).containsExactly(8);
        assertThat(groups.items(1)).containsExactly(9, 7, 6);
        assertThat(groups.get(1, 2)).isEqualTo(6);
        assertThat(groups.size(2)).isZero();
    }

    @Test
    void anItemOfNoGroupIsLeftOut() {
        Groups groups = Groups.of(new int[] {9, 8}, new int[] {-1, 0}, 1);
        assertThat(groups.items(0)).containsExactly(8);
    }
}
