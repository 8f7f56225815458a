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
import org.ytterby.core.ledger.entry.Penalty;
import org.ytterby.core.ledger.entry.Revocation;
import org.ytterby.core.ledger.entry.Reward;
import org.ytterby.core.ledger.entry.TaskStep;

/// Cases, law and rewards of a simulation. Names are few, so that requests meet.
final class SimulatedMatters {
    private static final int CASES = 2;
    private static final int PARTS = 3;
    private static final long DUE_TICKS = 60;
    private static final long REPLY_MAX_MICROS = 366 * Simulation.DAY_MICROS;

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
            case 3 -> new Command.Revoke(revocation("q" + random.nextInt(4)));
            default -> otherwise;
        };
    }

    private Revocation revocation(String reward) {
        return new Revocation(reward, party(), "a notice", text("so"));
    }

    /// Of a case.
    String name() {
        return "c" + random.nextInt(CASES);
    }

    private String party() {
        return "p" + random.nextInt(2);
    }

    /// As it is; sometimes the longest that there may be.
    String text(String text) {
        return random.nextInt(16) == 0 ? "稀".repeat(Command.TEXT_LENGTH_MAX) : text;
    }

    CaseStep.Penalised penalised() {
        return new CaseStep.Penalised("art. 25", random.nextLong(3), text("so"));
    }

    CaseStep.Opened opened() {
        String assigned = random.nextBoolean() ? "s" : "x";
        return new CaseStep.Opened("f", "no-plan", party(), "f" + random.nextInt(3), assigned);
    }

    CaseStep.Asked asked(long nowMicros) {
        return new CaseStep.Asked(text("why"), due(nowMicros));
    }

    CaseStep.Decided decided() {
        return random.nextInt(4) == 0
                ? new CaseStep.Decided(false, text("late entry"), "")
                : new CaseStep.Decided(true, "no plan", text("art. 25"));
    }

    CorrectionStep.Ordered ordered(long nowMicros) {
        return new CorrectionStep.Ordered(text("declare it"), due(nowMicros));
    }

    TaskStep.Tasked tasked(String task, long nowMicros) {
        return new TaskStep.Tasked(task, party(), text("whose lorry"), due(nowMicros));
    }

    AppealStep.Ruled ruled(Penalty penalty) {
        return ruled(penalty.number(), random.nextLong(penalty.fineYuan() + 2));
    }

    private AppealStep.Ruled ruled(String penalty, long fineYuan) {
        AppealStep.Outcome outcome = AppealStep.Outcome.values()[random.nextInt(3)];
        boolean isReduced = outcome == AppealStep.Outcome.REDUCED;
        return new AppealStep.Ruled(penalty, outcome, isReduced ? fineYuan : 0, text("so"));
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

    /// Something of them, of good form.
    Record record(long nowMicros) {
        Object any =
                switch (random.nextInt(7)) {
                    case 0 -> penalised();
                    case 1 -> reward();
                    case 2 -> revocation("q1");
                    case 3 -> new Command.Act(name(), step(nowMicros));
                    default -> step(nowMicros);
                };
        return (Record) any;
    }

    private CaseStep.Alone step(long nowMicros) {
        return switch (random.nextInt(16)) {
            case 0, 1, 2, 3 -> opened();
            case 4, 5 -> asked(nowMicros);
            case 6 -> new CaseStep.Replied("so");
            case 7 -> new CaseStep.Noted("this");
            case 8 -> decided();
            case 9 -> new CaseStep.Closed("done");
            case 10 -> correction(nowMicros);
            case 11 -> task(nowMicros);
            case 12, 13 -> appeal(nowMicros);
            default -> inspection();
        };
    }

    /// Soon; sometimes already gone, at once, at the last moment that is allowed, or after it.
    long due(long nowMicros) {
        return switch (random.nextInt(12)) {
            case 0 -> nowMicros;
            case 1 -> nowMicros + REPLY_MAX_MICROS;
            case 2 -> nowMicros + REPLY_MAX_MICROS + 1;
            default -> nowMicros + (random.nextLong(DUE_TICKS) - 5) * Simulation.TICK_MICROS;
        };
    }

    private CorrectionStep correction(long nowMicros) {
        return switch (random.nextInt(3)) {
            case 0 -> ordered(nowMicros);
            case 1 -> new CorrectionStep.Reported("declared");
            default -> new CorrectionStep.Checked(random.nextBoolean(), "seen in the ledger");
        };
    }

    private AppealStep appeal(long nowMicros) {
        if (random.nextBoolean()) {
            return new AppealStep.Appealed("1", "unfair", due(nowMicros));
        }
        return ruled("1", random.nextLong(3));
    }

    private TaskStep task(long nowMicros) {
        String task = "t" + random.nextInt(PARTS);
        return random.nextBoolean()
                ? tasked(task, nowMicros)
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
