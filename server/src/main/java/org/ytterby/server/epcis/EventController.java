package org.ytterby.server.epcis;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.ytterby.epcis.Names;
import org.ytterby.epcis.json.Json;
import org.ytterby.server.identity.Allowed;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Right;

/// Asking for events: by id, by query, and by what they name.
@RestController
@RequestMapping("/epcis")
@Tag(name = "epcis", description = "EPCIS 2.0 events / EPCIS 2.0 事件")
class EventController {
    private static final String KINDS =
            "{kind:eventTypes|epcs|bizSteps|bizLocations|readPoints|dispositions}";

    private final EventStore store;
    private final Answers answers;

    EventController(EventStore store, Answers answers) {
        this.store = store;
        this.answers = answers;
    }

    @Allowed(Right.SEE_EVENTS)
    @GetMapping("/events")
    @Operation(summary = "The events that the parameters of a SimpleEventQuery ask for, by page")
    ResponseEntity<byte[]> events(Caller caller, HttpServletRequest request) {
        return answers.events(caller, request, null);
    }

    @Allowed(Right.SEE_EVENTS)
    @GetMapping("/events/{id}")
    @Operation(summary = "The event of an id, and behind it where it was declared wrong")
    ResponseEntity<byte[]> event(Caller caller, @PathVariable String id) {
        List<EventStore.Stored> found = store.find(Scope.of(caller), id);
        if (found.isEmpty()) {
            throw EpcisProblem.of(
                    EpcisProblem.Kind.NO_SUCH_RESOURCE, "no such event: " + id, "没有该事件：" + id);
        }
        return answers.events(found);
    }

    @Allowed(Right.SEE_EVENTS)
    @GetMapping("")
    @Operation(summary = "What there is to ask for")
    ResponseEntity<byte[]> top(HttpServletRequest request) {
        List<Json> all =
                Stream.concat(
                                Stream.of("capture", "events", "queries"),
                                Stream.of(ResourceKind.values()).map(ResourceKind::path))
                        .<Json>map(Json.Text::new)
                        .toList();
        return Answers.collection(request, all, all.size(), "");
    }

    @Allowed(Right.SEE_EVENTS)
    @GetMapping("/" + KINDS)
    @Operation(summary = "The values of a kind that events bear")
    ResponseEntity<byte[]> values(
            Caller caller, @PathVariable String kind, HttpServletRequest request) {
        ResourceKind of = kind(kind);
        Asked asked = Asked.of(request).withoutParameters();
        String token = asked.token();
        List<String> found =
                store.resources(
                        Scope.of(caller), of, token == null ? "" : token, asked.perPage() + 1);
        String last = found.isEmpty() ? "" : found.get(Math.min(found.size(), asked.perPage()) - 1);
        List<Json> shown = found.stream().map(of::shown).<Json>map(Json.Text::new).toList();
        return Answers.collection(request, shown, asked.perPage(), last);
    }

    private static ResourceKind kind(String path) {
        return ResourceKind.of(path)
                .orElseThrow(() -> new IllegalArgumentException("no kind: " + path));
    }

    @Allowed(Right.SEE_EVENTS)
    @GetMapping("/" + KINDS + "/{value}")
    @Operation(summary = "What there is of a value: its events")
    ResponseEntity<byte[]> value(
            Caller caller,
            @PathVariable String kind,
            @PathVariable String value,
            HttpServletRequest request) {
        ResourceKind of = kind(kind);
        Names names = Asked.names(request);
        if (!store.hasResource(Scope.of(caller), of, of.canonical(value, names))) {
            throw EpcisProblem.of(
                    EpcisProblem.Kind.NO_SUCH_RESOURCE,
                    "no event bears " + value,
                    "没有事件含有 " + value);
        }
        return Answers.collection(request, List.of(new Json.Text("events")), 1, "");
    }

    @Allowed(Right.SEE_EVENTS)
    @GetMapping("/" + KINDS + "/{value}/events")
    @Operation(summary = "The events of a value, further narrowed by parameters")
    ResponseEntity<byte[]> eventsOf(
            Caller caller,
            @PathVariable String kind,
            @PathVariable String value,
            HttpServletRequest request) {
        return answers.events(caller, request, kind(kind).condition(value, Asked.names(request)));
    }

    @Allowed(Right.SEE_EVENTS)
    @DeleteMapping("/nextPageToken/{token}")
    @Operation(summary = "Not offered: a token holds nothing here, it runs out by itself")
    ResponseEntity<byte[]> forget(@PathVariable String token) {
        throw EpcisProblem.of(
                EpcisProblem.Kind.NOT_OFFERED,
                "tokens hold nothing here and run out by themselves: " + token,
                "令牌不占用服务端资源，会自行过期：" + token);
    }
}
