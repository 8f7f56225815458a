package org.ytterby.server.epcis;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.ytterby.epcis.json.Json;
import org.ytterby.epcis.json.JsonWriter;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;
import org.ytterby.server.webhook.DestinationRefused;
import org.ytterby.server.webhook.Destinations;

/// Being told of the events of a named query, over a webhook.
@RestController
@RequestMapping("/epcis/queries/{name}/subscriptions")
@Tag(name = "epcis", description = "EPCIS 2.0 events / EPCIS 2.0 事件")
class SubscriptionController {
    private final NamedQueries queries;
    private final Subscriptions subscriptions;
    private final EventStore store;
    private final Destinations destinations;
    private final Clock clock;

    SubscriptionController(
            NamedQueries queries,
            Subscriptions subscriptions,
            EventStore store,
            Destinations destinations,
            Clock clock) {
        this.queries = queries;
        this.subscriptions = subscriptions;
        this.store = store;
        this.destinations = destinations;
        this.clock = clock;
    }

    @Allowed(Right.KEEP_QUERIES)
    @PostMapping(
            path = "",
            consumes = {MediaType.APPLICATION_JSON_VALUE, "application/ld+json"})
    @Operation(summary = "Have a destination called with new events, as they come or on a schedule")
    ResponseEntity<byte[]> add(Caller caller, @PathVariable String name, InputStream body)
            throws IOException {
        QueryController.find(queries, caller, name);
        Subscription.Wish wish = Subscription.parse(QueryController.bounded(body));
        check(wish.destination());
        long now = Micros.of(clock.instant());
        Json.Members schedule = wish.schedule();
        Long since = wish.since();
        Subscription added =
                new Subscription(
                        UUID.randomUUID(),
                        Scope.of(caller),
                        name,
                        wish.destination(),
                        wish.token(),
                        wish.isReportedIfEmpty(),
                        schedule == null ? null : JsonWriter.compact(schedule),
                        now,
                        since == null ? store.last() : subscriptions.lastBefore(since),
                        null,
                        0);
        subscriptions.add(added, schedule == null ? now : Schedule.of(schedule).next(now));
        return ResponseEntity.created(
                        URI.create("/epcis/queries/" + name + "/subscriptions/" + added.id()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(EventStore.bytes(JsonWriter.compact(added.json())));
    }

    private void check(String destination) {
        try {
            destinations.address(Destinations.uri(destination));
        } catch (DestinationRefused e) {
            throw EpcisProblem.of(
                    EpcisProblem.Kind.SUBSCRIPTION_CONTROLS, "dest: " + e.en(), "dest：" + e.zh());
        }
    }

    @Allowed(Right.SEE_EVENTS)
    @GetMapping("")
    @Operation(summary = "The subscriptions of a named query")
    ResponseEntity<byte[]> list(
            Caller caller, @PathVariable String name, HttpServletRequest request) {
        Asked.of(request).withoutParameters();
        QueryController.find(queries, caller, name);
        return Answers.ok(
                new Json.Items(
                        subscriptions.of(caller.organisation(), name).stream()
                                .map(Subscription::json)
                                .toList()));
    }

    @Allowed(Right.SEE_EVENTS)
    @GetMapping("/{id}")
    @Operation(summary = "A subscription, and when it last worked")
    ResponseEntity<byte[]> one(Caller caller, @PathVariable String name, @PathVariable String id) {
        return subscriptions
                .find(caller.organisation(), name, id(id))
                .map(found -> Answers.ok(found.json()))
                .orElseThrow(() -> missing(id));
    }

    @Allowed(Right.KEEP_QUERIES)
    @DeleteMapping("/{id}")
    @Operation(summary = "End a subscription")
    ResponseEntity<Void> remove(Caller caller, @PathVariable String name, @PathVariable String id) {
        if (!subscriptions.remove(caller.organisation(), name, id(id))) {
            throw missing(id);
        }
        return ResponseEntity.noContent().build();
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw missing(text);
        }
    }

    private static EpcisProblem missing(String id) {
        return EpcisProblem.of(
                EpcisProblem.Kind.NO_SUCH_RESOURCE, "no such subscription: " + id, "没有该订阅：" + id);
    }
}
