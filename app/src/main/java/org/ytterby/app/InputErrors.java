package org.ytterby.app;

import java.util.List;
import java.util.Optional;
import org.ytterby.core.ledger.Problem;

/// Says in one line that an answer comes from part of a package.
final class InputErrors {
    private InputErrors() {}

    /// @return the exit status
    static int tell(List<Problem> problems, Screen screen, Language language) {
        Optional<Problem> first =
                problems.stream().filter(p -> p.weight() == Problem.Weight.ERROR).findFirst();
        if (first.isEmpty()) {
            return ExitCode.DONE;
        }
        tell(first.get(), count(problems), screen, language);
        return ExitCode.PARTIAL;
    }

    private static long count(List<Problem> problems) {
        return problems.stream().filter(p -> p.weight() == Problem.Weight.ERROR).count();
    }

    private static void tell(Problem first, long count, Screen screen, Language language) {
        screen.err()
                .println(
                        screen.amber(
                                language.pick(
                                                "input errors: %d, the first in %s row %d: %s; the answer comes from what was good (see reconcile).",
                                                "共 %d 处输入错误，首处为 %s 第 %d 行：%s；结果仅基于其余数据（详见 reconcile）。")
                                        .formatted(
                                                count,
                                                first.file(),
                                                first.row(),
                                                language.pick(
                                                        first.problem(), first.problemZh()))));
    }
}
