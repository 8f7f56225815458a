package org.ytterby.server.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The clock of the machine jumps hours ahead and years back under a running service: what runs out
/// of time does so once, verdicts never go back in time, and everything else holds.
class ClockIT {
    private static final int JUMPS = Integer.getInteger("ytterby.clock-jumps", 0);
    private static final int ANSWERS = 40;
    private static final long PLAN_T = 1_000_000;
    private static final int POLLS_MAX = 12_000;
    private static final int POLL_MS = 10;

    /// Within the life of a token.
    private static final Duration AHEAD = Duration.ofHours(6);

    private static final Duration BACK_MAX = Duration.ofDays(3_650);

    private final Sent sent = new Sent();

    @Test
    void aJumpingClockLosesAndDoublesNothing() throws Exception {
        assumeTrue(JUMPS > 0, "takes too long for the check: ./ytterby soak runs it");
        assumeTrue(ShiftedClock.canBeMade(), "needs a C compiler, to stand before the clock");
        sent.sent("authority plans/000001", "plans");
        sent.sent("authority approval/000001", "approval");
        try (TestFolder folder = TestFolder.make()) {
            ShiftedClock clock = ShiftedClock.in(folder.path());
            try (ServiceProcess service = new ServiceProcess(folder.path(), clock.environment())) {
                String holder = Http.token(service.uri(), "holder");
                Http.grant(
                        service.uri(),
                        Http.token(service.uri(), "admin"),
                        Http.token(service.uri(), "officer"),
                        PLAN_T);
                Load load = new Load(List.of(service.uri()), holder, sent, "t").start();
                jump(clock, load, service, holder);
                load.stop();
                clock.set(Duration.ZERO);
                assertThat(load.surprises()).isEmpty();
                new OutsideCheck().check(service.uri(), service.database(), sent, holder, "");
                verdictsMustNotGoBack(service.database());
                Notes.add(
                        "clock, %d jumps: %d requests answered; lost 0, doubled 0"
                                .formatted(JUMPS, sent.answered()));
            }
        }
    }

    /// Ahead and back in turns; whatever was to end within the hour ends at the first jump ahead.
    private void jump(ShiftedClock clock, Load load, ServiceProcess service, String holder)
            throws Exception {
        SplittableRandom random = new SplittableRandom(JUMPS);
        reserveForAnHour(service, holder);
        for (int jump = 0; jump < JUMPS; jump++) {
            load.awaitAnswers(ANSWERS);
            clock.set(
                    jump % 2 == 0
                            ? AHEAD
                            : Duration.ofSeconds(-random.nextLong(BACK_MAX.toSeconds())));
            if (jump == 0) {
                awaitExpiry(service.database());
            }
            load.awaitAnswers(ANSWERS);
        }
    }

    private void reserveForAnHour(ServiceProcess service, String holder) throws Exception {
        long until =
                ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now().plus(Duration.ofHours(1)));
        String body =
                "{\"account\":\"plan:P-1\",\"hold\":\"brief\",\"amount\":1,\"until_micros\":%d}"
                        .formatted(until);
        sent.sent("P1 brief", body);
        JsonNode answer =
                Http.json(Http.post(service.uri(), "/api/v1/reservations", holder, "brief", body));
        sent.acked("P1 brief", body, new Sent.Ack(answer.path("position").asLong(-1), "accepted"));
    }

    private static void awaitExpiry(Database database) throws Exception {
        for (int polls = 0; !state(database).equals("expired"); polls++) {
            assertThat(polls).as("what ran out of time ends").isLessThan(POLLS_MAX);
            Thread.sleep(POLL_MS);
        }
    }

    private static String state(Database database) throws Exception {
        try (Connection connection = database.open();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT state FROM ledger.hold WHERE hold = 'brief'")) {
            return row.next() ? row.getString(1) : "";
        }
    }

    private static void verdictsMustNotGoBack(Database database) throws Exception {
        long last = Long.MIN_VALUE;
        try (Connection connection = database.open()) {
            for (LedgerCopy.Stored stored : LedgerCopy.of(connection).entries()) {
                if (stored.topic().equals("verdict")) {
                    long at = JsonMapper.shared().readTree(stored.content()).path("at").asLong();
                    assertThat(at).as("time of %d", stored.position()).isGreaterThanOrEqualTo(last);
                    last = at;
                }
            }
        }
    }
}
