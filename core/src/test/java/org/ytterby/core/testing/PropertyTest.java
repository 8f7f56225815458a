package org.ytterby.core.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class PropertyTest {
    @Test
    void everyTryDrawsAnotherInput() {
        List<Long> drawn = new ArrayList<>();
        Property.forAll(0, 100, random -> drawn.add(random.nextLong()));
        assertThat(drawn).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void theSeedOfTheThirdTryReplaysItFirst() {
        List<Long> drawn = new ArrayList<>();
        Property.forAll(5, 3, random -> drawn.add(random.nextLong()));
        Property.forAll(7, 1, random -> drawn.add(random.nextLong()));
        assertThat(drawn.get(3)).isEqualTo(drawn.get(2));
    }

    @Test
    void aFailureNamesItsSeedAndKeepsItsCause() {
        AssertionError cause = new AssertionError("never so");
        Property.Claim never =
                random -> {
                    throw cause;
                };
        assertThatThrownBy(() -> Property.forAll(12, 3, never))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("-Dytterby.seed=12")
                .hasMessageContaining("never so")
                .hasCause(cause);
    }

    @Test
    void aSkippedTryStaysSkipped() {
        Property.Claim absent = random -> Assumptions.abort("absent");
        assertThatThrownBy(() -> Property.forAll(1, absent))
                .isInstanceOf(TestAbortedException.class);
    }

    @Test
    void aPropertyWithoutTriesIsRefused() {
        assertThatThrownBy(() -> Property.forAll(0, random -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0");
    }
}
