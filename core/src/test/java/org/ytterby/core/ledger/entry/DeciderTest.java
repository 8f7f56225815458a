package org.ytterby.core.ledger.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.ytterby.core.ledger.entry.Refusal.Code;
import org.ytterby.core.ledger.entry.Sender.Standing;

/// Each refusal, and what is taken.
class DeciderTest {
    private static final long NOW = 1_000;
    private static final long LATER = 2_000;
    private static final Sender OFFICER = new Sender("authority", "o", Standing.EVERYBODY);
    private static final Sender FIRST = new Sender("authority", "f", Standing.AUTHORITY);
    private static final Sender SECOND = new Sender("authority", "s", Standing.AUTHORITY);
    private static final Sender MINE_TOO = new Sender("mine", "m2", Standing.OWN_FACILITIES);
    private static final Sender MINE = new Sender("mine", "m", Standing.OWN_FACILITIES);
    private static final Sender OTHER = new Sender("other", "x", Standing.OWN_FACILITIES);
    private static final AccountId PLAN = new AccountId(AccountId.Kind.PLAN, "P1");

    private final LedgerState state = new LedgerState();
    private int sent;

    DeciderTest() {
        take(OFFICER, declare("facilities", Map.of("facility", "MIN-01", "party", "mine")));
        take(OFFICER, new Command.Grant(PLAN, 100, plan("P1", "mine")));
    }

    private static DeclaredRow row(String table, Map<String, String> cells) {
        return new DeclaredRow(table, new TreeMap<>(cells));
    }

    private static DeclaredRow plan(String id, String holder) {
        return row("plans", Map.of("plan", id, "holder", holder));
    }

    private static Command declare(String table, Map<String, String> cells) {
        return new Command.Declare(List.of(row(table, cells)));
    }

    private Decision decide(Sender sender, Command command, long now) {
        return new Decider(state)
                .decide(new Submission(sender, "k" + sent++, "0".repeat(64), command), now);
    }

    private void take(Sender sender, Command command) {
        Decision decision = decide(sender, command, NOW);
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        ((Decision.Accepted) decision).entries().forEach(state::apply);
    }

    private void refuses(Code code, Sender sender, Command command) {
        refuses(code, sender, command, NOW);
    }

