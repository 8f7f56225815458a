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
    void whatIsOrderedIsReportedAndCheckedBeforeTheEnd() {
        CaseStep ordered = new CorrectionStep.Ordered("declare the stock", DUE);
        CaseStep reported = new CorrectionStep.Reported("declared");
        CaseStep enough = new CorrectionStep.Checked(true, "it stands in the ledger");
        CaseStep notEnough = new CorrectionStep.Checked(false, "half of it is missing");
        take("C1", OPENED);
        refuses(Code.CASE_STATE, step(SUPERVISOR, "C1", ordered, NOW));
        take("C1", CONFIRMED);
        refuses(Code.CASE_STATE, step(MINE, "C1", reported, NOW));
        refuses(Code.CASE_DUE, step(SUPERVISOR, "C1", new CorrectionStep.Ordered("now", NOW), NOW));
        take("C1", ordered);
        refuses(Code.CASE_STATE, step(SUPERVISOR, "C1", ordered, NOW));
        refuses(Code.CASE_STATE, step(SUPERVISOR, "C1", CLOSED, NOW));
        refuses(Code.CASE_STATE, step(SUPERVISOR, "C1", enough, DUE));
        refuses(Code.CASE_AWAITS_REPLY, step(SUPERVISOR, "C1", notEnough, DUE - 1));
        refuses(Code.CASE_OF_ANOTHER, step(OTHER, "C1", reported, NOW));
        apply(step(SUPERVISOR, "C1", notEnough, DUE));
        take("C1", new CorrectionStep.Ordered("again", DUE + 1));
        apply(step(MINE, "C1", reported, DUE + 2));
        apply(step(SUPERVISOR, "C1", enough, DUE + 2));
        assertThat(state.caseFile("C1").orElseThrow().parts().correction())
                .contains(new CaseParts.Correction(CaseParts.Correction.State.CORRECTED, DUE + 1));
        take("C1", CLOSED);
    }

    /// A confirmed case with a penalty that `s2` approved, and one that the ledger itself imposed.
    private void penalise(String name) {
        take(name, OPENED);
        take(name, CONFIRMED);
        apply(decide(SUPERVISOR, propose(name), NOW));
        apply(decide(SECOND, new Command.Approve("of-" + name), NOW));
        take(name, PENALISED);
    }

    private static Command.Propose propose(String name) {
        return new Command.Propose("of-" + name, new Command.Penalise(name, PENALISED), DUE);
    }

    private static AppealStep.Ruled ruled(AppealStep.Outcome outcome, long fine) {
        return new AppealStep.Ruled("1", outcome, fine, "heard");
    }

    private Penalty first(String name) {
        return state.caseFile(name).orElseThrow().penalties().getFirst();
    }

    @Test
    void aPenaltyIsAppealedAgainstOnceInTimeAndByItsEnterprise() {
        CaseStep appeal = new AppealStep.Appealed("1", "the scale was sound", DUE);
        take("C1", OPENED);
        take("C1", CONFIRMED);
        refuses(Code.CASE_PART_UNKNOWN, step(MINE, "C1", appeal, NOW));
        penalise("C2");
        refuses(Code.CASE_OF_ANOTHER, step(OTHER, "C2", appeal, NOW));
        refuses(Code.CASE_OF_ANOTHER, step(SUPERVISOR, "C2", appeal, NOW));
        refuses(
                Code.CASE_PART_UNKNOWN,
                step(MINE, "C2", new AppealStep.Appealed("3", "g", DUE), NOW));
        refuses(Code.APPEAL_LATE, step(MINE, "C2", appeal, DUE));
        apply(step(MINE, "C2", appeal, DUE - 1));
        refuses(Code.CASE_PART_STATE, step(MINE, "C2", appeal, DUE - 1));
        refuses(Code.CASE_STATE, step(SUPERVISOR, "C2", CLOSED, DUE));
        assertThat(first("C2").state()).isEqualTo(Penalty.State.APPEALED);
        assertThat(first("C2").fineYuan()).isEqualTo(50_000);
    }

    @Test
    void anAppealIsRuledOnBySomebodyWhoHadNoPart() {
        Sender third = new Sender("authority", "s3", Standing.AUTHORITY);
        penalise("C1");
        refuses(Code.CASE_PART_STATE, step(third, "C1", ruled(AppealStep.Outcome.UPHELD, 0), NOW));
        take("C1", CLOSED);
        apply(step(MINE, "C1", new AppealStep.Appealed("1", "too much", DUE), NOW));
        AppealStep.Ruled reduced = ruled(AppealStep.Outcome.REDUCED, 49_999);
        refuses(Code.NOT_ALLOWED, step(MINE, "C1", reduced, NOW));
        refuses(Code.APPEAL_JUDGE, step(SUPERVISOR, "C1", reduced, NOW));
        refuses(Code.APPEAL_JUDGE, step(SECOND, "C1", reduced, NOW));
        refuses(
                Code.APPEAL_FINE,
                step(third, "C1", ruled(AppealStep.Outcome.REDUCED, 50_000), NOW));
        apply(step(third, "C1", reduced, NOW));
        assertThat(first("C1").fineYuan()).isEqualTo(49_999);
        assertThat(first("C1").state()).isEqualTo(Penalty.State.REDUCED);
        assertThat(state.caseFile("C1").orElseThrow().state()).isEqualTo(State.CLOSED);
        refuses(Code.CASE_PART_STATE, step(third, "C1", reduced, NOW));
    }

    @Test
    void aCaseFallsAwayWithTheLastOfItsPenalties() {
        Sender third = new Sender("authority", "s3", Standing.AUTHORITY);
        penalise("C1");
        for (String number : List.of("1", "2")) {
            assertThat(state.caseFile("C1").orElseThrow().isFallenAway()).isFalse();
            apply(step(MINE, "C1", new AppealStep.Appealed(number, "unfounded", DUE), NOW));
            apply(
                    step(
                            third,
                            "C1",
                            new AppealStep.Ruled(
                                    number, AppealStep.Outcome.WITHDRAWN, 0, "so it is"),
                            NOW));
        }
        assertThat(state.caseFile("C1").orElseThrow().isFallenAway()).isTrue();
        assertThat(first("C1").fineYuan()).isZero();
        take("C2", OPENED);
        take("C2", CONFIRMED);
        assertThat(state.caseFile("C2").orElseThrow().isFallenAway())
                .as("without a penalty")
                .isFalse();
    }

    @Test
    void aRulingTellsAFineOnlyWhereItReduces() {
        assertThatThrownBy(() -> ruled(AppealStep.Outcome.UPHELD, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ruled(AppealStep.Outcome.REDUCED, -1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AppealStep.Outcome.parse("doubled"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(ruled(AppealStep.Outcome.REDUCED, 0).code()).isEqualTo("penalty-reduced");
    }

    @Test
    void aSampleGoesFromHandToHand() {
        take("C1", OPENED);
        take("C1", new InspectionStep.Sampled("S1", "LOT-7", "seal-1", "powder, three parts"));
        refuses(
                Code.CASE_PART_EXISTS,
                step(SUPERVISOR, "C1", new InspectionStep.Sealed("seal-1", "tank 3"), NOW));
        CaseStep sent = new InspectionStep.Dispatched("S1", "other");
        CaseStep came = new InspectionStep.Received("S1", true, "by courier");
        CaseStep result = new InspectionStep.Resulted("S1", "A-1", "69 % neodymium");
        refuses(Code.CASE_PART_STATE, step(OTHER, "C1", came, NOW));
        refuses(Code.CASE_PART_OF_ANOTHER, step(OTHER, "C1", sent, NOW));
        take("C1", sent);
        refuses(Code.CASE_PART_OF_ANOTHER, step(SUPERVISOR, "C1", result, NOW));
        refuses(Code.CASE_PART_OF_ANOTHER, step(MINE, "C1", came, NOW));
        refuses(Code.CASE_PART_OF_ANOTHER, step(OTHER, "C1", result, NOW));
        apply(step(OTHER, "C1", came, NOW));
        apply(step(OTHER, "C1", result, NOW));
        CaseFile file = state.caseFile("C1").orElseThrow();
        assertThat(file.parts().samples())
                .containsEntry("S1", new CaseParts.Sample("S1", "LOT-7", "other", "", 1));
        assertThat(CaseParts.helpers(file.steps())).containsExactly("other");
        CaseStep off = new InspectionStep.Unsealed("seal-1", false, "cut");
        take("C1", off);
        refuses(Code.CASE_PART_STATE, step(SUPERVISOR, "C1", off, NOW));
    }

    @Test
    void aDepartmentAnswersItsOwnTaskOnce() {
        take("C1", OPENED);
        take("C1", new TaskStep.Tasked("T1", "other", "whose lorry was it?", DUE));
        CaseStep answer = new TaskStep.Answered("T1", "a carrier's");
        refuses(Code.CASE_PART_OF_ANOTHER, step(MINE, "C1", answer, NOW));
        refuses(Code.CASE_PART_UNKNOWN, step(OTHER, "C1", new TaskStep.Answered("T2", "x"), NOW));
        apply(step(OTHER, "C1", answer, DUE + 1));
        refuses(Code.CASE_PART_STATE, step(OTHER, "C1", answer, DUE + 2));
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
