package org.ytterby.server.ledger;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ytterby.core.ledger.entry.AccountId;
import org.ytterby.core.ledger.entry.Attestation;
import org.ytterby.core.ledger.entry.Change;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.core.ledger.entry.DeclaredRow;
import org.ytterby.core.ledger.entry.Sender;
import org.ytterby.core.ledger.entry.Sender.Standing;
import org.ytterby.core.ledger.entry.Submission;

/// Who sends what in a simulation. Names are few, so that requests meet.
final class SimulatedSenders {
    private static final Attestation ATTESTATION =
            new Attestation("k".repeat(43), "\"@method\": POST\n", "s".repeat(88));
    private static final List<Sender> SENDERS =
            List.of(
                    new Sender("authority", "o", Standing.EVERYBODY),
                    new Sender("authority", "x", Standing.AUTHORITY),
                    new Sender("authority", "y", Standing.AUTHORITY),
                    new Sender("authority", "z", Standing.AUTHORITY),
                    new Sender("p0", "a", Standing.OWN_FACILITIES, ATTESTATION),
                    new Sender("p1", "b", Standing.OWN_FACILITIES));
    private static final List<String> TABLES =
            List.of("flows", "flows", "assays", "facilities", "permits", "colours");
    private static final AccountId LICENCE = new AccountId(AccountId.Kind.LICENCE, "a");
    private static final int NAMES = 4;
    private static final int LONGER = 3;
    private static final int HOLDS = 6;
    private static final int AMOUNT_MAX = 10;
    private static final long PATIENCE_TICKS = 80;

    private final RandomGenerator random;
    private final SimulatedMatters matters;
    private final SimulatedClerk clerk;
    private final SimulatedMistakes mistakes;
    private final Theme theme;
    private final Map<String, Command> commands = new HashMap<>();
    private int requests;

    /// @param disk what they look at
    SimulatedSenders(RandomGenerator random, SimulatedDisk disk) {
        this.random = random;
        matters = new SimulatedMatters(random);
        mistakes = new SimulatedMistakes(random);
        clerk = new SimulatedClerk(random, matters, disk, SENDERS);
        theme = Theme.values()[random.nextInt(Theme.values().length)];
    }

    /// What they are mostly about.
    private enum Theme {
        EVERYTHING,
        CASES,
        PLANS
    }

    /// How much longer than others a simulation has to be to come to something.
    int length() {
        return theme == Theme.EVERYTHING ? 1 : LONGER;
    }

    /// What was sent under a digest; each body has its own.
    Map<String, Command> commands() {
        return commands;
    }

    /// A request under a new key.
    Submission next(long nowMicros) {
        int number = requests++;
        String key = name("k" + number, Submission.KEY_LENGTH_MAX);
        SimulatedClerk.Turn turn =
                number < NAMES
                        ? new SimulatedClerk.Turn(SENDERS.getFirst(), grant("a" + number))
                        : turn(nowMicros);
        return new Submission(turn.sender(), key, digest(turn.command()), turn.command());
    }

    private SimulatedClerk.Turn turn(long nowMicros) {
        Theme now = random.nextInt(4) == 0 ? Theme.EVERYTHING : theme;
        return switch (now) {
            case EVERYTHING -> new SimulatedClerk.Turn(sender(), command(nowMicros));
            case CASES -> clerk.next(nowMicros);
            case PLANS ->
                    new SimulatedClerk.Turn(
                            random.nextInt(3) == 0 ? SENDERS.getFirst() : sender(), ofPlans());
        };
    }

    private Command ofPlans() {
        long amount = random.nextLong(AMOUNT_MAX) - 2;
        return switch (random.nextInt(4)) {
            case 0 -> new Command.Declare(rows("memberships", 1));
            case 1 -> binding(amount);
            default -> new Command.Alter(change(amount));
        };
    }

    /// Another request under the key of one before.
    Submission other(Submission before, long nowMicros) {
        Command command = command(nowMicros);
        return new Submission(before.sender(), before.key(), digest(command), command);
    }

    private String digest(Command command) {
        String digest = "%064x".formatted(commands.size() + 1);
        commands.put(digest, command);
        return digest;
    }

