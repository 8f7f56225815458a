package org.ytterby.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemTest {
    @Test
    void aLongValueIsShortened() {
        Problem problem =
                new Problem("f.csv", 2, "c", "x".repeat(500), "", "", Problem.Weight.ERROR);
        assertThat(problem.value()).isEqualTo("x".repeat(200) + "…");
    }

    @Test
    void aShortValueIsKept() {
        Problem problem = new Problem("f.csv", 2, "c", "x", "", "", Problem.Weight.NOTE);
        assertThat(problem.value()).isEqualTo("x");
    }
}
