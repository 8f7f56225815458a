package org.ytterby.server.notices;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import org.ytterby.core.ledger.LedgerTime;
import org.ytterby.server.identity.Caller;
import org.ytterby.server.ledger.Submitter;
import org.ytterby.server.web.Language;
import org.ytterby.server.webhook.DestinationRefused;
import org.ytterby.server.webhook.Destinations;

/// What people want to be told outside of the service, as they set it themselves. Safe for use by
/// several threads.
public final class NoticeSettings {
    private static final int SECRET_MIN = 16;
    private static final int TEXT_MAX = 1_000;
    private static final int HOURS = 24;
    private static final long MINUTE = 60 * LedgerTime.SECOND;

    private final SettingStore settings;
    private final DeliveryStore deliveries;
    private final NoticeStore notices;
    private final Inbox inbox;
    private final Destinations destinations;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final boolean isMailed;

    /// @param isMailed whether the service sends mail
    NoticeSettings(
            Courier.Stores stores,
            Destinations destinations,
            TransactionOperations transactions,
            Clock clock,
            boolean isMailed) {
        settings = stores.settings();
        deliveries = stores.deliveries();
        notices = stores.notices();
        inbox = stores.inbox();
        this.destinations = destinations;
        this.transactions = transactions;
        this.clock = clock;
        this.isMailed = isMailed;
    }

    /// What somebody sets; what is absent is as if it had never been set.
    ///
    /// @param language of notices and mails: `en` or `zh`
    /// @param mail `at-once`, `daily`, `weekly` or `none`
    /// @param digestHour hour of the day in UTC+8 at which a digest is sent, 0 to 23
    /// @param email where mail is sent; a new one is confirmed by a code first. Absent for no mail
    /// @param webhook address that is called with new notices; absent for none
    /// @param webhookSecret that calls are signed with, 16 characters or more; absent to keep the
    ///   one of the same webhook
    public record Wanted(
            @Nullable String language,
            @Nullable String mail,
            @Nullable Integer digestHour,
            @Nullable String email,
            @Nullable String webhook,
            @Nullable String webhookSecret) {}

    /// What is set.
    ///
    /// @param mailOffered whether this service sends mail at all
    /// @param email confirmed address
    /// @param emailPending address that waits for its code; nothing else is sent there
    public record Shown(
            String language,
            String mail,
            int digestHour,
            boolean mailOffered,
            @Nullable String email,
            @Nullable Trouble emailTrouble,
            @Nullable String emailPending,
            @Nullable Trouble emailPendingTrouble,
            @Nullable String webhook,
            @Nullable Trouble webhookTrouble) {}

    /// What went wrong last on one way.
    ///
    /// @param answer what the other side said
    /// @param givenUp whether nothing is tried any more, until the settings are set again
    public record Trouble(
            String code, String message, String messageZh, String answer, boolean givenUp) {
        private static @Nullable Trouble of(DeliveryStore.@Nullable Trouble trouble) {
            return trouble == null
                    ? null
                    : new Trouble(
                            trouble.failure().code(),
                            trouble.failure().text().en(),
                            trouble.failure().text().zh(),
                            trouble.answer(),
                            trouble.isGivenUp());
        }
    }

    /// What somebody reads.
    ///
    /// @param otherwise unless they set it
    public Language language(Caller caller, Language otherwise) {
        return settings.find(caller).map(Setting::language).orElse(otherwise);
    }

    /// @param otherwise the language, unless they set it
    public Shown shown(Caller caller, Language otherwise) {
        Setting s = settings.find(caller).orElseGet(() -> Setting.unset(caller, otherwise));
        Map<Channel, DeliveryStore.Trouble> troubles = deliveries.troubles(caller.name());
        return new Shown(
                s.language().code(),
                s.mail().code(),
                s.digestHour(),
                isMailed,
                s.email(),
                Trouble.of(troubles.get(Channel.MAIL)),
                s.emailPending(),
                Trouble.of(troubles.get(Channel.CONFIRMATION)),
                s.webhook(),
                Trouble.of(troubles.get(Channel.WEBHOOK)));
    }

    /// Sets everything, and tries again what was given up.
    ///
    /// @throws org.springframework.web.server.ResponseStatusException if something cannot be so
    public void put(Caller caller, Wanted wanted, Language otherwise) {
        Optional<Setting> before = settings.find(caller);
        Setting next = setting(caller, wanted, before, otherwise);
        transactions.executeWithoutResult(_ -> put(caller, before, next));
    }

    private void put(Caller caller, Optional<Setting> before, Setting next) {
        long now = now();
        settings.put(next);
        String pending = next.emailPending();
        boolean isAsked =
                pending != null && !pending.equals(before.map(Setting::emailPending).orElse(null));
        if (isAsked && !settings.asksForAddress(caller.name(), now)) {
            throw Submitter.unprocessable(
                    "email: at most %d new addresses a day / 每天最多更换 %d 个邮箱"
                            .formatted(
                                    SettingStore.ADDRESSES_PER_DAY,
                                    SettingStore.ADDRESSES_PER_DAY));
        }
        if (pending == null) {
            deliveries.stop(caller.name(), Channel.CONFIRMATION);
        } else if (isAsked
                || deliveries.troubles(caller.name()).containsKey(Channel.CONFIRMATION)) {
            deliveries.start(caller.name(), Channel.CONFIRMATION, 0, now);
        }
        long newest = inbox.newest(caller);
        if (next.email() == null || next.mail() == MailMode.NONE) {
            deliveries.stop(caller.name(), Channel.MAIL);
        } else {
            long due = next.mail().next(now, next.digestHour());
            deliveries.start(caller.name(), Channel.MAIL, newest, due);
        }
        String webhook = next.webhook();
        if (webhook == null || !webhook.equals(before.map(Setting::webhook).orElse(null))) {
            deliveries.stop(caller.name(), Channel.WEBHOOK);
        }
        if (webhook != null) {
            deliveries.start(caller.name(), Channel.WEBHOOK, newest, now);
        }
    }