    private void refuses(Code code, Sender sender, Command command, long now) {
        assertThat(decide(sender, command, now))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(code));
    }

    private static Command reserve(String hold, long amount) {
        return new Command.Reserve(PLAN, hold, amount, LATER);
    }

    @Test
    void anEnterpriseDeclaresFlowsOfItsOwnFacility() {
        take(MINE, declare("flows", Map.of("facility", "MIN-01", "record", "R1")));
    }

    @Test
    void nobodyDeclaresInATableThatIsNone() {
        refuses(Code.TABLE_UNKNOWN, OFFICER, declare("wishes", Map.of("wish", "1")));
    }

    @Test
    void anEnterpriseDoesNotRegisterFacilities() {
        refuses(Code.TABLE_RESERVED, MINE, declare("facilities", Map.of("facility", "MIN-02")));
        refuses(Code.TABLE_RESERVED, MINE, new Command.Grant(PLAN, 5, plan("P9", "mine")));
    }

    @Test
    void aFacilityMustBeRegisteredAndOnesOwn() {
        refuses(Code.FACILITY_UNKNOWN, MINE, declare("flows", Map.of("facility", "MIN-99")));
        refuses(Code.FACILITY_OF_ANOTHER, OTHER, declare("flows", Map.of("facility", "MIN-01")));
    }

    @Test
    void returnsAndReservesAreOfOnesOwnFacility() {
        for (String table : List.of("environmental_returns", "reserves")) {
            take(MINE, declare(table, Map.of("facility", "MIN-01")));
            refuses(Code.FACILITY_UNKNOWN, MINE, declare(table, Map.of("facility", "MIN-99")));
            refuses(Code.FACILITY_OF_ANOTHER, OTHER, declare(table, Map.of("facility", "MIN-01")));
        }
    }

    @Test
    void capacityAndTheStockpileAreForAnAuthority() {
        for (String table : List.of("capacities", "stockpile")) {
            take(FIRST, declare(table, Map.of("facility", "MIN-01")));
            refuses(Code.TABLE_RESERVED, MINE, declare(table, Map.of("facility", "MIN-01")));
        }
    }

    @Test
    void whatAFactRevealsIsNoReasonToRefuseIt() {
        take(
                MINE,
                declare(
                        "flows",
                        Map.of(
                                "facility",
                                "MIN-01",
                                "type",
                                "extraction",
                                "mass_kg",
                                "999999999")));
    }

    @Test
    void aPlanIsGrantedOnce() {
        refuses(Code.ACCOUNT_EXISTS, OFFICER, new Command.Grant(PLAN, 5, plan("P1", "mine")));
        AccountId another = new AccountId(AccountId.Kind.PLAN, "P2");
        refuses(Code.AMOUNT_NOT_POSITIVE, OFFICER, new Command.Grant(another, 0, plan("P2", "x")));
    }

    @Test
    void aSplitMovesAndNeverMakes() {
        AccountId part = new AccountId(AccountId.Kind.PLAN, "P1a");
        take(MINE, propose("S1", new Command.Split(PLAN, part, 60, plan("P1a", "pit"))));
        take(MINE_TOO, new Command.Approve("S1"));
        assertThat(state.account(PLAN).orElseThrow().available()).isEqualTo(40);
        assertThat(state.account(part).orElseThrow().available()).isEqualTo(60);
        assertThat(state.holderOf(part)).contains("pit");
        AccountId more = new AccountId(AccountId.Kind.PLAN, "P1b");
        Map<Code, Command.FourEyes> wrong =
                Map.of(
                        Code.OVERDRAFT,
                        new Command.Split(PLAN, more, 41, plan("P1b", "pit")),
                        Code.KIND_DIFFERS,
                        new Command.Split(
                                PLAN,
                                new AccountId(AccountId.Kind.LICENCE, "L"),
                                1,
                                plan("P1b", "pit")),
                        Code.ACCOUNT_EXISTS,
                        new Command.Split(PLAN, part, 1, plan("P1a", "pit")),
                        Code.ACCOUNT_UNKNOWN,
                        new Command.Split(
                                more, new AccountId(AccountId.Kind.PLAN, "q"), 1, plan("q", "pit")),
                        Code.AMOUNT_NOT_POSITIVE,
                        new Command.Split(PLAN, more, -1, plan("P1b", "x")));
        wrong.forEach((code, split) -> refuses(code, MINE, propose("S2", split)));
        refuses(
                Code.ACCOUNT_OF_ANOTHER,
                OTHER,
                propose("S2", new Command.Split(PLAN, more, 1, plan("P1b", "x"))));
    }

    private static Command propose(String name, Command.FourEyes command) {
        return new Command.Propose(name, command, LATER);
    }

    private static Command.Grant grant(String plan, long amount) {
        return new Command.Grant(
                new AccountId(AccountId.Kind.PLAN, plan), amount, plan(plan, "mine"));
    }

    @Test
    void nobodyGrantsOrSplitsAlone() {
        refuses(Code.APPROVAL_NEEDED, FIRST, grant("P2", 5));
        refuses(
                Code.APPROVAL_NEEDED,
                MINE,
                new Command.Split(
                        PLAN, new AccountId(AccountId.Kind.PLAN, "P3"), 5, plan("P3", "pit")));
        refuses(Code.APPROVAL_NEEDED, FIRST, declare("plans", Map.of("plan", "P2")));
        refuses(Code.APPROVAL_NEEDED, FIRST, declare("licences", Map.of("licence", "L2")));
        take(FIRST, declare("products", Map.of("product", "x")));
    }

    @Test
    void aGrantBindsOnceASecondPersonApproves() {
        take(FIRST, propose("G1", grant("P2", 5)));
        assertThat(state.account(grant("P2", 5).account())).isEmpty();
        refuses(Code.PROPOSAL_EXISTS, SECOND, propose("G1", grant("P3", 5)));
        refuses(Code.PROPOSAL_UNKNOWN, SECOND, new Command.Approve("G9"));
        refuses(Code.SAME_PERSON, FIRST, new Command.Approve("G1"));
        refuses(
                Code.SAME_PERSON,
                new Sender("elsewhere", "f", Standing.AUTHORITY),
                new Command.Approve("G1"));
        refuses(Code.NOT_ALLOWED, MINE, new Command.Approve("G1"));
        refuses(Code.PROPOSAL_EXPIRED, SECOND, new Command.Approve("G1"), LATER);
        take(SECOND, new Command.Approve("G1"));
        assertThat(state.account(grant("P2", 5).account()).orElseThrow().available()).isEqualTo(5);
        assertThat(state.proposal("G1").orElseThrow())
                .extracting(Proposal::person, Proposal::endedBy, Proposal::state)
                .containsExactly("f", "s", Proposal.State.APPROVED);
        refuses(Code.PROPOSAL_ENDED, SECOND, new Command.Approve("G1"));
        refuses(Code.PROPOSAL_ENDED, FIRST, new Command.Withdraw("G1"));
    }

    @Test
    void whatIsApprovedIsJudgedAsOfThen() {
        take(FIRST, propose("G1", grant("P2", 5)));
        take(FIRST, propose("G2", grant("P2", 7)));
        take(SECOND, new Command.Approve("G2"));
        refuses(Code.ACCOUNT_EXISTS, SECOND, new Command.Approve("G1"));
        AccountId part = new AccountId(AccountId.Kind.PLAN, "P1a");
        take(MINE, propose("S1", new Command.Split(PLAN, part, 60, plan("P1a", "pit"))));
        take(MINE, reserve("H1", 70));
        refuses(Code.OVERDRAFT, MINE_TOO, new Command.Approve("S1"));
        refuses(Code.NOT_ALLOWED, OTHER, new Command.Approve("S1"));
    }

    @Test
    void aProposalEndsInOneOfFourWays() {
        for (String name : List.of("G1", "G2", "G3")) {
            take(FIRST, propose(name, grant("P2", 5)));
        }
        refuses(Code.SAME_PERSON, FIRST, new Command.Reject("G1", "no"));
        refuses(Code.NOT_ALLOWED, MINE, new Command.Reject("G1", "no"));
        take(SECOND, new Command.Reject("G1", "the mine is closed"));
        assertThat(state.proposal("G1").orElseThrow().reason()).isEqualTo("the mine is closed");
        refuses(Code.NOT_PROPOSER, SECOND, new Command.Withdraw("G2"));
        take(FIRST, new Command.Withdraw("G2"));
        refuses(Code.PROPOSAL_NOT_EXPIRED, OFFICER, new Command.Lapse("G3"));
        refuses(Code.NOT_ALLOWED, FIRST, new Command.Lapse("G3"), LATER);
        assertThat(decide(OFFICER, new Command.Lapse("G3"), LATER))
                .isEqualTo(new Decision.Accepted(List.of(new Entry.Lapsed("G3"))));
        refuses(Code.PROPOSAL_ENDED, SECOND, new Command.Approve("G1"));
        refuses(Code.PROPOSAL_ENDED, OFFICER, new Command.Lapse("G2"));
    }

    @Test
    void aProposalHasAnEndThatIsNotFarAway() {
        long farthest = NOW + Command.Propose.WAIT_MAX_MICROS;
        Command.Grant grant = grant("P2", 5);
        refuses(Code.PROPOSAL_SPAN, FIRST, new Command.Propose("G1", grant, NOW));
        refuses(Code.PROPOSAL_SPAN, FIRST, new Command.Propose("G1", grant, farthest + 1));
        take(FIRST, new Command.Propose("G1", grant, farthest));
    }

    @Test
    void whatAnEntryCannotHoldIsNoCommand() {
        long above = Command.NUMBER_MAX + 1;
        List<ThrowingCallable> wrong =
                List.of(
                        () -> grant("P2", above),
                        () -> new Command.Reserve(PLAN, "H", above, LATER),
                        () -> new Command.Reserve(PLAN, "H", 1, above),
                        () -> new Command.Propose("G", grant("P2", 1), above),
                        () -> new Command.Propose("two words", grant("P2", 1), LATER),
                        () -> new Command.Reject("G", " "),
                        () -> new Command.Reject("G", "bell\u0007"),
                        () -> new Command.Reject("G", "x".repeat(2_001)));
        for (ThrowingCallable call : wrong) {
            assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aDrawIsReservedThenConfirmedInPart() {
        take(MINE, reserve("H1", 70));
        refuses(Code.OVERDRAFT, MINE, reserve("H2", 31));
        refuses(Code.ABOVE_HOLD, MINE, new Command.Confirm("H1", 71));
        take(MINE, new Command.Confirm("H1", 50));
        Account account = state.account(PLAN).orElseThrow();
        assertThat(account).isEqualTo(new Account(PLAN, 100, 0, 50));
        refuses(Code.HOLD_ENDED, MINE, new Command.Confirm("H1", 1));
        refuses(Code.HOLD_ENDED, MINE, new Command.Release("H1"));
        refuses(Code.HOLD_EXISTS, MINE, reserve("H1", 1));
    }

    @Test
    void aReservationThatRunsOutOfTimeReturnsAndIsNotConfirmed() {
        take(MINE, reserve("H1", 70));
        refuses(Code.HOLD_NOT_EXPIRED, OFFICER, new Command.Expire("H1"), LATER - 1);
        refuses(Code.HOLD_EXPIRED, MINE, new Command.Confirm("H1", 1), LATER);
        assertThat(decide(OFFICER, new Command.Expire("H1"), LATER))
                .isEqualTo(new Decision.Accepted(List.of(new Entry.Expired("H1"))));
        state.apply(new Entry.Expired("H1"));
        assertThat(state.account(PLAN).orElseThrow().available()).isEqualTo(100);
    }

    @Test
    void whatIsReleasedReturns() {
        take(MINE, reserve("H1", 70));
        take(MINE, new Command.Release("H1"));
        assertThat(state.account(PLAN).orElseThrow().available()).isEqualTo(100);
    }

    @Test
    void whatIsSetAsideBelongsToWhoSetItAside() {
        take(MINE, reserve("H1", 70));
        refuses(Code.HOLD_OF_ANOTHER, OTHER, new Command.Confirm("H1", 1));
        refuses(Code.HOLD_OF_ANOTHER, OTHER, new Command.Release("H1"));
        refuses(Code.ACCOUNT_OF_ANOTHER, OTHER, reserve("H2", 1));
        take(OFFICER, new Command.Confirm("H1", 70));
    }

    @Test
    void whatIsNotThereIsSaidSo() {
        refuses(Code.HOLD_UNKNOWN, MINE, new Command.Confirm("H9", 1));
        refuses(
                Code.ACCOUNT_UNKNOWN,
                MINE,
                new Command.Reserve(new AccountId(AccountId.Kind.LICENCE, "L"), "H", 1, LATER));
        refuses(Code.UNTIL_IN_THE_PAST, MINE, new Command.Reserve(PLAN, "H", 1, NOW));
        refuses(Code.AMOUNT_NOT_POSITIVE, MINE, reserve("H", 0));
        refuses(Code.AMOUNT_NOT_POSITIVE, MINE, new Command.Confirm("H", 0));
    }

    @Test
    void namesAndKeysAreVisibleAscii() {
        assertThat(Submission.isKey("a-1/ü")).isFalse();
        assertThat(Submission.isKey("")).isFalse();
        assertThat(Submission.isKey("k".repeat(Submission.KEY_LENGTH_MAX + 1))).isFalse();
        assertThatThrownBy(() -> reserve("two words", 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Submission(MINE, "k", "abc", reserve("H", 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Command.Declare(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void accountsAndCodesComeBackFromTheirNames() {
        assertThat(AccountId.parse(PLAN.toString())).isEqualTo(PLAN);
        assertThatThrownBy(() -> AccountId.parse("plan:"))
                .isInstanceOf(IllegalArgumentException.class);
        for (Code code : Code.values()) {
            assertThat(Code.parse(code.text())).isEqualTo(code);
        }
        for (Proposal.State proposed : Proposal.State.values()) {
            assertThat(Proposal.State.parse(proposed.code())).isEqualTo(proposed);
        }
        for (Hold.State held : Hold.State.values()) {
            assertThat(Hold.State.parse(held.code())).isEqualTo(held);
        }
        assertThatThrownBy(() -> new Account(PLAN, 10, 6, 5))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
