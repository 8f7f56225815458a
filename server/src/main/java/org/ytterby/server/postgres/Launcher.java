package org.ytterby.server.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Starts and stops the postmaster of an installation on one port.
///
/// The postmaster is our child, in a session of its own: a signal from the terminal does not reach
/// it, and no zombie is left when it dies.
record Launcher(Installation installation, int port) {
    /// A killed server's last processes hold its lock for a moment.
    private static final int LOCKED_TRIES_MAX = 60;

    private static final long LOCKED_PAUSE_MS = 250;
    private static final long POLL_MS = 20;

    /// Replaying the log after a crash takes its time.
    private static final long READY_MS_MAX = 600_000;

    private static final long LOG_MS_MAX = 1_000;
    private static final int STOP_SECONDS_MAX = 60;
    private static final long KILL_MS_MAX = 10_000;

    /// Why a start failed, in so far as that decides what is done next.
    enum Obstacle {
        /// A process of the former server is not yet gone.
        LOCKED,
        /// Somebody else listens on the port.
        PORT_TAKEN,
        OTHER
    }

    /// @param log what the server said
    record Failure(Obstacle obstacle, List<String> log) {}

    /// The answer of a start: one of the two is there.
    record Outcome(Optional<Postmaster> postmaster, Optional<Failure> failure) {
        static Outcome of(Postmaster postmaster) {
            return new Outcome(Optional.of(postmaster), Optional.empty());
        }

        static Outcome of(Failure failure) {
            return new Outcome(Optional.empty(), Optional.of(failure));
        }
    }

    /// The postmaster that an earlier process left on this data, if it can serve us; one that
    /// cannot is stopped.
    Optional<Postmaster> adopted() throws InterruptedException {
        Optional<LockFile> file = LockFile.in(installation.folders());
        if (file.isEmpty() || file.get().holder(installation.folders()) != LockFile.Holder.OURS) {
            return Optional.empty();
        }
        Optional<Postmaster> orphan = ProcessHandle.of(file.get().pid()).map(Postmaster::new);
        if (orphan.isPresent() && !serves(orphan.get())) {
            stop(orphan.get());
            return Optional.empty();
        }
        return orphan;
    }

    private boolean serves(Postmaster orphan) throws InterruptedException {
        return ProcessTable.commandLine(orphan.pid()).equals(installation.postmaster(port))
                && awaitReady(orphan.process()).isPresent()
                && answers();
    }

    private boolean answers() {
        try (Connection connection =
                new Sessions(port).open("postgres", installation.secrets().supervisor())) {
            return connection.isValid((int) TimeUnit.MILLISECONDS.toSeconds(KILL_MS_MAX));
        } catch (SQLException e) {
            return false;
        }
    }

    /// Starts a postmaster, again while the former one's lock is in the way.
    Outcome start() throws InterruptedException {
        Outcome outcome = startOnce();
        for (int tries = 1; tries < LOCKED_TRIES_MAX && isLocked(outcome); tries++) {
            Thread.sleep(LOCKED_PAUSE_MS);
            outcome = startOnce();
        }
        return outcome;
    }

    private static boolean isLocked(Outcome outcome) {
        return outcome.failure().filter(f -> f.obstacle() == Obstacle.LOCKED).isPresent();
    }

    private Outcome startOnce() throws InterruptedException {
        if (!Ports.isFree(port)) {
            return Outcome.of(new Failure(Obstacle.PORT_TAKEN, List.of()));
        }
        LockFile.removeStale(installation.folders());
        Process child = spawned();
        boolean isServing = false;
        try {
            Optional<ProcessHandle> postmaster = awaitReady(child.toHandle());
            isServing = postmaster.isPresent();
            return isServing ? Outcome.of(new Postmaster(postmaster.get())) : Outcome.of(failure());
        } finally {
            if (!isServing) {
                end(child);
            }
        }
    }

    private Process spawned() {
        List<String> command = new ArrayList<>();
        Commands.program("setsid").map(Path::toString).ifPresent(command::add);
        command.addAll(installation.runAs().command(installation.postmaster(port)));
        Path log = installation.folders().startLog();
        try {
            Files.deleteIfExists(log);
            return Commands.prepared(command)
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw PostgresUnavailable.disk(log, e);
        }
    }

    /// The postmaster, once it accepts connections; nothing if the process ends before.
    private Optional<ProcessHandle> awaitReady(ProcessHandle process) throws InterruptedException {
        for (long waited = 0; waited < READY_MS_MAX && process.isAlive(); waited += POLL_MS) {
            Optional<LockFile> file = LockFile.in(installation.folders());
            if (file.isPresent()
                    && file.get().isReady()
                    && file.get().holder(installation.folders()) == LockFile.Holder.OURS) {
                return ProcessHandle.of(file.get().pid());
            }
            Thread.sleep(POLL_MS);
        }
        return Optional.empty();
    }

    /// The log's own process may still be writing down why.
    private Failure failure() throws InterruptedException {
        ServerLog log = new ServerLog(installation.folders());
        for (long waited = 0; waited < LOG_MS_MAX && !log.endsInFailure(); waited += POLL_MS) {
            Thread.sleep(POLL_MS);
        }
        boolean isLocked =
                log.sinceStart().stream()
                        .anyMatch(line ->
                                line.contains("\"postmaster.pid\" already exists")
                                        || line.contains("pre-existing shared memory"));
        return new Failure(isLocked ? Obstacle.LOCKED : Obstacle.OTHER, log.sinceStart());
    }

    private static void end(Process child) throws InterruptedException {
        child.destroy();
        if (!child.waitFor(KILL_MS_MAX, TimeUnit.MILLISECONDS)) {
            child.destroyForcibly();
        }
    }

    /// Ends it: fast, else without a checkpoint, else by force. Each leaves data that recover.
    void stop(Postmaster postmaster) throws InterruptedException {
        for (String mode : List.of("fast", "immediate")) {
            if (postmaster.isAlive()) {
                String seconds = Integer.toString(STOP_SECONDS_MAX);
                installation.control(
                        2 * STOP_SECONDS_MAX, "stop", "-s", "-w", "-m", mode, "-t", seconds);
                postmaster.endsWithin(KILL_MS_MAX);
            }
        }
        if (postmaster.isAlive()) {
            postmaster.process().destroyForcibly();
            postmaster.endsWithin(KILL_MS_MAX);
        }
    }
}
