package org.ytterby.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.ytterby.server.faults.Sent.Ack;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What must hold of a ledger after whatever was done to it, read from outside: I1 to I4, I6, I9
/// and I10 of the list in `docs/reference/faults.md`.
public final class Invariants {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int SALT_DIGITS_MIN = 32;

    /// What the ledger itself sends: the end of what ran out of time.
    private static final Pattern OF_THE_LEDGER = Pattern.compile("ledger (expiry|lapse)/.*");

    private final LedgerCopy copy;
    private final Sent sent;
    private final Fold fold;
    private final SortedMap<String, String> submissions = new TreeMap<>();
    private final Map<String, Ack> recorded = new TreeMap<>();

    private Invariants(LedgerCopy copy, Sent sent, boolean takesTwo) {
        this.copy = copy;
        this.sent = sent;
        fold = new Fold(takesTwo);
    }

    /// Checks all of them.
    ///
    /// @throws AssertionError that begins with the number of the first that does not hold
    public static void check(LedgerCopy copy, Sent sent) {
        new Invariants(copy, sent, true).check();
    }

    /// Checks all but I8, where what binds did not come over HTTP.
    public static void checkWithoutApprovals(LedgerCopy copy, Sent sent) {
        new Invariants(copy, sent, false).check();
    }

    private void check() {
        readEntries();
        fold.mustBalance();
        compareTables();
        compareAcks();
    }

    private void readEntries() {
        Set<String> salts = new HashSet<>();
        long position = 0;
        long following = 0;
        for (LedgerCopy.Stored stored : copy.entries()) {
            assertThat(stored.position()).as("I10: positions").isEqualTo(position);
            assertThat(stored.salt().length()).as("salt").isGreaterThanOrEqualTo(SALT_DIGITS_MIN);
            assertThat(salts.add(stored.salt())).as("a salt is used once").isTrue();
            JsonNode entry = JSON.readTree(stored.content());
            assertThat(List.copyOf(entry.propertyNames())).as("canonical").isSorted();
            assertThat(stored.topic()).as("topic of %d", position).isEqualTo(topic(entry));
            if (topic(entry).equals("verdict")) {
                assertThat(following).as("I10: entries of the one before").isZero();
                following = entry.path("entries").asLong();
                read(entry, position);
            } else {
                assertThat(following--).as("I10: an entry of nobody").isPositive();
                fold.add(entry, position);
            }
            position++;
        }
        assertThat(following).as("I10: entries at the end").isZero();
        assertThat(copy.next()).as("I10: next position").isEqualTo(position);
    }

    private static String topic(JsonNode entry) {
        String kind = entry.path("kind").asString();
        return kind.equals("declared") ? entry.path("table").asString() : kind;
    }

    private void read(JsonNode verdict, long position) {
        String id = verdict.path("organisation").asString() + " " + verdict.path("key").asString();
        assertThat(sent.wasSent(id) || OF_THE_LEDGER.matcher(id).matches())
                .as("I3: %s at %d was sent", id, position)
                .isTrue();
        boolean isRefused = verdict.path("outcome").asString().equals("refused");
        String code = isRefused ? verdict.path("code").asString() : "accepted";
        assertThat(recorded.put(id, new Ack(position, code)))
                .as("I3: %s is there once", id)
                .isNull();
        submissions.put(
                id,
                "%s %d %d%s"
                        .formatted(
                                verdict.path("digest").asString(),
                                position,
                                verdict.path("entries").asLong(),
                                isRefused ? " " + code : ""));
    }

    private void compareTables() {
        assertThat(copy.submissions()).as("I6: submissions").isEqualTo(submissions);
        assertThat(copy.accounts()).as("I6: accounts").isEqualTo(fold.accounts());
        assertThat(copy.holds()).as("I6: reservations").isEqualTo(fold.holds());
        assertThat(copy.facilities()).as("I6: facilities").isEqualTo(fold.facilities());
    }

    private void compareAcks() {
        sent.acks()
                .forEach((id, byBody) -> {
                    Ack there = recorded.get(id);
                    assertThat(there).as("I3: %s was acknowledged", id).isNotNull();
                    long taken = byBody.values().stream().filter(a -> a.equals(there)).count();
                    long reused =
                            byBody.values().stream()
                                    .filter(a -> a.outcome().equals(Ack.KEY_REUSED))
                                    .count();
                    assertThat(taken).as("I4: %s counts once", id).isLessThanOrEqualTo(1);
                    assertThat(taken + reused)
                            .as("I3, I4: %s is %s, was answered %s", id, there, byBody)
                            .isEqualTo(byBody.size());
                });
    }
}
