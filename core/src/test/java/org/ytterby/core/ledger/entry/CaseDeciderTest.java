package org.ytterby.core.ledger.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.ytterby.core.ledger.entry.CaseFile.State;
import org.ytterby.core.ledger.entry.Refusal.Code;
import org.ytterby.core.ledger.entry.Sender.Standing;

/// Which step may follow in which state, and each refusal.
class CaseDeciderTest {
    private static final long NOW = 1_000;
    private static final long DUE = 2_000;
    private static final Sender SUPERVISOR = new Sender("authority", "s", Standing.AUTHORITY);
    private static final Sender SECOND = new Sender("authority", "s2", Standing.AUTHORITY);
    private static final Sender MINE = new Sender("mine", "m", Standing.OWN_FACILITIES);
    private static final Sender OTHER = new Sender("other", "x", Standing.OWN_FACILITIES);
    private static final CaseStep.Opened OPENED =
            new CaseStep.Opened("no-plan-0a", "no-plan", "mine", "MIN-01", "s");
    private static final CaseStep.Asked ASKED = new CaseStep.Asked("Whence?", DUE);
    private static final CaseStep.Replied REPLIED = new CaseStep.Replied("From the pit.");
    private static final CaseStep.Noted NOTED = new CaseStep.Noted("a photograph");
    private static final CaseStep.Decided CONFIRMED =
            new CaseStep.Decided(true, "no plan was held", "art. 25");
    private static final CaseStep.Decided REFUTED =
            new CaseStep.Decided(false, "the plan was entered late", "");
    private static final CaseStep.Penalised PENALISED =
            new CaseStep.Penalised("art. 25", 50_000, "first failure");
    private static final CaseStep.Closed CLOSED = new CaseStep.Closed("corrected");

    private static final Map<State, Set<CaseStep>> MAY_FOLLOW =
            Map.of(
                    State.OPEN, Set.of(ASKED, NOTED, CONFIRMED, REFUTED),
                    State.ASKED, Set.of(REPLIED, NOTED, CONFIRMED, REFUTED),
                    State.REPLIED, Set.of(ASKED, NOTED, CONFIRMED, REFUTED),
                    State.CONFIRMED, Set.of(NOTED, PENALISED, CLOSED),
                    State.REFUTED, Set.of(NOTED, CLOSED),
                    State.CLOSED, Set.of());

    private static final Map<State, List<CaseStep>> WAY_TO =
            Map.of(
                    State.OPEN, List.of(),
                    State.ASKED, List.of(ASKED),
                    State.REPLIED, List.of(ASKED, REPLIED),
                    State.CONFIRMED, List.of(CONFIRMED),
                    State.REFUTED, List.of(REFUTED),
                    State.CLOSED, List.of(REFUTED, CLOSED));

    private final LedgerState state = new LedgerState();
    private int sent;

    private Decision decide(Sender sender, Command command, long now) {
        return new Decider(state)
                .decide(new Submission(sender, "k" + sent++, "0".repeat(64), command), now);
    }

    /// Alone what may be done alone; a penalty as one who needs no second person.
    private Decision step(Sender sender, String name, CaseStep step, long now) {
        return switch (step) {
            case CaseStep.Alone alone -> decide(sender, new Command.Act(name, alone), now);
            case CaseStep.Penalised penalised ->
                    decide(
                            new Sender("ledger", "l", Standing.EVERYBODY),
                            new Command.Penalise(name, penalised),
                            now);
        };
    }

    private void apply(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        ((Decision.Accepted) decision).entries().forEach(state::apply);
    }

    private void take(String name, CaseStep step) {
        apply(step(step instanceof CaseStep.Replied ? MINE : SUPERVISOR, name, step, NOW));
    }

