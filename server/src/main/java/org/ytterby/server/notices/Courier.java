package org.ytterby.server.notices;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.identity.Roster;
import org.ytterby.server.identity.ScopedReads;
import org.ytterby.server.identity.Secret;
import org.ytterby.server.ledger.Follower;
import org.ytterby.server.webhook.DestinationRefused;
import org.ytterby.server.webhook.Destinations;
import org.ytterby.server.webhook.Webhook;
import tools.jackson.databind.json.JsonMapper;

/// Tells people of their notices by mail and by webhook, each at least once, again later where that
/// failed. Each on a thread of its own: who cannot be reached holds up nobody else.
final class Courier implements AutoCloseable {
    /// The header that bears the signature of a call.
    static final String SIGNATURE = "Ytterby-Signature";

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final int ROUND_MAX = 200;
    private static final int AT_ONCE_MAX = 16;
    private static final int NOTICES_MAX = 1_000;
    private static final long MINUTE = 60 * LedgerTime.SECOND;
    private static final long PAUSE_MAX = 4 * LedgerTime.HOUR;
    private static final int DOUBLINGS_MAX = 8;

    private final Stores stores;
    private final @Nullable Mailer mailer;
    private final Destinations destinations;
    private final JsonMapper json;
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

    /// Slow webhooks take no seat from mails.
    private final Semaphore mailSeats = new Semaphore(AT_ONCE_MAX);

    private final Semaphore callSeats = new Semaphore(AT_ONCE_MAX);
    private final Set<String> underway = ConcurrentHashMap.newKeySet();
    private @Nullable Follower follower;

    /// What it reads and writes.
    record Stores(
            DeliveryStore deliveries,
            SettingStore settings,
            NoticeStore notices,
            Inbox inbox,
            Roster roster) {}

    /// @param mailer null where no mail is sent
    Courier(Stores stores, @Nullable Mailer mailer, Destinations destinations, JsonMapper json) {
        this.stores = stores;
        this.mailer = mailer;
        this.destinations = destinations;
        this.json = json;
    }

    /// Begins to look by itself what is to be sent.
    void start(Clock clock) {
        follower =
                Follower.start(
                        "notice-courier",
                        () -> {
                            round(ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()));
                            return false;
                        });
    }

    /// Sends what is due; what is still underway from a round before is left alone.
    ///
    /// @return ends of what was begun
    List<Future<?>> round(long nowMicros) {
        List<DeliveryStore.Due> due =
                stores.deliveries.due(nowMicros, mailer != null, ROUND_MAX).stream()
                        .filter(each -> !underway.contains(each.key()))
                        .toList();
        if (due.isEmpty()) {
            return List.of();
        }
        Map<String, Caller> people =
                stores.roster.everybody().stream()
                        .collect(
                                Collectors.toMap(
                                        Caller::name, Function.identity(), (one, _) -> one));
        List<Future<?>> begun = new ArrayList<>();
        for (DeliveryStore.Due each : due) {
            Optional<Caller> person =
                    Optional.ofNullable(people.get(each.to().person()))
                            .filter(p -> p.organisation().equals(each.to().organisation()));
            if (person.isEmpty()) { // their account is disabled, or they are somebody else now
                stores.deliveries.later(each, nowMicros + LedgerTime.HOUR);
            } else if (underway.add(each.key())) {
                begun.add(calls.submit(() -> deliver(each, person.get(), nowMicros)));
            }
        }
        return begun;
    }

    private void deliver(DeliveryStore.Due due, Caller person, long nowMicros) {
        Semaphore seats = due.channel() == Channel.WEBHOOK ? callSeats : mailSeats;
        try {
            seats.acquire();
            try {
                tell(due, person, nowMicros);
            } catch (TellingFailed e) {
                LOG.info("{} failed: {}", due.key(), e.failure().code());
                stores.deliveries.failed(due, e, nowMicros + pause(due.failures()));
            } finally {
                seats.release();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (DataAccessException e) {
            LOG.warn("{} cannot be noted and will be tried again", due.key(), e);
        } catch (RuntimeException e) { // nobody waits for what is thrown here
            LOG.error("{} failed by a fault of this program and will be tried again", due.key(), e);
        } finally {
            underway.remove(due.key());
        }
    }

    /// One minute after the first failure, then twice as long each time: four hours at the end.
    private static long pause(int failures) {
        return Math.min(PAUSE_MAX, MINUTE << Math.min(failures, DOUBLINGS_MAX));
    }

    private void tell(DeliveryStore.Due due, Caller person, long nowMicros) throws TellingFailed {
        switch (due.channel()) {
            case CONFIRMATION -> confirm(due, nowMicros);
            case MAIL -> mail(due, nowMicros);
            case WEBHOOK -> call(due, person, nowMicros);
        }
    }

    private void confirm(DeliveryStore.Due due, long nowMicros) throws TellingFailed {
        Setting to = due.to();
        String address = to.emailPending();
        String code = Secret.legible();
        if (mailer != null
                && address != null
                && stores.settings.expect(to.person(), address, code, nowMicros + LedgerTime.DAY)) {
            mailer.send(mailer.text().confirmation(address, id(to, code), to.language(), code));
            stores.deliveries.stop(to.person(), Channel.CONFIRMATION);
        }
    }

    private void mail(DeliveryStore.Due due, long nowMicros) throws TellingFailed {
        Setting to = due.to();
        String address = to.email();
        DeliveryStore.Unread unread = stores.deliveries.unread(to, nowMicros);
        if (mailer != null && address != null && unread.upTo() > 0) {
            String id = id(to, Long.toString(unread.upTo()));
            mailer.send(mailer.text().waiting(address, id, to.language(), unread.waiting()));
        }
        long next =
                to.mail() == MailMode.AT_ONCE
                        ? nowMicros + MINUTE
                        : to.mail().next(nowMicros, to.digestHour());
        stores.deliveries.told(due, unread.upTo(), next);
    }

    /// Names a mail, and tells nothing of whom it is for.
    private static String id(Setting to, String what) {
        return HexFormat.of().formatHex(Secret.sha256(to.person() + " " + what), 0, Long.BYTES * 2);
    }

    /// What a webhook is told.
    ///
    /// @param person whose notices they are
    record Called(String person, List<NoticeRow> notices) {}

    private void call(DeliveryStore.Due due, Caller person, long nowMicros) throws TellingFailed {
        Setting to = due.to();
        List<NoticeRow> news =
                ScopedReads.onBehalfOf(
                        person,
                        () -> stores.inbox.since(person, to.language(), due.told(), NOTICES_MAX));
        String webhook = to.webhook();
        String secret = to.webhookSecret();
        if (webhook == null || secret == null || news.isEmpty()) {
            return;
        }
        byte[] body = json.writeValueAsBytes(new Called(to.person(), news));
        try {
            URI uri = Destinations.uri(webhook);
            Map<String, String> headers = Map.of(SIGNATURE, Webhook.signature(body, secret));
            if (!Webhook.send(uri, destinations.address(uri), body, headers)) {
                throw new TellingFailed(Failure.NOT_TAKEN, "");
            }
        } catch (DestinationRefused e) {
            throw new TellingFailed(Failure.DESTINATION_REFUSED, "", e);
        } catch (IOException e) {
            throw new TellingFailed(Failure.DESTINATION_UNREACHABLE, "", e);
        }
        stores.deliveries.told(due, news.getLast().id(), nowMicros);
    }

    @Override
    public void close() {
        if (follower != null) {
            follower.close();
        }
        calls.shutdownNow();
    }
}
