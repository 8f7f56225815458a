package org.ytterby.server.epcis;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.ytterby.core.ledger.Problem;
import org.ytterby.core.ledger.entry.Command;
import org.ytterby.core.ledger.entry.DeclaredRow;
import org.ytterby.core.ledger.entry.Entry;
import org.ytterby.core.ledger.entry.Sender;
import org.ytterby.core.ledger.entry.Submission;
import org.ytterby.epcis.json.Json;
import org.ytterby.epcis.json.JsonReader;
import org.ytterby.epcis.profile.EventRows;
import org.ytterby.epcis.profile.OutsideProfile;
import org.ytterby.formats.intake.PackageRows;
import org.ytterby.server.ledger.Answer;
import org.ytterby.server.ledger.Follower;
import org.ytterby.server.ledger.LedgerUnavailable;
import org.ytterby.server.ledger.LedgerWriter;

/// Declares captured flow records and assays of the Ytterby profile to the ledger, in the order in
/// which they were captured, under the hash of the event: so that a record counts once, however
/// often this starts again.
final class Declarer implements AutoCloseable {
    /// What marks an event of the profile.
    private static final String[] MARKS = {
        Term.present("{https://ns.ytterby.org/epcis/}flow"),
        Term.present("{https://ns.ytterby.org/epcis/}assay")
    };

    private static final int EVENTS_MAX = 500;
    private static final int DIGEST_HEX = 64;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final EventStore store;
    private final LedgerWriter ledger;
    private final Follower follower;

    Declarer(
            JdbcClient jdbc,
            TransactionOperations transactions,
            EventStore store,
            LedgerWriter ledger) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.store = store;
        this.ledger = ledger;
        follower = Follower.start("epcis-declarer", this::declare);
    }

    /// An event to declare.
    private record Captured(long id, String organisation, String hash, byte[] content) {}

    /// What became of an event.
    ///
    /// @param code why it is not in the ledger; null if it is
    private record Told(long id, @Nullable String code, @Nullable String detail) {}

    /// Says that there may be new events.
    void wake() {
        follower.wake();
    }

    /// @return whether there may be more
    private boolean declare() {
        long last = store.last();
        long from = jdbc.sql("SELECT declared FROM epcis.declarer").query(Long.class).single();
        if (from >= last) {
            return false;
        }
        List<Captured> events = captured(from, last);
        List<CompletableFuture<Told>> underway = new ArrayList<>();
        for (Captured event : events) {
            underway.add(submit(event));
        }
        List<Told> told = new ArrayList<>();
        try {
            for (CompletableFuture<Told> one : underway) {
                told.add(one.join());
            }
        } catch (CompletionException e) {
            throw e.getCause() instanceof LedgerUnavailable unavailable ? unavailable : e;
        }
        long upTo = events.size() == EVENTS_MAX ? events.getLast().id() : last;
        transactions.executeWithoutResult(_ -> remember(told, upTo));
        return upTo < last;
    }

    private List<Captured> captured(long from, long last) {
        return jdbc.sql(
                        """
                        SELECT id, organisation, hash, content FROM epcis.event
                        WHERE id > ? AND id <= ? AND declared = 0 AND terms && ?::text[]
                        ORDER BY id LIMIT ?\
                        """)
                .params(from, last, MARKS, EVENTS_MAX)
                .query((row, _) ->
                        new Captured(
                                row.getLong(1),
                                row.getString(2),
                                row.getString(3),
                                row.getBytes(4)))
                .list();
    }

    private CompletableFuture<Told> submit(Captured event) {
        List<DeclaredRow> rows;
        try {
            rows = EventRows.of((Json.Members) JsonReader.read(event.content(), _ -> {}));
        } catch (OutsideProfile e) {
            return told(event, "outside-profile", e.expected().en() + " / " + e.expected().zh());
        }
        List<Problem> problems =
                PackageRows.problems(
                        rows.getFirst().table(), rows.stream().map(DeclaredRow::cells).toList());
        for (Problem problem : problems) {
            if (problem.weight() == Problem.Weight.ERROR) {
                String detail =
                        "%s: %s / %s"
                                .formatted(
                                        problem.column(), problem.problem(), problem.problemZh());
                return told(event, "outside-profile", detail);
            }
        }
        if (rows.size() > Command.ROWS_MAX) {
            return told(event, "outside-profile", rows.size() + " lines");
        }
        int hex = event.hash().indexOf(';') + 1;
        Submission submission =
                new Submission(
                        new Sender(event.organisation(), "epcis", Sender.Standing.OWN_FACILITIES),
                        event.hash(),
                        event.hash().substring(hex, hex + DIGEST_HEX),
                        new Command.Declare(rows));
        return ledger.submit(submission).thenApply(answer -> told(event.id(), answer));
    }

    private static CompletableFuture<Told> told(Captured event, String code, String detail) {
        return CompletableFuture.completedFuture(new Told(event.id(), code, detail));
    }

    private static Told told(long id, Answer answer) {
        return switch (answer.outcome()) {
            case Entry.Outcome.Accepted() -> new Told(id, null, null);
            case Entry.Outcome.Refused(var refusal) ->
                    new Told(id, refusal.code().text(), refusal.value());
        };
    }

    private void remember(List<Told> told, long upTo) {
        for (Told one : told) {
            jdbc.sql(
                            "INSERT INTO epcis.declaration (event, code, detail)"
                                    + " VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                    .param(one.id())
                    .param(one.code())
                    .param(one.detail())
                    .update();
        }
        jdbc.sql("UPDATE epcis.declarer SET declared = ?").param(upTo).update();
    }

    @Override
    public void close() {
        follower.close();
    }
}
