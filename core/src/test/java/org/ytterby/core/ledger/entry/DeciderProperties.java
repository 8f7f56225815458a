package org.ytterby.core.ledger.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.ytterby.core.ledger.entry.Refusal.Code;
import org.ytterby.core.ledger.entry.Sender.Standing;
import org.ytterby.core.testing.Property;

/// The decider beside its naive twin, over random histories.
class DeciderProperties {
    private static final Sender OFFICER = new Sender("authority", "o", Standing.EVERYBODY);
    private static final int HISTORIES = 1_000;
    private static final int COMMANDS = 100;
    private static final Sender SECOND = new Sender("authority", "o2", Standing.AUTHORITY);
    private static final int NAMES = 4;
    private static final int HOLDS = 8;

    /// Commands that make something to draw on, and a group.
    private static final int FIRST = NAMES + 3;

    private static final int AMOUNT_MAX = 40;

    private final Set<Code> met = EnumSet.noneOf(Code.class);
    private int accepted;
    private int approved;
    private int changed;

    @Test
    void decidesAsItsTwinAndNeverOverdraws() {
        Property.forAll(HISTORIES, this::history);
        assertThat(met)
                .as("refusals that were tried")
                .containsAll(EnumSet.range(Code.PROPOSAL_EXISTS, Code.NOT_ALLOWED))
                .contains(Code.TABLE_RESERVED, Code.APPROVAL_NEEDED)
                .containsAll(EnumSet.range(Code.AMOUNT_NOT_POSITIVE, Code.ABOVE_ACCOUNT));
        assertThat(changed).as("changes approved").isGreaterThan(HISTORIES / 4);
        assertThat(approved).as("proposals approved").isGreaterThan(HISTORIES / 4);
        assertThat(accepted).isGreaterThan(HISTORIES * COMMANDS / 10);
    }

    private void history(RandomGenerator random) {
        LedgerState state = new LedgerState();
        NaiveLedger twin = new NaiveLedger();
        long now = 0;
        for (int i = 0; i < COMMANDS; i++) {
            now += random.nextInt(10);
            Sender sender = i < FIRST ? OFFICER : sender(random);
            Command command =
                    i < NAMES
                            ? grant(random, i)
                            : i < FIRST ? join(random) : command(random, i, now);
            Optional<Code> expected = twin.refusal(sender, command, now);
            Submission asked = new Submission(sender, "k" + i, "0".repeat(64), command);
            switch (new Decider(state).decide(asked, now)) {
                case Decision.Refused(Refusal refusal) -> {
                    assertThat(Optional.of(refusal.code())).as("%s", command).isEqualTo(expected);
                    met.add(refusal.code());
                }
                case Decision.Accepted(List<Entry> entries) -> {
                    assertThat(expected).as("%s", command).isEmpty();
                    entries.forEach(state::apply);
                    entries.forEach(twin::add);
                    accepted++;
                    approved += command instanceof Command.Approve ? 1 : 0;
                    changed += entries.getLast() instanceof Entry.Changed ? 1 : 0;
                    assertThat(namesTwo(entries, state)).as("%s", command).isTrue();
                }
            }
            for (Account account : state.accounts()) {
                assertThat(twin.available(account.id()).orElseThrow().longValueExact())
                        .as("%s", account.id())
                        .isEqualTo(account.available())
                        .isNotNegative();
            }
        }
    }

    /// Whatever was approved was proposed by another person.
    private static boolean namesTwo(List<Entry> entries, LedgerState state) {
        return !(entries.getFirst() instanceof Entry.Approved(String name, String _, String by))
                || !state.proposal(name).orElseThrow().person().equals(by);
    }

    /// Something to draw on in the beginning.
    private static Command grant(RandomGenerator random, int name) {
        AccountId account = new AccountId(AccountId.Kind.PLAN, "a" + name);
        return new Command.Grant(account, AMOUNT_MAX * 10L, document(random, account));
    }

