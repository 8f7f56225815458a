package org.ytterby.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemLogTest {
    private static Problem problem(String file, int row, Problem.Weight weight) {
        return new Problem(file, row, "c" + row, "v", "why " + row, "因 " + row, weight);
    }

    @Test
    void whatIsLoggedIsListedInOrderAndWhole() {
        List<Problem> expected =
                List.of(
                        problem("flows.csv", 7, Problem.Weight.ERROR),
                        problem("plans.csv", 1, Problem.Weight.NOTE),
                        problem("flows.csv", 0, Problem.Weight.ERROR));
        ProblemLog log = new ProblemLog();
        expected.forEach(log::add);
        assertThat(log.list()).isEqualTo(expected);
    }

    @Test
    void anEmptyLogListsNothing() {
        assertThat(new ProblemLog().list()).isEmpty();
    }

    @Test
    void aLogGoesOnWhereAnotherEnded() {
        Problem first = problem("a.csv", 1, Problem.Weight.ERROR);
        Problem second = problem("a.csv", 2, Problem.Weight.ERROR);
        ProblemLog log = new ProblemLog(List.of(first));
        log.add(second);
        assertThat(log.list()).containsExactly(first, second);
    }

    @Test
    void beyondTheBoundProblemsAreCountedByFile() {
        ProblemLog log = new ProblemLog(List.of(problem("a.csv", 1, Problem.Weight.ERROR)), 3);
        for (int row = 2; row <= 5; row++) {
            log.add(problem("a.csv", row, Problem.Weight.ERROR));
        }
        log.add(problem("b.csv", 1, Problem.Weight.NOTE));
        List<Problem> listed = log.list();
        assertThat(listed).extracting(Problem::row).containsExactly(1, 2, 3, 0, 0);
        assertThat(listed.get(3).file()).isEqualTo("a.csv");
        assertThat(listed.get(3).problem()).startsWith("2 more problems");
        assertThat(listed.get(3).problemZh()).contains("另有 2 处");
        assertThat(listed.get(4).file()).isEqualTo("b.csv");
        assertThat(listed.get(4).problem()).startsWith("1 more problems");
    }

    @Test
    void oneThatIsCountedOnlyStillMakesTheAnswerPartial() {
        ProblemLog log = new ProblemLog(List.of(), 0);
        log.add(problem("a.csv", 1, Problem.Weight.ERROR));
        assertThat(log.list()).extracting(Problem::weight).containsExactly(Problem.Weight.ERROR);
    }

    @Test
    void aListIsTakenAsItIsAndAnotherIsCopied() {
        ProblemLog log = new ProblemLog();
        log.add(problem("a.csv", 1, Problem.Weight.ERROR));
        List<Problem> list = log.list();
        assertThat(ProblemLog.unchanging(list)).isSameAs(list);
        assertThat(ProblemLog.unchanging(List.of())).isEmpty();
    }
}
