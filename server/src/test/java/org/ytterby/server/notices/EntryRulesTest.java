package org.ytterby.server.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ytterby.core.ledger.entry.AccountId;
import org.ytterby.core.ledger.entry.AppealStep;
import org.ytterby.core.ledger.entry.CaseStep;
import org.ytterby.core.ledger.entry.Change;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.core.ledger.entry.CorrectionStep;
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.core.ledger.entry.InspectionStep;
import org.ytterby.core.ledger.entry.Proposal;
import org.ytterby.core.ledger.entry.Revocation;
import org.ytterby.core.ledger.entry.Reward;
import org.ytterby.core.ledger.entry.TaskStep;
import org.ytterby.server.identity.Role;

/// Each entry is told to the right persons, and to nobody else.
class EntryRulesTest {
    private static final CaseStep.Penalised PENALTY = new CaseStep.Penalised("30", 0, "r");
    private static final Entry.Proposed PROPOSED =
            new Entry.Proposed(
                    "N-1", "A", "plan-officer", new Command.Penalise("C-1", PENALTY), 99);

    private static final EntryRules RULES =
            new EntryRules(
                    new EntryRules.Known() {
                        @Override
                        public CaseStep.Opened opened(String caseName) {
                            return new CaseStep.Opened("f", "r", "P", "F", People.SUPERVISOR);
                        }

                        @Override
                        public Proposal proposal(String name) {
                            return Proposal.of(PROPOSED);
                        }

                        @Override
                        public String holder(AccountId account) {
                            return account.name().equals("of-q") ? "Q" : "P";
                        }

                        @Override
                        public String group(String organisation, long micros) {
                            return organisation.equals("P") && micros == 1 ? "G" : "";
                        }

                        @Override
                        public Audience deciders(Proposal proposal) {
                            return new Audience(who -> who.has(Role.PLAN_OFFICER));
                        }
                    });

    private static final List<String> ENTERPRISE = List.of("reporter", "reporter-2");
    private static final List<String> ASSIGNED = List.of(People.SUPERVISOR);

    /// A step in a case of P that somebody of nowhere takes, and whom it is told.
    ///
    /// @param kind null where nobody is told
    private record Row(CaseStep step, @Nullable Kind kind, String link, List<String> told) {
        static Row silent(CaseStep step) {
            return new Row(step, null, "", List.of());
        }
    }

