package org.ytterby.server.desk.cases;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ytterby.core.ledger.entry.CaseFile;
import org.ytterby.core.ledger.entry.CaseFile.State;
import org.ytterby.core.ledger.entry.CaseParts.Correction;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;

/// What somebody can do in a case, each on a page of its own.
///
/// When each is offered is a courtesy: whether a step is taken, the ledger decides.
enum CaseAction {
    OPENING(Right.WORK_ON_CASES, EnumSet.noneOf(State.class)),
    QUESTION(Right.WORK_ON_CASES, EnumSet.of(State.OPEN, State.REPLIED)),
    REPLY(Right.REPLY_TO_CASES, EnumSet.of(State.ASKED)),
    DECISION(Right.WORK_ON_CASES, EnumSet.of(State.OPEN, State.ASKED, State.REPLIED)),
    CHECK(Right.WORK_ON_CASES, EnumSet.of(State.CONFIRMED)),
    REPORT(Right.REPLY_TO_CASES, EnumSet.of(State.CONFIRMED)),
    PENALTY(Right.WORK_ON_CASES, EnumSet.of(State.CONFIRMED)),
    ORDER(Right.WORK_ON_CASES, EnumSet.of(State.CONFIRMED)),
    CLOSURE(Right.WORK_ON_CASES, EnumSet.of(State.CONFIRMED, State.REFUTED)),
    VISIT(Right.WORK_ON_CASES, EnumSet.complementOf(EnumSet.of(State.CLOSED))),
    NOTE(Right.WORK_ON_CASES, EnumSet.complementOf(EnumSet.of(State.CLOSED)));

    private final Right right;
    private final Set<State> states;

    CaseAction(Right right, EnumSet<State> states) {
        this.right = right;
        this.states = states;
    }

    /// The word in addresses and in keys of texts.
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException unless it is the code of an action
    static CaseAction parse(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /// Codes of the duties that it rests on.
    List<String> duties() {
        return switch (this) {
            case QUESTION, REPLY -> List.of("record-flow");
            case VISIT, NOTE -> List.of("inspect");
            case ORDER, CHECK, REPORT -> List.of("correct");
            case OPENING, DECISION, PENALTY, CLOSURE -> List.of();
        };
    }

    /// Whether it names a clause that somebody is punished by.
    boolean isPunishing() {
        return this == DECISION || this == PENALTY;
    }

    /// What a caller can do in a case now.
    static List<String> possible(CaseFile file, Caller caller) {
        boolean isTheirs = file.opened().party().equals(caller.organisation());
        return List.of(values()).stream()
                .filter(action -> action.right.isOf(caller) && action.states.contains(file.state()))
                .filter(action -> isTheirs || action.right != Right.REPLY_TO_CASES)
                .filter(action -> action.suits(correction(file)))
                .map(CaseAction::code)
                .toList();
    }

    /// How far what is to be corrected is; corrected where nothing is.
    private static Correction.State correction(CaseFile file) {
        return file.parts().correction().map(Correction::state).orElse(Correction.State.CORRECTED);
    }

    private boolean suits(Correction.State correction) {
        boolean isPending =
                switch (correction) {
                    case ORDERED, REPORTED -> true;
                    case CORRECTED, NOT_CORRECTED -> false;
                };
        return switch (this) {
            case CHECK -> isPending;
            case REPORT -> correction == Correction.State.ORDERED;
            case ORDER, CLOSURE -> !isPending;
            case OPENING, QUESTION, REPLY, DECISION, PENALTY, VISIT, NOTE -> true;
        };
    }
}
