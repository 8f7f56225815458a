package org.ytterby.server.desk.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.ytterby.core.ledger.PenaltyClause;
import org.ytterby.core.ledger.entry.CaseFile;
import org.ytterby.server.desk.Language;
import org.ytterby.server.desk.cases.CaseForm.Option;
import org.ytterby.server.identity.People;
import org.ytterby.server.identity.Right;
import org.ytterby.server.supervision.Cases;

/// What there is to choose from on the pages of actions.
@Component
class CaseOptions {
    private final People people;
    private final Cases cases;

    CaseOptions(People people, Cases cases) {
        this.people = people;
        this.cases = cases;
    }

    /// @param kind of field, see [CaseFields]
    List<Option> of(String kind, CaseTurn turn) {
        return switch (kind) {
            case "person" -> plain(people.named(turn.caller().organisation(), Right.WORK_ON_CASES));
            case "part" -> parts(turn);
            case "organisation" -> plain(people.organisations(helping(turn.action())));
            case "clause" ->
                    cases.clauses().stream()
                            .map(clause ->
                                    new Option(clause.code(), label(clause, turn.language())))
                            .toList();
            case "ruling" -> plain(CaseForm.RULINGS);
            case "intact" -> plain(CaseForm.INTACT);
            default -> List.of();
        };
    }

    private static List<Option> parts(CaseTurn turn) {
        @Nullable CaseFile file = turn.file();
        return file == null ? List.of() : plain(turn.action().choices(file, turn.caller()));
    }

    /// What those can do whom an action calls in.
    private static Right helping(CaseAction action) {
        return action == CaseAction.DISPATCH ? Right.HOLD_SAMPLES : Right.HELP_IN_CASES;
    }

    private static List<Option> plain(List<String> values) {
        return values.stream().map(Option::of).toList();
    }

    /// The law, the offence, and what a fine may be.
    static String label(PenaltyClause clause, Language language) {
        PenaltyClause.@Nullable Range fine = clause.fine();
        PenaltyClause.@Nullable Range income = clause.income();
        StringBuilder label =
                new StringBuilder(language.pick(clause.law().en(), clause.law().zh()))
                        .append(language.pick(": ", "："))
                        .append(language.pick(clause.offence().en(), clause.offence().zh()));
        if (fine != null) {
            label.append(language.pick("; fine ", "；罚款 "))
                    .append(language.yuan(fine.least()))
                    .append(language.pick(" to ", " 至 "))
                    .append(language.yuan(fine.most()));
        }
        if (income != null) {
            label.append(
                    language.pick("; %d to %d times the illegal income", "；违法所得 %d 至 %d 倍")
                            .formatted(income.least(), income.most()));
        }
        return label.toString();
    }
}
