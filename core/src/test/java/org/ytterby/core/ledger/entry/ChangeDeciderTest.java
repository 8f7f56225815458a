package org.ytterby.core.ledger.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.core.ledger.entry.Refusal.Code;
import org.ytterby.core.ledger.entry.Sender.Standing;

/// Plans that were granted and are altered: by two persons, and never below what is drawn.
class ChangeDeciderTest {
    private static final long NOW = LedgerTime.parseDate("2026-06-30").orElseThrow();
    private static final long LATER = NOW + 3 * LedgerTime.DAY;
    private static final Sender ALONE = new Sender("authority", "o", Standing.EVERYBODY);
    private static final Sender FIRST = new Sender("authority", "f", Standing.AUTHORITY);
    private static final Sender SECOND = new Sender("authority", "s", Standing.AUTHORITY);
    private static final Sender GROUP = new Sender("group", "g", Standing.OWN_FACILITIES);
    private static final Sender GROUP_TOO = new Sender("group", "g2", Standing.OWN_FACILITIES);
    private static final Sender MINE = new Sender("mine", "m", Standing.OWN_FACILITIES);

    private final LedgerState state = new LedgerState();
    private int sent;

    ChangeDeciderTest() {
        join("mine", "2020-01-01", "");
        join("pit", "2020-01-01", "2026-06-30");
        grant("P1", "mine", "mining", "ionic", 100);
        grant("P2", "pit", "mining", "ionic", 50);
        grant("P3", "other", "mining", "ionic", 50);
        grant("P4", "mine", "mining", "rock", 50);
        grant("S1", "mine", "smelting_separation", "ionic", 50);
        grant("S2", "pit", "smelting_separation", "", 50);
        grant("G1", "group", "mining", "ionic", 50);
    }

    private static AccountId id(String plan) {
        return new AccountId(AccountId.Kind.PLAN, plan);
    }

    private void join(String party, String from, String until) {
        Map<String, String> cells =
                Map.of("party", party, "group", "group", "from", from, "until", until);
        take(ALONE, new Command.Declare(List.of(row("memberships", cells))), NOW);
    }

    private void grant(String plan, String holder, String kind, String ore, long amount) {
        Map<String, String> cells =
                Map.of(
                        "plan",
                        plan,
                        "holder",
                        holder,
                        "kind",
                        kind,
                        "ore_type",
                        ore,
                        "year",
                        "2026");
        take(ALONE, new Command.Grant(id(plan), amount, row("plans", cells)), NOW);
    }

    private static DeclaredRow row(String table, Map<String, String> cells) {
        return new DeclaredRow(table, new TreeMap<>(cells));
    }

    private static Command.Alter amend(String plan, long amount) {
        return new Command.Alter(new Change.Amend(id(plan), amount, "art. 9", "ore ran out"));
    }

    private static Command.Alter recall(String plan) {
        return new Command.Alter(new Change.Recall(id(plan), "art. 9", "closed"));
    }

    private static Command.Alter transfer(String from, String to, long amount) {
        return new Command.Alter(
                new Change.Transfer(id(from), id(to), "group", amount, "more ore"));
    }

    private static Command propose(String name, Command.Alter alter) {
        return new Command.Propose(name, alter, LATER + LedgerTime.DAY);
    }

    private Decision decide(Sender sender, Command command, long now) {
        return new Decider(state)
                .decide(new Submission(sender, "k" + sent++, "0".repeat(64), command), now);
    }

