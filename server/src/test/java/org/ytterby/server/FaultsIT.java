package org.ytterby.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.ytterby.core.ledger.entry.AccountId;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.core.ledger.entry.DeclaredRow;
import org.ytterby.core.ledger.entry.Sender;
import org.ytterby.core.ledger.entry.Submission;
import org.ytterby.server.ledger.Answer;
import org.ytterby.server.ledger.LedgerAudit;
import org.ytterby.server.ledger.LedgerUnavailable;
import org.ytterby.server.ledger.LedgerWriter;

/// What was acknowledged survives the death of the database, and counts once.
class FaultsIT {
    private static final int KILLS = Integer.getInteger("ytterby.kills", 2);
    private static final int SENDERS = 8;
    private static final int ACKED_BETWEEN_KILLS = 300;
    private static final long GRANTED = 1_000_000;
    private static final Sender SENDER = new Sender("authority", "test", Sender.Standing.EVERYBODY);
    private static final AccountId PLAN = new AccountId(AccountId.Kind.PLAN, "P1");

    private final Map<String, Long> acked = new ConcurrentHashMap<>();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicBoolean stop = new AtomicBoolean();

    @Test
    void killingThePostmasterUnderLoadLosesAndDoublesNothing() throws Exception {
        try (TestService running = new TestService()) {
            LedgerService service = running.service();
            LedgerWriter writer = service.writer();
            writer.submit(submission("grant", new Command.Grant(PLAN, GRANTED, plan()))).join();
            List<Thread> senders =
                    IntStream.range(0, SENDERS)
                            .mapToObj(s -> Thread.ofVirtual().start(() -> send(writer, s)))
                            .toList();
            for (int kill = 0; kill < KILLS; kill++) {
                awaitAcked(acked.size() + ACKED_BETWEEN_KILLS);
                ProcessHandle.of(service.databasePid()).orElseThrow().destroyForcibly();
            }
            awaitAcked(acked.size() + ACKED_BETWEEN_KILLS);
            stop.set(true);
            for (Thread sender : senders) {
                sender.join();
            }
            assertThat(unanswered).as("the kills were felt").hasPositiveValue();
            for (Map.Entry<String, Long> once : acked.entrySet()) {
                Answer again = writer.submit(draw(once.getKey())).join();
                assertThat(again.position()).as(once.getKey()).isEqualTo(once.getValue());
            }
            LedgerAudit.Outcome audit = LedgerAudit.of(service.bean(DataSource.class));
            assertThat(audit.difference()).isEmpty();
            assertThat(audit.entries())
                    .as("verdict and entry of the grant's two and of each draw, once")
                    .isEqualTo(3 + 2L * acked.size());
        }
    }

    private static DeclaredRow plan() {
        return new DeclaredRow("plans", new TreeMap<>(Map.of("plan", "P1", "holder", "authority")));
    }

    private static Submission submission(String key, Command command) {
        return new Submission(SENDER, key, "0".repeat(64), command);
    }

    private static Submission draw(String name) {
        return submission(name, new Command.Reserve(PLAN, name, 1, 4_000_000_000_000_000L));
    }

    /// Sends one draw after the other; what is not answered is sent again until it is.
    private void send(LedgerWriter writer, int sender) {
        for (int i = 0; !stop.get(); i++) {
            String name = sender + "-" + i;
            acked.put(name, answered(writer, name));
        }
    }

    private long answered(LedgerWriter writer, String name) {
        while (true) {
            try {
                Answer answer = writer.submit(draw(name)).join();
                assertThat(answer.isAccepted()).isTrue();
                return answer.position();
            } catch (CompletionException | LedgerUnavailable e) {
                unanswered.incrementAndGet();
                Thread.onSpinWait();
            }
        }
    }

    private void awaitAcked(int count) throws InterruptedException {
        long patience = System.nanoTime() + 60_000_000_000L;
        while (acked.size() < count) {
            assertThat(System.nanoTime()).as("serving again").isLessThan(patience);
            Thread.sleep(5);
        }
    }
}
