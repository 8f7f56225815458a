package org.ytterby.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/// Reserves on one plan, from several senders at once, over HTTP. What is not answered is sent
/// again until it is; some of what was answered is sent again, up to 20 times, by other senders and
/// sometimes with another body.
final class Load {
    private static final int SENDERS = 6;
    private static final int AGAIN_MAX = 20;
    private static final long RETRY_MS = 20;
    private static final long PATIENCE_NS = 120_000_000_000L;

    private final String token;
    private final Sent sent;
    private final String prefix;
    private final AtomicLong issued = new AtomicLong();
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile List<URI> bases;
    private volatile boolean isStopping;

    /// @param prefix of the keys
    Load(List<URI> bases, String token, Sent sent, String prefix) {
        this.bases = List.copyOf(bases);
        this.token = token;
        this.sent = sent;
        this.prefix = prefix;
    }

    Load start() {
        for (int i = 0; i < SENDERS; i++) {
            SplittableRandom random = new SplittableRandom(i);
            threads.add(Thread.ofVirtual().start(() -> run(random)));
        }
        return this;
    }

    /// Sends to these servers from now on, one after the other.
    void sendTo(URI... to) {
        bases = List.of(to);
    }

    private void run(SplittableRandom random) {
        while (!isStopping) {
            ask(issued.getAndIncrement(), 1, random);
            if (random.nextInt(20) == 0) {
                long earlier = random.nextLong(issued.get());
                int amount = random.nextInt(3) == 0 ? 2 : 1;
                for (int times = 1 + random.nextInt(AGAIN_MAX); times > 0 && !isStopping; times--) {
                    ask(earlier, amount, random);
                }
            }
        }
    }

    private void ask(long number, int amount, SplittableRandom random) {
        String key = prefix + number;
        String body =
                "{\"account\":\"plan:P-1\",\"hold\":\"%s\",\"amount\":%d,\"until_micros\":4000000000000000}"
                        .formatted(key, amount);
        String id = "P1 " + key;
        sent.sent(id, body);
        while (!isStopping) {
            List<URI> now = bases;
            try {
                if (hear(
                        id,
                        body,
                        Http.post(
                                now.get(random.nextInt(now.size())),
                                "/api/v1/reservations",
                                token,
                                key,
                                body))) {
                    return;
                }
                Thread.sleep(RETRY_MS);
            } catch (IOException e) {
                unanswered.incrementAndGet();
                Thread.onSpinWait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (AssertionError e) {
                surprises.add(String.valueOf(e.getMessage()));
                return;
            }
        }
    }

    private boolean hear(String id, String body, HttpResponse<String> answer) {
        switch (answer.statusCode()) {
            case 200, 409, 422 -> {
                JsonNode json = Http.json(answer);
                String outcome =
                        answer.statusCode() == 200
                                ? "accepted"
                                : json.path("reason").path("code").asString(answer.body());
                sent.acked(id, body, new Sent.Ack(json.path("position").asLong(-1), outcome));
                answers.incrementAndGet();
                return true;
            }
            case 429, 503 -> unanswered.incrementAndGet();
            default -> surprises.add(answer.statusCode() + " " + answer.body());
        }
        return false;
    }

    /// Waits for so many answers more.
    ///
    /// @return how long it took, in milliseconds
    long awaitAnswers(int more) throws InterruptedException {
        long since = System.nanoTime();
        int until = answers.get() + more;
        while (answers.get() < until) {
            assertThat(System.nanoTime() - since)
                    .as("serving again; %s", surprises)
                    .isLessThan(PATIENCE_NS);
            Thread.sleep(2);
        }
        return (System.nanoTime() - since) / 1_000_000;
    }

    int unanswered() {
        return unanswered.get();
    }

    /// What came back that nothing explains.
    Collection<String> surprises() {
        return surprises;
    }

    /// Ends once every sender has its answer, or gave up because of the end.
    void stop() throws InterruptedException {
        isStopping = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
