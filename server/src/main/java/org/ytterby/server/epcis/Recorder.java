package org.ytterby.server.epcis;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.ytterby.epcis.json.JsonWriter;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.ledger.LedgerUnavailable;

/// Records events: all of a document in one transaction, on the disk when it returns.
///
/// Whoever records holds the row of the writer until the commit, so that events are numbered in the
/// order in which they become visible. Safe for use by several threads.
final class Recorder {
    private final DataSource source;
    private final Clock clock;
    private final Runnable afterwards;

    /// @param afterwards told when there are new events
    Recorder(DataSource source, Clock clock, Runnable afterwards) {
        this.source = source;
        this.clock = clock;
        this.afterwards = afterwards;
    }

    /// Records what can be, and the job beside it.
    Job capture(Caller caller, Job.Behaviour behaviour, Reading reading) {
        long created = Micros.of(clock.instant());
        UUID id = UUID.randomUUID();
        return inTransaction(connection -> {
            Numbering numbering = Numbering.claim(connection, created, reading.events().size());
            List<CaptureError> errors = new ArrayList<>(reading.errors());
            List<Prepared> fresh = fresh(connection, caller, reading.events(), errors);
            boolean isRefused = behaviour == Job.Behaviour.ROLLBACK && !errors.isEmpty();
            List<Prepared> taken = isRefused ? List.of() : fresh;
            insert(connection, caller, reading, taken, numbering, id);
            if (!isRefused) {
                reading.masterData().insert(connection, caller);
            }
            Job job =
                    new Job(
                            id,
                            created,
                            Micros.of(clock.instant()),
                            behaviour,
                            errors.isEmpty(),
                            taken.size(),
                            CaptureError.json(errors));
            JobStore.insert(connection, caller, job);
            return job;
        });
    }

    /// Records one event.
    ///
    /// @throws EpcisProblem if it is there already
    void add(Caller caller, Reading reading) {
        long created = Micros.of(clock.instant());
        inTransaction(connection -> {
            Numbering numbering = Numbering.claim(connection, created, 1);
            List<CaptureError> errors = new ArrayList<>();
            List<Prepared> fresh = fresh(connection, caller, reading.events(), errors);
            if (!errors.isEmpty()) {
                CaptureError twice = errors.getFirst();
                throw EpcisProblem.of(twice.kind(), twice.problem());
            }
            insert(connection, caller, reading, fresh, numbering, null);
            return fresh;
        });
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T inTransaction(Work<T> work) {
        T done;
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                done = work.on(connection);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw new LedgerUnavailable("the events cannot be recorded", e);
        }
        afterwards.run();
        return done;
    }

    /// The events that are not there yet; the others are told as errors.
    private static List<Prepared> fresh(
            Connection connection, Caller caller, List<Prepared> events, List<CaptureError> errors)
            throws SQLException {
        Set<String> there = new HashSet<>();
        Array ids = connection.createArrayOf("text", events.stream().map(Prepared::id).toArray());
        try (PreparedStatement query =
                connection.prepareStatement(
                        "SELECT declared, event_id FROM epcis.event"
                                + " WHERE organisation = ? AND event_id = ANY (?)")) {
            query.setString(1, caller.organisation());
            query.setArray(2, ids);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    there.add(rows.getLong(1) + " " + rows.getString(2));
                }
            }
        }
        List<Prepared> fresh = new ArrayList<>();
        for (Prepared event : events) {
            if (there.add(event.identity())) {
                fresh.add(event);
            } else {
                errors.add(event.alreadyThere());
            }
        }
        return fresh;
    }

    private static void insert(
            Connection connection,
            Caller caller,
            Reading reading,
            List<Prepared> events,
            Numbering numbering,
            @Nullable UUID job)
            throws SQLException {
        if (events.isEmpty()) {
            return;
        }
        byte[] context = context(connection, reading);
        CopyRows rows = new CopyRows(11);
        CopyRows numbers = new CopyRows(4);
        Set<EventIndex.Resource> resources = new HashSet<>();
        long id = numbering.first();
        for (Prepared event : events) {
            rows.row().add(id).add(caller.organisation()).add(event.id());
            rows.add(event.declaredMicros()).add(event.hash()).add(event.eventMicros());
            rows.add(numbering.recordMicros()).add(job).add(context).add(event.content());
            rows.add(event.index().terms());
            for (EventIndex.Figure n : event.index().numbers()) {
                numbers.row().add(id).add(n.path()).add(n.unit()).add(n.value());
            }
            resources.addAll(event.index().resources());
            id++;
        }
        rows.into(
                connection,
                "epcis.event (id, organisation, event_id, declared, hash, event_micros,"
                        + " record_micros, job, context, content, terms)");
        numbers.into(connection, "epcis.number (event, path, unit, value)");
        pairs(
                connection,
                "epcis.resource (kind, value, organisation)",
                resources.stream().map(r -> r.kind().path()).toArray(),
                resources.stream().map(EventIndex.Resource::value).toArray(),
                caller);
        Map<String, String> prefixes = reading.prefixes();
        pairs(
                connection,
                "epcis.prefix (prefix, meaning, organisation)",
                prefixes.keySet().toArray(),
                prefixes.values().toArray(),
                caller);
    }

    private static byte @Nullable [] context(Connection connection, Reading reading)
            throws SQLException {
        if (reading.context() == null) {
            return null;
        }
        String text = JsonWriter.compact(reading.context());
        byte[] hash = Term.sha256(text.getBytes(StandardCharsets.UTF_8));
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO epcis.context (hash, content) VALUES (?, ?)"
                                + " ON CONFLICT DO NOTHING")) {
            insert.setBytes(1, hash);
            insert.setString(2, text);
            insert.executeUpdate();
        }
        return hash;
    }

    private static void pairs(
            Connection connection, String table, Object[] ones, Object[] others, Caller caller)
            throws SQLException {
        if (ones.length == 0) {
            return;
        }
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO "
                                + table
                                + " SELECT a, b, ? FROM unnest(?, ?) AS pair (a, b)"
                                + " ON CONFLICT DO NOTHING")) {
            insert.setString(1, caller.organisation());
            insert.setArray(2, connection.createArrayOf("text", ones));
            insert.setArray(3, connection.createArrayOf("text", others));
            insert.executeUpdate();
        }
    }
}
