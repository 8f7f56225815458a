package org.ytterby.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.ytterby.core.proof.Checkpoint;
import org.ytterby.core.proof.Hash;
import org.ytterby.core.proof.Receipt;
import org.ytterby.core.proof.SaltedEntry;
import org.ytterby.core.proof.SignedNote;
import org.ytterby.core.proof.TreeHasher;
import org.ytterby.core.proof.TrustPolicy;
import org.ytterby.core.proof.VerifierKey;

/// Looks at a running service from outside, over HTTP and with a database connection of its own,
/// and fails where an invariant does not hold, or where it cannot look.
final class OutsideCheck {
    private static final int SAMPLED = 25;
    private static final int POLLS_MAX = 6_000;
    private static final int POLL_MS = 20;

    private final TreeHasher hasher = new TreeHasher();
    private long size;

    /// Checks all invariants that concern the ledger and its log.
    ///
    /// @param holder token of the organisation that sent everything
    /// @param stranger token of one that may not see it; empty to leave I7 out
    void check(URI base, Database database, Sent sent, String holder, String stranger)
            throws Exception {
        LedgerCopy copy;
        try (Connection connection = database.open()) {
            copy = LedgerCopy.of(connection);
        }
        assertThat(copy.entries()).as("there is something to look at").isNotEmpty();
        Invariants.check(copy, sent);
        checkLog(base, copy);
        sentAgain(base, sent, holder);
        receipts(base, sent, holder, stranger);
    }

    /// I5: the newest checkpoint covers all, is never smaller than one before, and has the root of
    /// what is stored; as entries are never changed, so had all before it.
    private void checkLog(URI base, LedgerCopy copy) throws Exception {
        TrustPolicy trust = trust(base);
        Checkpoint newest = checkpoint(base, trust);
        for (int polls = 0; newest.size() < copy.next(); polls++) {
            assertThat(polls).as("I5: the log follows").isLessThan(POLLS_MAX);
            Thread.sleep(POLL_MS);
            newest = checkpoint(base, trust);
        }
        assertThat(newest.size()).as("I5: checkpoints grow").isGreaterThanOrEqualTo(size);
        size = newest.size();
        assertThat(newest.size()).as("I5: nothing else is in the log").isEqualTo(copy.next());
        assertThat(newest.root()).as("I5: root").isEqualTo(root(copy.entries()));
    }

    private static TrustPolicy trust(URI base) throws Exception {
        HttpResponse<String> key = Http.get(base, "/log/key", "");
        return new TrustPolicy(VerifierKey.parse(key.body().strip()), List.of(), 0);
    }

    private static Checkpoint checkpoint(URI base, TrustPolicy trust) throws Exception {
        HttpResponse<String> answer = Http.get(base, "/log/checkpoint", "");
        assertThat(answer.statusCode()).as("I5: checkpoint").isEqualTo(200);
        return trust.trusted(SignedNote.parse(answer.body().getBytes(StandardCharsets.UTF_8)))
                .checkpoint();
    }

    /// RFC 6962, by its definition.
    private Hash root(List<LedgerCopy.Stored> entries) {
        if (entries.size() == 1) {
            LedgerCopy.Stored entry = entries.getFirst();
            return hasher.leaf(
                    SaltedEntry.of(
                                    HexFormat.of().parseHex(entry.salt()),
                                    entry.content().getBytes(StandardCharsets.UTF_8))
                            .bytes());
        }
        int left = Integer.highestOneBit(entries.size() - 1);
        return hasher.node(
                root(entries.subList(0, left)), root(entries.subList(left, entries.size())));
    }

    /// I4: asked again, the service answers as before.
    private static void sentAgain(URI base, Sent sent, String token) throws Exception {
        int step = Math.max(1, sent.answered() / SAMPLED);
        int at = 0;
        for (Map.Entry<String, Map<String, Sent.Ack>> id : sent.acks().entrySet()) {
            if (at++ % step != 0) {
                continue;
            }
            for (Map.Entry<String, Sent.Ack> ack : id.getValue().entrySet()) {
                HttpResponse<String> answer =
                        Http.post(base, "/api/v1/reservations", token, key(id), ack.getKey());
                assertThat(Http.json(answer).path("position").asLong(-1))
                        .as("I4: %s: %s", id.getKey(), answer.body())
                        .isEqualTo(ack.getValue().position());
            }
        }
    }

    private static String key(Map.Entry<String, ?> id) {
        return id.getKey().substring(id.getKey().indexOf(' ') + 1);
    }

    /// I5: receipts prove; I7: to their owner alone.
    private static void receipts(URI base, Sent sent, String holder, String stranger)
            throws Exception {
        TrustPolicy trust = trust(base);
        int step = Math.max(1, sent.answered() / SAMPLED);
        int at = 0;
        for (Map<String, Sent.Ack> acks : sent.acks().values()) {
            if (at++ % step != 0) {
                continue;
            }
            String path = "/api/v1/receipts/" + acks.values().iterator().next().position();
            HttpResponse<String> receipt = Http.get(base, path, holder);
            assertThat(Receipt.check(receipt.body().getBytes(StandardCharsets.UTF_8), trust))
                    .as("I5: %s: %s", path, receipt.statusCode())
                    .isInstanceOf(Receipt.Verdict.Proven.class);
            if (!stranger.isEmpty()) {
                assertThat(Http.get(base, path, stranger).statusCode())
                        .as("I7: %s", path)
                        .isEqualTo(404);
            }
        }
    }
}
