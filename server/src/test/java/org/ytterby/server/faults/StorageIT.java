package org.ytterby.server.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ytterby.server.ServiceOn;
import org.ytterby.server.identity.Role;
import org.ytterby.server.postgres.EmbeddedPostgres;
import org.ytterby.server.postgres.Settings;

/// The disk of the database fails while requests come in: it says that what was to be kept is not,
/// or has no room. Nothing is acknowledged that is not there, and it serves again by itself.
class StorageIT {
    private static final int ROUNDS = Integer.getInteger("ytterby.disk-faults", 0);
    private static final String LONG_FORM = "takes too long for the check: ./ytterby soak runs it";
    private static final int ANSWERS = 40;
    private static final int REFUSALS = 12;
    private static final int POLLS_MAX = 12_000;
    private static final int POLL_MS = 10;
    private static final long PLAN_T = 1_000_000;

    /// Does harm to a serving ledger and takes it back.
    private interface Harm {
        void inflict(EmbeddedPostgres postgres, Load load) throws Exception;
    }

    @Test
    void errorsOfFsyncLoseAndDoubleNothing() throws Exception {
        assumeTrue(ROUNDS > 0, LONG_FORM);
        assumeTrue(Strace.isUsable(), "needs strace, and the right to attach it");
        try (TestFolder folder = TestFolder.make()) {
            Path log = folder.path().resolve("postgres").resolve("log");
            harmed(
                    "fsync fails",
                    folder.path(),
                    (postgres, load) -> {
                        long before = panics(log);
                        int refused = load.unanswered();
                        try (Strace strace = Strace.failingSyncs(postgres.pid())) {
                            assertThat(strace).isNotNull();
                            await("PANIC in the log", () -> panics(log) > before);
                        }
                        await("the failure is felt", () -> load.unanswered() > refused);
                    });
        }
    }

    @Test
    void aFullDiskLosesAndDoublesNothing() throws Exception {
        assumeTrue(ROUNDS > 0, LONG_FORM);
        assumeTrue(new UnixSystem().getUid() == 0, "needs root, to mount a small file system");
        try (TestFolder folder = TestFolder.make();
                SmallDisk disk = mounted(folder.path())) {
            harmed(
                    "disk full",
                    folder.path().resolve("disk"),
                    (_, load) -> {
                        disk.fill();
                        awaitRefusals(load);
                        disk.fill(); // what the database gave back when it ended
                        awaitRefusals(load);
                        disk.clear();
                    });
        }
    }

    private static SmallDisk mounted(Path folder) throws IOException {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        try {
            return SmallDisk.mount(disk);
        } catch (IOException e) {
            assumeTrue(false, "cannot mount a small file system: " + e.getMessage());
            throw e;
        }
    }

    private static void harmed(String what, Path folder, Harm harm) throws Exception {
        Sent sent = new Sent();
        sent.sent("authority plans/000001", "plans");
        sent.sent("authority approval/000001", "approval");
        try (EmbeddedPostgres postgres =
                        EmbeddedPostgres.start(Settings.in(folder.resolve("postgres")));
                ServiceOn service =
                        ServiceOn.start(
                                Files.createDirectory(folder.resolve("service")),
                                postgres.jdbcUrl(),
                                postgres.user(),
                                postgres.password())) {
            service.put("admin", "authority", Role.ADMINISTRATOR);
            service.put("officer", "authority", Role.PLAN_OFFICER);
            service.put("holder", "P1", Role.ENTERPRISE_REPORTER);
            String holder = Http.token(service.uri(), "holder");
            Http.grant(
                    service.uri(),
                    Http.token(service.uri(), "admin"),
                    Http.token(service.uri(), "officer"),
                    PLAN_T);
            Load load = new Load(List.of(service.uri()), holder, sent, "d").start();
            for (int round = 0; round < ROUNDS; round++) {
                load.awaitAnswers(ANSWERS);
                harm.inflict(postgres, load);
                Notes.add(
                        "%s: serving again after %d ms"
                                .formatted(what, load.awaitAnswers(ANSWERS)));
            }
            load.stop();
            assertThat(load.surprises()).isEmpty();
            new OutsideCheck()
                    .check(
                            service.uri(),
                            new Database(postgres.jdbcUrl(), postgres.user(), postgres.password()),
                            sent,
                            holder,
                            "");
            Notes.add(
                    "%s ×%d: %d requests answered; lost 0, doubled 0"
                            .formatted(what, ROUNDS, sent.answered()));
        }
    }

    private static void awaitRefusals(Load load) throws Exception {
        int before = load.unanswered();
        await("requests are refused", () -> load.unanswered() >= before + REFUSALS);
    }

    private interface State {
        boolean holds() throws IOException;
    }

    private static void await(String what, State state) throws Exception {
        for (int polls = 0; !state.holds(); polls++) {
            assertThat(polls).as(what).isLessThan(POLLS_MAX);
            Thread.sleep(POLL_MS);
        }
    }

    /// Lines of the database's log by which a process ends because it cannot keep what it must.
    private static long panics(Path log) throws IOException {
        long found = 0;
        try (Stream<Path> files = Files.list(log)) {
            for (Path file : files.toList()) {
                found += Files.readString(file).lines().filter(l -> l.contains("PANIC:")).count();
            }
        }
        return found;
    }
}
