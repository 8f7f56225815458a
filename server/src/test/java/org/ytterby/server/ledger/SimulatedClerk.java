package org.ytterby.server.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.ytterby.core.ledger.entry.AppealStep;
import org.ytterby.core.ledger.entry.CaseFile;
import org.ytterby.core.ledger.entry.CaseParts;
import org.ytterby.core.ledger.entry.CaseStep;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.core.ledger.entry.CorrectionStep;
import org.ytterby.core.ledger.entry.InspectionStep;
import org.ytterby.core.ledger.entry.Penalty;
import org.ytterby.core.ledger.entry.Proposal;
import org.ytterby.core.ledger.entry.Revocation;
import org.ytterby.core.ledger.entry.Sender;
import org.ytterby.core.ledger.entry.TaskStep;

/// People who look at what is recorded and do what is to be done next. So cases grow long and
/// proposals are decided, which chance alone seldom brings about.
final class SimulatedClerk {
    private static final int PARTS = 3;

    private final RandomGenerator random;
    private final SimulatedMatters matters;
    private final SimulatedDisk disk;
    private final List<Sender> senders;
    private int proposals;

    /// @param disk what they look at
    /// @param senders who they are
    SimulatedClerk(
            RandomGenerator random,
            SimulatedMatters matters,
            SimulatedDisk disk,
            List<Sender> senders) {
        this.random = random;
        this.matters = matters;
        this.disk = disk;
        this.senders = senders;
    }

    /// What somebody does.
    record Turn(Sender sender, Command command) {}

    Turn next(long nowMicros) {
        List<Turn> ends = new ArrayList<>();
        disk.proposals().forEach(proposal -> endsOf(proposal, nowMicros, ends));
        String name = matters.name();
        Optional<CaseFile> file =
                disk.cases().stream().filter(f -> f.name().equals(name)).findFirst();
        if (file.isEmpty()) {
            ends.add(act(authority(), name, matters.opened()));
        } else {
            endsOf(file.get(), nowMicros, ends);
        }
        return ends.get(random.nextInt(ends.size()));
    }

    private void endsOf(Proposal proposal, long nowMicros, List<Turn> ends) {
        if (proposal.state() == Proposal.State.PROPOSED) {
            ends.add(new Turn(authority(), new Command.Approve(proposal.name())));
        } else if (proposal.state() == Proposal.State.APPROVED
                && proposal.command() instanceof Command.Award award
                && random.nextInt(4) == 0) {
            Revocation revocation =
                    new Revocation(
                            proposal.name(),
                            award.reward().party(),
                            "a notice",
                            matters.text("so"));
            ends.add(proposed(new Command.Revoke(revocation), nowMicros));
        }
    }

    private Turn proposed(Command.FourEyes command, long nowMicros) {
        String name = "n" + proposals++;
        return new Turn(
                authority(), new Command.Propose(name, command, nowMicros + Simulation.DAY_MICROS));
    }

    private void endsOf(CaseFile file, long nowMicros, List<Turn> ends) {
        String party = file.opened().party();
        switch (file.state()) {
            case OPEN, REPLIED -> {
                ends.add(act(authority(), file, matters.asked(nowMicros)));
                ends.add(act(authority(), file, matters.decided()));
            }
            case ASKED -> {
                ends.add(act(of(party), file, new CaseStep.Replied(matters.text("so"))));
                ends.add(act(authority(), file, matters.decided()));
            }
            case CONFIRMED -> endsOfConfirmed(file, nowMicros, ends);
            case REFUTED, CLOSED ->
                    ends.add(act(authority(), file, new CaseStep.Closed(matters.text("done"))));
        }
        endsOfPenalties(file, nowMicros, ends);
        endsOfParts(file, nowMicros, ends);
    }

    private void endsOfConfirmed(CaseFile file, long nowMicros, List<Turn> ends) {
        ends.add(proposed(new Command.Penalise(file.name(), matters.penalised()), nowMicros));
        ends.add(act(authority(), file, matters.ordered(nowMicros)));
        String reported = matters.text("declared");
        Sender party = of(file.opened().party());
        ends.add(act(party, file, new CorrectionStep.Reported(reported)));
        boolean isEnough = random.nextBoolean();
        ends.add(act(authority(), file, new CorrectionStep.Checked(isEnough, "seen")));
        if (random.nextInt(4) == 0) {
            ends.add(act(authority(), file, new CaseStep.Closed(matters.text("done"))));
        }
    }

    private void endsOfPenalties(CaseFile file, long nowMicros, List<Turn> ends) {
        Sender party = of(file.opened().party());
        for (Penalty penalty : file.penalties()) {
            long until = matters.due(nowMicros);
            ends.add(
                    penalty.state() == Penalty.State.APPEALED
                            ? act(authority(), file, matters.ruled(penalty))
                            : act(
                                    party,
                                    file,
                                    new AppealStep.Appealed(
                                            penalty.number(), matters.text("unfair"), until)));
        }
    }

    private void endsOfParts(CaseFile file, long nowMicros, List<Turn> ends) {
        CaseParts parts = file.parts();
        ends.add(act(authority(), file, new InspectionStep.Visited(matters.text("a heap"))));
        ends.add(act(authority(), file, new InspectionStep.Sealed(part("s"), "tank 3")));
        ends.add(
                act(
                        authority(),
                        file,
                        new InspectionStep.Sampled(part("m"), "", part("s"), "powder")));
        ends.add(act(authority(), file, matters.tasked(part("t"), nowMicros)));
        for (String seal : parts.seals().keySet()) {
            ends.add(
                    act(
                            authority(),
                            file,
                            new InspectionStep.Unsealed(seal, random.nextBoolean(), "to weigh")));
        }
        for (CaseParts.Task task : parts.tasks().values()) {
            ends.add(act(of(task.organisation()), file, new TaskStep.Answered(task.name(), "so")));
        }
        for (CaseParts.Sample sample : parts.samples().values()) {
            ends.add(
                    sample.sentTo().isEmpty()
                            ? act(of(sample.holder()), file, withSample(sample.name()))
                            : act(
                                    of(sample.sentTo()),
                                    file,
                                    new InspectionStep.Received(
                                            sample.name(), random.nextBoolean(), "by courier")));
        }
    }

    private InspectionStep withSample(String name) {
        return random.nextBoolean()
                ? new InspectionStep.Dispatched(name, anybody().organisation())
                : new InspectionStep.Resulted(name, "", matters.text("69 % neodymium"));
    }

    private String part(String kind) {
        return kind + random.nextInt(PARTS);
    }

    private Turn act(Sender sender, CaseFile file, CaseStep.Alone step) {
        return act(sender, file.name(), step);
    }

    private Turn act(Sender sender, String name, CaseStep.Alone step) {
        return new Turn(sender, new Command.Act(name, step));
    }

    private Sender anybody() {
        return senders.get(random.nextInt(senders.size()));
    }

    private Sender authority() {
        return of("authority");
    }

    /// One of an organisation; sometimes anybody.
    private Sender of(String organisation) {
        List<Sender> all =
                senders.stream().filter(s -> s.organisation().equals(organisation)).toList();
        return all.isEmpty() || random.nextInt(8) == 0
                ? anybody()
                : all.get(random.nextInt(all.size()));
    }
}
