package org.ytterby.server.epcis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Answers queries page by page. A page shows nothing that was recorded after the first page was
/// given, and an event is on exactly one page however many are being recorded.
final class EventPages {
    static final int PER_PAGE_DEFAULT = 30;
    static final int PER_PAGE_MAX = 1_000;

    private static final Duration TOKEN_LIFE = Duration.ofHours(24);

    private final EventStore store;
    private final Clock clock;

    EventPages(EventStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// @param next token of the next page; null on the last one
    /// @param expires when that token does
    record EventPage(List<EventStore.Stored> events, @Nullable String next, Instant expires) {}

    /// @param about what the token must belong to: the query in words
    /// @param token null for the first page
    /// @throws EpcisProblem if the token is none, or the query has too many events
    EventPage page(Scope scope, Query query, String about, @Nullable String token, int perPage) {
        byte[] key = store.tokenKey();
        byte[] digest =
                Arrays.copyOf(
                        Term.sha256(EventStore.bytes(scope.organisation() + "\n" + about)),
                        PageToken.DIGEST_BYTES);
        Instant now = clock.instant();
        PageToken from =
                token == null ? null : PageToken.parse(token, key, digest, now.getEpochSecond());
        if (from == null) {
            refuseTooMany(scope, query);
        }
        long upTo = from == null ? store.last() : from.upTo();
        int left = from == null ? left(query) : from.left();
        int count = left < 0 ? perPage : Math.min(left, perPage);
        List<EventStore.Stored> found = store.find(scope, query, from, upTo, count + 1);
        boolean isLast = found.size() <= count || left == count;
        List<EventStore.Stored> events = found.size() <= count ? found : found.subList(0, count);
        Instant expires = now.plus(TOKEN_LIFE);
        if (isLast) {
            return new EventPage(events, null, expires);
        }
        EventStore.Stored last = events.getLast();
        PageToken next =
                new PageToken(
                        last.micros(query.order()),
                        last.id(),
                        upTo,
                        left < 0 ? -1 : left - count,
                        digest,
                        expires.getEpochSecond());
        return new EventPage(events, next.text(key), expires);
    }

    private static int left(Query query) {
        Integer limit = query.limit();
        return limit == null ? -1 : limit;
    }

    private void refuseTooMany(Scope scope, Query query) {
        Integer most = query.refusedAbove();
        if (most != null && store.hasMore(scope, query, most)) {
            throw EpcisProblem.of(
                    EpcisProblem.Kind.QUERY_TOO_LARGE,
                    "more than " + most + " events (maxEventCount)",
                    "事件超过 " + most + " 个（maxEventCount）");
        }
    }
}
