package org.ytterby.server.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.entry.AppealStep;
import org.ytterby.core.ledger.entry.CaseStep;
import org.ytterby.core.ledger.entry.CorrectionStep;
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.core.ledger.entry.TaskStep;
import org.ytterby.formats.intake.Law;
import org.ytterby.server.notices.Deadline.Change;
import org.ytterby.server.notices.Deadline.Stage;
import org.ytterby.server.notices.Deadline.What;

class DeadlineTest {
    private static final long LEAD = 30;
    private static final long DUE = 100;
    private static final CaseStep.Opened OPENED =
            new CaseStep.Opened("f", "r", "P", "F", People.SUPERVISOR);

    private static Audience rulers(String caseName) {
        return new Audience(who -> caseName.equals("C-1") && who.name().equals("auditor"));
    }

    private static Optional<Change> changed(CaseStep step, long at) {
        return Deadline.changed(
                new Entry.Stepped("C-1", step, "X", "x", at), OPENED, Law::shipped, LEAD);
    }

    private static Deadline set(CaseStep step) {
        assertThat(changed(step, 1)).containsInstanceOf(Change.Set.class);
        return changed(step, 1)
                .filter(Change.Set.class::isInstance)
                .map(Change.Set.class::cast)
                .orElseThrow()
                .deadline();
    }

    @Test
    void stepsSetDeadlinesAndMeetThem() {
        assertThat(set(new CaseStep.Asked("q", DUE)))
                .isEqualTo(
                        new Deadline(
                                "C-1", What.REPLY, "", "P", People.SUPERVISOR, DUE, Stage.FAR));
        assertThat(set(new CorrectionStep.Ordered("o", DUE)).what()).isEqualTo(What.CORRECTION);
        assertThat(set(new TaskStep.Tasked("T", "C", "r", DUE)).organisation()).isEqualTo("C");
        Change replied = new Change.Met("C-1", What.REPLY, "");
        Change corrected = new Change.Met("C-1", What.CORRECTION, "");
        assertThat(changed(new CaseStep.Replied("r"), 2)).contains(replied);
        assertThat(changed(new CaseStep.Decided(false, "r", ""), 2)).contains(replied);
        assertThat(changed(new CorrectionStep.Reported("r"), 2)).contains(corrected);
        assertThat(changed(new CorrectionStep.Checked(false, "r"), 2)).contains(corrected);
        assertThat(changed(new TaskStep.Answered("T", "a"), 2))
                .contains(new Change.Met("C-1", What.TASK, "T"));
        assertThat(changed(new CaseStep.Closed("r"), 2)).contains(new Change.AllMet("C-1"));
        assertThat(changed(new CaseStep.Noted("e"), 2)).isEmpty();
    }

    @Test
    void anAppealIsToBeRuledOnAtTheEndOfTheSixtiethDay() {
        long noon = LedgerTime.parse("2026-03-01T12:00:00+08:00").orElseThrow();
        Deadline ruling =
                changed(new AppealStep.Appealed("2", "g", DUE), noon)
                        .filter(Change.Set.class::isInstance)
                        .map(Change.Set.class::cast)
                        .orElseThrow()
                        .deadline();
        assertThat(ruling.what()).isEqualTo(What.RULING);
        assertThat(ruling.part()).isEqualTo("2");
        assertThat(LedgerTime.format(ruling.dueMicros())).startsWith("2026-05-01T00:00");
        assertTold(ruling.drafts(Stage.NEAR, DeadlineTest::rulers), Kind.RULING_DUE, "auditor");
        assertTold(
                ruling.drafts(Stage.PASSED, DeadlineTest::rulers),
                Kind.RULING_OVERDUE,
                "auditor",
                People.SUPERVISOR);
        assertThat(changed(new AppealStep.Ruled("2", AppealStep.Outcome.UPHELD, 0, "r"), 2))
                .contains(new Change.Met("C-1", What.RULING, "2"));
    }

    @Test
    void oneThatIsNearWhenItIsSetIsNotToldAgainAsComing() {
        assertThat(changed(new CaseStep.Asked("q", DUE), DUE - LEAD))
                .contains(
                        new Change.Set(
                                new Deadline(
                                        "C-1",
                                        What.REPLY,
                                        "",
                                        "P",
                                        People.SUPERVISOR,
                                        DUE,
                                        Stage.NEAR)));
    }

    @Test
    void aDeadlineIsFarThenNearThenPassed() {
        Deadline reply = set(new CaseStep.Asked("q", DUE));
        assertThat(reply.stage(DUE - LEAD - 1, LEAD)).isEqualTo(Stage.FAR);
        assertThat(reply.stage(DUE - LEAD, LEAD)).isEqualTo(Stage.NEAR);
        assertThat(reply.stage(DUE - 1, LEAD)).isEqualTo(Stage.NEAR);
        assertThat(reply.stage(DUE, LEAD)).isEqualTo(Stage.PASSED);
    }

    @Test
    void whoHasToIsToldAndOnceItPassedWhoWaitsForIt() {
        Deadline reply = set(new CaseStep.Asked("q", DUE));
        assertTold(
                reply.drafts(Stage.NEAR, DeadlineTest::rulers),
                Kind.REPLY_DUE,
                "reporter",
                "reporter-2");
        assertTold(
                reply.drafts(Stage.PASSED, DeadlineTest::rulers),
                Kind.REPLY_OVERDUE,
                "reporter",
                "reporter-2",
                People.SUPERVISOR);
        Deadline correction = set(new CorrectionStep.Ordered("o", DUE));
        assertTold(
                correction.drafts(Stage.NEAR, DeadlineTest::rulers),
                Kind.CORRECTION_DUE,
                "reporter",
                "reporter-2");
        assertTold(
                correction.drafts(Stage.PASSED, DeadlineTest::rulers),
                Kind.CORRECTION_OVERDUE,
                "reporter",
                "reporter-2",
                People.SUPERVISOR);
        Deadline task = set(new TaskStep.Tasked("T", "C", "r", DUE));
        assertTold(task.drafts(Stage.NEAR, DeadlineTest::rulers), Kind.TASK_DUE, "customs");
        assertTold(
                task.drafts(Stage.PASSED, DeadlineTest::rulers),
                Kind.TASK_OVERDUE,
                "customs",
                People.SUPERVISOR);
        assertThat(reply.drafts(Stage.FAR, DeadlineTest::rulers)).isEmpty();
    }

    private static void assertTold(List<Draft> drafts, Kind kind, String... names) {
        assertThat(drafts).extracting(Draft::kind).containsOnly(kind);
        assertThat(drafts).extracting(Draft::cause).as("one cause").hasSizeLessThan(3);
        assertThat(drafts.stream().flatMap(d -> People.told(d).stream())).containsExactly(names);
    }
}
