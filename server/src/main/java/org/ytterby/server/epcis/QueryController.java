package org.ytterby.server.epcis;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpHeaders;
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

/// Named queries: of the caller's organisation, whoever in it made them.
@RestController
@RequestMapping("/epcis/queries")
@Tag(name = "epcis", description = "EPCIS 2.0 events / EPCIS 2.0 事件")
class QueryController {
    /// Bytes of a definition.
    static final int BYTES_MAX = 1 << 16;

    private final NamedQueries queries;
    private final EventStore store;
    private final Answers answers;
    private final Clock clock;

    QueryController(NamedQueries queries, EventStore store, Answers answers, Clock clock) {
        this.queries = queries;
        this.store = store;
        this.answers = answers;
        this.clock = clock;
    }

    @Allowed(Right.KEEP_QUERIES)
    @PostMapping(
            path = "",
            consumes = {MediaType.APPLICATION_JSON_VALUE, "application/ld+json"})
    @Operation(summary = "Give a query a name")
    ResponseEntity<Void> add(Caller caller, InputStream body) throws IOException {
        NamedQuery query = NamedQuery.parse(bounded(body));
        query.query(store.prefixes(Scope.of(caller), query.names()));
        if (!queries.add(caller.organisation(), query, Micros.of(clock.instant()))) {
            throw EpcisProblem.of(
                    EpcisProblem.Kind.ALREADY_EXISTS,
                    "there is a query of this name: " + query.name(),
                    "已存在同名查询：" + query.name());
        }
        return ResponseEntity.created(URI.create("/epcis/queries/" + query.name())).build();
    }

    static byte[] bounded(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(BYTES_MAX + 1);
        if (bytes.length > BYTES_MAX) {
            throw EpcisProblem.of(
                    EpcisProblem.Kind.CAPTURE_LIMIT,
                    "at most " + BYTES_MAX + " bytes",
                    "最多 " + BYTES_MAX + " 字节");
        }
        return bytes;
    }

    @Allowed(Right.SEE_EVENTS)
    @GetMapping("")
    @Operation(summary = "The named queries")
    ResponseEntity<byte[]> list(Caller caller, HttpServletRequest request) {
        Asked asked = Asked.of(request).withoutParameters();
        String token = asked.token();
        List<NamedQuery> found =
                queries.list(
                        caller.organisation(), token == null ? "" : token, asked.perPage() + 1);
        boolean isLast = found.size() <= asked.perPage();
        List<NamedQuery> page = isLast ? found : found.subList(0, asked.perPage());
        HttpHeaders headers = new HttpHeaders();
        if (!isLast) {
            headers.set(HttpHeaders.LINK, Asked.link(request, page.getLast().name()));
        }
        Json list = new Json.Items(page.stream().map(NamedQuery::json).toList());
        return Answers.ok(headers, EventStore.bytes(JsonWriter.compact(list)));
    }

    @Allowed(Right.SEE_EVENTS)
    @GetMapping("/{name}")
    @Operation(summary = "What a named query asks")
    ResponseEntity<byte[]> one(Caller caller, @PathVariable String name) {
        return Answers.ok(find(queries, caller, name).json());
    }

    static NamedQuery find(NamedQueries queries, Caller caller, String name) {
        return queries.find(caller.organisation(), name).orElseThrow(() -> missing(name));
    }

    private static EpcisProblem missing(String name) {
        return EpcisProblem.of(
                EpcisProblem.Kind.NO_SUCH_NAME, "no such query: " + name, "没有该查询：" + name);
    }

    @Allowed(Right.KEEP_QUERIES)
    @DeleteMapping("/{name}")
    @Operation(summary = "Remove a named query with its subscriptions")
    ResponseEntity<Void> remove(Caller caller, @PathVariable String name) {
        if (!queries.remove(caller.organisation(), name)) {
            throw missing(name);
        }
        return ResponseEntity.noContent().build();
    }

    @Allowed(Right.SEE_EVENTS)
    @GetMapping("/{name}/events")
    @Operation(summary = "The events of a named query, by page")
    ResponseEntity<byte[]> events(
            Caller caller, @PathVariable String name, HttpServletRequest request) {
        NamedQuery named = find(queries, caller, name);
        Scope scope = Scope.of(caller);
        Query query = named.query(store.prefixes(scope, named.names()));
        Asked asked = Asked.of(request).withoutParameters();
        return answers.events(scope, request, asked, query, name);
    }
}
