package org.ytterby.core.ledger.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.ytterby.core.ledger.entry.Refusal.Code;
import org.ytterby.core.ledger.entry.Sender.Standing;
import org.ytterby.core.testing.Property;

/// Decisions on cases beside their naive twin, over random histories.
class CaseProperties {
    private static final int HISTORIES = 1_000;
    private static final int COMMANDS = 100;
    private static final int NAMES = 3;
    private static final Sender ALONE = new Sender("ledger", "l", Standing.EVERYBODY);
    private static final List<Sender> SENDERS =
            List.of(
                    new Sender("authority", "s", Standing.AUTHORITY),
                    new Sender("authority", "s2", Standing.AUTHORITY),
                    new Sender("authority", "s3", Standing.AUTHORITY),
                    ALONE,
                    new Sender("p0", "a", Standing.OWN_FACILITIES),
                    new Sender("p1", "b", Standing.OWN_FACILITIES));

    private static final List<Command> PENALISED =
            List.of(
                    new Command.Act("c0", new CaseStep.Opened("f", "no-plan", "p0", "", "s")),
                    new Command.Act("c0", new CaseStep.Decided(true, "no plan", "art. 25")),
                    new Command.Penalise("c0", new CaseStep.Penalised("art. 25", 2, "so")));

    private final Set<Code> met = EnumSet.noneOf(Code.class);
    private int penalties;
    private int rulings;

    @Test
    void decidesAsItsTwin() {
        Property.forAll(HISTORIES, this::history);
        EnumSet<Code> expected = EnumSet.range(Code.CASE_EXISTS, Code.CASE_DUE);
        assertThat(met).as("refusals that were tried").containsAll(expected);
        assertThat(penalties).as("penalties after two persons").isGreaterThan(HISTORIES / 20);
        assertThat(rulings).as("appeals that were ruled on").isGreaterThan(HISTORIES / 50);
    }

    private void history(RandomGenerator random) {
        Told told = new Told(new LedgerState(), new ArrayList<>());
        if (random.nextBoolean()) { // chance alone rarely comes to a penalty
            for (Command command : PENALISED) {
                tell(told, ALONE, command, 0);
            }
        }
        long now = 0;
        for (int i = 0; i < COMMANDS; i++) {
            now += random.nextInt(10);
            tell(told, SENDERS.get(random.nextInt(SENDERS.size())), command(random, i, now), now);
        }
    }

    /// What was decided so far, for the decider and for its twin.
    private record Told(LedgerState state, List<Entry> happened) {}

    private void tell(Told told, Sender sender, Command command, long now) {
        List<Entry> happened = told.happened;
        Optional<Code> expected = new NaiveCases(happened).refusal(sender, command, now);
        Submission asked = new Submission(sender, "k", "0".repeat(64), command);
        switch (new Decider(told.state).decide(asked, now)) {
            case Decision.Refused(Refusal refusal) -> {
                assertThat(Optional.of(refusal.code()))
                        .as("%s by %s after %s", command, sender, happened)
                        .isEqualTo(expected);
                met.add(refusal.code());
            }
            case Decision.Accepted(List<Entry> entries) -> {
                assertThat(expected).as("%s after %s", command, happened).isEmpty();
                entries.forEach(told.state::apply);
                happened.addAll(entries);
                penalties += command instanceof Command.Approve ? 1 : 0;
                rulings += command instanceof Command.Act(String _, AppealStep.Ruled _) ? 1 : 0;
            }
        }
    }

    private static InspectionStep inspection(RandomGenerator random) {
        String part = "p" + random.nextInt(3);
        String organisation = List.of("authority", "p0", "p1").get(random.nextInt(3));
        return switch (random.nextInt(8)) {
            case 0 -> new InspectionStep.Visited("a heap of 3 t");
            case 1 -> new InspectionStep.Sealed(part, "tank 3");
            case 2 -> new InspectionStep.Unsealed(part, random.nextBoolean(), "for weighing");
            case 3, 4 -> new InspectionStep.Sampled(part, "", "s" + random.nextInt(9), "powder");
            case 5 -> new InspectionStep.Dispatched(part, organisation);
            case 6 -> new InspectionStep.Received(part, random.nextBoolean(), "by courier");
            default -> new InspectionStep.Resulted(part, "", "69 % neodymium");
        };
    }

    private static TaskStep task(RandomGenerator random, long now) {
        String task = "t" + random.nextInt(3);
        return random.nextBoolean()
                ? new TaskStep.Tasked(
                        task, "p" + random.nextInt(2), "whose lorry", now + random.nextInt(60) - 5)
                : new TaskStep.Answered(task, "theirs");
    }

    private static CorrectionStep correction(RandomGenerator random, long now) {
        return switch (random.nextInt(3)) {
            case 0 -> new CorrectionStep.Ordered("declare it", now + random.nextInt(60) - 5);
            case 1 -> new CorrectionStep.Reported("declared");
            default -> new CorrectionStep.Checked(random.nextBoolean(), "seen in the ledger");
        };
    }

    private static AppealStep appeal(RandomGenerator random, long now) {
        String penalty = Integer.toString(1 + random.nextInt(2));
        if (random.nextBoolean()) {
            return new AppealStep.Appealed(penalty, "unfair", now + random.nextInt(9) - 1);
        }
        AppealStep.Outcome outcome = AppealStep.Outcome.values()[random.nextInt(3)];
        return new AppealStep.Ruled(
                penalty,
                outcome,
                outcome == AppealStep.Outcome.REDUCED ? random.nextInt(3) : 0,
                "so");
    }

    private static Command command(RandomGenerator random, int turn, long now) {
        String name = "c" + random.nextInt(NAMES);
        String proposal = "q" + turn / 20 + random.nextInt(2);
        return switch (random.nextInt(21)) {
            case 10, 11 -> new Command.Act(name, inspection(random));
            case 12, 13 -> new Command.Act(name, task(random, now));
            case 14 -> new Command.Act(name, correction(random, now));
            case 15, 16, 17, 18, 19, 20 -> new Command.Act(name, appeal(random, now));
            case 0, 1 ->
                    new Command.Act(
                            name,
                            new CaseStep.Opened("f", "no-plan", "p" + random.nextInt(2), "", "s"));
            case 2 ->
                    new Command.Act(name, new CaseStep.Asked("why", now + random.nextInt(60) - 5));
            case 3 -> new Command.Act(name, new CaseStep.Replied("so"));
            case 4 -> new Command.Act(name, new CaseStep.Noted("this"));
            case 5 ->
                    new Command.Act(
                            name,
                            random.nextInt(4) == 0
                                    ? new CaseStep.Decided(false, "late entry", "")
                                    : new CaseStep.Decided(true, "no plan", "art. 25"));
            case 6, 7 ->
                    new Command.Propose(
                            proposal,
                            new Command.Penalise(name, new CaseStep.Penalised("art. 25", 1, "so")),
                            now + 50);
            case 8 -> new Command.Approve(proposal);
            default ->
                    random.nextInt(4) == 0
                            ? new Command.Act(name, new CaseStep.Closed("done"))
                            : new Command.Penalise(
                                    name, new CaseStep.Penalised("art. 25", 1, "so"));
        };
    }
}