    private Sender sender() {
        return SENDERS.get(random.nextInt(SENDERS.size()));
    }

    private Command command(long nowMicros) {
        long amount = random.nextLong(AMOUNT_MAX) - 2;
        int which = random.nextInt(HOLDS);
        String hold = which == 0 ? longest("h", Command.NAME_LENGTH_MAX, '~') : "h" + which;
        return switch (random.nextInt(21)) {
            case 12, 13, 14 ->
                    new Command.Propose(
                            proposal(),
                            matters.takingTwo(binding(amount)),
                            nowMicros + patienceMicros());
            case 15, 16 -> new Command.Approve(proposal());
            case 17 ->
                    random.nextBoolean()
                            ? new Command.Reject(proposal(), "it is not needed")
                            : new Command.Withdraw(proposal());
            case 18, 19 -> matters.inCase(nowMicros);
            case 20 -> new Command.Alter(change(amount));
            case 0 -> granting(account(), random.nextInt(8) == 0 ? Command.NUMBER_MAX : amount * 3);
            case 1 -> splitting(fresh(), amount);
            case 2, 3, 4, 5 ->
                    new Command.Reserve(account(), hold, amount, nowMicros + patienceMicros());
            case 6, 7, 8 -> new Command.Confirm(hold, amount);
            case 9 -> new Command.Release(hold);
            default ->
                    new Command.Declare(
                            rows(
                                    random.nextInt(500) == 0
                                            ? Command.ROWS_MAX
                                            : 1 + random.nextInt(3)));
        };
    }

    private String proposal() {
        return "q" + random.nextInt(HOLDS);
    }

    private Command.FourEyes binding(long amount) {
        if (random.nextInt(3) == 0) {
            return new Command.Alter(change(amount));
        }
        return random.nextBoolean() ? granting(fresh(), amount) : splitting(fresh(), amount);
    }

    private Command.Grant granting(AccountId id, long amount) {
        return new Command.Grant(id, amount, document(id));
    }

    private Command.Split splitting(AccountId to, long amount) {
        return new Command.Split(account(), to, amount, document(to));
    }

    /// Mostly as it is; sometimes as long as it may be, of the first and last of visible
    /// characters.
    private String name(String name, int longest) {
        return switch (random.nextInt(8)) {
            case 0 -> longest(name, longest, '!');
            case 1 -> longest(name, longest, '~');
            default -> name;
        };
    }

    private static String longest(String name, int longest, char filling) {
        return name + Character.toString(filling).repeat(longest - name.length());
    }

    /// Tries what has no form that could be sent; it must not come to a request.
    void mistake() {
        mistakes.spoil(matters.record(random.nextLong(Simulation.DAY_MICROS)));
        if (change(1 + random.nextLong(AMOUNT_MAX)) instanceof Record change) {
            mistakes.spoil(change);
        }
        mistakes.spoil(ATTESTATION);
        Sender sender = sender();
        Command command = new Command.Release("h");
        String digest = "0".repeat(64);
        String tooLong = longest("k", Submission.KEY_LENGTH_MAX + 1, 'k');
        String key = List.of("", " ", "k k", "k\u007f", "k\n", tooLong).get(random.nextInt(6));
        long tooMuch = random.nextBoolean() ? Command.NUMBER_MAX + 1 : -Command.NUMBER_MAX - 1;
        String nameTooLong = longest("h", Command.NAME_LENGTH_MAX + 1, 'h');
        ThrowingCallable mistake =
                switch (random.nextInt(17)) {
                    case 0, 1, 2 -> () -> new Submission(sender, key, digest, command);
                    case 3 -> () -> new Submission(sender, "k", digest + "0", command);
                    case 4 -> () -> AccountId.parse(random.nextBoolean() ? "plan:" : "licence:");
                    case 5 -> () -> new Command.Declare(rows(Command.ROWS_MAX + 1));
                    case 6 -> () -> granting(account(), tooMuch);
                    case 7 -> () -> splitting(fresh(), tooMuch);
                    case 8 -> () -> new Command.Confirm("h", tooMuch);
                    case 9 -> () -> new Command.Reserve(account(), "h", tooMuch, 1);
                    case 10 -> () -> new Command.Reserve(account(), "h", 1, tooMuch);
                    case 14 -> () -> new Change.Recall(LICENCE, "art. 1", "closed");
                    case 15 -> () -> new Change.Transfer(plan(), LICENCE, "p0", 1, "more ore");
                    case 16 -> () -> new Change.Transfer(LICENCE, plan(), "p0", 1, "more ore");
                    case 11 -> () -> new Command.Reject("q1", " ");
                    case 12 -> () -> new Command.Propose("q1", binding(1), tooMuch);
                    case 13 -> () -> new Command.Propose(nameTooLong, binding(1), 1);
                    default -> () -> new Command.Reserve(account(), nameTooLong, 1, 1);
                };
        assertThatThrownBy(mistake).isInstanceOf(IllegalArgumentException.class);
    }

