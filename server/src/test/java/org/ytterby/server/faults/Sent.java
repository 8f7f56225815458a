package org.ytterby.server.faults;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What was sent to a ledger and what was acknowledged, as its senders saw it.
///
/// Safe for use by several threads.
public final class Sent {
    private final Map<String, Set<String>> bodies = new TreeMap<>();
    private final Map<String, Map<String, Ack>> acks = new TreeMap<>();
    private long repeated;

    /// An answer that binds.
    ///
    /// @param position of the verdict
    /// @param outcome `accepted`, or the code of the refusal
    public record Ack(long position, String outcome) {
        static final String KEY_REUSED = "key-reused";
    }

    /// Says, before it goes out, that something is sent.
    ///
    /// @param id organisation and key
    public synchronized void sent(String id, String body) {
        bodies.computeIfAbsent(id, _ -> new TreeSet<>()).add(body);
    }

    /// Says what was answered.
    ///
    /// @throws AssertionError if the same was answered differently before (I4)
    public synchronized void acked(String id, String body, Ack ack) {
        Ack before = acks.computeIfAbsent(id, _ -> new LinkedHashMap<>()).putIfAbsent(body, ack);
        if (before == null) {
            return;
        }
        repeated++;
        if (!before.equals(ack)) {
            throw new AssertionError("I4: %s was answered %s, then %s".formatted(id, before, ack));
        }
    }

    /// How many different requests were answered.
    public synchronized int answered() {
        return acks.size();
    }

    /// How often the same request was answered again.
    public synchronized long repeated() {
        return repeated;
    }

    synchronized boolean wasSent(String id) {
        return bodies.containsKey(id);
    }

    /// Bodies by id.
    public synchronized Map<String, Set<String>> bodies() {
        return new TreeMap<>(bodies);
    }

    /// Answers by body, by id.
    public synchronized Map<String, Map<String, Ack>> acks() {
        return new TreeMap<>(acks);
    }
}