    private void take(Sender sender, Command command, long now) {
        Decision decision = decide(sender, command, now);
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

    private Account account(String plan) {
        return state.account(id(plan)).orElseThrow();
    }

    private void draw(String plan, long reserved, long drawn) {
        take(ALONE, new Command.Reserve(id(plan), "draw" + sent, drawn, LATER), NOW);
        take(ALONE, new Command.Confirm("draw" + (sent - 1), drawn), NOW);
        take(ALONE, new Command.Reserve(id(plan), "kept", reserved, LATER), NOW);
    }

    @Test
    void moreIsGrantedOnceASecondPersonApproves() {
        take(FIRST, propose("A", amend("P1", 25)), NOW);
        assertThat(account("P1").granted()).isEqualTo(100);
        refuses(Code.SAME_PERSON, FIRST, new Command.Approve("A"));
        refuses(Code.NOT_ALLOWED, GROUP, new Command.Approve("A"));
        refuses(Code.NOT_ALLOWED, GROUP, new Command.Reject("A", "no"));
        take(SECOND, new Command.Approve("A"), NOW);
        assertThat(account("P1").available()).isEqualTo(125);
    }

    @Test
    void lessIsAtMostWhatIsLeft() {
        draw("P1", 30, 20);
        refuses(Code.OVERDRAFT, FIRST, propose("A", amend("P1", -51)));
        take(FIRST, propose("A", amend("P1", -50)), NOW);
        take(SECOND, new Command.Approve("A"), NOW);
        assertThat(account("P1")).isEqualTo(new Account(id("P1"), 50, 30, 20));
    }

    @Test
    void whatIsLessIsJudgedWhenItIsApproved() {
        take(FIRST, propose("A", amend("P1", -100)), NOW);
        draw("P1", 1, 1);
        refuses(Code.OVERDRAFT, SECOND, new Command.Approve("A"));
    }

    @Test
    void aRecallTakesWhatIsLeftWhenItIsApprovedAndNoMore() {
        take(FIRST, propose("R", recall("P1")), NOW);
        draw("P1", 30, 20);
        take(SECOND, new Command.Approve("R"), NOW);
        assertThat(account("P1")).isEqualTo(new Account(id("P1"), 50, 30, 20));
        refuses(Code.NOTHING_LEFT, FIRST, propose("R2", recall("P1")));
        take(ALONE, new Command.Release("kept"), NOW);
        take(FIRST, propose("R3", recall("P1")), NOW);
        take(SECOND, new Command.Approve("R3"), NOW);
        assertThat(account("P1")).isEqualTo(new Account(id("P1"), 20, 0, 20));
    }

    @Test
    void aGroupTransfersAmongItsMembersAndMakesNothing() {
        take(GROUP, propose("T", transfer("P1", "P2", 60)), NOW);
        refuses(Code.SAME_PERSON, GROUP, new Command.Approve("T"));
        refuses(Code.NOT_ALLOWED, MINE, new Command.Approve("T"));
        take(GROUP_TOO, new Command.Approve("T"), NOW);
        assertThat(account("P1").available()).isEqualTo(40);
        assertThat(account("P2").available()).isEqualTo(110);
        take(GROUP, propose("B", transfer("P2", "G1", 110)), NOW);
        take(GROUP, propose("S", transfer("S1", "S2", 5)), NOW);
    }

    @Test
    void aTransferThatCannotBeIsRefused() {
        refuses(Code.AMOUNT_NOT_POSITIVE, GROUP, propose("T", transfer("P1", "P2", 0)));
        refuses(Code.ACCOUNT_UNKNOWN, GROUP, propose("T", transfer("P9", "P2", 1)));
        refuses(Code.ACCOUNT_UNKNOWN, GROUP, propose("T", transfer("P1", "P9", 1)));
        refuses(Code.ACCOUNT_OF_ANOTHER, MINE, propose("T", transfer("P1", "P2", 1)));
        refuses(Code.GROUP_DIFFERS, GROUP, propose("T", transfer("P1", "P3", 1)));
        refuses(Code.GROUP_DIFFERS, GROUP, propose("T", transfer("P3", "P1", 1)));
        refuses(Code.PLAN_DIFFERS, GROUP, propose("T", transfer("P1", "P4", 1)));
        refuses(Code.PLAN_DIFFERS, GROUP, propose("T", transfer("P1", "S1", 1)));
        refuses(Code.OVERDRAFT, GROUP, propose("T", transfer("P1", "P2", 101)));
    }

    @Test
    void membershipCountsOnTheDayOfTheApproval() {
        take(GROUP, propose("T", transfer("P1", "P2", 1)), NOW + LedgerTime.DAY - 1);
        refuses(Code.GROUP_DIFFERS, GROUP_TOO, new Command.Approve("T"), NOW + LedgerTime.DAY);
    }

    @Test
    void whoeverIsNotEntitledChangesNothing() {
        refuses(Code.NOT_ALLOWED, MINE, propose("A", amend("P1", 5)));
        refuses(Code.NOT_ALLOWED, MINE, propose("A", recall("P1")));
        refuses(Code.NOT_ALLOWED, MINE, recall("P1"));
        refuses(Code.APPROVAL_NEEDED, FIRST, amend("P1", 5));
        refuses(Code.APPROVAL_NEEDED, FIRST, recall("P1"));
        refuses(Code.APPROVAL_NEEDED, GROUP, transfer("P1", "P2", 5));
        refuses(Code.ACCOUNT_UNKNOWN, FIRST, propose("A", amend("P9", 5)));
        refuses(Code.ACCOUNT_UNKNOWN, FIRST, propose("A", recall("P9")));
        take(ALONE, amend("P1", 5), NOW);
        assertThat(account("P1").granted()).isEqualTo(105);
    }

    @Test
    void noAccountHoldsMoreThanAnEntryCanTell() {
        long room = Command.NUMBER_MAX - 100;
        refuses(Code.ABOVE_ACCOUNT, FIRST, propose("A", amend("P1", room + 1)));
        take(ALONE, amend("P1", room), NOW);
        refuses(Code.ABOVE_ACCOUNT, GROUP, propose("T", transfer("P2", "P1", 1)));
    }

    @Test
    void whatIsNoChangeHasNoForm() {
        AccountId licence = new AccountId(AccountId.Kind.LICENCE, "L");
        List<ThrowingCallable> wrong =
                List.of(
                        () -> new Change.Amend(id("P1"), 0, "c", "r"),
                        () -> new Change.Amend(id("P1"), Command.NUMBER_MAX + 1, "c", "r"),
                        () -> new Change.Amend(licence, 1, "c", "r"),
                        () -> new Change.Amend(id("P1"), 1, "", "r"),
                        () -> new Change.Amend(id("P1"), 1, "c", " "),
                        () -> new Change.Recall(licence, "c", "r"),
                        () -> new Change.Recall(id("P1"), "c", ""),
                        () -> new Change.Transfer(id("P1"), id("P1"), "g", 1, "r"),
                        () -> new Change.Transfer(id("P1"), licence, "g", 1, "r"),
                        () -> new Change.Transfer(id("P1"), id("P2"), "", 1, "r"),
                        () -> new Change.Transfer(id("P1"), id("P2"), "g", 1, ""));
        for (ThrowingCallable call : wrong) {
            assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