    /// Moments, or days: so long that it outlives a jump of the clock.
    private long patienceMicros() {
        return random.nextBoolean()
                ? random.nextLong(PATIENCE_TICKS) * Simulation.TICK_MICROS
                : Simulation.DAY_MICROS * 3;
    }

    private Command grant(String name) {
        AccountId.Kind kind = random.nextInt(4) == 0 ? AccountId.Kind.LICENCE : AccountId.Kind.PLAN;
        return granting(new AccountId(kind, name), AMOUNT_MAX);
    }

    private Change change(long amount) {
        AccountId plan = plan();
        AccountId to = plan();
        return switch (random.nextInt(4)) {
            case 0 -> new Change.Recall(plan, "art. 1", "closed");
            case 1 -> new Change.Amend(plan, Command.NUMBER_MAX, "art. 2", "too much");
            case 2 ->
                    plan.equals(to)
                            ? new Change.Recall(plan, "art. 1", "closed")
                            : new Change.Transfer(
                                    plan, to, "p" + random.nextInt(2), amount, "more ore");
            default -> new Change.Amend(plan, 2 * amount - 41, "art. 2", "as it turned out");
        };
    }

    private AccountId plan() {
        return new AccountId(AccountId.Kind.PLAN, "a" + random.nextInt(NAMES));
    }

    private AccountId account() {
        AccountId.Kind kind = random.nextInt(4) == 0 ? AccountId.Kind.LICENCE : AccountId.Kind.PLAN;
        return new AccountId(kind, "a" + random.nextInt(NAMES));
    }

    private AccountId fresh() {
        AccountId.Kind kind = random.nextInt(8) == 0 ? AccountId.Kind.LICENCE : AccountId.Kind.PLAN;
        return new AccountId(kind, (random.nextBoolean() ? "s" : "a") + random.nextInt(NAMES * 2));
    }

    /// Seldom of the other kind.
    private DeclaredRow document(AccountId id) {
        boolean isLicence = (id.kind() == AccountId.Kind.LICENCE) != (random.nextInt(16) == 0);
        SortedMap<String, String> cells = new TreeMap<>();
        cells.put(isLicence ? "exporter" : "holder", "p" + random.nextInt(2));
        cells.put(isLicence ? "licence" : "plan", id.name());
        cells.put("year", random.nextInt(4) == 0 ? "2027" : "2026");
        return new DeclaredRow(isLicence ? "licences" : "plans", cells);
    }

    private List<DeclaredRow> rows(int count) {
        return rows(TABLES.get(random.nextInt(TABLES.size())), count);
    }

    private List<DeclaredRow> rows(String table, int count) {
        List<DeclaredRow> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            SortedMap<String, String> cells = new TreeMap<>();
            if (table.equals("memberships")) {
                cells.put("group", "p" + random.nextInt(2));
                cells.put("from", "1970-01-0" + (1 + random.nextInt(4)));
                cells.put(
                        "until", random.nextBoolean() ? "" : "1970-01-0" + (1 + random.nextInt(4)));
            }
            cells.put("facility", "f" + random.nextInt(3));
            cells.put("party", "p" + random.nextInt(2));
            cells.put("note", "\"稀土\" \\\b\t\n\f\r\u0001\u001a" + random.nextInt());
            rows.add(new DeclaredRow(table, cells));
        }
        return rows;
    }
}