    private static Stream<Row> steps() {
        String link = "/cases/C-1";
        return Stream.of(
                new Row(new CaseStep.Asked("q", 5), Kind.CASE_ASKED, link, ENTERPRISE),
                new Row(new CorrectionStep.Ordered("o", 5), Kind.CASE_ORDERED, link, ENTERPRISE),
                new Row(
                        new CorrectionStep.Checked(true, "r"),
                        Kind.CORRECTION_CHECKED,
                        link,
                        ENTERPRISE),
                new Row(new CaseStep.Decided(false, "r", ""), Kind.CASE_DECIDED, link, ENTERPRISE),
                new Row(PENALTY, Kind.CASE_PENALISED, link, ENTERPRISE),
                new Row(new CaseStep.Closed("r"), Kind.CASE_CLOSED, link, ENTERPRISE),
                new Row(
                        new TaskStep.Tasked("T", "C", "r", 5),
                        Kind.TASK_GIVEN,
                        PageLink.TASKS,
                        List.of("customs")),
                new Row(
                        new InspectionStep.Dispatched("S", "L"),
                        Kind.SAMPLE_SENT,
                        PageLink.SAMPLES,
                        List.of("laboratory")),
                new Row(new CaseStep.Replied("r"), Kind.CASE_REPLIED, link, ASSIGNED),
                new Row(new CorrectionStep.Reported("r"), Kind.CORRECTION_REPORTED, link, ASSIGNED),
                new Row(new TaskStep.Answered("T", "a"), Kind.TASK_ANSWERED, link, ASSIGNED),
                new Row(
                        new InspectionStep.Resulted("S", "", "r"),
                        Kind.SAMPLE_RESULTED,
                        link,
                        ASSIGNED),
                new Row(
                        new AppealStep.Appealed("1", "g", 5),
                        Kind.PENALTY_APPEALED,
                        link,
                        List.of(People.SUPERVISOR, "supervisor-2")),
                new Row(
                        new AppealStep.Ruled("1", AppealStep.Outcome.UPHELD, 0, "r"),
                        Kind.APPEAL_RULED,
                        link,
                        List.of("reporter", "reporter-2", People.SUPERVISOR)),
                Row.silent(new CaseStep.Opened("f", "r", "P", "F", People.SUPERVISOR)),
                Row.silent(new CaseStep.Noted("e")),
                Row.silent(new InspectionStep.Visited("v")),
                Row.silent(new InspectionStep.Sealed("Z", "p")),
                Row.silent(new InspectionStep.Unsealed("Z", true, "r")),
                Row.silent(new InspectionStep.Sampled("S", "", "Z", "m")),
                Row.silent(new InspectionStep.Received("S", true, "r")));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void aStepInACaseIsToldToThoseWhomItConcerns(Row row) {
        List<Draft> drafts =
                RULES.of(17, new Entry.Stepped("C-1", row.step, "X", "x", 1)).stream().toList();
        if (row.kind == null) {
            assertThat(drafts).isEmpty();
            return;
        }
        Draft draft = drafts.getFirst();
        assertThat(draft.kind()).isEqualTo(row.kind);
        assertThat(draft.cause()).isEqualTo("entry:17");
        assertThat(draft.subject()).isEqualTo("C-1");
        assertThat(draft.link()).isEqualTo(row.link);
        assertThat(People.told(draft)).isEqualTo(row.told);
    }

    private static Draft changed(Change change) {
        Draft draft =
                RULES.of(5, new Entry.Changed(change, 1, "A", "plan-officer", 1)).orElseThrow();
        assertThat(draft.link()).isEqualTo("/planning/changes");
        assertThat(draft.subject()).isEqualTo("of-p");
        return draft;
    }

    @Test
    void aPlanThatWasAlteredIsToldToItsHolderAndATransferToAllItConcerns() {
        AccountId plan = AccountId.parse("plan:of-p");
        Draft amended = changed(new Change.Amend(plan, -5, "c", "r"));
        Draft recalled = changed(new Change.Recall(plan, "c", "r"));
        assertThat(amended.kind()).isEqualTo(Kind.PLAN_AMENDED);
        assertThat(recalled.kind()).isEqualTo(Kind.PLAN_RECALLED);
        for (Draft draft : List.of(amended, recalled)) {
            assertThat(People.told(draft))
                    .as("the holder's, and who acts for its group")
                    .containsExactly("reporter", "reporter-2", "group-officer", "group-of-p");
        }
        AccountId other = AccountId.parse("plan:of-q");
        Draft passed = changed(new Change.Transfer(plan, other, "P", 1, "r"));
        assertThat(passed.kind()).isEqualTo(Kind.PLAN_TRANSFERRED);
        assertThat(People.told(passed))
                .as("all but plan-officer, who did it")
                .containsExactly(
                        "reporter",
                        "reporter-2",
                        "reporter-of-q",
                        "group-officer",
                        "group-of-p",
                        "plan-officer-2");
    }

    @Test
    void aRewardAndItsRevocationAreToldToTheEnterprise() {
        Reward reward = new Reward("P", "", "", Reward.Kind.COMMENDATION, 0, "b", "r");
        Draft given = RULES.of(3, new Entry.Awarded(reward, "A", "x", 1)).orElseThrow();
        Revocation revocation = new Revocation("N-1", "P", "b", "r");
        Draft revoked = RULES.of(4, new Entry.Revoked(revocation, "A", "x", 1)).orElseThrow();
        assertThat(given.kind()).isEqualTo(Kind.REWARD_GIVEN);
        assertThat(revoked.kind()).isEqualTo(Kind.REWARD_REVOKED);
        for (Draft draft : List.of(given, revoked)) {
            assertThat(draft.link()).isEqualTo("/supervision/rewards");
            assertThat(People.told(draft))
                    .containsExactly("reporter", "reporter-2", "group-officer");
        }
    }

    @Test
    void nobodyIsToldWhatTheyDidThemselves() {
        Entry own =
                new Entry.Stepped(
                        "C-1",
                        new InspectionStep.Resulted("S", "", "r"),
                        "A",
                        People.SUPERVISOR,
                        1);
        assertThat(People.told(RULES.of(1, own).orElseThrow())).isEmpty();
    }

    @Test
    void whatIsAwaitedIsToldWithItsTime() {
        Entry asked = new Entry.Stepped("C-1", new CaseStep.Asked("q", 5), "A", "x", 1);
        assertThat(RULES.of(1, asked).orElseThrow().dueMicros()).isEqualTo(5);
    }

    @Test
    void aProposalWaitsForOthersThanWhoProposedIt() {
        Draft draft = RULES.of(1, PROPOSED).orElseThrow();
        assertThat(draft.kind()).isEqualTo(Kind.PROPOSAL_WAITING);
        assertThat(People.told(draft)).containsExactly("plan-officer-2");
    }

    @Test
    void whoProposedLearnsWhatBecameOfIt() {
        assertEnded(Kind.PROPOSAL_APPROVED, new Entry.Approved("N-1", "A", "plan-officer-2"));
        assertEnded(Kind.PROPOSAL_REJECTED, new Entry.Rejected("N-1", "A", "plan-officer-2", "r"));
        assertEnded(Kind.PROPOSAL_LAPSED, new Entry.Lapsed("N-1"));
        assertThat(RULES.of(1, new Entry.Withdrawn("N-1", "plan-officer"))).isEmpty();
    }

    private static void assertEnded(Kind kind, Entry entry) {
        Draft draft = RULES.of(1, entry).orElseThrow();
        assertThat(draft.kind()).isEqualTo(kind);
        assertThat(draft.link()).isEqualTo("/approvals/N-1");
        assertThat(People.told(draft)).containsExactly("plan-officer");
    }
}