    /// A party joins a group, for some days about the first of 1970 or for ever.
    private static Command join(RandomGenerator random) {
        TreeMap<String, String> cells = new TreeMap<>();
        cells.put("party", "p" + random.nextInt(2));
        cells.put("group", random.nextInt(4) == 0 ? "p1" : "p0");
        cells.put(
                "from",
                random.nextInt(6) == 0 ? "1970-01-02" : "1969-0" + (1 + random.nextInt(9)) + "-05");
        cells.put(
                "until",
                random.nextBoolean() ? "" : random.nextBoolean() ? "1970-01-01" : "1969-12-31");
        return new Command.Declare(List.of(new DeclaredRow("memberships", cells)));
    }

    private static Sender sender(RandomGenerator random) {
        return switch (random.nextInt(8)) {
            case 0 -> OFFICER;
            case 1 -> SECOND;
            case 2 -> new Sender("authority", "o", Standing.AUTHORITY);
            case 3 -> new Sender("p1", "b", Standing.OWN_FACILITIES);
            case 4 -> new Sender("p0", "a2", Standing.OWN_FACILITIES);
            default -> new Sender("p0", "a", Standing.OWN_FACILITIES);
        };
    }

    private static Command command(RandomGenerator random, int turn, long now) {
        long amount = random.nextLong(AMOUNT_MAX) - 2;
        String hold = "h" + random.nextInt(HOLDS);
        String proposal = "q" + turn / 10 + random.nextInt(2);
        return switch (random.nextInt(14)) {
            case 0, 1 -> binding(random, amount);
            case 2, 3, 4 ->
                    new Command.Propose(
                            proposal, binding(random, amount), now + random.nextInt(100) - 5);
            case 5, 6 -> new Command.Approve(proposal);
            case 7 -> new Command.Reject(proposal, "no");
            case 8 ->
                    random.nextInt(3) == 0
                            ? new Command.Withdraw(proposal)
                            : new Command.Lapse(proposal);
            case 9, 10 ->
                    new Command.Reserve(
                            account(random), hold, amount, now + random.nextInt(60) - 5);
            case 11 -> new Command.Confirm(hold, amount);
            case 12 -> new Command.Release(hold);
            default -> new Command.Expire(hold);
        };
    }

    private static Command.FourEyes binding(RandomGenerator random, long amount) {
        AccountId account = account(random);
        AccountId to = new AccountId(account.kind(), "b" + random.nextInt(HOLDS));
        if (random.nextInt(3) == 0) {
            to = account(random);
        }
        if (random.nextInt(3) == 0) {
            return new Command.Alter(change(random, amount));
        }
        return random.nextBoolean()
                ? new Command.Grant(to, amount * 3, document(random, to))
                : new Command.Split(account, to, amount, document(random, to));
    }

    private static Change change(RandomGenerator random, long amount) {
        AccountId plan = plan(random);
        AccountId to = plan(random);
        return switch (random.nextInt(8)) {
            case 0 -> new Change.Amend(plan, Command.NUMBER_MAX, "art. 1", "more than fits");
            case 1, 2 -> new Change.Amend(plan, amount * 2 - 35, "art. 1", "as it turned out");
            case 3 -> new Change.Recall(plan, "art. 2", "closed");
            default ->
                    plan.equals(to)
                            ? new Change.Recall(plan, "art. 2", "closed")
                            : new Change.Transfer(
                                    plan, to, "p" + random.nextInt(2), amount, "more ore there");
        };
    }

    private static AccountId plan(RandomGenerator random) {
        String name = (random.nextInt(5) == 0 ? "b" : "a") + random.nextInt(NAMES);
        return new AccountId(AccountId.Kind.PLAN, name);
    }

    private static AccountId account(RandomGenerator random) {
        AccountId.Kind kind = random.nextInt(5) == 0 ? AccountId.Kind.LICENCE : AccountId.Kind.PLAN;
        return new AccountId(kind, "a" + random.nextInt(NAMES));
    }

    private static DeclaredRow document(RandomGenerator random, AccountId id) {
        TreeMap<String, String> cells = new TreeMap<>();
        cells.put("plan", id.name());
        cells.put("holder", "p" + random.nextInt(2));
        cells.put("year", random.nextInt(8) == 0 ? "2027" : "2026");
        cells.put("kind", random.nextInt(3) == 0 ? "smelting_separation" : "mining");
        cells.put("ore_type", random.nextInt(4) == 0 ? "ionic" : "");
        return new DeclaredRow("plans", cells);
    }
}
