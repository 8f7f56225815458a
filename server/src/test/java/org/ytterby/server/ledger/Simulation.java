package org.ytterby.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.core.ledger.entry.Hold;
import org.ytterby.core.ledger.entry.Proposal;
import org.ytterby.core.ledger.entry.Refusal;
import org.ytterby.core.ledger.entry.Submission;
import org.ytterby.server.faults.Invariants;
import org.ytterby.server.faults.Sent;

/// Servers, senders and a network that loses, doubles, delays and reorders what it carries, on a
/// disk that fails: all of it in one thread and drawn from one seed, around the real decider and
/// the real scribe.
///
/// First comes trouble, then calm: in calm every request must be answered and everything that ran
/// out of time must end. Then the invariants are checked, and each verdict against the naive twin
/// of the decider.
final class Simulation implements SimulatedDisk.Faults {
    private static final int TROUBLED_STEPS = 160;
    private static final int CALM_STEPS_MAX = 600;
    private static final int REQUESTS_MAX = 60;
    private static final int BATCH_MAX = 6;
    static final long DAY_MICROS = 86_400_000_000L;
    static final long TICK_MICROS = 100;

    private final RandomGenerator random;
    private final SimulatedSenders senders;
    private final SimulatedDisk disk = new SimulatedDisk();
    private final Sent sent = new Sent();
    private final List<Scribe.Written> written = new ArrayList<>();
    private final List<Submission> requests = new ArrayList<>();
    private final List<Runnable> network = new ArrayList<>();
    private final Map<Submission, Optional<Answer>> answered = new LinkedHashMap<>();
    private SimulatedServer server;
    private SimulatedServer stale;
    private boolean isTroubled = true;
    private long nowMicros = DAY_MICROS;

    Simulation(RandomGenerator random) {
        this.random = random;
        senders = new SimulatedSenders(random, disk);
        server = server();
        stale = server;
    }

    private SimulatedServer server() {
        return new SimulatedServer(disk, this, random, this::reply, written);
    }

    @Override
    public boolean failsReading() {
        return isTroubled && random.nextInt(50) == 0;
    }

    @Override
    public SimulatedDisk.Commit commit() {
        if (!isTroubled || random.nextInt(5) > 0) {
            return SimulatedDisk.Commit.DONE;
        }
        SimulatedDisk.Commit[] all = SimulatedDisk.Commit.values();
        return all[random.nextInt(all.length)];
    }

    /// Runs it to its end.
    ///
    /// @throws AssertionError if something does not hold
    Simulation run() {
        for (int i = 0; i < TROUBLED_STEPS * senders.length(); i++) {
            trouble();
            nowMicros += random.nextLong(2) * TICK_MICROS;
        }
        calm();
        Invariants.checkWithoutApprovals(disk.copy(), sent);
        new TwinCheck(disk, senders.commands()).check();
        checkWritten();
        return this;
    }

