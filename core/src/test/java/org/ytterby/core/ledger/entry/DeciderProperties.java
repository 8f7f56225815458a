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
    private static final int AMOUNT_MAX = 40;

    private final Set<Code> met = EnumSet.noneOf(Code.class);
    private int accepted;
    private int approved;

    @Test
    void decidesAsItsTwinAndNeverOverdraws() {
        Property.forAll(HISTORIES, this::history);
        assertThat(met)
                .as("refusals that were tried")
                .containsAll(EnumSet.range(Code.PROPOSAL_EXISTS, Code.NOT_ALLOWED))
                .contains(Code.TABLE_RESERVED, Code.APPROVAL_NEEDED)
                .containsAll(EnumSet.range(Code.AMOUNT_NOT_POSITIVE, Code.OVERDRAFT));
        assertThat(approved).as("proposals approved").isGreaterThan(HISTORIES / 4);
        assertThat(accepted).isGreaterThan(HISTORIES * COMMANDS / 10);
    }

    private void history(RandomGenerator random) {
        LedgerState state = new LedgerState();
        NaiveLedger twin = new NaiveLedger();
        long now = 0;
        for (int i = 0; i < COMMANDS; i++) {
            now += random.nextInt(10);
            Sender sender = i < NAMES ? OFFICER : sender(random);
            Command command = i < NAMES ? grant(random, i) : command(random, i, now);
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
        return random.nextBoolean()
                ? new Command.Grant(to, amount * 3, document(random, to))
                : new Command.Split(account, to, amount, document(random, to));
    }

    private static AccountId account(RandomGenerator random) {
        AccountId.Kind kind = random.nextInt(5) == 0 ? AccountId.Kind.LICENCE : AccountId.Kind.PLAN;
        return new AccountId(kind, "a" + random.nextInt(NAMES));
    }

    private static DeclaredRow document(RandomGenerator random, AccountId id) {
        TreeMap<String, String> cells = new TreeMap<>();
        cells.put("plan", id.name());
        cells.put("holder", "p" + random.nextInt(2));
        return new DeclaredRow("plans", cells);
    }
}
