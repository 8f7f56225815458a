package org.ytterby.app;

import java.util.List;
import org.ytterby.core.ledger.Problem;

/// Says in one line that an answer comes from part of a package.
final class InputErrors {
    private InputErrors() {}

    /// @return the exit status
    static int tell(List<Problem> problems, Screen screen, Language language) {
        List<Problem> errors = new ProblemList(problems, language).errors();
        if (errors.isEmpty()) {
            return ExitCode.DONE;
        }
        screen.err()
                .println(
                        screen.amber(
                                language.pick(
                                                "input errors: %d, the first in %s; the answer comes from what was good (see reconcile).",
                                                "共 %d 处输入错误，首处为 %s；结果仅基于其余数据（详见 reconcile）。")
                                        .formatted(
                                                errors.size(),
                                                ProblemList.describe(
                                                        errors.getFirst(), language))));
        return ExitCode.PARTIAL;
    }
}