    /// Takes a new address, by the code that was sent there.
    ///
    /// @return whether the code was right
    public boolean confirm(Caller caller, String code) {
        Boolean isRight =
                transactions.execute(_ -> {
                    if (!settings.confirm(caller, code, now())) {
                        return false;
                    }
                    deliveries.stop(caller.name(), Channel.CONFIRMATION);
                    Setting s = settings.find(caller).orElseThrow();
                    deliveries.stop(caller.name(), Channel.MAIL);
                    if (s.mail() != MailMode.NONE) {
                        deliveries.start(
                                caller.name(),
                                Channel.MAIL,
                                inbox.newest(caller),
                                s.mail().next(now(), s.digestHour()));
                    }
                    return true;
                });
        return Boolean.TRUE.equals(isRight);
    }

    /// Tells somebody a test on every way that they set, at once; of several in a minute one.
    ///
    /// @return whether it was told, and not in this minute already
    public boolean test(Caller caller) {
        long now = now();
        Draft test =
                new Draft(
                        Kind.TEST,
                        "test:" + Math.floorDiv(now, MINUTE),
                        caller.name(),
                        PageLink.NONE,
                        null,
                        Audience.self(caller));
        Boolean isTold =
                transactions.execute(_ -> {
                    notices.locked();
                    if (notices.tell(List.of(test), List.of(caller), now) == 0) {
                        return false;
                    }
                    deliveries.hasten(caller.name(), now);
                    return true;
                });
        return Boolean.TRUE.equals(isTold);
    }

    private Setting setting(
            Caller caller, Wanted wanted, Optional<Setting> before, Language otherwise) {
        int hour = Objects.requireNonNullElse(wanted.digestHour, Setting.DIGEST_HOUR);
        if (hour < 0 || hour >= HOURS) {
            throw Submitter.unprocessable(
                    "digest_hour: 0 to 23, not %d / digest_hour 须为 0 至 23".formatted(hour));
        }
        String email = given(wanted.email);
        String confirmed = before.map(Setting::email).orElse(null);
        boolean isConfirmed = email != null && email.equals(confirmed);
        String pending = isConfirmed ? null : email;
        if (pending != null && !pending.equals(before.map(Setting::emailPending).orElse(null))) {
            check(pending);
        }
        String webhook = given(wanted.webhook);
        return new Setting(
                caller.name(),
                caller.organisation(),
                language(wanted.language, otherwise),
                mode(wanted.mail),
                hour,
                email == null ? null : confirmed,
                pending,
                webhook,
                webhook == null ? null : secret(webhook, given(wanted.webhookSecret), before));
    }

    private static Language language(@Nullable String code, Language otherwise) {
        return code == null
                ? otherwise
                : Language.parse(code)
                        .orElseThrow(() ->
                                Submitter.unprocessable(
                                        "language: en or zh / language 须为 en 或 zh"));
    }

    private static MailMode mode(@Nullable String code) {
        return code == null
                ? MailMode.DAILY
                : MailMode.parse(code)
                        .orElseThrow(() ->
                                Submitter.unprocessable(
                                        "mail: at-once, daily, weekly or none / mail 须为 at-once、daily、weekly 或 none"));
    }

    private void check(String email) {
        if (!isMailed) {
            throw Submitter.unprocessable("email: this service sends no mail / 本服务未配置邮件发送");
        }
        if (!MailAddress.isGood(email)) {
            throw Submitter.unprocessable(
                    "email: an address such as name@example.org, in ASCII / 邮箱地址应形如 name@example.org，仅限 ASCII 字符");
        }
    }

    private String secret(String webhook, @Nullable String given, Optional<Setting> before) {
        String kept =
                before.filter(s -> webhook.equals(s.webhook()))
                        .map(Setting::webhookSecret)
                        .orElse(null);
        String secret = given == null ? kept : given;
        if (secret == null
                || secret.length() < SECRET_MIN
                || secret.length() > TEXT_MAX
                || webhook.length() > TEXT_MAX
                || secret.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw Submitter.unprocessable(
                    "webhook_secret: 16 to 1000 visible ASCII characters, with an address of at most"
                            + " 1000 / webhook_secret 须为 16 至 1000 个可见 ASCII 字符，地址不超过 1000 个字符");
        }
        try {
            destinations.address(Destinations.uri(webhook));
        } catch (DestinationRefused e) {
            throw Submitter.unprocessable("webhook: " + e.en() + " / webhook：" + e.zh());
        }
        return secret;
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    }
}
