package org.ytterby.server.epcis;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.ReadLog;
import org.ytterby.server.identity.Right;
import org.ytterby.server.identity.ScopedReads;
import org.ytterby.server.ledger.Follower;
import org.ytterby.server.webhook.DestinationRefused;
import org.ytterby.server.webhook.Destinations;
import org.ytterby.server.webhook.Webhook;

/// Tells subscribers of events: in the order of recording, each at least once, again later where
/// they do not take them.
final class Dispatcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    /// Events in one call.
    private static final int EVENTS_MAX = 1_000;

    private static final long PAUSE_MICROS = 1_000_000;

    private final Subscriptions subscriptions;
    private final NamedQueries queries;
    private final EventStore store;
    private final Destinations destinations;
    private final ReadLog log;
    private final Clock clock;
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
    private final Follower follower;

    Dispatcher(
            Subscriptions subscriptions,
            NamedQueries queries,
            EventStore store,
            Destinations destinations,
            ReadLog log,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.queries = queries;
        this.store = store;
        this.destinations = destinations;
        this.log = log;
        this.clock = clock;
        follower = Follower.start("epcis-dispatcher", this::look);
    }

    /// Says that there may be new events.
    void wake() {
        follower.wake();
    }

    /// @return whether somebody was told
    private boolean look() throws InterruptedException {
        long last = store.last();
        List<Subscription> due = subscriptions.due(Micros.of(clock.instant()), last);
        calls.invokeAll(
                due.stream()
                        .map(subscription ->
                                Executors.callable(() ->
                                        ScopedReads.onBehalfOf(
                                                subscription.scope().reach(),
                                                () -> tell(subscription, last))))
                        .toList());
        return !due.isEmpty();
    }

    private void tell(Subscription to, long last) {
        try {
            NamedQuery named = queries.find(to.scope().organisation(), to.query()).orElse(null);
            if (named == null) {
                return; // removed meanwhile, and its subscriptions with it
            }
            Query query = named.query(store.prefixes(to.scope(), named.names()));
            List<EventStore.Stored> events =
                    store.since(to.scope(), query, to.told(), last, EVENTS_MAX);
            boolean isCalled =
                    !events.isEmpty() || (to.isReportedIfEmpty() && to.schedule() != null);
            if (!events.isEmpty()) {
                note(to, events.size());
            }
            if (isCalled && !call(to, events)) {
                subscriptions.failed(to.id(), later(to.failures()));
                return;
            }
            long now = Micros.of(clock.instant());
            boolean isMore = events.size() == EVENTS_MAX;
            subscriptions.told(
                    to.id(),
                    isMore ? events.getLast().id() : last,
                    isCalled,
                    now,
                    isMore || to.schedule() == null
                            ? now
                            : Schedule.parse(to.schedule()).next(now));
        } catch (DataAccessException | EpcisProblem | DestinationRefused e) {
            LOG.warn("subscription {} cannot be served", to.id(), e);
            subscriptions.failed(to.id(), later(to.failures()));
        }
    }

    /// Logs what a subscriber is told of others.
    private void note(Subscription to, int events) {
        Scope scope = to.scope();
        if (!scope.reach().isOwn()) {
            log.add(
                    new ReadLog.Read(
                            new Caller("subscription:" + to.id(), scope.organisation(), Set.of()),
                            Right.KEEP_QUERIES.code(),
                            "/epcis/queries/" + to.query() + "/subscriptions/" + to.id(),
                            scope.reach().about(),
                            events));
        }
    }

    private boolean call(Subscription to, List<EventStore.Stored> events) {
        byte[] document = QueryDocument.of(events, clock.instant(), to.query(), to.id().toString());
        URI uri = Destinations.uri(to.destination());
        try {
            return Webhook.send(
                    uri, destinations.address(uri), document, headers(document, to.token()));
        } catch (IOException e) {
            LOG.info("subscription {}: {}", to.id(), e.toString());
            return false;
        }
    }

    private static Map<String, String> headers(byte[] document, @Nullable String token) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (token != null) {
            headers.put(Headers.SIGNATURE, Webhook.signature(document, token));
        }
        headers.put(Headers.EPCIS_VERSION, Headers.VERSION);
        return headers;
    }

    /// One second after the first failure, then twice as long each time: half an hour at the end.
    private long later(int failures) {
        return Micros.of(clock.instant())
                + (PAUSE_MICROS << Math.min(failures, Subscription.FAILURES_MAX));
    }

    @Override
    public void close() {
        follower.close();
        calls.close();
    }
}
