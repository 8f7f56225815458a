package org.ytterby.server.desk.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.ytterby.core.ledger.entry.CaseFile;
import org.ytterby.server.identity.People;
import org.ytterby.server.identity.Right;

/// What there is to choose from on the pages of actions.
@Component
class CaseOptions {
    private final People people;

    CaseOptions(People people) {
        this.people = people;
    }

    /// @param kind of field, see [CaseFields]
    List<String> of(String kind, CaseTurn turn) {
        return switch (kind) {
            case "person" -> people.named(turn.caller().organisation(), Right.WORK_ON_CASES);
            case "part" -> parts(turn);
            case "organisation" -> people.organisations(helping(turn.action()));
            case "ruling" -> CaseForm.RULINGS;
            case "intact" -> CaseForm.INTACT;
            case "outcome" -> CaseForm.OUTCOMES;
            default -> List.of();
        };
    }

    private static List<String> parts(CaseTurn turn) {
        @Nullable CaseFile file = turn.file();
        return file == null ? List.of() : turn.action().choices(file, turn.caller());
    }

    /// What those can do whom an action calls in.
    private static Right helping(CaseAction action) {
        return action == CaseAction.DISPATCH ? Right.HOLD_SAMPLES : Right.HELP_IN_CASES;
    }
}
