package org.ytterby.server.epcis;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.ytterby.epcis.json.Json;
import org.ytterby.epcis.json.JsonWriter;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.ReadNote;

/// What handlers share: pages of events and collections as answers.
final class Answers {
    private final EventStore store;
    private final EventPages pages;
    private final Clock clock;

    Answers(EventStore store, EventPages pages, Clock clock) {
        this.store = store;
        this.pages = pages;
        this.clock = clock;
    }

    /// The events that the request's parameters ask for.
    ///
    /// @param also what is asked beside them; null for nothing
    ResponseEntity<byte[]> events(
            Caller caller, HttpServletRequest request, @Nullable Condition also) {
        Asked asked = Asked.of(request);
        Scope scope = Scope.of(caller);
        Query query =
                QueryParser.parse(asked.parameters(), store.prefixes(scope, Asked.names(request)));
        if (also != null) {
            List<Condition> all = new ArrayList<>(query.conditions());
            all.add(also);
            query =
                    new Query(
                            all,
                            query.order(),
                            query.isDescending(),
                            query.limit(),
                            query.refusedAbove());
        }
        return events(scope, request, asked, query, null);
    }

    /// Events that are there together.
    ResponseEntity<byte[]> events(List<EventStore.Stored> found) {
        return ok(new HttpHeaders(), QueryDocument.of(found, clock.instant(), null, null));
    }

    /// A page of a query.
    ///
    /// @param queryName null where the query has none
    ResponseEntity<byte[]> events(
            Scope scope,
            HttpServletRequest request,
            Asked asked,
            Query query,
            @Nullable String queryName) {
        String about = request.getRequestURI() + "\n" + asked.parameters() + "\n" + query;
        EventPages.EventPage page = pages.page(scope, query, about, asked.token(), asked.perPage());
        ReadNote.rows(page.events().size());
        HttpHeaders headers = new HttpHeaders();
        if (page.next() != null) {
            headers.set(HttpHeaders.LINK, Asked.link(request, page.next()));
            headers.set(Headers.TOKEN_EXPIRES, page.expires().toString());
        }
        return ok(headers, QueryDocument.of(page.events(), clock.instant(), queryName, null));
    }

    /// A collection of the standard; the token of the next page is its last member.
    static ResponseEntity<byte[]> collection(
            HttpServletRequest request, List<Json> found, int perPage, String last) {
        HttpHeaders headers = new HttpHeaders();
        boolean isLast = found.size() <= perPage;
        ReadNote.rows(Math.min(found.size(), perPage));
        if (!isLast) {
            headers.set(HttpHeaders.LINK, Asked.link(request, last));
        }
        return ok(headers, collection(isLast ? found : found.subList(0, perPage)));
    }

    private static byte[] collection(List<Json> members) {
        Map<String, Json> collection = new LinkedHashMap<>();
        collection.put("@context", new Json.Text(QueryDocument.STANDARD_CONTEXT));
        collection.put("type", new Json.Text("Collection"));
        collection.put("member", new Json.Items(members));
        return EventStore.bytes(JsonWriter.compact(new Json.Members(collection)));
    }

    static ResponseEntity<byte[]> ok(Json body) {
        return ok(new HttpHeaders(), EventStore.bytes(JsonWriter.compact(body)));
    }

    static ResponseEntity<byte[]> ok(HttpHeaders headers, byte[] body) {
        return ResponseEntity.ok()
                .headers(headers)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }
}
