package org.ytterby.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The service and its database die under load, again and again, as the kernel kills: what was
/// acknowledged is there once, and it serves again.
class KillIT {
    private static final int KILLS = Integer.getInteger("ytterby.kills", 2);
    private static final int ANSWERS_BETWEEN = 60;
    private static final long PLAN_T = 1_000_000;

    @Test
    void killsUnderLoadLoseAndDoubleNothing() throws Exception {
        Sent sent = new Sent();
        sent.sent("authority plans/000001", "plans");
        sent.sent("authority approval/000001", "approval");
        List<Long> afterServer = new ArrayList<>();
        List<Long> afterPostmaster = new ArrayList<>();
        try (TestFolder folder = TestFolder.make();
                ServiceProcess service = new ServiceProcess(folder.path())) {
            String admin = Http.token(service.uri(), "admin");
            String holder = Http.token(service.uri(), "holder");
            Http.grant(service.uri(), admin, Http.token(service.uri(), "officer"), PLAN_T);
            Load load = new Load(List.of(service.uri()), holder, sent, "k").start();
            OutsideCheck outside = new OutsideCheck();
            for (int kill = 0; kill < KILLS; kill++) {
                load.awaitAnswers(ANSWERS_BETWEEN);
                long since = System.nanoTime();
                service.killAndStart();
                load.awaitAnswers(1);
                afterServer.add((System.nanoTime() - since) / 1_000_000);
                load.awaitAnswers(ANSWERS_BETWEEN);
                service.killPostmaster();
                // what was on its way may still be answered
                load.awaitAnswers(1);
                afterPostmaster.add(load.awaitAnswers(ANSWERS_BETWEEN / 10));
            }
            load.awaitAnswers(ANSWERS_BETWEEN);
            load.stop();
            outside.check(service.uri(), service.database(), sent, holder, "");
            assertThat(load.unanswered()).as("the kills were felt").isPositive();
            assertThat(load.surprises()).isEmpty();
        }
        note("server", afterServer, sent);
        note("postmaster", afterPostmaster, sent);
    }

    private static void note(String what, List<Long> tookMs, Sent sent) {
        Collections.sort(tookMs);
        Notes.add(
                "kill -9 of the %s ×%d, started by %s: serving again after %d ms (median), %d ms (most); %d requests answered, %d of them again; lost 0, doubled 0"
                        .formatted(
                                what,
                                tookMs.size(),
                                ServiceProcess.form(),
                                tookMs.get(tookMs.size() / 2),
                                tookMs.getLast(),
                                sent.answered(),
                                sent.repeated()));
    }
}