    private static void refuses(Code code, Decision decision) {
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(code));
    }

    @Test
    void eachStepFollowsInItsStatesAndInNoOther() {
        for (State from : State.values()) {
            String name = from.code();
            take(name, OPENED);
            WAY_TO.getOrDefault(from, List.of()).forEach(step -> take(name, step));
            assertThat(state.caseFile(name).orElseThrow().state()).isEqualTo(from);
            for (CaseStep step :
                    List.of(ASKED, REPLIED, NOTED, CONFIRMED, REFUTED, PENALISED, CLOSED)) {
                Sender sender = step instanceof CaseStep.Replied ? MINE : SUPERVISOR;
                boolean isAsk = step.equals(ASKED);
                Decision decision = step(sender, name, step, isAsk ? NOW : DUE);
                if (MAY_FOLLOW.getOrDefault(from, Set.of()).contains(step)) {
                    assertThat(decision)
                            .as("%s in %s", step, from)
                            .isInstanceOf(Decision.Accepted.class);
                } else {
                    refuses(Code.CASE_STATE, decision);
                }
            }
        }
    }

    @Test
    void aCaseIsOpenedOnceAndByAnAuthority() {
        refuses(Code.NOT_ALLOWED, step(MINE, "C1", OPENED, NOW));
        take("C1", OPENED);
        refuses(Code.CASE_EXISTS, step(SUPERVISOR, "C1", OPENED, NOW));
        refuses(Code.CASE_UNKNOWN, step(SUPERVISOR, "C2", ASKED, NOW));
        refuses(Code.NOT_ALLOWED, step(MINE, "C1", CONFIRMED, NOW));
    }

    @Test
    void onlyTheEnterpriseReplies() {
        take("C1", OPENED);
        take("C1", ASKED);
        refuses(Code.CASE_OF_ANOTHER, step(OTHER, "C1", REPLIED, NOW));
        refuses(Code.CASE_OF_ANOTHER, step(SUPERVISOR, "C1", REPLIED, NOW));
        refuses(Code.CASE_UNKNOWN, step(MINE, "C2", REPLIED, NOW));
        take("C1", REPLIED);
    }

    @Test
    void nobodyIsJudgedBeforeTheTimeToReplyIsUp() {
        take("C1", OPENED);
        take("C1", ASKED);
        refuses(Code.CASE_AWAITS_REPLY, step(SUPERVISOR, "C1", CONFIRMED, DUE - 1));
        assertThat(step(SUPERVISOR, "C1", CONFIRMED, DUE)).isInstanceOf(Decision.Accepted.class);
        take("C1", REPLIED);
        take("C1", CONFIRMED);
    }

    @Test
    void theTimeToReplyEndsAfterNowAndWithinAYear() {
        take("C1", OPENED);
        refuses(Code.CASE_DUE, step(SUPERVISOR, "C1", new CaseStep.Asked("Why?", NOW), NOW));
        long farthest = NOW + CaseDecider.REPLY_MAX_MICROS;
        refuses(
                Code.CASE_DUE,
                step(SUPERVISOR, "C1", new CaseStep.Asked("Why?", farthest + 1), NOW));
        take("C1", new CaseStep.Asked("Why?", farthest));
    }

    @Test
    void aFullCaseCanStillBeDecided() {
        take("C1", OPENED);
        for (int i = 1; i < CaseDecider.STEPS_MAX; i++) {
            take("C1", NOTED);
        }
        refuses(Code.CASE_FULL, step(SUPERVISOR, "C1", NOTED, NOW));
        take("C1", CONFIRMED);
        take("C1", CLOSED);
    }

    @Test
    void aPenaltyTakesTwoPersons() {
        take("C1", OPENED);
        Command.Penalise penalise = new Command.Penalise("C1", PENALISED);
        Command propose = new Command.Propose("Q1", penalise, DUE);
        refuses(Code.CASE_STATE, decide(SUPERVISOR, propose, NOW));
        take("C1", CONFIRMED);
        refuses(Code.APPROVAL_NEEDED, decide(SUPERVISOR, penalise, NOW));
        refuses(Code.NOT_ALLOWED, decide(MINE, penalise, NOW));
        refuses(Code.NOT_ALLOWED, decide(MINE, propose, NOW));
        apply(decide(SUPERVISOR, propose, NOW));
        refuses(Code.SAME_PERSON, decide(SUPERVISOR, new Command.Approve("Q1"), NOW));
        refuses(Code.NOT_ALLOWED, decide(MINE, new Command.Approve("Q1"), NOW));
        apply(decide(SECOND, new Command.Approve("Q1"), NOW));
        CaseFile file = state.caseFile("C1").orElseThrow();
        assertThat(file.steps().getLast())
                .isEqualTo(new Entry.Stepped("C1", PENALISED, "authority", "s2", NOW));
        assertThat(state.proposal("Q1").orElseThrow().person()).isEqualTo("s");
    }

    @Test
    void aDecisionSaysWhyAndByWhichClause() {
        List<ThrowingCallable> wrong =
                List.of(
                        () -> new CaseStep.Decided(true, "reason", ""),
                        () -> new CaseStep.Decided(true, " ", "art. 25"),
                        () -> new CaseStep.Decided(false, "reason", "art. 25"),
                        () -> new CaseStep.Penalised("art. 25", -1, "reason"),
                        () -> new CaseStep.Penalised("", 1, "reason"),
                        () -> new CaseStep.Asked("", DUE),
                        () -> new CaseStep.Replied("bell\u0007"),
                        () -> new Command.Act("two words", OPENED));
        for (ThrowingCallable call : wrong) {
            assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
