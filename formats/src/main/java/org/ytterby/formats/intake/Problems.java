package org.ytterby.formats.intake;

import java.util.List;
import org.ytterby.core.ledger.Problem;
import org.ytterby.core.ledger.ProblemLog;
import org.ytterby.formats.Wording;

/// Collects what is wrong with a package, in the order in which it is met.
final class Problems {
    private final ProblemLog all = new ProblemLog();

    void error(String file, int row, String column, String value, Wording wording) {
        add(file, row, column, value, wording, Problem.Weight.ERROR);
    }

    void note(String file, int row, String column, Wording wording) {
        add(file, row, column, "", wording, Problem.Weight.NOTE);
    }

    private void add(
            String file, int row, String column, String value, Wording w, Problem.Weight weight) {
        all.add(new Problem(file, row, column, value, w.en(), w.zh(), weight));
    }

    List<Problem> all() {
        return all.list();
    }
}
