package org.ytterby.server.ledger;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.ytterby.core.ledger.entry.AppealStep;
import org.ytterby.core.ledger.entry.CaseStep;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.core.ledger.entry.CorrectionStep;
import org.ytterby.core.ledger.entry.DeclaredRow;
import org.ytterby.core.ledger.entry.InspectionStep;
import org.ytterby.core.ledger.entry.Revocation;
import org.ytterby.core.ledger.entry.Reward;
import org.ytterby.core.ledger.entry.TaskStep;

/// Cases, law and rewards of a simulation. Names are few, so that requests meet.
final class SimulatedMatters {
    private static final int CASES = 2;
    private static final int PARTS = 3;
    private static final long DUE_TICKS = 60;

    private final RandomGenerator random;

    SimulatedMatters(RandomGenerator random) {
        this.random = random;
    }

    /// What takes two persons.
    ///
    /// @param otherwise to be taken half of the time
    Command.FourEyes takingTwo(Command.FourEyes otherwise) {
        return switch (random.nextInt(7)) {
            case 0 -> new Command.Penalise(name(), penalised());
            case 1 -> new Command.Enact(law());
            case 2 -> new Command.Award(reward());
            case 3 ->
                    new Command.Revoke(
                            new Revocation("q" + random.nextInt(4), party(), "a notice", "so"));
            default -> otherwise;
        };
    }

    private String name() {
        return "c" + random.nextInt(CASES);
    }

    private String party() {
        return "p" + random.nextInt(2);
    }

    private CaseStep.Penalised penalised() {
        return new CaseStep.Penalised("art. 25", random.nextLong(3), "so");
    }

    private DeclaredRow law() {
        boolean isLimit = random.nextBoolean();
        return new DeclaredRow(
                isLimit ? "limits" : random.nextInt(4) == 0 ? "colours" : "penalties",
                new TreeMap<>(
                        Map.of(
                                isLimit ? "limit" : "clause",
                                "l" + random.nextInt(2),
                                "from",
                                "2026-01-0" + (1 + random.nextInt(2)))));
    }

    private Reward reward() {
        boolean isMoney = random.nextBoolean();
        return new Reward(
                party(),
                random.nextBoolean() ? "" : "f" + random.nextInt(3),
                random.nextBoolean() ? "" : name(),
                isMoney ? Reward.Kind.MONEY : Reward.Kind.COMMENDATION,
                isMoney ? 1 + random.nextLong(9) : 0,
                "a notice",
                "so");
    }

    /// A step of a case, or what is alone what takes two.
    Command inCase(long nowMicros) {
        return random.nextInt(10) == 0
                ? takingTwo(new Command.Penalise(name(), penalised()))
                : new Command.Act(name(), step(nowMicros));
    }

    private CaseStep.Alone step(long nowMicros) {
        return switch (random.nextInt(16)) {
            case 0, 1, 2, 3 ->
                    new CaseStep.Opened("f", "no-plan", party(), "f" + random.nextInt(3), "s");
            case 4, 5 -> new CaseStep.Asked("why", due(nowMicros));
            case 6 -> new CaseStep.Replied("so");
            case 7 -> new CaseStep.Noted("this");
            case 8 ->
                    random.nextInt(4) == 0
                            ? new CaseStep.Decided(false, "late entry", "")
                            : new CaseStep.Decided(true, "no plan", "art. 25");
            case 9 -> new CaseStep.Closed("done");
            case 10 -> correction(nowMicros);
            case 11 -> task(nowMicros);
            case 12, 13 -> appeal(nowMicros);
            default -> inspection();
        };
    }

    private long due(long nowMicros) {
        return nowMicros + (random.nextLong(DUE_TICKS) - 5) * Simulation.TICK_MICROS;
    }

    private CorrectionStep correction(long nowMicros) {
        return switch (random.nextInt(3)) {
            case 0 -> new CorrectionStep.Ordered("declare it", due(nowMicros));
            case 1 -> new CorrectionStep.Reported("declared");
            default -> new CorrectionStep.Checked(random.nextBoolean(), "seen in the ledger");
        };
    }

    private AppealStep appeal(long nowMicros) {
        if (random.nextBoolean()) {
            return new AppealStep.Appealed("1", "unfair", due(nowMicros));
        }
        AppealStep.Outcome outcome = AppealStep.Outcome.values()[random.nextInt(3)];
        boolean isReduced = outcome == AppealStep.Outcome.REDUCED;
        return new AppealStep.Ruled("1", outcome, isReduced ? random.nextLong(3) : 0, "so");
    }

    private TaskStep task(long nowMicros) {
        String task = "t" + random.nextInt(PARTS);
        return random.nextBoolean()
                ? new TaskStep.Tasked(task, party(), "whose lorry", due(nowMicros))
                : new TaskStep.Answered(task, "theirs");
    }

    private InspectionStep inspection() {
        String part = "s" + random.nextInt(PARTS);
        String organisation = List.of("authority", "p0", "p1").get(random.nextInt(3));
        return switch (random.nextInt(7)) {
            case 0 -> new InspectionStep.Visited("a heap of 3 t");
            case 1 -> new InspectionStep.Sealed(part, "tank 3");
            case 2 -> new InspectionStep.Unsealed(part, random.nextBoolean(), "for weighing");
            case 3 -> new InspectionStep.Sampled(part, "", "z" + random.nextInt(9), "powder");
            case 4 -> new InspectionStep.Dispatched(part, organisation);
            case 5 -> new InspectionStep.Received(part, random.nextBoolean(), "by courier");
            default -> new InspectionStep.Resulted(part, "", "69 % neodymium");
        };
    }
}