    private void trouble() {
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3 -> ask();
            case 4 -> askAgain();
            case 5 -> askOther();
            case 6, 7, 8, 9, 10 -> deliver();
            case 11, 12, 13, 14 -> step(server);
            case 15 -> step(stale);
            case 16 -> lose();
            case 17 -> repeat();
            case 18 -> rareFault();
            default -> step(server);
        }
    }

    private void rareFault() {
        switch (random.nextInt(6)) {
            case 0 -> server.crash();
            case 1 -> {
                stale = server;
                server = server();
            }
            case 2 -> nowMicros += DAY_MICROS;
            case 3 -> nowMicros = Math.max(0, nowMicros - DAY_MICROS);
            case 4 -> stale.crash();
            default -> network.clear();
        }
    }

    private void ask() {
        if (random.nextInt(4) == 0) {
            senders.mistake();
        }
        if (requests.size() < REQUESTS_MAX * senders.length()) {
            Submission request = senders.next(nowMicros);
            requests.add(request);
            send(request);
        }
    }

    private void askAgain() {
        if (!requests.isEmpty()) {
            send(requests.get(random.nextInt(requests.size())));
        }
    }

    private void askOther() {
        if (!requests.isEmpty()) {
            Submission before = requests.get(random.nextInt(requests.size()));
            Submission other = senders.other(before, nowMicros);
            requests.add(other);
            send(other);
        }
    }

    private void send(Submission request) {
        sent.sent(id(request), request.digest());
        network.add(() -> (random.nextInt(4) == 0 ? stale : server).receive(request));
    }

    private static String id(Submission request) {
        return request.sender().organisation() + " " + request.key();
    }

    /// Any message may be the next.
    private void deliver() {
        if (!network.isEmpty()) {
            network.remove(random.nextInt(network.size())).run();
        }
    }

    private void lose() {
        if (!network.isEmpty()) {
            network.remove(random.nextInt(network.size()));
        }
    }

    private void repeat() {
        if (!network.isEmpty()) {
            network.add(network.get(random.nextInt(network.size())));
        }
    }

    private void step(SimulatedServer which) {
        which.step(nowMicros, 1 + random.nextInt(BATCH_MAX));
        if (server.isTakenOver()) { // by one that was thought to be stale
            server = stale.isTakenOver() ? server() : stale;
        }
    }

    private void reply(Submission request, Optional<Answer> answer) {
        network.add(() -> hear(request, answer));
    }

    private void hear(Submission request, Optional<Answer> answer) {
        answer.ifPresent(a -> {
            sent.acked(
                    id(request),
                    request.digest(),
                    new Sent.Ack(a.position(), outcome(a.outcome())));
            Answer before = answered.computeIfAbsent(request, _ -> Optional.of(a)).orElseThrow();
            assertThat(a).as("I4: %s", request).isEqualTo(before);
            assertThat(a.isAccepted()).isEqualTo(a.outcome().equals(new Entry.Outcome.Accepted()));
        });
    }

    private static String outcome(Entry.Outcome outcome) {
        return switch (outcome) {
            case Entry.Outcome.Accepted() -> "accepted";
            case Entry.Outcome.Refused(Refusal refusal) -> refusal.code().text();
        };
    }

    /// No more faults: whoever has no answer asks until there is one.
    private void calm() {
        isTroubled = false;
        server.crash();
        stale.crash();
        stale = server;
        nowMicros += 100 * DAY_MICROS;
        for (int i = 0; answered.size() < requests.size(); i++) {
            assertThat(i)
                    .as("answered %d of %d", answered.size(), requests.size())
                    .isLessThan(CALM_STEPS_MAX);
            requests.stream()
                    .filter(r -> !answered.containsKey(r))
                    .findFirst()
                    .ifPresent(this::send);
            while (!network.isEmpty()) {
                deliver();
            }
            step(server);
        }
        boolean isAtRest = false;
        for (int i = 0; !isAtRest; i++) {
            assertThat(i).as("expiries").isLessThan(CALM_STEPS_MAX);
            boolean isIdle = server.isIdle(); // what comes again may leave nothing behind
            isAtRest = server.step(nowMicros, BATCH_MAX) == 0 && isIdle;
        }
        assertThat(disk.holds()).noneMatch(hold -> hold.state() == Hold.State.RESERVED);
        assertThat(disk.proposals()).noneMatch(p -> p.state() == Proposal.State.PROPOSED);
        while (!network.isEmpty()) {
            deliver();
        }
    }

    /// What followers of the commits hear: every range once, each where it was recorded.
    private void checkWritten() {
        long last = 0;
        for (Scribe.Written batch : written) {
            if (batch.first() == batch.next()) {
                continue; // nobody is told: all of it was answered before
            }
            assertThat(batch.first()).as("ranges follow each other").isGreaterThanOrEqualTo(last);
            assertThat(batch.next()).isBetween(batch.first(), disk.size());
            last = batch.next();
        }
    }

    /// How many entries were recorded.
    long size() {
        return disk.size();
    }
}
