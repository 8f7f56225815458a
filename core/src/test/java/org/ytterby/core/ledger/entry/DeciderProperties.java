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
    private static final int COMMANDS = 60;
    private static final int NAMES = 4;
    private static final int HOLDS = 8;
    private static final int AMOUNT_MAX = 40;

    private final Set<Code> met = EnumSet.noneOf(Code.class);
    private int accepted;

    @Test
    void decidesAsItsTwinAndNeverOverdraws() {
        Property.forAll(HISTORIES, this::history);
        assertThat(met)
                .as("refusals that were tried")
                .containsAll(EnumSet.range(Code.AMOUNT_NOT_POSITIVE, Code.OVERDRAFT));
        assertThat(accepted).isGreaterThan(HISTORIES * COMMANDS / 10);
    }

    private void history(RandomGenerator random) {
        LedgerState state = new LedgerState();
        NaiveLedger twin = new NaiveLedger();
        long now = 0;
        for (int i = 0; i < COMMANDS; i++) {
            now += random.nextInt(10);
            Sender sender = i < NAMES ? OFFICER : sender(random);
            Command command = i < NAMES ? grant(random, i) : command(random, now);
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

    /// Something to draw on in the beginning.
    private static Command grant(RandomGenerator random, int name) {
        AccountId account = new AccountId(AccountId.Kind.PLAN, "a" + name);
        return new Command.Grant(account, AMOUNT_MAX * 10L, document(random, account));
    }

    private static Sender sender(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> OFFICER;
            case 1 -> new Sender("p1", "b", Standing.OWN_FACILITIES);
            default -> new Sender("p0", "a", Standing.OWN_FACILITIES);
        };
    }

    private static Command command(RandomGenerator random, long now) {
        long amount = random.nextLong(AMOUNT_MAX) - 2;
        String hold = "h" + random.nextInt(HOLDS);
        AccountId account = account(random);
        return switch (random.nextInt(7)) {
            case 0 -> new Command.Grant(account, amount * 3, document(random, account));
            case 1 -> {
                AccountId to = account(random);
                yield new Command.Split(account, to, amount, document(random, to));
            }
            case 2, 3 -> new Command.Reserve(account, hold, amount, now + random.nextInt(60) - 5);
            case 4 -> new Command.Confirm(hold, amount);
            case 5 -> new Command.Release(hold);
            default -> new Command.Expire(hold);
        };
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
